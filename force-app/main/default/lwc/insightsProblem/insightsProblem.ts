import { LightningElement, api } from 'lwc';
import type { Problem } from 'c/insightsErrors';

import retryLabel from '@salesforce/label/c.InsightsStateRetry';

/**
 * Says in place what went wrong and what to do next, beside what still works.
 * @fires retry when the user wants to try again
 */
export default class InsightsProblem extends LightningElement {
  @api problem?: Problem | null;
  /** Whether trying again can help. */
  @api retryable = false;

  label = { retryLabel };

  handleRetry(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }
}
