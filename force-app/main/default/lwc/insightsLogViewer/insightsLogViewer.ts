import { LightningElement, api } from 'lwc';
import { afterPause } from 'c/insightsDelay';
import { type Problem, toProblem } from 'c/insightsErrors';
import { FocusKeeper } from 'c/insightsFocus';
import { fill, formatNumber } from 'c/insightsFormat';
import { FileTexts, LogReader } from 'c/insightsLogReader';

import allLinesLabel from '@salesforce/label/c.InsightsLogLinesAll';
import linesLabel from '@salesforce/label/c.InsightsLogLines';
import moreLabel from '@salesforce/label/c.InsightsLogMore';
import noFilesLabel from '@salesforce/label/c.InsightsLogNoFiles';
import noFilesMessage from '@salesforce/label/c.InsightsLogNoFilesMessage';
import noLineLabel from '@salesforce/label/c.InsightsLogNoLine';
import noLineStopped from '@salesforce/label/c.InsightsLogNoLineStopped';
import readingLabel from '@salesforce/label/c.InsightsLogReading';
import retryLabel from '@salesforce/label/c.InsightsStateRetry';
import searchLabel from '@salesforce/label/c.InsightsLogSearch';
import stopLabel from '@salesforce/label/c.InsightsLogStop';
import tableLabel from '@salesforce/label/c.InsightsLogTable';

/** A line of the log, with a key for each cell. */
interface Line {
  key: number;
  cells: { key: string; label: string; text: string }[];
}

const PAGE_SIZE = 100;
const TYPING_MILLISECONDS = 400;

/** The full log of a run: reads its files one after another, only as far as they are looked at or searched. */
export default class InsightsLogViewer extends LightningElement {
  /** The log files, in report order; the same files again change nothing. */
  @api get files(): Apex.InsightsFileView[] {
    return this.logFiles;
  }
  set files(files: Apex.InsightsFileView[]) {
    const isSame = versionsOf(files) === versionsOf(this.logFiles) && this.logFiles.length > 0;
    this.logFiles = files;
    if (!isSame) {
      this.texts = new FileTexts(files);
      this.begin();
    }
  }

  label = { moreLabel, noFilesLabel, noFilesMessage, retryLabel, searchLabel, stopLabel, tableLabel };
  logFiles: Apex.InsightsFileView[] = [];
  searchText = '';
  /** The reader works on its own; what is shown of it is copied from it at every step. */
  header: string[] = [];
  lines: string[][] = [];
  shown = PAGE_SIZE;
  filesRead = 0;
  isDone = false;
  isReading = false;
  /** The button stays while more is read: it has the focus. */
  wasAskedForMore = false;
  problem: Problem | null = null;

  texts = new FileTexts([]);
  reader = new LogReader(this.texts, '');
  typing = afterPause(() => this.begin(), TYPING_MILLISECONDS);
  keeper = new FocusKeeper(this.template!, () => this.focusLines());

  disconnectedCallback(): void {
    this.typing.stop();
    this.reader.stop();
  }

  renderedCallback(): void {
    this.keeper.keep();
  }

  get hasFiles(): boolean {
    return this.logFiles.length > 0;
  }

  get hasLines(): boolean {
    return this.lines.length > 0;
  }

  get hasMore(): boolean {
    const isOffered = !this.isReading || this.wasAskedForMore;
    return isOffered && !this.problem && (this.shown < this.lines.length || !this.isDone);
  }

  get columns(): { key: string; label: string }[] {
    return this.header.map((label, index) => ({ key: String(index), label }));
  }

  get shownLines(): Line[] {
    return this.lines.slice(0, this.shown).map((cells, key) => ({
      key,
      cells: this.columns.map(({ label, key: cellKey }, index) => ({ key: cellKey, label, text: cells[index] ?? '' }))
    }));
  }

  get progress(): string {
    const [shown, found, read, files] = [
      Math.min(this.shown, this.lines.length),
      this.lines.length,
      this.filesRead,
      this.logFiles.length
    ].map((count) => formatNumber(count));
    if (this.isReading) {
      return fill(readingLabel, formatNumber(Math.min(this.filesRead + 1, this.logFiles.length)), files);
    }
    return this.isDone ? fill(allLinesLabel, shown, found) : fill(linesLabel, shown, read, files);
  }

  get nothingFound(): string | null {
    if (this.isReading || this.hasLines || this.problem) {
      return null;
    }
    return this.isDone ? noLineLabel : noLineStopped;
  }

  handleSearch({ detail }: CustomEvent<{ value: string }>): void {
    this.searchText = detail.value;
    this.typing.start();
  }

  handleMore(): void {
    if (!this.isReading) {
      this.wasAskedForMore = true;
      this.shown += PAGE_SIZE;
      this.readOn();
    }
  }

  handleStop(): void {
    this.reader.stop();
  }

  /** Without a jump: the lines begin far above the button that was asked for more. */
  focusLines(): void {
    const place = (this.refs?.lines ?? this.refs?.search) as HTMLElement | undefined;
    place?.focus({ preventScroll: true });
  }

  begin(): void {
    this.reader.stop();
    this.reader = new LogReader(this.texts, this.searchText);
    this.shown = PAGE_SIZE;
    this.wasAskedForMore = false;
    this.readOn();
  }

  async readOn(): Promise<void> {
    const { reader } = this;
    this.isReading = true;
    this.problem = null;
    try {
      await reader.readUntil(this.shown, () => this.show(reader));
    } catch (error) {
      this.problem = reader === this.reader ? toProblem(error) : this.problem;
    }
    this.isReading = this.isReading && reader !== this.reader;
    this.show(reader);
  }

  /** A reader that has been replaced may still be at its last file. */
  show(reader: LogReader): void {
    if (reader === this.reader) {
      this.header = reader.header;
      this.lines = [...reader.lines];
      this.filesRead = reader.filesRead;
      this.isDone = reader.isDone;
    }
  }
}

function versionsOf(files: Apex.InsightsFileView[]): string {
  return files.map(({ versionId }) => versionId).join();
}
