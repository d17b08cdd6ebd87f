import LightningConfirm from 'lightning/confirm';
import { fill, formatNumber } from 'c/insightsFormat';
import type { RowActionName } from 'c/insightsRowActions';

import abortRun from '@salesforce/apex/InsightsIntegrationsController.abortRun';
import deletionImpact from '@salesforce/apex/InsightsIntegrationsController.deletionImpact';
import duplicate from '@salesforce/apex/InsightsIntegrationsController.duplicate';
import remove from '@salesforce/apex/InsightsIntegrationsController.remove';
import runNow from '@salesforce/apex/InsightsIntegrationsController.runNow';
import setActive from '@salesforce/apex/InsightsIntegrationsController.setActive';

import abortRequestedLabel from '@salesforce/label/c.InsightsGridAbortRequested';
import abortTooLateLabel from '@salesforce/label/c.InsightsGridAbortTooLate';
import deleteMessage from '@salesforce/label/c.InsightsGridDeleteMessage';
import deleteTitle from '@salesforce/label/c.InsightsGridDeleteTitle';
import deletedLabel from '@salesforce/label/c.InsightsGridDeleted';
import duplicatedLabel from '@salesforce/label/c.InsightsGridDuplicated';
import pausedLabel from '@salesforce/label/c.InsightsGridWasPaused';
import resumedLabel from '@salesforce/label/c.InsightsGridWasResumed';

type Integration = Apex.InsightsIntegrationRow;

/** What is done in Salesforce; the screens that edit and log open are no business of this module. */
export type ChangeName = Exclude<RowActionName, 'edit' | 'log'>;

/** What an action has done. */
export interface Done {
  /** A sentence for the user; none when what happened shows itself. */
  message?: string;
  /** How the sentence is shown; as a success when left out. */
  variant?: 'info';
  /** A run that was started or changed. */
  run?: Apex.InsightsRunView;
  /** Whether the grid has to be read again. */
  reload: boolean;
}

const NOTHING: Done = { reload: false };

const CHANGES: Readonly<Record<ChangeName, (row: Integration, integrationId: string) => Promise<Done>>> = {
  run: async (_row, integrationId) => ({ run: await runNow({ integrationId }), reload: false }),
  abort: (row) => abort(row),
  duplicate: async (row, integrationId) => {
    await duplicate({ integrationId });
    return { message: fill(duplicatedLabel, row.name), reload: true };
  },
  pause: async (row, integrationId) => {
    await setActive({ integrationId, active: false });
    return { message: fill(pausedLabel, row.name), reload: true };
  },
  resume: async (row, integrationId) => {
    await setActive({ integrationId, active: true });
    return { message: fill(resumedLabel, row.name), reload: true };
  },
  delete: (_row, integrationId) => confirmAndRemove(integrationId)
};

/**
 * Does something with an integration.
 * @param action what to do
 * @param row the integration
 * @returns what was done
 * @throws what Apex refuses, for toProblem of c/insightsErrors
 */
export function perform(action: ChangeName, row: Integration): Promise<Done> {
  return CHANGES[action](row, row.id ?? '');
}

async function abort({ name, lastRun }: Integration): Promise<Done> {
  const aborted = lastRun?.id ? await abortRun({ runId: lastRun.id }) : false;
  return aborted && lastRun
    ? { message: fill(abortRequestedLabel, name), run: { ...lastRun, abortRequested: true }, reload: false }
    : { message: fill(abortTooLateLabel, name), variant: 'info', reload: true };
}

async function confirmAndRemove(integrationId: string): Promise<Done> {
  const impact = await deletionImpact({ integrationId });
  // What runs is refused by Apex with a remedy: nobody has to confirm first what cannot be done.
  if (!impact.isRunning && !(await confirms(impact))) {
    return NOTHING;
  }
  await remove({ integrationId });
  return { message: fill(deletedLabel, impact.name), reload: true };
}

function confirms({ name, mappings, runs }: Apex.InsightsDeletionImpact): Promise<boolean> {
  return LightningConfirm.open({
    label: fill(deleteTitle, name),
    message: fill(deleteMessage, formatNumber(mappings), formatNumber(runs)),
    theme: 'warning',
    variant: 'header'
  });
}
