import { LightningElement, api } from 'lwc';
import { type Check, type CheckLook, type Testing, lookOfCheck, summaryOf } from 'c/insightsChecks';
import { fill, formatNumber, formatRelative, formatUtc } from 'c/insightsFormat';

import * as labels from './labels';

/**
 * An environment: what it is, how it is, and what a test of it has found.
 * @fires test with { environmentId } as detail when the user wants to test it
 */
export default class InsightsEnvironmentCard extends LightningElement {
  /** The environment. */
  @api environment?: Apex.InsightsEnvironmentView;
  /** The test that the user has started; nothing before. */
  @api testing?: Testing;
  /** Whether the user may test. */
  @api canTest = false;
  /** Time of the org, to which the last test is relative. */
  @api now?: string | null;

  label = labels;

  get kindText(): string {
    return this.environment?.kind === 'Production' ? labels.productionLabel : labels.sandboxLabel;
  }

  get isConnected(): boolean {
    return this.environment?.status === 'Connected';
  }

  get statusLook(): CheckLook {
    return lookOfCheck(this.isConnected ? 'Ok' : 'Warning');
  }

  get statusText(): string {
    return this.isConnected ? labels.connectedLabel : labels.disconnectedLabel;
  }

  get userText(): string {
    return this.environment?.userName ?? labels.nobodyLabel;
  }

  get countText(): string {
    return formatNumber(this.environment?.integrations ?? 0);
  }

  get lastCheckText(): string {
    return formatRelative(this.environment?.lastCheckedAt, this.now) || labels.neverLabel;
  }

  get lastCheckUtc(): string {
    return formatUtc(this.environment?.lastCheckedAt);
  }

  get busy(): boolean {
    return this.testing?.busy ?? false;
  }

  get checks(): readonly Check[] {
    return this.testing?.checks ?? [];
  }

  get buttonText(): string {
    return this.busy ? labels.testingLabel : labels.testLabel;
  }

  get buttonDescription(): string {
    return fill(labels.testOfLabel, this.environment?.name);
  }

  /** Heard by people who listen; shown to those who see. */
  get announcement(): string {
    return this.busy ? fill(labels.testingOfLabel, this.environment?.name) : summaryOf(this.checks);
  }

  /** The button is not disabled meanwhile, because it would lose the focus. */
  handleTest(): void {
    if (!this.busy) {
      const detail = { environmentId: this.environment?.id };
      this.dispatchEvent(new CustomEvent('test', { detail }));
    }
  }
}
