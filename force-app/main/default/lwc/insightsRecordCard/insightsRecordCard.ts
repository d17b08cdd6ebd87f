import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { type Problem, type ProblemState, stateOf, toProblem } from 'c/insightsErrors';
import { fill, formatNumber } from 'c/insightsFormat';

import loadCard from '@salesforce/apex/InsightsRecordCardController.loadCard';

import emptyHeading from '@salesforce/label/c.InsightsCardEmptyHeading';
import emptyMessage from '@salesforce/label/c.InsightsCardEmptyMessage';
import refreshLabel from '@salesforce/label/c.InsightsGridRefresh';
import moreLabel from '@salesforce/label/c.InsightsCardMore';
import loadingLabel from '@salesforce/label/c.InsightsStateLoading';
import titleLabel from '@salesforce/label/c.InsightsCardTitle';

/**
 * The card on record pages: the WalkMe fields of the record, which run wrote them, and whether they are fresh. What it
 * shows stays until there is something newer.
 */
export default class InsightsRecordCard extends NavigationMixin(LightningElement) {
  label = { emptyHeading, loadingLabel, refreshLabel, titleLabel };
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
    this.problem = null;
    if (value) {
      this.load(value);
    }
  }

  get isFirstLoad(): boolean {
    return this.loading && !this.card;
  }

  get isRefreshing(): boolean {
    return this.loading && this.card !== null;
  }

  /** What takes the place of everything. */
  get state(): ProblemState | null {
    return this.card ? null : stateOf(this.problem);
  }

  /** What stands above that which is shown still. */
  get shownProblem(): Problem | null {
    return this.card ? this.problem : null;
  }

  get isRetryable(): boolean {
    return stateOf(this.problem)?.actionLabel !== undefined;
  }

  get sources(): readonly Apex.InsightsCardIntegration[] {
    return this.card?.integrations ?? [];
  }

  get isEmpty(): boolean {
    return this.card !== null && this.sources.length === 0;
  }

  /** How many integrations are not told of; nothing when all are. */
  get moreText(): string | null {
    const leftOut = this.card?.leftOut ?? 0;
    return leftOut > 0 ? fill(moreLabel, formatNumber(leftOut)) : null;
  }

  get emptyMessage(): string {
    return fill(emptyMessage, this.card?.objectLabel);
  }

  /** Not disabled while it works, because it would lose the focus; a click meanwhile does nothing. */
  handleRefresh(): void {
    if (!this.loading && this.shownId) {
      this.load(this.shownId);
    }
  }

  /** The button goes away with the problem: the keyboard goes on at the top of this card. */
  handleRetry(): void {
    this.template?.querySelector<HTMLElement>('h2')?.focus();
    this.handleRefresh();
  }

  handleRun(event: CustomEvent<{ runId: string }>): void {
    this[NavigationMixin.Navigate]({
      type: 'standard__recordPage',
      attributes: { recordId: event.detail.runId, objectApiName: 'InsightsRun__c', actionName: 'view' }
    });
  }

  private async load(recordId: string): Promise<void> {
    this.loading = true;
    this.problem = null;
    try {
      const card = await loadCard({ recordId });
      if (recordId === this.shownId) {
        this.card = card;
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
