import { fill, formatList, formatNumber } from 'c/insightsFormat';
import { presentOutcomes } from 'c/insightsOutcomes';

import countLabel from '@salesforce/label/c.InsightsOutcomeCount';
import abortedLabel from '@salesforce/label/c.InsightsGridRunAborted';
import countsLabel from '@salesforce/label/c.InsightsGridRunCounts';
import completedLabel from '@salesforce/label/c.InsightsGridRunCompleted';
import failedLabel from '@salesforce/label/c.InsightsGridRunFailed';
import noRowsLabel from '@salesforce/label/c.InsightsGridRunNoRows';
import withIssuesLabel from '@salesforce/label/c.InsightsGridRunWithIssues';
import showLogLabel from '@salesforce/label/c.InsightsGridShowLog';
import toastLabel from '@salesforce/label/c.InsightsGridRunToast';

/** The settings of ShowToastEvent that are used here. */
export interface RunToast {
  title: string;
  message: string;
  messageData: (string | { url: string; label: string })[];
  variant: 'success' | 'warning' | 'error' | 'info';
  mode: 'dismissible' | 'sticky';
}

const LOOKS: Readonly<Record<string, Pick<RunToast, 'title' | 'variant' | 'mode'>>> = {
  Completed: { title: completedLabel, variant: 'success', mode: 'dismissible' },
  CompletedWithIssues: { title: withIssuesLabel, variant: 'warning', mode: 'sticky' },
  Failed: { title: failedLabel, variant: 'error', mode: 'sticky' },
  Aborted: { title: abortedLabel, variant: 'info', mode: 'dismissible' }
};

/**
 * Says what a run has done.
 * @param run a run that has ended
 * @param logUrl address of its log
 */
export function runToast(run: Apex.InsightsRunView, logUrl: string): RunToast {
  const look = LOOKS[run.status ?? ''] ?? LOOKS.Failed!;
  return {
    ...look,
    title: fill(look.title, run.integrationName),
    message: toastLabel,
    messageData: [sentence(run), { url: logUrl, label: showLogLabel }]
  };
}

/** Why and what to do comes before what was done all the same. */
function sentence(run: Apex.InsightsRunView): string {
  const counts = presentOutcomes(run).map(({ label, count }) => fill(countLabel, label, formatNumber(count)));
  const done = counts.length > 0 ? fill(countsLabel, formatList(counts)) : '';
  const nothing = run.status === 'Completed' ? noRowsLabel : '';
  return [run.errorMessage, run.remedy, done || nothing].filter(Boolean).join(' ');
}
