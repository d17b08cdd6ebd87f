/**
 * E-mails and notifications: counted and recorded, never sent. Templates and mass mails are refused by name.
 * Source: Apex Reference Guide, Messaging namespace.
 */
import { kernel } from '../../kernel';
import { type ApexBlob, ApexList, type ApexSet, listOf, rtType, throwNew, UnsupportedError } from '../../values';
import { nonNull } from '../args';
import { beanClass, type Bean } from '../bean';
import { enumConstant } from '../enums';
import { platformClass } from '../registry';

const sendResult = beanClass('Messaging.SendEmailResult', { constructible: false });
const sendError = beanClass('Messaging.SendEmailError', { constructible: false });
beanClass('Messaging.Email', { constructible: false });
beanClass('Messaging.SingleEmailMessage', { defaults: () => ({ saveAsActivity: true, useSignature: true }) });
beanClass('Messaging.EmailFileAttachment');

const texts = (value: unknown): string[] => (value instanceof ApexList ? (value.items as string[]) : []);

function attachments(email: Bean): { name: string; body: ApexBlob }[] {
  const files = email.get('FileAttachments');
  if (!(files instanceof ApexList)) return [];
  return (files.items as Bean[]).map((file) => ({
    name: file.get('FileName') as string,
    body: file.get('Body') as ApexBlob
  }));
}

/** What is wrong with a message; null when it can be sent. */
function problem(email: Bean): { statusCode: string; message: string } | null {
  const hasRecipient = ['ToAddresses', 'CcAddresses', 'BccAddresses'].some((name) => texts(email.get(name)).length > 0);
  if (!hasRecipient && email.get('TargetObjectId') === null) {
    return { statusCode: 'REQUIRED_FIELD_MISSING', message: 'Add a recipient to send an email.' };
  }
  const hasBody = email.get('PlainTextBody') !== null || email.get('HtmlBody') !== null;
  if (!hasBody && email.get('TemplateId') === null) {
    return { statusCode: 'REQUIRED_FIELD_MISSING', message: 'Missing body' };
  }
  const bad = texts(email.get('ToAddresses')).find(
    (address) => !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(address) && !/^00[35Q]/.test(address)
  );
  return bad === undefined ? null : { statusCode: 'INVALID_EMAIL_ADDRESS', message: `Invalid to address : ${bad}` };
}

function record(email: Bean): void {
  if (email.get('TemplateId') !== null) throw new UnsupportedError('e-mail templates');
  kernel.services.emailSent({
    subject: email.get('Subject') as string | null,
    plainTextBody: email.get('PlainTextBody') as string | null,
    htmlBody: email.get('HtmlBody') as string | null,
    toAddresses: texts(email.get('ToAddresses')),
    ccAddresses: texts(email.get('CcAddresses')),
    bccAddresses: texts(email.get('BccAddresses')),
    targetObjectId: email.get('TargetObjectId') as string | null,
    attachments: attachments(email)
  });
}

function sendOne(email: Bean, index: number, allOrNone: boolean): Bean {
  const failure = problem(email);
  if (failure && allOrNone) {
    const text = `SendEmail failed. First exception on row ${index}; first error: ${failure.statusCode}, ${failure.message}: []`;
    throwNew('System.EmailException', text, { dmlErrors: [{ ...failure, fields: [], index, id: null }] });
  }
  if (!failure) record(email);
  const errors = failure
    ? [sendError({ message: failure.message, statusCode: enumConstant('System.StatusCode', failure.statusCode) })]
    : [];
  return sendResult({ success: !failure, errors: new ApexList(listOf(rtType('Messaging.SendEmailError')), errors) });
}

function sendEmail(emails: ApexList | null, allOrNone: boolean | null = true): ApexList {
  const list = nonNull(emails).items as Bean[];
  kernel.tx.limits.count('emailInvocations', 1);
  const results = list.map((email, i) => sendOne(nonNull(email), i, nonNull(allOrNone)));
  return new ApexList(listOf(rtType('Messaging.SendEmailResult')), results);
}

platformClass('System.Messaging', {
  statics: {
    'sendEmail/1': sendEmail,
    'sendEmail/2': sendEmail,
    'reserveSingleEmailCapacity/1': () => undefined
  }
});

/** Most recipients of one notification. */
const MAX_RECIPIENTS = 500;

function sendNotification(self: Bean, recipients: ApexSet | null): void {
  const users = nonNull(recipients).values() as string[];
  for (const name of ['NotificationTypeId', 'Title', 'Body']) {
    if (self.get(name) === null) throwNew('System.IllegalArgumentException', `Missing required field: ${name}`);
  }
  if (self.get('TargetId') === null && self.get('TargetPageRef') === null) {
    throwNew('System.IllegalArgumentException', 'Missing required field: targetId or targetPageRef');
  }
  if (users.length === 0 || users.length > MAX_RECIPIENTS) {
    throwNew('System.IllegalArgumentException', `A notification has 1 to ${MAX_RECIPIENTS} recipients`);
  }
  kernel.services.notificationSent({ ...Object.fromEntries(self.values), recipients: users });
}

const notification = beanClass('Messaging.CustomNotification', {
  construct: {
    '/6': (typeId, sender, title, body, targetId, targetPageRef) =>
      notification({ notificationTypeId: typeId, sender, title, body, targetId, targetPageRef })
  },
  instance: { 'send/1': sendNotification }
});
