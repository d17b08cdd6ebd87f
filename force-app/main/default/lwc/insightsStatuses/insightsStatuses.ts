import abortedLabel from '@salesforce/label/c.InsightsStatusAborted';
import completedLabel from '@salesforce/label/c.InsightsStatusCompleted';
import withIssuesLabel from '@salesforce/label/c.InsightsStatusCompletedWithIssues';
import failedLabel from '@salesforce/label/c.InsightsStatusFailed';
import neverRunLabel from '@salesforce/label/c.InsightsStatusNeverRun';
import queuedLabel from '@salesforce/label/c.InsightsStatusQueued';
import runningLabel from '@salesforce/label/c.InsightsStatusRunning';

/** How the status of a run is shown: never by colour alone. */
export interface StatusLook {
  /** In the user's language. */
  readonly label: string;
  readonly icon: string;
  /** Variant of lightning-icon; left out for a quiet icon. */
  readonly variant?: 'success' | 'warning' | 'error';
}

const LOOKS: Readonly<Record<string, StatusLook>> = {
  Queued: { label: queuedLabel, icon: 'utility:clock' },
  Running: { label: runningLabel, icon: 'utility:sync' },
  Completed: { label: completedLabel, icon: 'utility:success', variant: 'success' },
  CompletedWithIssues: { label: withIssuesLabel, icon: 'utility:warning', variant: 'warning' },
  Failed: { label: failedLabel, icon: 'utility:error', variant: 'error' },
  Aborted: { label: abortedLabel, icon: 'utility:stop' }
};

/** The statuses in the order in which a run goes through them. */
export const STATUSES: readonly string[] = Object.keys(LOOKS);

/**
 * @param status value of InsightsRun__c.Status__c; nothing for an integration without a run
 * @returns how it is shown; a status that is not known shows its own name
 */
export function lookOf(status: string | null | undefined): StatusLook {
  if (!status) {
    return { label: neverRunLabel, icon: 'utility:dash' };
  }
  return LOOKS[status] ?? { label: status, icon: 'utility:info' };
}

/** @returns whether a run with this status has not ended */
export function isActiveStatus(status: string | null | undefined): boolean {
  return status === 'Queued' || status === 'Running';
}

/** @returns whether a run with this status has ended and wrote what it could */
export function isGoodStatus(status: string | null | undefined): boolean {
  return status === 'Completed' || status === 'CompletedWithIssues';
}
