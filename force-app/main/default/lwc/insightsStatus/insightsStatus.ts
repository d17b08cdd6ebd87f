import { LightningElement, api } from 'lwc';
import { type StatusLook, lookOf } from 'c/insightsStatuses';

/** The status of a run as icon and word. */
export default class InsightsStatus extends LightningElement {
  /** Value of InsightsRun__c.Status__c; nothing for an integration that has never run. */
  @api status?: string | null;

  get look(): StatusLook {
    return lookOf(this.status);
  }
}
