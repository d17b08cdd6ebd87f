import back from '@salesforce/label/c.InsightsWizardBack';
import cancel from '@salesforce/label/c.InsightsWizardCancel';
import next from '@salesforce/label/c.InsightsWizardContinue';
import discardMessage from '@salesforce/label/c.InsightsWizardDiscardMessage';
import discardTitle from '@salesforce/label/c.InsightsWizardDiscardTitle';
import edit from '@salesforce/label/c.InsightsWizardEdit';
import gapEnvironment from '@salesforce/label/c.InsightsWizardGapEnvironment';
import gapKeyColumn from '@salesforce/label/c.InsightsWizardGapKeyColumn';
import gapKeyField from '@salesforce/label/c.InsightsWizardGapKeyField';
import gapMapping from '@salesforce/label/c.InsightsWizardGapMapping';
import gapObject from '@salesforce/label/c.InsightsWizardGapObject';
import gapReport from '@salesforce/label/c.InsightsWizardGapReport';
import gridAppName from '@salesforce/label/c.InsightsGridAppName';
import gridNew from '@salesforce/label/c.InsightsGridNew';
import noAccess from '@salesforce/label/c.InsightsWizardNoAccess';
import noAccessRemedy from '@salesforce/label/c.InsightsWizardNoAccessRemedy';
import offerContinue from '@salesforce/label/c.InsightsWizardOfferContinue';
import offerFresh from '@salesforce/label/c.InsightsWizardOfferFresh';
import offerHeading from '@salesforce/label/c.InsightsWizardOfferHeading';
import offerMessage from '@salesforce/label/c.InsightsWizardOfferMessage';
import pairText from '@salesforce/label/c.InsightsWizardPairText';
import proposedName from '@salesforce/label/c.InsightsWizardProposedName';
import requestTitle from '@salesforce/label/c.InsightsWizardRequestTitle';
import save from '@salesforce/label/c.InsightsWizardSave';
import saveAndRun from '@salesforce/label/c.InsightsWizardSaveAndRun';
import saveHint from '@salesforce/label/c.InsightsWizardSaveHint';
import saved from '@salesforce/label/c.InsightsWizardSaved';
import saving from '@salesforce/label/c.InsightsWizardSaving';
import stateRetry from '@salesforce/label/c.InsightsStateRetry';
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
  back,
  cancel,
  next,
  discardMessage,
  discardTitle,
  edit,
  gapEnvironment,
  gapKeyColumn,
  gapKeyField,
  gapMapping,
  gapObject,
  gapReport,
  gridAppName,
  gridNew,
  noAccess,
  noAccessRemedy,
  offerContinue,
  offerFresh,
  offerHeading,
  offerMessage,
  pairText,
  proposedName,
  requestTitle,
  save,
  saveAndRun,
  saveHint,
  saved,
  saving,
  stateRetry,
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
