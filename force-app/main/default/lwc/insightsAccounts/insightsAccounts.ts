import { LightningElement } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { type Check, type Testing, failedTest } from 'c/insightsChecks';
import { type Problem, isNoAccess, toProblem } from 'c/insightsErrors';
import { fill, formatNumber } from 'c/insightsFormat';

import checkEnvironment from '@salesforce/apex/InsightsAccountsController.checkEnvironment';
import checkSource from '@salesforce/apex/InsightsAccountsController.checkSource';
import connectThisOrg from '@salesforce/apex/InsightsAccountsController.connectThisOrg';
import loadAccounts from '@salesforce/apex/InsightsAccountsController.loadAccounts';

import * as labels from './labels';

type Environment = Apex.InsightsEnvironmentView;
type Source = Apex.InsightsSourceView;

/** A card with the test that belongs to it. */
interface Card<T> {
  key: string;
  item: T;
  testing: Testing | undefined;
}

/**
 * The accounts page: the environments that integrations write to, and the connection to WalkMe.
 * @fires close when the user wants to go back to the integrations
 */
export default class InsightsAccounts extends LightningElement {
  label = labels;
  view: Apex.InsightsAccountsView | null = null;
  problem: Problem | null = null;
  connecting = false;
  /** Tests by the id of their environment or the name of their source. Replaced, never changed, so that cards follow. */
  private tests: Record<string, Testing> = {};
  /** Whether the keyboard is where it belongs; else it goes to the heading after the next rendering. */
  private hasFocus = false;

  connectedCallback(): void {
    this.load();
  }

  /** The button that led here is gone: the keyboard goes on at the top of this page. */
  renderedCallback(): void {
    const title = this.hasFocus ? null : this.template?.querySelector<HTMLElement>('h1');
    if (title) {
      this.hasFocus = true;
      title.focus();
    }
  }

  get isLoading(): boolean {
    return !this.view && !this.problem;
  }

  get isClosed(): boolean {
    return this.problem !== null && isNoAccess(this.problem);
  }

  get isBroken(): boolean {
    return this.problem !== null && !isNoAccess(this.problem);
  }

  get environments(): Card<Environment>[] {
    return (this.view?.environments ?? []).map((item) => this.card(item.id, item));
  }

  get hasNoEnvironment(): boolean {
    return this.environments.length === 0;
  }

  get needsConnection(): boolean {
    return this.view !== null && !this.view.isInstalled;
  }

  get connectText(): string {
    return this.view?.canManage ? labels.connectHintLabel : labels.connectAskLabel;
  }

  /** Those in use; all of them while none is, so that the user can choose. */
  get mainSources(): Card<Source>[] {
    return this.sourcesInUse().map((item) => this.card(item.name, item));
  }

  get otherSources(): Card<Source>[] {
    const inUse = this.sourcesInUse();
    return (this.view?.sources ?? [])
      .filter((source) => !inUse.includes(source))
      .map((item) => this.card(item.name, item));
  }

  get hasOtherSources(): boolean {
    return this.otherSources.length > 0;
  }

  get otherSourcesText(): string {
    return fill(labels.otherSourcesLabel, formatNumber(this.otherSources.length));
  }

  handleClose(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }

  handleRetry(): void {
    this.problem = null;
    // The button is gone.
    this.hasFocus = false;
    this.load();
  }

  async handleConnect(): Promise<void> {
    if (this.connecting) {
      return;
    }
    this.connecting = true;
    try {
      this.view = await connectThisOrg();
      // The button is gone.
      this.hasFocus = false;
      this.toast('success', labels.connectedLabel);
    } catch (error) {
      const { message, remedy } = toProblem(error);
      this.toast('error', message, remedy);
    } finally {
      this.connecting = false;
    }
  }

  /** Tests the org, and with it the connections that its integrations use. */
  async handleTestEnvironment(event: CustomEvent<{ environmentId: string }>): Promise<void> {
    const { environmentId } = event.detail;
    const used = this.isThisOrg(environmentId) ? this.sourcesInUse().filter(isInUse) : [];
    this.setTest(environmentId, true, []);
    let found = await checksOf(() => checkEnvironment({ environmentId }));
    for (const source of used) {
      this.setTest(environmentId, true, found);
      // One after the other: each may wait for WalkMe as long as a transaction may.
      // eslint-disable-next-line no-await-in-loop
      const checks = await this.testSource(source.name ?? '');
      found = [...found, ...checks.map((check) => ({ ...check, label: nameIn(source, check) }))];
    }
    this.setTest(environmentId, false, found);
    await this.reload();
  }

  async handleTestSource(event: CustomEvent<{ sourceName: string }>): Promise<void> {
    await this.testSource(event.detail.sourceName);
  }

  private async testSource(sourceName: string): Promise<readonly Check[]> {
    this.setTest(sourceName, true, []);
    const checks = await checksOf(() => checkSource({ sourceName }));
    this.setTest(sourceName, false, checks);
    return checks;
  }

  private setTest(key: string, busy: boolean, checks: readonly Check[]): void {
    this.tests = { ...this.tests, [key]: { busy, checks } };
  }

  private async load(): Promise<void> {
    try {
      this.view = await loadAccounts();
      this.problem = null;
    } catch (error) {
      this.problem = toProblem(error);
    }
  }

  /** After a test the environments say when it was. What is shown already is not given up for an error. */
  private async reload(): Promise<void> {
    try {
      this.view = await loadAccounts();
    } catch (error) {
      const { message, remedy } = toProblem(error);
      this.toast('error', message, remedy);
    }
  }

  private sourcesInUse(): Source[] {
    const all = this.view?.sources ?? [];
    const used = all.filter(isInUse);
    return used.length > 0 ? used : all;
  }

  private isThisOrg(environmentId: string): boolean {
    return (this.view?.environments ?? []).some(({ id, isThisOrg }) => id === environmentId && isThisOrg);
  }

  private card<T>(key: string | null | undefined, item: T): Card<T> {
    return { key: key ?? '', item, testing: this.tests[key ?? ''] };
  }

  private toast(variant: 'success' | 'error', title: string, message = ''): void {
    this.dispatchEvent(new ShowToastEvent({ variant, title, message }));
  }
}

function isInUse({ integrations }: Source): boolean {
  return (integrations ?? 0) > 0;
}

function nameIn(source: Source, check: Check): string {
  return fill(labels.sourceCheckLabel, source.label, check.label);
}

async function checksOf(test: () => Promise<Check[]>): Promise<readonly Check[]> {
  try {
    return await test();
  } catch (error) {
    return [failedTest(toProblem(error))];
  }
}
