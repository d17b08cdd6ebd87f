import back from '@salesforce/label/c.InsightsWizardBack';
import cancel from '@salesforce/label/c.InsightsWizardCancel';
import next from '@salesforce/label/c.InsightsWizardContinue';
import save from '@salesforce/label/c.InsightsWizardSave';
import saveAndRun from '@salesforce/label/c.InsightsWizardSaveAndRun';
import saveHint from '@salesforce/label/c.InsightsWizardSaveHint';
import saving from '@salesforce/label/c.InsightsWizardSaving';

export { back, cancel, next, save, saveAndRun, saveHint, saving };
