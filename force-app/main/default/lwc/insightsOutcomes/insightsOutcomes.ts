import ambiguousLabel from '@salesforce/label/c.InsightsOutcomeAmbiguous';
import createdLabel from '@salesforce/label/c.InsightsOutcomeCreated';
import rejectedLabel from '@salesforce/label/c.InsightsOutcomeRejected';
import skippedLabel from '@salesforce/label/c.InsightsOutcomeSkipped';
import unchangedLabel from '@salesforce/label/c.InsightsOutcomeUnchanged';
import unmatchedLabel from '@salesforce/label/c.InsightsOutcomeUnmatched';
import updatedLabel from '@salesforce/label/c.InsightsOutcomeUpdated';

/** The seven things that can become of a row, named as the members of runs that count them. */
export type OutcomeName = 'updated' | 'unchanged' | 'created' | 'unmatched' | 'ambiguous' | 'skipped' | 'rejected';

/** How an outcome is named wherever it is shown; its colour is the class of that name in the style sheets. */
export interface Outcome {
  readonly name: OutcomeName;
  /** The value of the picklist InsightsRunIssue__c.Outcome__c. */
  readonly value: string;
  /** In the user's language. */
  readonly label: string;
}

/** Anything that counts rows by outcome: a run, a progress event, a day of the health page. */
export type OutcomeCounts = { readonly [name in OutcomeName]?: number | null };

/** An outcome with its number of rows. */
export interface OutcomeCount extends Outcome {
  readonly count: number;
}

/** In the order in which they are always shown. */
export const OUTCOMES: readonly Outcome[] = [
  { name: 'updated', value: 'Updated', label: updatedLabel },
  { name: 'unchanged', value: 'Unchanged', label: unchangedLabel },
  { name: 'created', value: 'Created', label: createdLabel },
  { name: 'unmatched', value: 'Unmatched', label: unmatchedLabel },
  { name: 'ambiguous', value: 'Ambiguous', label: ambiguousLabel },
  { name: 'skipped', value: 'Skipped', label: skippedLabel },
  { name: 'rejected', value: 'Rejected', label: rejectedLabel }
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
