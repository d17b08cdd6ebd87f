import { LightningElement, api } from 'lwc';
import { type Check, type Testing, lookOfCheck, worstOf } from 'c/insightsChecks';
import { fill, formatNumber, formatRelative, formatUtc } from 'c/insightsFormat';
import type { Fact } from 'c/insightsTestCard';

import * as labels from './labels';

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

  get facts(): Fact[] {
    const integrations = formatNumber(this.source?.integrations ?? 0);
    return [
      { id: 'connection', label: labels.connectionLabel, ...this.connection },
      { id: 'integrations', label: labels.integrationsLabel, text: integrations }
    ];
  }

  get guideText(): string {
    return fill(labels.guideLabel, this.source?.label);
  }

  get problemOfLastRun(): Check[] {
    const { lastRunMessage: message, lastRunRemedy: remedy } = this.source ?? {};
    return message
      ? [{ code: 'LastRun', label: labels.connectionLabel, state: 'Error', message, remedy: remedy ?? null }]
      : [];
  }

  handleTest(): void {
    this.dispatchEvent(new CustomEvent('test', { detail: { sourceName: this.source?.name } }));
  }

  /** A test tells the state now; until there is one, the last run tells how it was. */
  private get connection(): Omit<Fact, 'id' | 'label'> {
    const worst = worstOf(this.testing?.checks ?? []);
    if (worst) {
      const { icon, variant } = lookOfCheck(worst);
      return { text: worst === 'Error' ? labels.failsLabel : labels.worksLabel, icon, variant };
    }
    return this.source?.lastRunState ? this.fromLastRun() : { text: labels.notTestedLabel, icon: 'utility:question' };
  }

  private fromLastRun(): Omit<Fact, 'id' | 'label'> {
    const { lastRunState, lastRunAt } = this.source ?? {};
    const { icon, variant } = lookOfCheck(lastRunState);
    const text = lastRunState === 'Ok' ? labels.workedLabel : labels.failedLabel;
    return { text: fill(text, formatRelative(lastRunAt, this.now)), icon, variant, title: formatUtc(lastRunAt) };
  }
}
