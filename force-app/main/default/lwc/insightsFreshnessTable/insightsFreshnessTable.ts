import { LightningElement, api } from 'lwc';
import { formatRelative, formatUtc } from 'c/insightsFormat';

import freshLabel from '@salesforce/label/c.InsightsHealthFresh';
import headingLabel from '@salesforce/label/c.InsightsHealthFreshness';
import integrationLabel from '@salesforce/label/c.InsightsHealthIntegration';
import lastGoodLabel from '@salesforce/label/c.InsightsHealthLastGood';
import neverLabel from '@salesforce/label/c.InsightsHealthNever';
import pausedLabel from '@salesforce/label/c.InsightsHealthPaused';
import staleLabel from '@salesforce/label/c.InsightsHealthStale';
import stateLabel from '@salesforce/label/c.InsightsHealthState';

/** A line of the table. */
interface Row {
  key: string;
  name: string;
  icon: string;
  variant: string | undefined;
  state: string;
  reason: string | null | undefined;
  relative: string;
  exact: string;
}

/** How fresh the data of each integration is, by icon, word and reason. Those that need attention come first. */
export default class InsightsFreshnessTable extends LightningElement {
  @api integrations: readonly Apex.InsightsFreshness[] = [];
  /** The org's clock. */
  @api now?: string | null;

  label = { headingLabel, integrationLabel, lastGoodLabel, stateLabel };

  get rows(): Row[] {
    return [...this.integrations]
      .sort((one, other) => Number(other.isStale ?? false) - Number(one.isStale ?? false))
      .map((integration) => ({
        key: integration.id ?? '',
        name: integration.name ?? '',
        ...this.look(integration),
        reason: integration.reason,
        relative: formatRelative(integration.lastGoodRunAt, this.now) || neverLabel,
        exact: formatUtc(integration.lastGoodRunAt)
      }));
  }

  private look({ isStale, active }: Apex.InsightsFreshness): Pick<Row, 'icon' | 'variant' | 'state'> {
    if (isStale) {
      return { icon: 'utility:warning', variant: 'warning', state: staleLabel };
    }
    return active
      ? { icon: 'utility:success', variant: 'success', state: freshLabel }
      : { icon: 'utility:pause', variant: undefined, state: pausedLabel };
  }
}
