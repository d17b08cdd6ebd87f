import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { type Problem, type ProblemState, stateOf, toProblem } from 'c/insightsErrors';
import { fill } from 'c/insightsFormat';

import loadCard from '@salesforce/apex/InsightsRecordCardController.loadCard';

import emptyHeading from '@salesforce/label/c.InsightsCardEmptyHeading';
import emptyMessage from '@salesforce/label/c.InsightsCardEmptyMessage';
import refreshLabel from '@salesforce/label/c.InsightsGridRefresh';
import titleLabel from '@salesforce/label/c.InsightsCardTitle';

/** The card on record pages: the WalkMe fields of the record, which run wrote them, and whether they are fresh. */
export default class InsightsRecordCard extends NavigationMixin(LightningElement) {
  label = { emptyHeading, refreshLabel, titleLabel };
  card: Apex.InsightsRecordCard | null = null;
  problem: Problem | null = null;
  loading = false;
  private shownId: string | null = null;

  /** Id of the record of the page. */
  @api
  get recordId(): string | null {
    return this.shownId;
  }
  set recordId(value: string | null) {
    this.shownId = value;
    this.card = null;
    if (value) {
      this.load();
    }
  }

  get isFirstLoad(): boolean {
    return this.loading && !this.card;
  }

  get state(): ProblemState | null {
    return stateOf(this.problem);
  }

  get sources(): readonly Apex.InsightsCardIntegration[] {
    return this.problem ? [] : (this.card?.integrations ?? []);
  }

  get isEmpty(): boolean {
    return this.card !== null && !this.problem && this.sources.length === 0;
  }

  get emptyMessage(): string {
    return fill(emptyMessage, this.card?.objectLabel);
  }

  handleRefresh(): void {
    this.load();
  }

  handleRun(event: CustomEvent<{ runId: string }>): void {
    this[NavigationMixin.Navigate]({
      type: 'standard__recordPage',
      attributes: { recordId: event.detail.runId, objectApiName: 'InsightsRun__c', actionName: 'view' }
    });
  }

  private async load(): Promise<void> {
    const recordId = this.shownId!;
    this.loading = true;
    try {
      const card = await loadCard({ recordId });
      if (recordId === this.shownId) {
        this.card = card;
        this.problem = null;
      }
    } catch (error) {
      if (recordId === this.shownId) {
        this.problem = toProblem(error);
      }
    } finally {
      this.loading = recordId === this.shownId ? false : this.loading;
    }
  }
}
