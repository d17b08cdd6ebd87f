import { LightningElement, api } from 'lwc';
import { focusFirst } from 'c/insightsFocus';
import { fill } from 'c/insightsFormat';
import { isActiveStatus } from 'c/insightsStatuses';

import busyLabel from '@salesforce/label/c.InsightsGridBusy';
import deleteLabel from '@salesforce/label/c.InsightsGridDelete';
import duplicateLabel from '@salesforce/label/c.InsightsGridDuplicate';
import editLabel from '@salesforce/label/c.InsightsGridEdit';
import logLabel from '@salesforce/label/c.InsightsGridLog';
import moreLabel from '@salesforce/label/c.InsightsGridMore';
import pauseLabel from '@salesforce/label/c.InsightsGridPause';
import resumeLabel from '@salesforce/label/c.InsightsGridResume';
import runNowLabel from '@salesforce/label/c.InsightsGridRunNow';

/** What can be done with an integration. */
export type RowActionName = 'edit' | 'log' | 'run' | 'abort' | 'duplicate' | 'pause' | 'resume' | 'delete';

/** Detail of the event rowaction. */
export interface RowAction {
  action: RowActionName;
  integrationId: string;
}

interface MenuItem {
  action: RowActionName;
  label: string;
  icon: string;
  disabled: boolean;
}

/**
 * The pencil and the menu of an integration. What the user may not do is not offered.
 * @fires rowaction with a RowAction as detail
 */
export default class InsightsRowActions extends LightningElement {
  /** The integration. */
  @api row?: Apex.InsightsIntegrationRow;
  /** Whether the user may change integrations. */
  @api canManage = false;
  /** Whether the user may run integrations. */
  @api canRun = false;
  /** Whether an action is under way, so that another click would do harm. */
  @api busy = false;

  /** Menus of rows that nobody points at stay empty: hundreds of items would slow the grid down. */
  private isNear = false;

  /** Puts the focus on the menu. */
  @api
  focus(): void {
    focusFirst(this.template!, 'menu');
  }

  /** Puts the focus on the pencil, such as after it has led to the wizard and back. */
  @api
  focusEdit(): void {
    focusFirst(this.template!, 'edit', 'menu');
  }

  get editText(): string {
    return fill(editLabel, this.row?.name);
  }

  get moreText(): string {
    return fill(moreLabel, this.row?.name);
  }

  get busyText(): string {
    return fill(busyLabel, this.row?.name);
  }

  get items(): MenuItem[] {
    if (!this.isNear) {
      return [];
    }
    return [
      ...(this.canRun
        ? [this.item('run', runNowLabel, 'utility:play', isActiveStatus(this.row?.lastRun?.status))]
        : []),
      { action: 'log', label: logLabel, icon: 'utility:summary', disabled: false },
      ...(this.canManage ? this.manageItems : [])
    ];
  }

  private get manageItems(): MenuItem[] {
    return [
      this.item('duplicate', duplicateLabel, 'utility:copy'),
      this.row?.active
        ? this.item('pause', pauseLabel, 'utility:pause')
        : this.item('resume', resumeLabel, 'utility:play'),
      this.item('delete', deleteLabel, 'utility:delete')
    ];
  }

  handleNear(): void {
    this.isNear = true;
  }

  /** Neither the pencil nor the menu is disabled while an action is under way, because they would lose the focus. */
  handleEdit(): void {
    if (!this.busy) {
      this.tell('edit');
    }
  }

  handleSelect(event: CustomEvent<{ value: RowActionName }>): void {
    this.tell(event.detail.value);
  }

  private item(action: RowActionName, label: string, icon: string, disabled = false): MenuItem {
    return { action, label, icon, disabled: disabled || this.busy };
  }

  private tell(action: RowActionName): void {
    const integrationId = this.row?.id;
    if (integrationId) {
      this.dispatchEvent(new CustomEvent<RowAction>('rowaction', { detail: { action, integrationId } }));
    }
  }
}
