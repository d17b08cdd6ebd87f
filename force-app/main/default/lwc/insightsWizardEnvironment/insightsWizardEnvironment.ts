import { LightningElement, api } from 'lwc';
import { change, draftChange } from 'c/insightsDraft';

import accountsLabel from '@salesforce/label/c.InsightsGridAccounts';
import chooseLabel from '@salesforce/label/c.InsightsWizardEnvironmentChoose';
import emptyHeading from '@salesforce/label/c.InsightsWizardEnvironmentEmpty';
import emptyMessage from '@salesforce/label/c.InsightsWizardEnvironmentEmptyMessage';
import orgIdLabel from '@salesforce/label/c.InsightsWizardEnvironmentOrgId';
import productionLabel from '@salesforce/label/c.InsightsGridProduction';
import sandboxLabel from '@salesforce/label/c.InsightsGridSandbox';
import thisOrgLabel from '@salesforce/label/c.InsightsWizardEnvironmentThisOrg';
import userLabel from '@salesforce/label/c.InsightsWizardEnvironmentUser';

interface Card {
  id: string;
  name: string;
  kind: string;
  user: string;
  orgId: string;
  isThisOrg: boolean;
  isChosen: boolean;
}

/**
 * First step: which org the integration writes to. Only connected ones are offered.
 * @fires draftchange when the user chooses one
 * @fires accounts when there is none, and the user wants to connect one
 */
export default class InsightsWizardEnvironment extends LightningElement {
  /** The connected environments. */
  @api environments: readonly Apex.InsightsEnvironmentView[] = [];
  /** Id of the chosen one. */
  @api value?: string | null;

  label = { accountsLabel, chooseLabel, emptyHeading, emptyMessage, orgIdLabel, thisOrgLabel, userLabel };

  get cards(): Card[] {
    return this.environments.map((environment) => ({
      id: environment.id ?? '',
      name: environment.name ?? '',
      kind: environment.kind === 'Sandbox' ? sandboxLabel : productionLabel,
      user: environment.userName ?? '',
      orgId: environment.organizationId ?? '',
      isThisOrg: environment.isThisOrg ?? false,
      isChosen: environment.id === this.value
    }));
  }

  get hasNone(): boolean {
    return this.environments.length === 0;
  }

  handleChange(event: Event): void {
    const environmentId = (event.target as HTMLInputElement).value;
    this.dispatchEvent(draftChange((draft) => change(draft, { environmentId })));
  }

  handleAccounts(): void {
    this.dispatchEvent(new CustomEvent('accounts'));
  }
}
