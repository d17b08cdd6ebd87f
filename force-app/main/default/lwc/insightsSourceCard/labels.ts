import connectionLabel from '@salesforce/label/c.InsightsAccountsConnection';
import failedLabel from '@salesforce/label/c.InsightsAccountsFailed';
import failsLabel from '@salesforce/label/c.InsightsAccountsFails';
import guideLabel from '@salesforce/label/c.InsightsAccountsGuide';
import integrationsLabel from '@salesforce/label/c.InsightsAccountsIntegrations';
import notTestedLabel from '@salesforce/label/c.InsightsAccountsNotTested';
import workedLabel from '@salesforce/label/c.InsightsAccountsWorked';
import worksLabel from '@salesforce/label/c.InsightsAccountsWorks';

export {
  connectionLabel,
  failedLabel,
  failsLabel,
  guideLabel,
  integrationsLabel,
  notTestedLabel,
  workedLabel,
  worksLabel
};
