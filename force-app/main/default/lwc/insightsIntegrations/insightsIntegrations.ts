import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { type Stoppable, every } from 'c/insightsDelay';
import { type Problem, isNoAccess, toProblem } from 'c/insightsErrors';
import { FocusKeeper, focusFirst } from 'c/insightsFocus';
import { fill } from 'c/insightsFormat';
import type InsightsGridHeader from 'c/insightsGridHeader';
import { type ChangeName, perform } from 'c/insightsIntegrationActions';
import type InsightsIntegrationGrid from 'c/insightsIntegrationGrid';
import { laterOf, withRun } from 'c/insightsIntegrationList';
import { Reloader } from 'c/insightsResource';
import type { RowAction } from 'c/insightsRowActions';
import { RunFollower } from 'c/insightsRunFollower';
import InsightsRunLog from 'c/insightsRunLog';
import { runToast } from 'c/insightsRunToast';

import loadGrid from '@salesforce/apex/InsightsIntegrationsController.loadGrid';

import logLabel from '@salesforce/label/c.InsightsGridLog';
import openLogLabel from '@salesforce/label/c.InsightsGridOpenLog';

import { type GridState, stateOfGrid } from './state';

const MINUTE = 60000;

type Integration = Apex.InsightsIntegrationRow;

/**
 * The integrations page: loads the grid, does what the user asks for, and follows runs while they are at work.
 * @fires create when the user wants a new integration
 * @fires edit with { integrationId } as detail
 * @fires accounts when the user wants to see environments and connections
 * @fires logclosed when the log that was asked for by the address has been closed
 */
export default class InsightsIntegrations extends NavigationMixin(LightningElement) {
  view: Apex.InsightsGridView | null = null;
  problem: Problem | null = null;
  refreshing = false;
  busyIds: string[] = [];
  refreshedAt: string | null = null;
  private readonly follower = new RunFollower({
    integrationIds: () => this.rows.map(({ id }) => id ?? ''),
    lastRuns: () => this.rows.flatMap(({ lastRun }) => lastRun ?? []),
    show: (run) => this.showRun(run),
    tellEnd: (run) => this.tellEnd(run),
    reload: () => this.refresh()
  });
  private clock: Stoppable | null = null;
  private readonly reloader = new Reloader(() => this.load());
  /** What a failed change has just said: the refresh that follows it may fail alike. */
  private said: string | null = null;
  private logIsOpen = false;
  /** Puts the focus on the control that has led to another view; nothing once it has come back. */
  private focusOrigin: (() => void) | null = null;
  private readonly keeper = new FocusKeeper(this.template!, () => focusFirst(this.template!, 'state', 'header'));

  connectedCallback(): void {
    this.follower.start();
    this.clock = every(MINUTE, () => this.advanceClock());
    this.refresh();
  }

  renderedCallback(): void {
    this.keeper.keep();
  }

  disconnectedCallback(): void {
    this.clock?.stop();
    this.follower.stop();
  }

  /** Puts the focus on the control that has led to another view, and on the heading where that one is gone. */
  @api
  focus(): void {
    this.focusOrigin?.();
    this.focusOrigin = null;
    if (!this.template!.activeElement) {
      this.header?.focus();
    }
  }

  /** Reads the grid as it is now, and keeps showing what is there until then. */
  @api
  refresh(): Promise<void> {
    return this.reloader.reload();
  }

  /**
   * Runs an integration and shows how it goes on.
   * @param integrationId id of an integration
   */
  @api
  async runIntegration(integrationId: string): Promise<void> {
    await this.refresh();
    await this.change(integrationId, 'run');
  }

  /**
   * Opens the log of an integration, unless one is open.
   * @param integrationId id of an integration
   * @param runId the run to begin with; the newest when left out
   */
  @api
  async openLog(integrationId: string, runId?: string): Promise<void> {
    if (this.logIsOpen) {
      return;
    }
    this.logIsOpen = true;
    try {
      await this.showLog(integrationId, runId);
    } finally {
      this.logIsOpen = false;
    }
    this.dispatchEvent(new CustomEvent('logclosed'));
  }

  get rows(): Integration[] {
    return this.view?.integrations ?? [];
  }

  get state(): GridState | null {
    return stateOfGrid(this.view, this.problem);
  }

  get canManage(): boolean {
    return this.view?.canManage ?? false;
  }

  private get header(): LwcElement<InsightsGridHeader> | null {
    return this.template!.querySelector<LwcElement<InsightsGridHeader>>('[data-id="header"]');
  }

  private get grid(): LwcElement<InsightsIntegrationGrid> | null {
    return this.template!.querySelector<LwcElement<InsightsIntegrationGrid>>('[data-id="grid"]');
  }

  handleRefresh(): void {
    this.refresh();
  }

  handleStateAction(): void {
    if (this.view) {
      this.handleCreate();
    } else {
      this.refresh();
    }
  }

  handleCreate(): void {
    this.focusOrigin = () => this.header?.focusButton('create');
    this.dispatchEvent(new CustomEvent('create'));
  }

  handleAccounts(): void {
    this.focusOrigin = () => this.header?.focusButton('accounts');
    this.dispatchEvent(new CustomEvent('accounts'));
  }

  handleRowAction(event: CustomEvent<RowAction>): void {
    const { action, integrationId } = event.detail;
    if (action === 'edit') {
      this.focusOrigin = () => this.grid?.focusEdit(integrationId);
      this.dispatchEvent(new CustomEvent('edit', { detail: { integrationId } }));
    } else if (action === 'log') {
      this.openLog(integrationId);
    } else {
      this.change(integrationId, action);
    }
  }

  private async showLog(integrationId: string, runId?: string): Promise<void> {
    await (this.rowOf(integrationId) ? null : this.reloader.idle);
    const row = this.rowOf(integrationId);
    await InsightsRunLog.open({
      size: 'large',
      label: row ? fill(openLogLabel, row.name) : logLabel,
      integrationId,
      integrationName: row?.name ?? '',
      runId,
      canRun: this.view?.canRun ?? false
    });
  }

  private async load(): Promise<void> {
    this.refreshing = true;
    // Where there is nothing to keep, what went wrong before makes way for the sign that it is tried again.
    this.problem = null;
    try {
      this.view = await loadGrid();
      this.refreshedAt = this.view.now ?? null;
      this.follower.settle();
    } catch (error) {
      this.showLoadProblem(toProblem(error));
    }
    this.refreshing = false;
  }

  /** What is shown stays when only a refresh has failed. */
  private showLoadProblem(problem: Problem): void {
    if (this.view && !isNoAccess(problem)) {
      this.toastProblem(problem);
    } else {
      this.view = null;
      this.problem = problem;
    }
  }

  /**
   * While something is done with an integration, further clicks on it do nothing. What was saved just now runs even if the
   * grid could not be read, and has no row.
   */
  private async change(integrationId: string, action: ChangeName): Promise<void> {
    const row = this.rowOf(integrationId) ?? { id: integrationId };
    if (this.busyIds.includes(integrationId)) {
      return;
    }
    this.busyIds = [...this.busyIds, integrationId];
    try {
      const { message, variant = 'success', run, reload } = await perform(action, row);
      // The answer to an abort may come after the end of the run, which has been told already.
      const isOver = run !== undefined && this.rows.some(({ lastRun }) => lastRun?.id === run.id && lastRun?.endedAt);
      if (message && !isOver) {
        this.toast({ title: message, message: '', variant });
      }
      if (run && !isOver) {
        this.follower.follow(run);
      }
      await (reload ? this.refresh() : null);
    } catch (error) {
      const problem = toProblem(error);
      this.toastProblem(problem);
      this.said = problem.message;
      await this.refresh();
      this.said = null;
    }
    this.busyIds = this.busyIds.filter((id) => id !== integrationId);
  }

  private showRun(run: Apex.InsightsRunView): void {
    if (this.view) {
      const now = laterOf(this.view.now, run.readAt);
      this.view = { ...this.view, integrations: withRun(this.rows, run), now };
    }
  }

  /** "Two hours ago" stays true while the page is open: the org's clock goes on as the browser's does. */
  private advanceClock(): void {
    if (this.view?.now) {
      this.view = { ...this.view, now: new Date(Date.parse(this.view.now) + MINUTE).toISOString() };
    }
  }

  private async tellEnd(run: Apex.InsightsRunView): Promise<void> {
    const logUrl = await this[NavigationMixin.GenerateUrl]({
      type: 'standard__navItemPage',
      attributes: { apiName: 'InsightsSync' },
      state: { c__view: 'log', c__id: run.integrationId ?? '', c__run: run.id ?? '' }
    });
    this.toast(runToast(run, logUrl));
  }

  private rowOf(integrationId: string): Integration | undefined {
    return this.rows.find(({ id }) => id === integrationId);
  }

  private toast(settings: ConstructorParameters<typeof ShowToastEvent>[0]): void {
    this.dispatchEvent(new ShowToastEvent(settings));
  }

  private toastProblem({ message, remedy }: Problem): void {
    if (message === this.said) {
      return;
    }
    this.toast({ title: message, message: remedy, variant: 'error', mode: 'sticky' });
  }
}
