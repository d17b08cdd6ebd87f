import { LightningElement, wire } from 'lwc';
import { CurrentPageReference, NavigationMixin, type PageReference } from 'lightning/navigation';
import type InsightsIntegrations from 'c/insightsIntegrations';

type View = 'grid' | 'accounts' | 'wizard';

/** What the address asks for. */
interface PageState {
  /** accounts, wizard or log; anything else is the grid. */
  c__view?: string;
  /** Id of an integration, for wizard and log. */
  c__id?: string;
  /** Step of the wizard. */
  c__step?: string;
  /** Id of a run, for the log. */
  c__run?: string;
}

/**
 * The page of the tab Integrations: the grid, the accounts or the wizard, whichever the address asks for, so that the
 * buttons Back and Forward of the browser work and screens can be linked to. The grid is kept when another view covers
 * it: its filters and the runs that it follows are not lost.
 */
export default class InsightsApp extends NavigationMixin(LightningElement) {
  view: View = 'grid';
  integrationId: string | null = null;
  step: string | null = null;
  /** Made when it is first shown, kept from then on. */
  gridIsKept = false;
  private page: PageReference | null = null;
  private state: PageState = {};
  /** What to do with the grid once it is there. */
  private wish: ((grid: InsightsIntegrations) => unknown) | null = null;
  /** Whether another view has covered the grid, and with it the button that has the focus is gone. */
  private wantsFocus = false;

  @wire(CurrentPageReference)
  readPage(page: PageReference | null): void {
    if (!page) {
      return;
    }
    this.page = page;
    this.state = (page.state ?? {}) as PageState;
    const { c__view: view, c__id: id, c__step: step, c__run: runId } = this.state;
    const cameBack = this.view !== 'grid';
    this.wantsFocus ||= cameBack;
    this.view = view === 'accounts' || view === 'wizard' ? view : 'grid';
    this.integrationId = id ?? null;
    this.step = step ?? null;
    if (this.view === 'grid') {
      this.showGrid(cameBack, view === 'log' && id ? id : null, runId);
    }
  }

  private get grid(): InsightsIntegrations | undefined {
    return this.refs?.grid as InsightsIntegrations | undefined;
  }

  get isWizard(): boolean {
    return this.view === 'wizard';
  }

  get isAccounts(): boolean {
    return this.view === 'accounts';
  }

  get gridClass(): string {
    return this.view === 'grid' ? '' : 'slds-hide';
  }

  renderedCallback(): void {
    this.askGrid();
    if (this.wantsFocus && this.grid && this.view === 'grid') {
      this.wantsFocus = false;
      this.grid.focus();
    }
  }

  handleCreate(): void {
    this.goTo({ c__view: 'wizard' });
  }

  handleEdit(event: CustomEvent<{ integrationId: string }>): void {
    this.goTo({ c__view: 'wizard', c__id: event.detail.integrationId, c__step: 'mapping' });
  }

  handleAccounts(): void {
    this.goTo({ c__view: 'accounts' });
  }

  handleClose(): void {
    this.goTo({});
  }

  /** Where the address has opened the log, nothing had the focus that it could go back to. */
  handleLogClosed(): void {
    if (this.state.c__view === 'log') {
      this.goTo({}, true);
      this.grid?.focus();
    }
  }

  /** The wizard is left for good: Back must not lead into one that has been saved. */
  handleSaved(event: CustomEvent<{ integrationId: string; runNow: boolean }>): void {
    const { integrationId, runNow } = event.detail;
    this.goTo({}, true);
    if (runNow) {
      this.wish = (grid) => grid.runIntegration(integrationId);
    }
  }

  private showGrid(cameBack: boolean, logOf: string | null, runId: string | undefined): void {
    if (logOf) {
      this.wish = (grid) => grid.openLog(logOf, runId);
    } else if (cameBack && this.gridIsKept) {
      this.wish ??= (grid) => grid.refresh();
    }
    this.gridIsKept = true;
    this.askGrid();
  }

  /** Nothing happens while the grid is not there yet, or covered: it is asked once it is shown. */
  private askGrid(): void {
    const { grid, wish } = this;
    if (grid && wish && this.view === 'grid') {
      this.wish = null;
      wish(grid);
    }
  }

  private goTo(state: PageState, replace = false): void {
    const { type, attributes } = this.page ?? {
      type: 'standard__navItemPage',
      attributes: { apiName: 'InsightsSync' }
    };
    this[NavigationMixin.Navigate]({ type, attributes, state: { ...state } }, replace);
  }
}
