import connectedLabel from '@salesforce/label/c.InsightsAccountsConnected';
import disconnectedLabel from '@salesforce/label/c.InsightsAccountsDisconnected';
import integrationsLabel from '@salesforce/label/c.InsightsAccountsIntegrations';
import lastCheckLabel from '@salesforce/label/c.InsightsAccountsLastCheck';
import neverLabel from '@salesforce/label/c.InsightsAccountsNever';
import nobodyLabel from '@salesforce/label/c.InsightsAccountsNobody';
import organizationLabel from '@salesforce/label/c.InsightsAccountsOrgId';
import productionLabel from '@salesforce/label/c.InsightsAccountsProduction';
import sandboxLabel from '@salesforce/label/c.InsightsAccountsSandbox';
import statusLabel from '@salesforce/label/c.InsightsAccountsStatus';
import userLabel from '@salesforce/label/c.InsightsAccountsUser';

export {
  connectedLabel,
  disconnectedLabel,
  integrationsLabel,
  lastCheckLabel,
  neverLabel,
  nobodyLabel,
  organizationLabel,
  productionLabel,
  sandboxLabel,
  statusLabel,
  userLabel
};
