import { LightningElement, api } from 'lwc';
import { fill, formatNumber } from 'c/insightsFormat';

import reasonsMore from '@salesforce/label/c.InsightsWizardReasonsMore';
import reasonsSearch from '@salesforce/label/c.InsightsWizardReasonsSearch';
import reasonsNoMatch from '@salesforce/label/c.InsightsWizardReasonsNoMatch';

/** A field that is not offered. */
export interface FieldReason {
  readonly name: string;
  readonly label: string;
  /** Why, one sentence. */
  readonly reason: string;
}

/** More lines than a user reads through would only make the page slow. */
const SHOWN = 50;
/** From this many fields on a search helps. */
const SEARCHED = 10;

/** Says on demand which fields are not offered, and why. */
export default class InsightsFieldReasons extends LightningElement {
  @api heading = '';
  @api reasons: readonly FieldReason[] = [];

  label = { reasonsNoMatch, reasonsSearch };
  isOpen = false;
  text = '';

  get hasReasons(): boolean {
    return this.reasons.length > 0;
  }

  get headingText(): string {
    return `${this.heading} (${formatNumber(this.reasons.length)})`;
  }

  get expanded(): string {
    return String(this.isOpen);
  }

  get iconName(): string {
    return this.isOpen ? 'utility:chevrondown' : 'utility:chevronright';
  }

  get isSearched(): boolean {
    return this.reasons.length > SEARCHED;
  }

  get matches(): readonly FieldReason[] {
    const text = this.text.trim().toLowerCase();
    return this.reasons.filter(({ name, label }) => `${label} ${name}`.toLowerCase().includes(text));
  }

  get rows(): readonly FieldReason[] {
    return this.matches.slice(0, SHOWN);
  }

  get moreText(): string {
    const hidden = this.matches.length - SHOWN;
    return hidden > 0 ? fill(reasonsMore, formatNumber(hidden)) : '';
  }

  get hasNoMatch(): boolean {
    return this.matches.length === 0;
  }

  handleToggle(): void {
    this.isOpen = !this.isOpen;
  }

  handleSearch(event: CustomEvent<{ value: string }>): void {
    this.text = event.detail.value;
  }
}
