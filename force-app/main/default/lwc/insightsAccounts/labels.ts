import appNameLabel from '@salesforce/label/c.InsightsGridAppName';
import backLabel from '@salesforce/label/c.InsightsAccountsBack';
import connectAskLabel from '@salesforce/label/c.InsightsAccountsConnectAsk';
import connectHintLabel from '@salesforce/label/c.InsightsAccountsConnectHint';
import connectLabel from '@salesforce/label/c.InsightsAccountsConnect';
import connectedLabel from '@salesforce/label/c.InsightsAccountsConnectedToast';
import environmentsHintLabel from '@salesforce/label/c.InsightsAccountsEnvironmentsHint';
import environmentsLabel from '@salesforce/label/c.InsightsAccountsEnvironments';
import noEnvironmentLabel from '@salesforce/label/c.InsightsAccountsNoEnvironment';
import otherSourcesLabel from '@salesforce/label/c.InsightsAccountsOtherSources';
import retryLabel from '@salesforce/label/c.InsightsStateRetry';
import sourceCheckLabel from '@salesforce/label/c.InsightsAccountsSourceCheck';
import sourcesHintLabel from '@salesforce/label/c.InsightsAccountsSourcesHint';
import sourcesLabel from '@salesforce/label/c.InsightsAccountsSources';
import titleLabel from '@salesforce/label/c.InsightsGridAccounts';

export {
  appNameLabel,
  backLabel,
  connectAskLabel,
  connectHintLabel,
  connectLabel,
  connectedLabel,
  environmentsHintLabel,
  environmentsLabel,
  noEnvironmentLabel,
  otherSourcesLabel,
  retryLabel,
  sourceCheckLabel,
  sourcesHintLabel,
  sourcesLabel,
  titleLabel
};
