import cancel from '@salesforce/label/c.InsightsWizardCancel';
import conflictTitle from '@salesforce/label/c.InsightsWizardConflictTitle';
import discardMessage from '@salesforce/label/c.InsightsWizardDiscardMessage';
import discardTitle from '@salesforce/label/c.InsightsWizardDiscardTitle';
import edit from '@salesforce/label/c.InsightsWizardEdit';
import gridAppName from '@salesforce/label/c.InsightsGridAppName';
import gridNew from '@salesforce/label/c.InsightsGridNew';
import noAccess from '@salesforce/label/c.InsightsWizardNoAccess';
import noAccessRemedy from '@salesforce/label/c.InsightsWizardNoAccessRemedy';
import offerContinue from '@salesforce/label/c.InsightsWizardOfferContinue';
import offerFresh from '@salesforce/label/c.InsightsWizardOfferFresh';
import offerHeading from '@salesforce/label/c.InsightsWizardOfferHeading';
import offerMessage from '@salesforce/label/c.InsightsWizardOfferMessage';
import requestTitle from '@salesforce/label/c.InsightsWizardRequestTitle';
import saved from '@salesforce/label/c.InsightsWizardSaved';
import stateRetry from '@salesforce/label/c.InsightsStateRetry';
import saveAgain from '@salesforce/label/c.InsightsWizardSaveAgain';

export {
  cancel,
  conflictTitle,
  discardMessage,
  discardTitle,
  edit,
  gridAppName,
  gridNew,
  noAccess,
  noAccessRemedy,
  offerContinue,
  offerFresh,
  offerHeading,
  offerMessage,
  requestTitle,
  saveAgain,
  saved,
  stateRetry
};
