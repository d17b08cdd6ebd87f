/**
 * Relationships that lead to records of several objects. The type library gives all of them the target `Name`.
 * Source: Object Reference for the Salesforce Platform, pages of the objects.
 */

const USER_OR_GROUP = ['Group', 'User'];
const WHAT = [
  'Account',
  'Asset',
  'Campaign',
  'Case',
  'Contract',
  'Opportunity',
  'Order',
  'Product2',
  'Quote',
  'Solution'
];
const ANY_RECORD = [
  ...WHAT,
  'Contact',
  'ContentDocument',
  'EmailMessage',
  'EmailTemplate',
  'Event',
  'Lead',
  'Network',
  'Organization',
  'Report',
  'Task',
  'User'
];

const BY_FIELD: Record<string, string[]> = {
  OwnerId: USER_OR_GROUP,
  UserOrGroupId: USER_OR_GROUP,
  WhoId: ['Contact', 'Lead'],
  WhatId: WHAT,
  LeadOrContactId: ['Contact', 'Lead'],
  LeadOrContactOwnerId: USER_OR_GROUP,
  DelegatedApproverId: USER_OR_GROUP,
  ActorId: USER_OR_GROUP,
  OriginalActorId: USER_OR_GROUP,
  FolderId: ['Folder', 'Organization', 'User'],
  LicenseId: ['PermissionSetLicense', 'UserLicense'],
  SetupEntityId: [
    'ApexClass',
    'ApexPage',
    'AppMenuItem',
    'ConnectedApplication',
    'CustomPermission',
    'EmailServicesFunction',
    'ExternalDataSource',
    'NamedCredential',
    'TabDefinition'
  ],
  RelatedId: ['User', 'UserRole'],
  FromId: ['Contact', 'Lead', 'User'],
  BusinessOwnerId: USER_OR_GROUP
};

const BY_OBJECT: Record<string, string[]> = {
  'Event.OwnerId': ['User'],
  'Task.OwnerId': USER_OR_GROUP,
  'Attachment.ParentId': ANY_RECORD,
  'Note.ParentId': ANY_RECORD,
  'FeedItem.ParentId': ANY_RECORD,
  'Group.OwnerId': ['Organization', 'User']
};

/** The objects that a reference with the library's target `Name` may lead to. */
export function polymorphicTargets(object: string, field: string): string[] {
  return BY_OBJECT[`${object}.${field}`] ?? BY_FIELD[field] ?? ANY_RECORD;
}
