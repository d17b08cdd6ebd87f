import { LightningElement, api } from 'lwc';
import { fill, formatList, formatNumber } from 'c/insightsFormat';
import { type OutcomeCounts, countRows, presentOutcomes } from 'c/insightsOutcomes';

import barLabel from '@salesforce/label/c.InsightsOutcomeBar';
import countLabel from '@salesforce/label/c.InsightsOutcomeCount';
import noRowsLabel from '@salesforce/label/c.InsightsOutcomeNoRows';

/** A slice of the bar with its line in the legend. */
interface Segment {
  name: string;
  text: string;
  barClass: string;
  swatchClass: string;
  style: string;
}

/** What became of the rows of a run, as a small stacked bar. Its text says the same to those who do not see it. */
export default class InsightsOutcomeBar extends LightningElement {
  /** A run, or anything else that counts rows by outcome. */
  @api run?: OutcomeCounts | null;
  /** Leaves out the legend, for narrow places; the counts are then the text of the bar and its tooltip. */
  @api compact = false;

  label = { noRowsLabel };

  get segments(): Segment[] {
    const total = countRows(this.run);
    return presentOutcomes(this.run).map(({ name, label, count }) => ({
      name,
      text: fill(countLabel, label, formatNumber(count)),
      barClass: `segment ${name}`,
      swatchClass: `swatch ${name}`,
      style: `flex-grow: ${count / total}`
    }));
  }

  get hasRows(): boolean {
    return countRows(this.run) > 0;
  }

  get hasLegend(): boolean {
    return this.hasRows && !this.compact;
  }

  get description(): string {
    return fill(barLabel, formatList(this.segments.map(({ text }) => text)));
  }
}
