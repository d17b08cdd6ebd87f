import { LightningElement, api } from 'lwc';
import { type Check, type CheckLook, type Testing, summaryOf } from 'c/insightsChecks';
import { fill } from 'c/insightsFormat';

import testLabel from '@salesforce/label/c.InsightsAccountsTest';
import testOfLabel from '@salesforce/label/c.InsightsAccountsTestOf';
import testingLabel from '@salesforce/label/c.InsightsAccountsTesting';
import testingOfLabel from '@salesforce/label/c.InsightsAccountsTestingOf';

/** Something that is known of what can be tested. */
export interface Fact {
  readonly id: string;
  /** What it is, in the user's language, like the rest. */
  readonly label: string;
  readonly text: string;
  /** What hovering tells. */
  readonly title?: string;
  /** An addition of less weight. */
  readonly note?: string;
  readonly icon?: string;
  readonly variant?: CheckLook['variant'];
}

/**
 * Something that can be tested: what is known of it, and what a test of it has found.
 * @fires test when the user wants to test it
 * @slot default what stands below the findings
 */
export default class InsightsTestCard extends LightningElement {
  /** What it is called. */
  @api name?: string | null;
  /** Its kind, beside the name; nothing for none. */
  @api badge?: string;
  /** What is known of it. */
  @api facts: readonly Fact[] = [];
  /** The test that the user has started; nothing before. */
  @api testing?: Testing;
  /** What is shown as found where no test has found anything. */
  @api checks: readonly Check[] = [];
  /** Whether the user may test. */
  @api canTest = false;

  label = { testingLabel };

  get busy(): boolean {
    return this.testing?.busy ?? false;
  }

  get found(): readonly Check[] {
    return this.testing?.checks ?? [];
  }

  get shownChecks(): readonly Check[] {
    return this.found.length === 0 && !this.busy ? this.checks : this.found;
  }

  get buttonText(): string {
    return this.busy ? testingLabel : testLabel;
  }

  get buttonDescription(): string {
    return fill(testOfLabel, this.name);
  }

  /** Heard by people who listen; shown to those who see. */
  get announcement(): string {
    return this.busy ? fill(testingOfLabel, this.name) : summaryOf(this.found);
  }

  /** The button is not disabled meanwhile, because it would lose the focus. */
  handleTest(): void {
    if (!this.busy) {
      this.dispatchEvent(new CustomEvent('test'));
    }
  }
}
