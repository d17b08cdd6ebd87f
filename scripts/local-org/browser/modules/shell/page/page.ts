import { LightningElement, api } from 'lwc';
import { loadPage, LocalOrgError, type PageLayout, type PlacedComponent } from '../../../localOrg';
import { shellText } from '../../../shellText';

/**
 * An app page: the components of its regions.
 * @fires pagename with the page's label
 */
export default class ShellPage extends LightningElement {
  layout: PageLayout | null = null;
  failure: LocalOrgError | Error | null = null;
  loadingText = shellText('loading');

  private shown = '';

  /** The FlexiPage's name. */
  @api
  get name(): string {
    return this.shown;
  }

  set name(value: string) {
    this.shown = value;
    this.layout = null;
    void this.load();
  }

  get components(): (PlacedComponent & { key: string })[] {
    const placed = this.layout?.regions.flatMap((region) => region.components) ?? [];
    return placed.map((component, index) => ({ ...component, key: `${this.shown}-${index}` }));
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

  async load(): Promise<void> {
    const name = this.shown;
    this.failure = null;
    try {
      const layout = await loadPage(name);
      if (name !== this.shown) return;
      this.layout = layout;
      this.dispatchEvent(new CustomEvent('pagename', { detail: layout.label }));
    } catch (error) {
      this.failure = error as Error;
    }
  }
}
