import { LightningElement, api } from 'lwc';
import loadFiles from '@salesforce/apex/InsightsRunsController.loadFiles';
import { type Problem, toProblem } from 'c/insightsErrors';
import { FocusKeeper, focusFirst } from 'c/insightsFocus';

import downloadLog from '@salesforce/label/c.InsightsLogDownloadLog';
import downloadRejected from '@salesforce/label/c.InsightsLogDownloadRejected';
import filesLabel from '@salesforce/label/c.InsightsLogFiles';
import fullLabel from '@salesforce/label/c.InsightsLogFull';
import issuesLabel from '@salesforce/label/c.InsightsLogIssues';

/**
 * The log of one run: its figures, its issues, the full log, and the files.
 * @fires abort when the user has confirmed that the run shall stop; detail: { runId }
 */
export default class InsightsRunDetail extends LightningElement {
  /** The run; its files are loaded again when it has ended. */
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

  /** Whether the user may abort runs. */
  @api canRun = false;

  label = { downloadLog, downloadRejected, filesLabel, fullLabel, issuesLabel };
  shownRun?: Apex.InsightsRunView | null;
  files: Apex.InsightsFileView[] | null = null;
  problem: Problem | null = null;
  tab = 'issues';
  keeper = new FocusKeeper(this.template!, () => focusFirst(this.template!, this.tab));

  renderedCallback(): void {
    this.keeper.keep();
  }

  get logFiles(): Apex.InsightsFileView[] {
    return this.files?.filter(({ kind }) => kind === 'Log') ?? [];
  }

  get rejectedFiles(): Apex.InsightsFileView[] {
    return this.files?.filter(({ kind }) => kind === 'Rejected') ?? [];
  }

  get hasRejected(): boolean {
    return this.rejectedFiles.length > 0;
  }

  get isLoading(): boolean {
    return !this.files && !this.problem;
  }

  get logFileName(): string {
    return `${this.shownRun?.name ?? ''} log.csv`;
  }

  get rejectedFileName(): string {
    return `${this.shownRun?.name ?? ''} rejected.csv`;
  }

  handleTab(event: CustomEvent): void {
    this.tab = (event.target as HTMLElement & { value: string }).value;
  }

  handleFiles(): void {
    this.tab = 'files';
  }

  handleAbort({ detail }: CustomEvent<{ runId: string }>): void {
    this.dispatchEvent(new CustomEvent('abort', { detail }));
  }

  async load(): Promise<void> {
    const runId = this.shownRun?.id;
    this.problem = null;
    try {
      const files = await loadFiles({ runId });
      this.files = runId === this.shownRun?.id ? files : this.files;
    } catch (error) {
      this.problem = runId === this.shownRun?.id ? toProblem(error) : this.problem;
    }
  }
}
