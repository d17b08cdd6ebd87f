import faultLabelLong from '@salesforce/label/c.InsightsWizardFaultLabelLong';
import faultLabelMissing from '@salesforce/label/c.InsightsWizardFaultLabelMissing';
import faultNameLong from '@salesforce/label/c.InsightsWizardFaultNameLong';
import faultNameMissing from '@salesforce/label/c.InsightsWizardFaultNameMissing';
import faultNameShape from '@salesforce/label/c.InsightsWizardFaultNameShape';
import faultNameTaken from '@salesforce/label/c.InsightsWizardFaultNameTaken';
import faultNameTwice from '@salesforce/label/c.InsightsWizardFaultNameTwice';
import mailHeadingLabel from '@salesforce/label/c.InsightsWizardMailHeadingLabel';
import mailHeadingName from '@salesforce/label/c.InsightsWizardMailHeadingName';
import mailHeadingType from '@salesforce/label/c.InsightsWizardMailHeadingType';
import requestBody from '@salesforce/label/c.InsightsWizardRequestBody';
import requestClose from '@salesforce/label/c.InsightsWizardRequestClose';
import requestCommand from '@salesforce/label/c.InsightsWizardRequestCommand';
import requestCopied from '@salesforce/label/c.InsightsWizardRequestCopied';
import requestCopy from '@salesforce/label/c.InsightsWizardRequestCopy';
import requestCopyFailed from '@salesforce/label/c.InsightsWizardRequestCopyFailed';
import requestDownload from '@salesforce/label/c.InsightsWizardRequestDownload';
import requestDownloaded from '@salesforce/label/c.InsightsWizardRequestDownloaded';
import requestIntro from '@salesforce/label/c.InsightsWizardRequestIntro';
import requestLabel from '@salesforce/label/c.InsightsWizardRequestLabel';
import requestLongHint from '@salesforce/label/c.InsightsWizardRequestLongHint';
import requestMail from '@salesforce/label/c.InsightsWizardRequestMail';
import requestMailBody from '@salesforce/label/c.InsightsWizardRequestMailBody';
import requestMailClosing from '@salesforce/label/c.InsightsWizardRequestMailClosing';
import requestMailGreeting from '@salesforce/label/c.InsightsWizardRequestMailGreeting';
import requestMailSubject from '@salesforce/label/c.InsightsWizardRequestMailSubject';
import requestName from '@salesforce/label/c.InsightsWizardRequestName';
import requestNoColumns from '@salesforce/label/c.InsightsWizardRequestNoColumns';
import requestNone from '@salesforce/label/c.InsightsWizardRequestNone';
import requestObject from '@salesforce/label/c.InsightsWizardRequestObject';
import requestOpen from '@salesforce/label/c.InsightsWizardRequestOpen';
import requestSubject from '@salesforce/label/c.InsightsWizardRequestSubject';
import requestTitle from '@salesforce/label/c.InsightsWizardRequestTitle';
import requestType from '@salesforce/label/c.InsightsWizardRequestType';
import requestWanted from '@salesforce/label/c.InsightsWizardRequestWanted';
import typeCheckbox from '@salesforce/label/c.InsightsWizardTypeCheckbox';
import typeDate from '@salesforce/label/c.InsightsWizardTypeDate';
import typeDateTime from '@salesforce/label/c.InsightsWizardTypeDateTime';
import typeEmail from '@salesforce/label/c.InsightsWizardTypeEmail';
import typeNumber from '@salesforce/label/c.InsightsWizardTypeNumber';
import typePercent from '@salesforce/label/c.InsightsWizardTypePercent';
import typePhone from '@salesforce/label/c.InsightsWizardTypePhone';
import typeText from '@salesforce/label/c.InsightsWizardTypeText';
import typeTextArea from '@salesforce/label/c.InsightsWizardTypeTextArea';
import typeUrl from '@salesforce/label/c.InsightsWizardTypeUrl';

export {
  faultLabelLong,
  faultLabelMissing,
  faultNameLong,
  faultNameMissing,
  faultNameShape,
  faultNameTaken,
  faultNameTwice,
  mailHeadingLabel,
  mailHeadingName,
  mailHeadingType,
  requestBody,
  requestClose,
  requestCommand,
  requestCopied,
  requestCopy,
  requestCopyFailed,
  requestDownload,
  requestDownloaded,
  requestIntro,
  requestLabel,
  requestLongHint,
  requestMail,
  requestMailBody,
  requestMailClosing,
  requestMailGreeting,
  requestMailSubject,
  requestName,
  requestNoColumns,
  requestNone,
  requestObject,
  requestOpen,
  requestSubject,
  requestTitle,
  requestType,
  requestWanted,
  typeCheckbox,
  typeDate,
  typeDateTime,
  typeEmail,
  typeNumber,
  typePercent,
  typePhone,
  typeText,
  typeTextArea,
  typeUrl
};
