import { LightningElement, api } from 'lwc';
import { loadList, LocalOrgError, type ListLayout } from '../../../localOrg';
import { shellText } from '../../../shellText';

/**
 * A list view of an object, at first the object's first one.
 * @fires pagename with the list's label
 */
export default class ShellListPage extends LightningElement {
  /** `custom:custom54`, for the page's header. */
  @api iconName = 'standard:record';

  layout: ListLayout | null = null;
  failure: LocalOrgError | Error | null = null;
  text = { loading: shellText('loading'), listView: shellText('listView') };

  private shown = '';
  private view: string | undefined;

  /** The object's API name. */
  @api
  get object(): string {
    return this.shown;
  }

  set object(value: string) {
    this.shown = value;
    this.view = undefined;
    this.layout = null;
    void this.load();
  }

  get isLoading(): boolean {
    return !this.layout && !this.failure;
  }

  get count(): string {
    const { rows = [], hasMore = false } = this.layout ?? {};
    if (rows.length === 1) return shellText('oneItem');
    return shellText(hasMore ? 'moreItems' : 'items', String(rows.length));
  }

  get views(): { label: string; value: string }[] {
    return (this.layout?.views ?? []).map(({ name, label }) => ({ label, value: name }));
  }

  get hasViews(): boolean {
    return this.views.length > 1;
  }

  get failureVariant(): string {
    return this.failure instanceof LocalOrgError && this.failure.isMissing ? 'missing' : 'broken';
  }

  get failureMessage(): string {
    return this.failure?.message ?? '';
  }

  handleView(event: CustomEvent<{ value: string }>): void {
    this.view = event.detail.value;
    void this.load();
  }

  async load(): Promise<void> {
    const object = this.shown;
    this.failure = null;
    try {
      const layout = await loadList(object, this.view);
      if (object !== this.shown) return;
      this.layout = layout;
      this.dispatchEvent(new CustomEvent('pagename', { detail: layout.objectLabel }));
    } catch (error) {
      this.failure = error as Error;
    }
  }
}
