import { FIELD_TYPES, type FieldFault, type FieldType, type MailWords } from 'c/insightsFieldPlan';

import * as labels from './labels';

/** What is wrong with a field, in words. */
export const FAULTS: Readonly<Record<FieldFault, string>> = {
  nameMissing: labels.faultNameMissing,
  nameShape: labels.faultNameShape,
  nameLong: labels.faultNameLong,
  nameTaken: labels.faultNameTaken,
  nameTwice: labels.faultNameTwice,
  labelMissing: labels.faultLabelMissing,
  labelLong: labels.faultLabelLong
};

const typeLabels: Readonly<Record<FieldType, string>> = {
  Text: labels.typeText,
  TextArea: labels.typeTextArea,
  Number: labels.typeNumber,
  Percent: labels.typePercent,
  Checkbox: labels.typeCheckbox,
  Date: labels.typeDate,
  DateTime: labels.typeDateTime,
  Email: labels.typeEmail,
  Phone: labels.typePhone,
  Url: labels.typeUrl
};

/** The types to choose from. */
export const TYPE_OPTIONS = FIELD_TYPES.map((value) => ({ value, label: typeLabels[value] }));

/** What the e-mail says around its table. */
export const MAIL_WORDS: MailWords = {
  subject: labels.requestMailSubject,
  greeting: labels.requestMailGreeting,
  body: labels.requestMailBody,
  closing: labels.requestMailClosing,
  nameHeading: labels.mailHeadingName,
  labelHeading: labels.mailHeadingLabel,
  typeHeading: labels.mailHeadingType,
  typeLabels
};
