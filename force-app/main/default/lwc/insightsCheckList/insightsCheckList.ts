import { LightningElement, api } from 'lwc';
import { type Check, type CheckLook, lookOfCheck } from 'c/insightsChecks';

import resultLabel from '@salesforce/label/c.InsightsAccountsResult';

interface Line {
  key: string;
  check: Check;
  look: CheckLook;
}

/** What a test has found: each check by icon and word, with what to do about it. */
export default class InsightsCheckList extends LightningElement {
  /** The checks, in their order. */
  @api checks: readonly Check[] = [];

  label = { resultLabel };

  get lines(): Line[] {
    return this.checks.map((check, index) => ({
      key: `${index}`,
      check,
      look: lookOfCheck(check.state)
    }));
  }

  get hasChecks(): boolean {
    return this.checks.length > 0;
  }
}
