import gapEnvironment from '@salesforce/label/c.InsightsWizardGapEnvironment';
import gapKeyColumn from '@salesforce/label/c.InsightsWizardGapKeyColumn';
import gapKeyField from '@salesforce/label/c.InsightsWizardGapKeyField';
import gapMapping from '@salesforce/label/c.InsightsWizardGapMapping';
import gapObject from '@salesforce/label/c.InsightsWizardGapObject';
import gapReport from '@salesforce/label/c.InsightsWizardGapReport';
import mappingIncomplete from '@salesforce/label/c.InsightsWizardMappingIncomplete';
import pairText from '@salesforce/label/c.InsightsWizardPairText';
import proposedName from '@salesforce/label/c.InsightsWizardProposedName';
import stepChoice from '@salesforce/label/c.InsightsWizardStepChoice';
import stepEnvironment from '@salesforce/label/c.InsightsWizardStepEnvironment';
import stepMapping from '@salesforce/label/c.InsightsWizardStepMapping';
import stepSchedule from '@salesforce/label/c.InsightsWizardStepSchedule';
import summaryEnvironment from '@salesforce/label/c.InsightsWizardSummaryEnvironment';
import summaryFields from '@salesforce/label/c.InsightsWizardSummaryFields';
import summaryKey from '@salesforce/label/c.InsightsWizardSummaryKey';
import summaryObject from '@salesforce/label/c.InsightsWizardSummaryObject';
import summaryReport from '@salesforce/label/c.InsightsWizardSummaryReport';

export {
  gapEnvironment,
  gapKeyColumn,
  gapKeyField,
  gapMapping,
  gapObject,
  gapReport,
  mappingIncomplete,
  pairText,
  proposedName,
  stepChoice,
  stepEnvironment,
  stepMapping,
  stepSchedule,
  summaryEnvironment,
  summaryFields,
  summaryKey,
  summaryObject,
  summaryReport
};
