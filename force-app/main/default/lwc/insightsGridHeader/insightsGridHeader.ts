import { LightningElement, api } from 'lwc';
import { focusFirst } from 'c/insightsFocus';
import { fill, formatNumber, formatTime } from 'c/insightsFormat';

import accountsLabel from '@salesforce/label/c.InsightsGridAccounts';
import appNameLabel from '@salesforce/label/c.InsightsGridAppName';
import connectLabel from '@salesforce/label/c.InsightsGridConnect';
import countLabel from '@salesforce/label/c.InsightsGridCount';
import countOneLabel from '@salesforce/label/c.InsightsGridCountOne';
import newLabel from '@salesforce/label/c.InsightsGridNew';
import notInstalledLabel from '@salesforce/label/c.InsightsGridNotInstalled';
import notInstalledRemedy from '@salesforce/label/c.InsightsGridNotInstalledRemedy';
import refreshLabel from '@salesforce/label/c.InsightsGridRefresh';
import refreshedAtLabel from '@salesforce/label/c.InsightsGridRefreshedAt';
import titleLabel from '@salesforce/label/c.InsightsGridTitle';
import workingLabel from '@salesforce/label/c.InsightsStateLoading';

/**
 * The head of the integrations page: how many there are, how fresh that is, and what can be done with all of them.
 * @fires refresh when the user wants fresh data
 * @fires accounts when the user wants to see environments and connections
 * @fires create when the user wants a new integration
 */
export default class InsightsGridHeader extends LightningElement {
  /** What the grid shows; nothing while it is loading or closed. */
  @api view?: Apex.InsightsGridView | null;
  /** When it was read, by the clock of the org. */
  @api refreshedAt?: string | null;
  /** Whether it is being read again. */
  @api refreshing = false;

  label = {
    accountsLabel,
    appNameLabel,
    connectLabel,
    newLabel,
    notInstalledLabel,
    notInstalledRemedy,
    refreshLabel,
    titleLabel,
    workingLabel
  };

  /** Puts the focus on the heading. */
  @api
  focus(): void {
    focusFirst(this.template!, 'title');
  }

  /**
   * Puts the focus on a button, such as the one that led to another view, and on the heading where that one is gone.
   * @param button which one
   */
  @api
  focusButton(button: 'accounts' | 'create'): void {
    focusFirst(this.template!, button, 'title');
  }

  get countText(): string {
    const count = this.view?.integrations?.length ?? 0;
    return count === 1 ? countOneLabel : fill(countLabel, formatNumber(count));
  }

  get refreshedText(): string {
    return fill(refreshedAtLabel, formatTime(this.refreshedAt));
  }

  get canManage(): boolean {
    return this.view?.canManage ?? false;
  }

  get needsSetup(): boolean {
    return Boolean(this.view) && !this.view?.isInstalled;
  }

  /** The button is not disabled meanwhile, because it would lose the focus. */
  handleRefresh(): void {
    if (!this.refreshing) {
      this.dispatchEvent(new CustomEvent('refresh'));
    }
  }

  handleAccounts(): void {
    this.dispatchEvent(new CustomEvent('accounts'));
  }

  handleCreate(): void {
    this.dispatchEvent(new CustomEvent('create'));
  }
}
