import { LightningElement, api } from 'lwc';
import loadIssues from '@salesforce/apex/InsightsRunsController.loadIssues';
import { type Problem, toProblem } from 'c/insightsErrors';
import { fill, formatNumber } from 'c/insightsFormat';
import { ALL_ISSUES, type IssueFilter } from 'c/insightsIssueFilter';

import cappedLabel from '@salesforce/label/c.InsightsIssuesCapped';
import clearLabel from '@salesforce/label/c.InsightsIssuesClear';
import countLabel from '@salesforce/label/c.InsightsIssuesCount';
import moreLabel from '@salesforce/label/c.InsightsLogMore';
import noMatchLabel from '@salesforce/label/c.InsightsIssuesNoMatch';
import noMatchMessage from '@salesforce/label/c.InsightsIssuesNoMatchMessage';
import noneLabel from '@salesforce/label/c.InsightsIssuesNone';
import noneMessage from '@salesforce/label/c.InsightsIssuesNoneMessage';
import noneYetMessage from '@salesforce/label/c.InsightsIssuesNoneYet';
import openFilesLabel from '@salesforce/label/c.InsightsIssuesOpenFiles';
import retryLabel from '@salesforce/label/c.InsightsStateRetry';

const PAGE_SIZE = 100;

/**
 * The issues of a run: loads them piece by piece, filtered as the user likes.
 * @fires files when the user wants to see the files
 */
export default class InsightsRunIssues extends LightningElement {
  /** The run; its issues are loaded again when it has ended. */
  @api get run(): Apex.InsightsRunView | null | undefined {
    return this.shownRun;
  }
  set run(run: Apex.InsightsRunView | null | undefined) {
    const isOther = run?.id !== this.shownRun?.id || run?.endedAt !== this.shownRun?.endedAt;
    this.shownRun = run;
    if (isOther && run) {
      this.load();
    }
  }

  label = { cappedLabel, clearLabel, moreLabel, openFilesLabel, retryLabel };
  shownRun?: Apex.InsightsRunView | null;
  filter: IssueFilter = ALL_ISSUES;
  issues: Apex.InsightsIssueView[] = [];
  reasons: Apex.InsightsReasonCount[] = [];
  total = 0;
  nextCursor: string | null = null;
  isCapped = false;
  isLoading = false;
  problem: Problem | null = null;
  /** Answers may overtake each other; only the one to the last question counts. */
  questions = 0;

  get isLoadingFirst(): boolean {
    return this.isLoading && this.issues.length === 0;
  }

  get hasIssues(): boolean {
    return this.issues.length > 0;
  }

  get isFiltered(): boolean {
    return Object.values(this.filter).some(Boolean);
  }

  get isFilterShown(): boolean {
    return this.isFiltered || this.hasIssues;
  }

  get hasMore(): boolean {
    return this.nextCursor !== null;
  }

  get count(): string {
    return fill(countLabel, formatNumber(this.issues.length), formatNumber(this.total));
  }

  get emptyHeading(): string {
    return this.isFiltered ? noMatchLabel : noneLabel;
  }

  get emptyMessage(): string {
    if (this.isFiltered) {
      return noMatchMessage;
    }
    return this.shownRun?.endedAt && !this.isCapped ? noneMessage : noneYetMessage;
  }

  get emptyAction(): string | undefined {
    return this.isFiltered ? clearLabel : undefined;
  }

  handleFilter({ detail }: CustomEvent<IssueFilter>): void {
    this.filter = detail;
    this.load();
  }

  handleClear(): void {
    this.filter = ALL_ISSUES;
    this.load();
  }

  handleMore(): void {
    this.ask(this.nextCursor);
  }

  handleFiles(): void {
    this.dispatchEvent(new CustomEvent('files'));
  }

  load(): void {
    this.ask(null);
  }

  async ask(cursor: string | null): Promise<void> {
    const question = ++this.questions;
    this.isLoading = true;
    this.problem = null;
    try {
      const page = await loadIssues({ runId: this.shownRun?.id, ...this.filter, limitTo: PAGE_SIZE, cursor });
      if (question === this.questions) {
        this.show(page, cursor !== null);
      }
    } catch (error) {
      this.problem = question === this.questions ? toProblem(error) : this.problem;
    } finally {
      this.isLoading = this.isLoading && question !== this.questions;
    }
  }

  show(page: Apex.InsightsIssuePage, isNext: boolean): void {
    this.issues = [...(isNext ? this.issues : []), ...(page.issues ?? [])];
    this.total = page.total ?? 0;
    this.nextCursor = page.nextCursor ?? null;
    this.reasons = page.reasons ?? this.reasons;
    this.isCapped = page.isCapped ?? this.isCapped;
  }
}
