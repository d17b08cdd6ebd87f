import connectionLabel from '@salesforce/label/c.InsightsAccountsConnection';
import failedLabel from '@salesforce/label/c.InsightsAccountsFailed';
import failsLabel from '@salesforce/label/c.InsightsAccountsFails';
import guideLabel from '@salesforce/label/c.InsightsAccountsGuide';
import integrationsLabel from '@salesforce/label/c.InsightsAccountsIntegrations';
import notTestedLabel from '@salesforce/label/c.InsightsAccountsNotTested';
import testLabel from '@salesforce/label/c.InsightsAccountsTest';
import testOfLabel from '@salesforce/label/c.InsightsAccountsTestOf';
import testingLabel from '@salesforce/label/c.InsightsAccountsTesting';
import testingOfLabel from '@salesforce/label/c.InsightsAccountsTestingOf';
import workedLabel from '@salesforce/label/c.InsightsAccountsWorked';
import worksLabel from '@salesforce/label/c.InsightsAccountsWorks';

export {
  connectionLabel,
  failedLabel,
  failsLabel,
  guideLabel,
  integrationsLabel,
  notTestedLabel,
  testLabel,
  testOfLabel,
  testingLabel,
  testingOfLabel,
  workedLabel,
  worksLabel
};
