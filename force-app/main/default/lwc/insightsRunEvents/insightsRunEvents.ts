import { type EmpMessage, type EmpSubscription, isEmpEnabled, subscribe, unsubscribe } from 'lightning/empApi';
import type { OutcomeCounts } from 'c/insightsOutcomes';

/** How far a run is, as the event InsightsRunProgress__e tells it. */
export interface RunProgress extends OutcomeCounts {
  runId: string;
  integrationId: string;
  /** Value of InsightsRun__c.Status__c. */
  status: string;
  /** How many pages the run has; null until the report has been opened. */
  pagesTotal: number | null;
  pagesDone: number | null;
  rowsRead: number | null;
}

const CHANNEL = '/event/InsightsRunProgress__e';
/** Only events that are published from now on. */
const FROM_NOW_ON = -1;

/**
 * Listens to the progress of all runs that the user may hear of. Where streaming is not available nothing is ever
 * heard: whoever watches a run asks for its progress every few seconds as long as no event comes.
 * @param listener called for each event
 * @returns stops listening
 */
export function subscribeToRuns(listener: (progress: RunProgress) => void): () => void {
  let stopped = false;
  const subscription = open((message) => {
    if (!stopped) {
      listener(progressOf(message.data.payload));
    }
  });
  return () => {
    stopped = true;
    subscription.then((opened) => (opened ? unsubscribe(opened) : null)).catch(noStream);
  };
}

async function open(onMessage: (message: EmpMessage) => void): Promise<EmpSubscription | null> {
  try {
    return (await isEmpEnabled()) ? await subscribe(CHANNEL, FROM_NOW_ON, onMessage) : null;
  } catch {
    return noStream();
  }
}

/** Streaming is a convenience: without it screens are up to date a few seconds later. */
function noStream(): null {
  return null;
}

function progressOf(payload: Record<string, unknown>): RunProgress {
  const text = (name: string): string => String(payload[name] ?? '');
  const number = (name: string): number | null => (payload[name] === undefined ? null : (payload[name] as number));
  return {
    runId: text('RunId__c'),
    integrationId: text('IntegrationId__c'),
    status: text('Status__c'),
    pagesTotal: number('PagesTotal__c'),
    pagesDone: number('PagesDone__c'),
    rowsRead: number('RowsRead__c'),
    updated: number('RowsUpdated__c'),
    unchanged: number('RowsUnchanged__c'),
    created: number('RowsCreated__c'),
    unmatched: number('RowsUnmatched__c'),
    ambiguous: number('RowsAmbiguous__c'),
    skipped: number('RowsSkipped__c'),
    rejected: number('RowsRejected__c')
  };
}
