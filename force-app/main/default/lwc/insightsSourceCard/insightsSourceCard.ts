import { LightningElement, api } from 'lwc';
import { type Check, type Testing, lookOfCheck, summaryOf, worstOf } from 'c/insightsChecks';
import { fill, formatNumber, formatRelative, formatUtc } from 'c/insightsFormat';

import * as labels from './labels';

/** What is known of the connection to a source. */
interface ConnectionState {
  text: string;
  icon: string;
  variant?: string;
  /** The exact moment, for a state that a run tells. */
  title?: string;
}

/**
 * A region of WalkMe: whether the connection works, and how to enter key and secret.
 * @fires test with { sourceName } as detail when the user wants to test it
 */
export default class InsightsSourceCard extends LightningElement {
  /** The source. */
  @api source?: Apex.InsightsSourceView;
  /** The test that the user has started; nothing before. */
  @api testing?: Testing;
  /** Whether the user may test. */
  @api canTest = false;
  /** Time of the org, to which the last run is relative. */
  @api now?: string | null;

  label = labels;

  /** A test tells the state now; until there is one, the last run tells how it was. */
  get connection(): ConnectionState {
    const worst = worstOf(this.testing?.checks ?? []);
    if (worst) {
      const { icon, variant } = lookOfCheck(worst);
      return { text: worst === 'Error' ? labels.failsLabel : labels.worksLabel, icon, variant };
    }
    return this.source?.lastRunState ? this.fromLastRun() : { text: labels.notTestedLabel, icon: 'utility:question' };
  }

  get countText(): string {
    return formatNumber(this.source?.integrations ?? 0);
  }

  get busy(): boolean {
    return this.testing?.busy ?? false;
  }

  /** The findings of the test; without one, what the last run has met. */
  get checks(): readonly Check[] {
    const checks = this.testing?.checks ?? [];
    return checks.length === 0 && !this.busy ? this.problemOfLastRun() : checks;
  }

  get buttonText(): string {
    return this.busy ? labels.testingLabel : labels.testLabel;
  }

  get buttonDescription(): string {
    return fill(labels.testOfLabel, this.source?.label);
  }

  get guideText(): string {
    return fill(labels.guideLabel, this.source?.label);
  }

  /** Heard by people who listen; shown to those who see. */
  get announcement(): string {
    return this.busy ? fill(labels.testingOfLabel, this.source?.label) : summaryOf(this.testing?.checks ?? []);
  }

  /** The button is not disabled meanwhile, because it would lose the focus. */
  handleTest(): void {
    if (!this.busy) {
      const detail = { sourceName: this.source?.name };
      this.dispatchEvent(new CustomEvent('test', { detail }));
    }
  }

  private fromLastRun(): ConnectionState {
    const { lastRunState, lastRunAt } = this.source ?? {};
    const { icon, variant } = lookOfCheck(lastRunState);
    const text = lastRunState === 'Ok' ? labels.workedLabel : labels.failedLabel;
    return { text: fill(text, formatRelative(lastRunAt, this.now)), icon, variant, title: formatUtc(lastRunAt) };
  }

  private problemOfLastRun(): Check[] {
    const { lastRunMessage: message, lastRunRemedy: remedy } = this.source ?? {};
    return message
      ? [{ code: 'LastRun', label: labels.connectionLabel, state: 'Error', message, remedy: remedy ?? null }]
      : [];
  }
}
