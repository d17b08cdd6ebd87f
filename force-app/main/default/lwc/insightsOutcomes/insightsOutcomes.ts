import ambiguousLabel from '@salesforce/label/c.InsightsOutcomeAmbiguous';
import createdLabel from '@salesforce/label/c.InsightsOutcomeCreated';
import rejectedLabel from '@salesforce/label/c.InsightsOutcomeRejected';
import skippedLabel from '@salesforce/label/c.InsightsOutcomeSkipped';
import unchangedLabel from '@salesforce/label/c.InsightsOutcomeUnchanged';
import unmatchedLabel from '@salesforce/label/c.InsightsOutcomeUnmatched';
import updatedLabel from '@salesforce/label/c.InsightsOutcomeUpdated';

/** The seven things that can become of a row, named as the members of runs that count them. */
export type OutcomeName = 'updated' | 'unchanged' | 'created' | 'unmatched' | 'ambiguous' | 'skipped' | 'rejected';

/** How an outcome is named and coloured wherever it is shown. */
export interface Outcome {
  readonly name: OutcomeName;
  /** The value of the picklist InsightsRunIssue__c.Outcome__c. */
  readonly value: string;
  /** In the user's language. */
  readonly label: string;
  /** SLDS styling hook of its colour, for charts that cannot use the class of a stylesheet. */
  readonly hook: string;
  /** The colour where the hook is not set. */
  readonly fallback: string;
}

/** Anything that counts rows by outcome: a run, a progress event, a day of the health page. */
export type OutcomeCounts = { readonly [name in OutcomeName]?: number | null };

/** An outcome with its number of rows. */
export interface OutcomeCount extends Outcome {
  readonly count: number;
}

/** In the order in which they are always shown. */
export const OUTCOMES: readonly Outcome[] = [
  outcome('updated', 'Updated', updatedLabel, 'success-base-50', '#2e844a'),
  outcome('unchanged', 'Unchanged', unchangedLabel, 'neutral-base-80', '#c9c9c9'),
  outcome('created', 'Created', createdLabel, 'brand-base-50', '#0176d3'),
  outcome('unmatched', 'Unmatched', unmatchedLabel, 'warning-base-60', '#fe9339'),
  outcome('ambiguous', 'Ambiguous', ambiguousLabel, 'warning-base-40', '#a96404'),
  outcome('skipped', 'Skipped', skippedLabel, 'neutral-base-50', '#747474'),
  outcome('rejected', 'Rejected', rejectedLabel, 'error-base-50', '#ea001e')
];

/**
 * @param counts anything that counts rows by outcome
 * @returns the outcomes that have rows, in their order
 */
export function presentOutcomes(counts: OutcomeCounts | null | undefined): OutcomeCount[] {
  return OUTCOMES.map((each) => ({ ...each, count: counts?.[each.name] ?? 0 })).filter(({ count }) => count > 0);
}

/**
 * @param counts anything that counts rows by outcome
 * @returns how many rows have an outcome
 */
export function countRows(counts: OutcomeCounts | null | undefined): number {
  return presentOutcomes(counts).reduce((sum, { count }) => sum + count, 0);
}

function outcome(name: OutcomeName, value: string, label: string, hook: string, fallback: string): Outcome {
  return { name, value, label, hook: `--slds-g-color-${hook}`, fallback };
}
