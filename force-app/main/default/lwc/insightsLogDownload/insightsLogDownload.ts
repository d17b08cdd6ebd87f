import { LightningElement, api } from 'lwc';
import { joinCsv } from 'c/insightsCsv';
import { downloadText } from 'c/insightsDownload';
import { type Problem, toProblem } from 'c/insightsErrors';
import { FocusKeeper, focusFirst } from 'c/insightsFocus';
import { fill, formatNumber } from 'c/insightsFormat';
import { FileTexts } from 'c/insightsLogReader';

import readingLabel from '@salesforce/label/c.InsightsLogReading';
import stopLabel from '@salesforce/label/c.InsightsLogStop';

/** A button that saves files of a run as one: read one after another, joined with one header, and it can be stopped. */
export default class InsightsLogDownload extends LightningElement {
  /** The files, in report order. */
  @api files: Apex.InsightsFileView[] = [];
  /** Text of the button. */
  @api label = '';
  /** Name of the joined file, with extension. */
  @api fileName = '';

  text = { stopLabel };
  /** Which file is being read, counted from 1; 0 while none is. */
  position = 0;
  isStopped = false;
  problem: Problem | null = null;
  keeper = new FocusKeeper(this.template!, () => focusFirst(this.template!, 'download'));

  disconnectedCallback(): void {
    this.isStopped = true;
  }

  renderedCallback(): void {
    this.keeper.keep();
  }

  get isReading(): boolean {
    return this.position > 0;
  }

  get isEmpty(): boolean {
    return this.files.length === 0;
  }

  get progress(): string {
    return fill(readingLabel, formatNumber(this.position), formatNumber(this.files.length));
  }

  handleStop(): void {
    this.isStopped = true;
  }

  /** The button is neither disabled nor gone meanwhile, because it would lose the focus. */
  async handleDownload(): Promise<void> {
    if (this.isReading) {
      return;
    }
    this.isStopped = false;
    this.problem = null;
    try {
      const texts = await new FileTexts(this.files).readAll((position) => {
        this.position = position;
        return !this.isStopped;
      });
      if (texts && !this.isStopped) {
        downloadText(this.fileName, joinCsv(texts));
      }
    } catch (error) {
      this.problem = toProblem(error);
    } finally {
      this.position = 0;
    }
  }
}
