import conflictCancel from '@salesforce/label/c.InsightsWizardConflictCancel';
import conflictOverwrite from '@salesforce/label/c.InsightsWizardConflictOverwrite';
import conflictOverwriteHelp from '@salesforce/label/c.InsightsWizardConflictOverwriteHelp';
import conflictReload from '@salesforce/label/c.InsightsWizardConflictReload';
import conflictReloadHelp from '@salesforce/label/c.InsightsWizardConflictReloadHelp';
import conflictRemedy from '@salesforce/label/c.InsightsWizardConflictRemedy';
import conflictTitle from '@salesforce/label/c.InsightsWizardConflictTitle';

export {
  conflictCancel,
  conflictOverwrite,
  conflictOverwriteHelp,
  conflictReload,
  conflictReloadHelp,
  conflictRemedy,
  conflictTitle
};
