import { LightningElement, api } from 'lwc';
import { fill, formatNumber, formatRelative, formatUtc } from 'c/insightsFormat';

import previewColumnKey from '@salesforce/label/c.InsightsWizardPreviewKey';
import previewEmpty from '@salesforce/label/c.InsightsWizardPreviewEmpty';
import previewLabel from '@salesforce/label/c.InsightsWizardPreview';
import previewRows from '@salesforce/label/c.InsightsWizardPreviewRows';
import previewRowsRefreshed from '@salesforce/label/c.InsightsWizardPreviewRowsRefreshed';

interface Cell {
  key: string;
  value: string;
}

const SHOWN_ROWS = 5;

/** The first rows of a report, so that the user sees what it holds. */
export default class InsightsReportPreview extends LightningElement {
  @api sample?: Apex.InsightsReportSample | null;
  /** Name of the key column, which is marked. */
  @api keyColumn?: string | null;

  label = { previewColumnKey, previewEmpty, previewLabel };

  get columns(): (Cell & { isKey: boolean })[] {
    return (this.sample?.columns ?? []).map(({ name }, index) => ({
      key: `${index}`,
      value: name ?? '',
      isKey: name === this.keyColumn
    }));
  }

  get rows(): { key: string; cells: Cell[] }[] {
    return (this.sample?.rows ?? []).slice(0, SHOWN_ROWS).map((row, index) => ({
      key: `${index}`,
      cells: row.map((value, column) => ({ key: `${column}`, value: value ?? '' }))
    }));
  }

  get isEmpty(): boolean {
    return this.rows.length === 0;
  }

  get sizeText(): string {
    const { total, refreshedAt } = this.sample ?? {};
    const [shown, all] = [formatNumber(this.rows.length), formatNumber(total ?? this.rows.length)];
    return refreshedAt
      ? fill(previewRowsRefreshed, shown, all, formatRelative(refreshedAt), formatUtc(refreshedAt))
      : fill(previewRows, shown, all);
  }
}
