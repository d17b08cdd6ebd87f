import { LightningElement, api } from 'lwc';
import type { RecordRows, ShownValue } from '../../../localOrg';
import { recordUrl } from '../../../routes';
import { shellText } from '../../../shellText';

interface Cell {
  readonly key: string;
  readonly text: string;
  readonly url: string | null;
}

/** Records as rows; the first column leads to each. */
export default class ShellRecordTable extends LightningElement {
  /** Columns and rows. */
  @api list?: RecordRows;

  text = { noRecords: shellText('noRecords') };

  get label(): string {
    return this.list?.label ?? '';
  }

  get columns(): RecordRows['columns'] {
    return this.list?.columns ?? [];
  }

  get isEmpty(): boolean {
    return this.list?.rows.length === 0;
  }

  get rows(): { id: string; heading: Cell; cells: Cell[] }[] {
    const { rows = [], object = '', downloads = {} } = this.list ?? {};
    return rows.map(({ id, cells }) => {
      const [first, ...others] = cells;
      const url = downloads[id] ?? recordUrl({ object, id });
      return {
        id,
        heading: { ...this.cell(first, id, 0), url },
        cells: others.map((cell, at) => this.cell(cell, id, at + 1))
      };
    });
  }

  private cell(shown: ShownValue | undefined, id: string, at: number): Cell {
    const url = shown?.reference ? recordUrl(shown.reference) : null;
    return { key: `${id}-${at}`, text: shown?.displayValue ?? '', url };
  }
}
