import daily from '@salesforce/label/c.InsightsWizardDaily';
import dailyHelp from '@salesforce/label/c.InsightsWizardDailyHelp';
import hour from '@salesforce/label/c.InsightsWizardHour';
import hourOption from '@salesforce/label/c.InsightsWizardHourOption';
import name from '@salesforce/label/c.InsightsWizardName';
import nameHelp from '@salesforce/label/c.InsightsWizardNameHelp';
import nextRun from '@salesforce/label/c.InsightsWizardNextRun';
import nextRunNever from '@salesforce/label/c.InsightsWizardNextRunNever';
import other from '@salesforce/label/c.InsightsWizardOther';
import otherHelp from '@salesforce/label/c.InsightsWizardOtherHelp';
import paused from '@salesforce/label/c.InsightsWizardPaused';
import pausedHelp from '@salesforce/label/c.InsightsWizardPausedHelp';
import summaryHeading from '@salesforce/label/c.InsightsWizardSummaryHeading';
import when from '@salesforce/label/c.InsightsWizardWhen';

export {
  daily,
  dailyHelp,
  hour,
  hourOption,
  name,
  nameHelp,
  nextRun,
  nextRunNever,
  other,
  otherHelp,
  paused,
  pausedHelp,
  summaryHeading,
  when
};
