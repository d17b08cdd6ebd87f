import { LightningElement, api } from 'lwc';
import { loadRecord, LocalOrgError, type RecordField, type RecordLayout, type RecordRows } from '../../../localOrg';
import { recordUrl } from '../../../routes';
import { shellText } from '../../../shellText';

interface ShownField {
  readonly name: string;
  readonly label: string;
  readonly text: string;
  readonly help: string | null;
  readonly url: string | null;
}

/**
 * A record: its name, its fields by section, and the components of its page.
 * @fires pagename with the record's name
 */
export default class ShellRecordPage extends LightningElement {
  layout: RecordLayout | null = null;
  failure: LocalOrgError | Error | null = null;
  text = { loading: shellText('loading'), details: shellText('details') };

  private shown = '';

  /** The record's id. */
  @api
  get recordId(): string {
    return this.shown;
  }

  set recordId(value: string) {
    this.shown = value;
    this.layout = null;
    void this.load();
  }

  get iconName(): string {
    return this.layout?.iconName ?? '';
  }

  get isLoading(): boolean {
    return !this.layout && !this.failure;
  }

  get failureVariant(): string {
    return this.failure instanceof LocalOrgError && this.failure.isMissing ? 'missing' : 'broken';
  }

  get failureMessage(): string {
    return this.failure?.message ?? '';
  }

  get sections(): { label: string; fieldClass: string; fields: ShownField[] }[] {
    const sections = this.layout?.sections ?? [];
    return sections.map(({ label, columns, fields }) => ({
      label,
      fieldClass: `slds-col slds-size_1-of-1 slds-p-horizontal_x-small slds-m-bottom_x-small${
        columns > 1 ? ' slds-medium-size_1-of-2' : ''
      }`,
      fields: fields.map(shownField)
    }));
  }

  /** The project's components; standard ones, such as the details, are what this page shows itself. */
  get components(): { key: string; name: string; properties: Record<string, unknown> }[] {
    const { layout } = this;
    const own = layout?.components.filter(({ name }) => name.startsWith('c-')) ?? [];
    return own.map(({ name, properties }, index) => ({
      key: `${this.shown}-${index}`,
      name,
      properties: { ...properties, recordId: this.shown, objectApiName: layout?.object }
    }));
  }

  get related(): (RecordRows & { key: string })[] {
    return (this.layout?.related ?? []).map((rows, index) => ({ ...rows, key: `${this.shown}-${index}` }));
  }

  get detailClass(): string {
    return `slds-col slds-size_1-of-1${this.components.length > 0 ? ' slds-large-size_2-of-3' : ''}`;
  }

  async load(): Promise<void> {
    const id = this.shown;
    this.failure = null;
    try {
      const layout = await loadRecord(id);
      if (id !== this.shown) return;
      this.layout = layout;
      this.dispatchEvent(new CustomEvent('pagename', { detail: `${layout.name} | ${layout.label}` }));
    } catch (error) {
      this.failure = error as Error;
    }
  }
}

function shownField({ name, label, displayValue, help, reference }: RecordField): ShownField {
  return { name, label, text: displayValue, help: help ?? null, url: reference ? recordUrl(reference) : null };
}
