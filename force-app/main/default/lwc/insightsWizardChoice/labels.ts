import externalId from '@salesforce/label/c.InsightsWizardExternalId';
import gapKeyColumn from '@salesforce/label/c.InsightsWizardGapKeyColumn';
import gapKeyField from '@salesforce/label/c.InsightsWizardGapKeyField';
import gapObject from '@salesforce/label/c.InsightsWizardGapObject';
import gapReport from '@salesforce/label/c.InsightsWizardGapReport';
import keyColumn from '@salesforce/label/c.InsightsWizardKeyColumn';
import keyField from '@salesforce/label/c.InsightsWizardKeyField';
import keyHeading from '@salesforce/label/c.InsightsWizardKeyHeading';
import keyHelp from '@salesforce/label/c.InsightsWizardKeyHelp';
import keyPlaceholder from '@salesforce/label/c.InsightsWizardKeyPlaceholder';
import leadHint from '@salesforce/label/c.InsightsWizardLeadHint';
import noObjects from '@salesforce/label/c.InsightsWizardNoObjects';
import noObjectsRemedy from '@salesforce/label/c.InsightsWizardNoObjectsRemedy';
import noReports from '@salesforce/label/c.InsightsWizardNoReports';
import noReportsRemedy from '@salesforce/label/c.InsightsWizardNoReportsRemedy';
import notIndexed from '@salesforce/label/c.InsightsWizardNotIndexed';
import object from '@salesforce/label/c.InsightsWizardObject';
import objectPlaceholder from '@salesforce/label/c.InsightsWizardObjectPlaceholder';
import previewHeading from '@salesforce/label/c.InsightsWizardPreviewHeading';
import reasonsKey from '@salesforce/label/c.InsightsWizardReasonsKey';
import region from '@salesforce/label/c.InsightsWizardRegion';
import regionHelp from '@salesforce/label/c.InsightsWizardRegionHelp';
import report from '@salesforce/label/c.InsightsWizardReport';
import reportPlaceholder from '@salesforce/label/c.InsightsWizardReportPlaceholder';
import reportRefreshed from '@salesforce/label/c.InsightsWizardReportRefreshed';
import reportRows from '@salesforce/label/c.InsightsWizardReportRows';
import source from '@salesforce/label/c.InsightsWizardSource';
import unique from '@salesforce/label/c.InsightsWizardUnique';

export {
  externalId,
  gapKeyColumn,
  gapKeyField,
  gapObject,
  gapReport,
  keyColumn,
  keyField,
  keyHeading,
  keyHelp,
  keyPlaceholder,
  leadHint,
  noObjects,
  noObjectsRemedy,
  noReports,
  noReportsRemedy,
  notIndexed,
  object,
  objectPlaceholder,
  previewHeading,
  reasonsKey,
  region,
  regionHelp,
  report,
  reportPlaceholder,
  reportRefreshed,
  reportRows,
  source,
  unique
};
