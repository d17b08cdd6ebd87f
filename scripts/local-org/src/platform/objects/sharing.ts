import type { ObjectFacts } from './facts';

/** Source: Object Reference, "ContentDistribution". */
export const contentDistribution: ObjectFacts = {
  prefix: '05D',
  label: 'Content Delivery',
  plural: 'Content Deliveries',
  can: 'create update delete trigger',
  fields: {
    Name: 'string(100) name',
    OwnerId: 'reference default',
    ContentVersionId: 'reference create',
    ContentDocumentId: 'reference ro',
    RelatedRecordId: 'reference',
    PreferencesAllowPDFDownload: 'boolean default =false',
    PreferencesAllowOriginalDownload: 'boolean default =false',
    PreferencesPasswordRequired: 'boolean default =false',
    PreferencesNotifyOnVisit: 'boolean default =false',
    PreferencesLinkLatestVersion: 'boolean default =false',
    PreferencesAllowViewInBrowser: 'boolean default =false',
    PreferencesExpires: 'boolean default =false',
    PreferencesNotifyRndtnComplete: 'boolean default =false',
    ExpiryDate: 'datetime',
    Password: 'string(32) ro',
    ViewCount: 'int(9) ro',
    FirstViewDate: 'datetime ro',
    LastViewDate: 'datetime ro',
    DistributionPublicUrl: 'url(1000) ro',
    ContentDownloadUrl: 'url(1000) ro',
    PdfDownloadUrl: 'url(1000) ro'
  }
};

/** Source: Object Reference, "PermissionSetGroupComponent". */
export const permissionSetGroupComponent: ObjectFacts = {
  prefix: '0PM',
  label: 'Permission Set Group Component',
  plural: 'Permission Set Group Components',
  can: 'create delete',
  fields: { PermissionSetGroupId: 'reference create', PermissionSetId: 'reference create' }
};

/** Source: Object Reference, "PermissionSetGroup". */
export const permissionSetGroup: ObjectFacts = {
  prefix: '0PG',
  label: 'Permission Set Group',
  plural: 'Permission Set Groups',
  can: 'create update delete',
  fields: {
    DeveloperName: 'string(80) name',
    MasterLabel: 'string(80) req',
    Description: 'string(255)',
    Language: 'picklist(40) default restricted =en_US',
    NamespacePrefix: 'string(15) ro',
    Status: 'picklist(40) ro restricted =Outdated',
    HasActivationRequired: 'boolean default =false'
  },
  picklists: { Status: ['Updated', 'Outdated', 'Updating', 'Failed'] }
};
