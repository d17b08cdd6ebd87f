import { LightningElement, api } from 'lwc';
import { type Testing, lookOfCheck } from 'c/insightsChecks';
import { formatNumber, formatRelative, formatUtc } from 'c/insightsFormat';
import type { Fact } from 'c/insightsTestCard';

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

  get kindText(): string {
    return this.environment?.kind === 'Production' ? labels.productionLabel : labels.sandboxLabel;
  }

  get facts(): Fact[] {
    const { isThisOrg, userName, integrations, organizationId } = this.environment ?? {};
    const user = { id: 'user', label: labels.userLabel, text: userName ?? labels.nobodyLabel };
    return [
      this.status,
      ...(isThisOrg ? [user] : []),
      { id: 'integrations', label: labels.integrationsLabel, text: formatNumber(integrations ?? 0) },
      this.lastCheck,
      { id: 'organization', label: labels.organizationLabel, text: organizationId ?? '' }
    ];
  }

  handleTest(): void {
    this.dispatchEvent(new CustomEvent('test', { detail: { environmentId: this.environment?.id } }));
  }

  private get status(): Fact {
    const isConnected = this.environment?.status === 'Connected';
    const { icon, variant } = lookOfCheck(isConnected ? 'Ok' : 'Warning');
    const text = isConnected ? labels.connectedLabel : labels.disconnectedLabel;
    return { id: 'status', label: labels.statusLabel, text, icon, variant };
  }

  private get lastCheck(): Fact {
    const at = this.environment?.lastCheckedAt;
    const text = formatRelative(at, this.now) || labels.neverLabel;
    return { id: 'checked', label: labels.lastCheckLabel, text, note: formatUtc(at) };
  }
}
