import { LightningElement, api } from 'lwc';
import { fill, formatRelative, formatUtc } from 'c/insightsFormat';

import columnLabel from '@salesforce/label/c.InsightsCardColumn';
import constantLabel from '@salesforce/label/c.InsightsCardConstant';
import emptyLabel from '@salesforce/label/c.InsightsCardEmptyValue';
import freshLabel from '@salesforce/label/c.InsightsHealthFresh';
import lastRunLabel from '@salesforce/label/c.InsightsCardLastRun';
import noFieldsLabel from '@salesforce/label/c.InsightsCardNoFields';
import notWrittenLabel from '@salesforce/label/c.InsightsCardNotWritten';
import pausedLabel from '@salesforce/label/c.InsightsHealthPaused';
import staleLabel from '@salesforce/label/c.InsightsHealthStale';
import writtenLabel from '@salesforce/label/c.InsightsCardWritten';

/** A field as it is shown. */
interface ShownField {
  name: string;
  label: string;
  value: string;
  origin: string;
}

/**
 * What one integration has done to a record.
 * @fires run when the user wants to see a run; detail: { runId }
 */
export default class InsightsRecordSource extends LightningElement {
  @api source?: Apex.InsightsCardIntegration;
  /** The org's clock. */
  @api now?: string | null;

  label = { lastRunLabel, noFieldsLabel, notWrittenLabel, writtenLabel };

  get fields(): ShownField[] {
    return (this.source?.fields ?? []).map(({ name, label, value, column }) => ({
      name: name ?? '',
      label: label ?? '',
      value: value ?? emptyLabel,
      origin: column ? fill(columnLabel, column) : constantLabel
    }));
  }

  get hasFields(): boolean {
    return this.fields.length > 0;
  }

  /** Values of a paused integration grow old because somebody wants them to. */
  get look(): { icon: string; variant: string | undefined; state: string } {
    if (this.source?.active === false) {
      return { icon: 'utility:pause', variant: undefined, state: pausedLabel };
    }
    return this.source?.isStale
      ? { icon: 'utility:warning', variant: 'warning', state: staleLabel }
      : { icon: 'utility:success', variant: 'success', state: freshLabel };
  }

  get writtenRelative(): string {
    return formatRelative(this.source?.writtenAt, this.now);
  }

  get writtenExact(): string {
    return formatUtc(this.source?.writtenAt);
  }

  get lastRunExact(): string {
    return formatUtc(this.source?.lastRunAt);
  }

  handleRun(event: Event): void {
    const { runId } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('run', { detail: { runId } }));
  }
}
