import { LightningElement, api } from 'lwc';

/** One thing that was chosen. */
export interface SummaryItem {
  readonly term: string;
  /** One line each. */
  readonly details: readonly string[];
}

/** What was chosen in the wizard, to be read over before it is saved. */
export default class InsightsWizardSummary extends LightningElement {
  @api items: readonly SummaryItem[] = [];
}
