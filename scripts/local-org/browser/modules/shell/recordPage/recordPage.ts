import { LightningElement, api } from 'lwc';
import { loadRecord, LocalOrgError, type PlacedComponent, type RecordLayout, type RecordRows } from '../../../localOrg';
import { shellText } from '../../../shellText';

/** A component of the page that the shell can show. */
interface ShownComponent {
  readonly key: string;
  readonly name: string;
  readonly isDetails: boolean;
  readonly isRelated: boolean;
  readonly properties: Record<string, unknown>;
}

interface ShownRegion {
  readonly name: string;
  readonly regionClass: string;
  readonly isNarrow: boolean;
  readonly components: readonly ShownComponent[];
}

/** What the shell shows of the platform's own components; the header it shows always. */
const DETAILS = 'force:detailPanel';
const RELATED = 'force:relatedListContainer';
/** The narrow region of the page template, which has a third of the width. */
const SIDEBAR = 'sidebar';

/**
 * A record: its name, and in the regions of its page its details, its related lists and the project's components.
 * @fires pagename with the record's name
 */
export default class ShellRecordPage extends LightningElement {
  layout: RecordLayout | null = null;
  failure: LocalOrgError | Error | null = null;
  text = { loading: shellText('loading') };

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

  get regions(): ShownRegion[] {
    const filled = (this.layout?.regions ?? [])
      .map(({ name, components }) => ({
        name,
        components: components.flatMap((each) => this.shownComponent(each) ?? [])
      }))
      .filter(({ components }) => components.length > 0);
    const hasSidebar = filled.some(({ name }) => name === SIDEBAR);
    return filled.map(({ name, components }, at) => ({
      name,
      components: components.map((component, index) => ({ ...component, key: `${this.shown}-${at}-${index}` })),
      isNarrow: name === SIDEBAR,
      regionClass: `slds-col slds-size_1-of-1${sizeOf(name, hasSidebar)}`
    }));
  }

  get related(): (RecordRows & { key: string })[] {
    return (this.layout?.related ?? []).map((rows, index) => ({ ...rows, key: `${this.shown}-${index}` }));
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

  /** Null for components of the platform that the shell does not have. */
  private shownComponent({ name, properties }: PlacedComponent): Omit<ShownComponent, 'key'> | null {
    if (!name.startsWith('c-') && name !== DETAILS && name !== RELATED) return null;
    return {
      name,
      isDetails: name === DETAILS,
      isRelated: name === RELATED,
      properties: { ...properties, recordId: this.shown, objectApiName: this.layout?.object }
    };
  }
}

function sizeOf(region: string, hasSidebar: boolean): string {
  if (region === SIDEBAR) return ' slds-large-size_1-of-3';
  return region === 'main' && hasSidebar ? ' slds-large-size_2-of-3' : '';
}
