import { LightningElement } from 'lwc';
import { NAVIGATE_EVENT, type NavigationRequest } from 'lightning/navigation';
import { session, type SessionTab } from '../../../platform';
import { currentReference, goTo, onRouteChange, routeChanged, urlOf, type PageReference } from '../../../routes';
import { shellText } from '../../../shellText';

const NO_PAGE = { isPage: false, isList: false, isRecord: false, isMissing: false };

/** The frame around every page: header, navigation, the page itself, toasts. */
export default class ShellApp extends LightningElement {
  reference: PageReference = currentReference();
  text = { skip: shellText('skip'), noApp: shellText('noApp'), noAppDetail: shellText('noAppDetail') };

  private stopListening: (() => void) | undefined;

  connectedCallback(): void {
    this.stopListening = onRouteChange(() => this.showCurrentPage());
    window.addEventListener('popstate', routeChanged);
    document.addEventListener(NAVIGATE_EVENT, this.navigate);
    document.addEventListener('click', this.followLink);
  }

  disconnectedCallback(): void {
    this.stopListening?.();
    window.removeEventListener('popstate', routeChanged);
    document.removeEventListener(NAVIGATE_EVENT, this.navigate);
    document.removeEventListener('click', this.followLink);
  }

  get hasApp(): boolean {
    return session().app !== null;
  }

  get tab(): SessionTab | undefined {
    const { type, attributes = {} } = this.reference;
    if (type === 'standard__navItemPage') return session().tabs.find(({ name }) => name === attributes['apiName']);
    return session().tabs.find(({ kind, object }) => kind === 'object' && object === attributes['objectApiName']);
  }

  get activeTab(): string | undefined {
    return this.tab?.name;
  }

  private listOf(object: string | undefined): Record<string, unknown> {
    return { ...NO_PAGE, isList: true, object, iconName: this.tab?.iconName ?? 'standard:record' };
  }

  /** Which of the pages to show, and what it needs. */
  get view(): Record<string, unknown> {
    const { type, attributes = {} } = this.reference;
    if (type === 'standard__navItemPage') {
      const { tab } = this;
      if (tab?.kind === 'page') return { ...NO_PAGE, isPage: true, page: tab.page };
      return tab ? this.listOf(tab.object) : { ...NO_PAGE, isMissing: true };
    }
    if (type === 'standard__objectPage') return this.listOf(attributes['objectApiName']);
    if (type === 'standard__recordPage') return { ...NO_PAGE, isRecord: true, recordId: attributes['recordId'] };
    return { ...NO_PAGE, isMissing: true };
  }

  private showCurrentPage(): void {
    const next = currentReference();
    const isSamePage = urlOfPage(next) === urlOfPage(this.reference);
    this.reference = next;
    if (!isSamePage) {
      window.scrollTo(0, 0);
      this.focusMain();
    }
  }

  private readonly navigate = (event: Event): void => {
    const { reference, replace } = (event as CustomEvent<NavigationRequest>).detail;
    const url = urlOf(reference);
    if (url.startsWith('/lightning/')) goTo(url, replace);
    else window.open(url, '_blank', 'noopener');
  };

  /** A plain click on a link to a page of the app changes the page without loading the browser's anew. */
  private readonly followLink = (event: MouseEvent): void => {
    const hasModifier = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (event.defaultPrevented || event.button !== 0 || hasModifier) return;
    const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
    if (!link || link.target || link.hasAttribute('download')) return;
    if (link.origin !== location.origin || !link.pathname.startsWith('/lightning/')) return;
    event.preventDefault();
    goTo(`${link.pathname}${link.search}`);
  };

  handlePageName(event: CustomEvent<string>): void {
    document.title = `${event.detail} | ${session().app?.label ?? shellText('localOrg')}`;
  }

  handleSkip(event: Event): void {
    event.preventDefault();
    this.focusMain();
  }

  private focusMain(): void {
    this.template?.querySelector<HTMLElement>('main')?.focus();
  }
}

/** What tells pages apart: a change of the state alone stays on the page. */
function urlOfPage({ type, attributes }: PageReference): string {
  return JSON.stringify([type, attributes]);
}
