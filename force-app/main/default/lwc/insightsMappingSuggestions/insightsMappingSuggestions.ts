import { LightningElement, api } from 'lwc';
import { fill, formatNumber } from 'c/insightsFormat';
import type { Suggestion } from 'c/insightsSuggestions';

import suggestAccept from '@salesforce/label/c.InsightsWizardSuggestAccept';
import suggestAll from '@salesforce/label/c.InsightsWizardSuggestAll';
import suggestCount from '@salesforce/label/c.InsightsWizardSuggestCount';
import suggestOne from '@salesforce/label/c.InsightsWizardSuggestOne';

interface Row extends Suggestion {
  buttonLabel: string;
}

/**
 * Columns that seem to belong into a field, to be accepted together or one by one.
 * @fires accept with { suggestions } as detail
 */
export default class InsightsMappingSuggestions extends LightningElement {
  @api suggestions: readonly Suggestion[] = [];

  label = { suggestAll };

  /** Puts the cursor on the button that accepts all; does nothing when there are no suggestions. */
  @api
  focus(): void {
    this.template!.querySelector<HTMLElement>('[data-id="all"]')?.focus();
  }

  get hasAny(): boolean {
    return this.suggestions.length > 0;
  }

  get heading(): string {
    const count = this.suggestions.length;
    return count === 1 ? suggestOne : fill(suggestCount, formatNumber(count));
  }

  get rows(): Row[] {
    return this.suggestions.map((suggestion) => ({
      ...suggestion,
      buttonLabel: fill(suggestAccept, suggestion.column, suggestion.fieldLabel)
    }));
  }

  handleAll(): void {
    this.accept([...this.suggestions]);
  }

  handleOne(event: Event): void {
    const { column } = (event.currentTarget as HTMLElement).dataset;
    this.accept(this.suggestions.filter((suggestion) => suggestion.column === column));
  }

  private accept(suggestions: Suggestion[]): void {
    this.dispatchEvent(new CustomEvent('accept', { detail: { suggestions } }));
  }
}
