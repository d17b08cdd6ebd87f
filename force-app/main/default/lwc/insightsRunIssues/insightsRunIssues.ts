import { LightningElement, api } from 'lwc';
import loadIssues from '@salesforce/apex/InsightsRunsController.loadIssues';
import { type Problem, toProblem } from 'c/insightsErrors';
import { FocusKeeper, focusFirst } from 'c/insightsFocus';
import { fill, formatNumber } from 'c/insightsFormat';
import { ALL_ISSUES, type IssueFilter } from 'c/insightsIssueFilter';
import type InsightsIssueList from 'c/insightsIssueList';

import cappedLabel from '@salesforce/label/c.InsightsIssuesCapped';
import clearLabel from '@salesforce/label/c.InsightsIssuesClear';
import countLabel from '@salesforce/label/c.InsightsIssuesCount';
import issuesLabel from '@salesforce/label/c.InsightsLogIssues';
import loadingLabel from '@salesforce/label/c.InsightsStateLoading';
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

  label = { cappedLabel, clearLabel, issuesLabel, moreLabel, openFilesLabel, retryLabel };
  shownRun?: Apex.InsightsRunView | null;
  filter: IssueFilter = ALL_ISSUES;
  issues: Apex.InsightsIssueView[] = [];
  /** The filter that the issues have passed. */
  shownFilter: IssueFilter = ALL_ISSUES;
  reasons: Apex.InsightsReasonCount[] = [];
  total = 0;
  nextCursor: string | null = null;
  isCapped = false;
  isLoading = false;
  problem: Problem | null = null;
  /** Whether the last question was for the issues after those that are shown. */
  askedForNext = false;
  /** Position of the first of the issues that were added last; none where all are new. */
  firstAdded: number | null = null;
  /** Answers may overtake each other; only the one to the last question counts. */
  questions = 0;
  keeper = new FocusKeeper(this.template!, () => this.focusIssues());

  renderedCallback(): void {
    this.keeper.keep();
  }

  get hasIssues(): boolean {
    return this.issues.length > 0;
  }

  get isFiltered(): boolean {
    return Object.values(this.filter).some(Boolean);
  }

  get isFilterShown(): boolean {
    return this.isFiltered || this.hasIssues || this.reasons.length > 0;
  }

  get hasMore(): boolean {
    return this.nextCursor !== null;
  }

  get problemAbove(): Problem | null {
    return this.askedForNext ? null : this.problem;
  }

  /** Where the button is: it asks for the same issues again. */
  get problemBelow(): Problem | null {
    return this.askedForNext ? this.problem : null;
  }

  get busy(): string {
    return String(this.isLoading);
  }

  get listClass(): string {
    return this.isLoading ? 'waiting' : '';
  }

  get count(): string {
    return this.isLoading ? loadingLabel : fill(countLabel, formatNumber(this.issues.length), formatNumber(this.total));
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
    if (!this.isLoading) {
      this.ask(this.nextCursor);
    }
  }

  handleFiles(): void {
    this.dispatchEvent(new CustomEvent('files'));
  }

  focusIssues(): void {
    const list = this.refs?.list as LwcElement<InsightsIssueList> | undefined;
    if (list && this.firstAdded !== null) {
      list.focusLine(this.firstAdded);
    } else {
      focusFirst(this.template!, 'content');
    }
  }

  load(): void {
    this.ask(null);
  }

  async ask(cursor: string | null): Promise<void> {
    const question = ++this.questions;
    const { filter } = this;
    this.isLoading = true;
    this.problem = null;
    this.askedForNext = cursor !== null;
    this.firstAdded = null;
    try {
      const page = await loadIssues({ runId: this.shownRun?.id, ...filter, limitTo: PAGE_SIZE, cursor });
      if (question === this.questions) {
        this.show(page);
        this.shownFilter = filter;
      }
    } catch (error) {
      if (question === this.questions) {
        this.problem = toProblem(error);
        // What another filter has found does not answer this question.
        this.issues = filter === this.shownFilter ? this.issues : [];
      }
    } finally {
      this.isLoading = this.isLoading && question !== this.questions;
    }
  }

  show(page: Apex.InsightsIssuePage): void {
    const before = this.askedForNext ? this.issues : [];
    const added = page.issues ?? [];
    this.firstAdded = before.length > 0 && added.length > 0 ? before.length : null;
    this.issues = [...before, ...added];
    this.total = page.total ?? 0;
    this.nextCursor = page.nextCursor ?? null;
    this.reasons = page.reasons ?? this.reasons;
    this.isCapped = page.isCapped ?? this.isCapped;
  }
}
