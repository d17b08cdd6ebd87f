/**
 * Users, groups and their rights.
 * Source: Object Reference for the Salesforce Platform, pages of the objects; lengths from the describe results of a developer org.
 */
import type { ObjectFacts } from './facts';
import { TIME_ZONES } from './timeZones';

export const user: ObjectFacts = {
  prefix: '005',
  label: 'User',
  plural: 'Users',
  can: 'create update search trigger',
  sharing: 'Private',
  fields: {
    Username: 'string(80) lookup',
    LastName: 'string(80) of:Name',
    FirstName: 'string(40) of:Name',
    Name: 'string(121) ro name | Full Name',
    CompanyName: 'string(80)',
    Department: 'string(80)',
    Title: 'string(80)',
    Street: 'textarea(255) of:Address',
    City: 'string(40) of:Address',
    State: 'string(80) of:Address | State/Province',
    PostalCode: 'string(20) of:Address | Zip/Postal Code',
    Country: 'string(80) of:Address',
    Latitude: 'double(18,15) of:Address',
    Longitude: 'double(18,15) of:Address',
    GeocodeAccuracy: 'picklist(40) restricted of:Address',
    Address: 'address ro',
    Email: 'email(128) lookup',
    EmailPreferencesAutoBcc: 'boolean default =true | AutoBcc',
    Phone: 'phone(40)',
    Fax: 'phone(40)',
    MobilePhone: 'phone(40) | Mobile',
    Extension: 'phone(40)',
    Alias: 'string(8)',
    CommunityNickname: 'string(40) default | Nickname',
    IsActive: 'boolean default =true | Active',
    TimeZoneSidKey: 'picklist(40) restricted | Time Zone',
    UserRoleId: 'reference | Role ID',
    LocaleSidKey: 'picklist(40) restricted | Locale',
    ReceivesInfoEmails: 'boolean default =false | Info Emails',
    ReceivesAdminInfoEmails: 'boolean default =false | Admin Info Emails',
    EmailEncodingKey: 'picklist(40) restricted | Email Encoding',
    ProfileId: 'reference',
    UserType: 'picklist(40) ro restricted',
    LanguageLocaleKey: 'picklist(40) restricted | Language',
    EmployeeNumber: 'string(20)',
    DelegatedApproverId: 'reference',
    ManagerId: 'reference',
    LastLoginDate: 'datetime ro | Last Login',
    LastPasswordChangeDate: 'datetime ro | Last Password Change or Reset',
    AccountId: 'reference ro',
    ContactId: 'reference create',
    FederationIdentifier: 'string(512) lookup | SAML Federation ID',
    AboutMe: 'textarea(1000)',
    Signature: 'textarea(1333) | Email Signature',
    SenderEmail: 'email(80) | Email Sender Address',
    SenderName: 'string(80) | Email Sender Name',
    DigestFrequency: 'picklist(40) default restricted =D | Chatter Email Highlights Frequency',
    DefaultGroupNotificationFrequency:
      'picklist(40) default restricted =N | Default Notification Frequency when Joining Groups',
    FullPhotoUrl: 'url(1024) ro',
    SmallPhotoUrl: 'url(1024) ro | Photo',
    MediumPhotoUrl: 'url(1024) ro',
    BannerPhotoUrl: 'url(1024) ro',
    IsProfilePhotoActive: 'boolean ro default =false | Has Profile Photo',
    IsPortalEnabled: 'boolean default =false | Is Portal Enabled',
    ForecastEnabled: 'boolean default =false | Allow Forecasting'
  },
  picklists: {
    TimeZoneSidKey: TIME_ZONES,
    EmailEncodingKey: [
      'UTF-8*',
      'ISO-8859-1',
      'Shift_JIS',
      'ISO-2022-JP',
      'EUC-JP',
      'ks_c_5601-1987',
      'Big5',
      'GB2312',
      'Big5-HKSCS',
      'x-SJIS_0213'
    ],
    LanguageLocaleKey: [
      'en_US',
      'de',
      'es',
      'fr',
      'it',
      'ja',
      'sv',
      'ko',
      'zh_TW',
      'zh_CN',
      'pt_BR',
      'nl_NL',
      'da',
      'th',
      'fi',
      'ru',
      'es_MX',
      'no'
    ],
    UserType: [
      'Standard',
      'PowerPartner',
      'PowerCustomerSuccess',
      'CustomerSuccess',
      'Guest',
      'CspLitePortal',
      'CSNOnly',
      'SelfService'
    ]
  }
};

export const profile: ObjectFacts = {
  prefix: '00e',
  label: 'Profile',
  plural: 'Profile',
  can: '',
  fields: {
    Name: 'string(255) lookup name',
    UserLicenseId: 'reference',
    UserType: 'picklist(40) restricted',
    Description: 'string(255)'
  }
};

export const userRole: ObjectFacts = {
  prefix: '00E',
  label: 'Role',
  plural: 'Role',
  can: 'create update delete',
  fields: {
    Name: 'string(80) name',
    ParentRoleId: 'reference',
    RollupDescription: 'string(80) | Description',
    OpportunityAccessForAccountOwner: 'picklist(40) default restricted =None',
    CaseAccessForAccountOwner: 'picklist(40) restricted',
    ContactAccessForAccountOwner: 'picklist(40) restricted',
    DeveloperName: 'string(80) default',
    MayForecastManagerShare: 'boolean ro default =false'
  }
};

export const permissionSet: ObjectFacts = {
  prefix: '0PS',
  label: 'Permission Set',
  plural: 'Permission Sets',
  can: 'create update delete',
  fields: {
    Name: 'string(80) lookup name | Permission Set Name',
    Label: 'string(80) | Permission Set Label',
    LicenseId: 'reference create',
    ProfileId: 'reference ro',
    IsOwnedByProfile: 'boolean ro default =false',
    IsCustom: 'boolean ro default =true | Custom',
    Description: 'string(255)',
    NamespacePrefix: 'string(15) ro',
    HasActivationRequired: 'boolean default =false | Session Activation Required',
    PermissionSetGroupId: 'reference ro',
    Type: 'picklist(40) ro restricted'
  }
};

export const permissionSetAssignment: ObjectFacts = {
  prefix: '0Pa',
  label: 'Permission Set Assignment',
  plural: 'Permission Set Assignment',
  can: 'create update delete',
  fields: {
    PermissionSetId: 'reference create',
    PermissionSetGroupId: 'reference create',
    AssigneeId: 'reference create',
    ExpirationDate: 'datetime',
    IsActive: 'boolean ro default =true',
    IsRevoked: 'boolean ro default =false'
  }
};

const RIGHTS = 'boolean default =false';

export const objectPermissions: ObjectFacts = {
  prefix: '110',
  label: 'Object Permissions',
  plural: 'Object Permissions',
  can: 'create update delete',
  fields: {
    ParentId: 'reference create',
    SobjectType: 'picklist(40) create restricted',
    PermissionsCreate: RIGHTS,
    PermissionsRead: RIGHTS,
    PermissionsEdit: RIGHTS,
    PermissionsDelete: RIGHTS,
    PermissionsViewAllRecords: RIGHTS,
    PermissionsModifyAllRecords: RIGHTS
  }
};

export const fieldPermissions: ObjectFacts = {
  prefix: '01k',
  label: 'Field Permissions',
  plural: 'Field Permissions',
  can: 'create update delete',
  fields: {
    ParentId: 'reference create',
    SobjectType: 'picklist(40) create restricted',
    Field: 'picklist(40) create restricted',
    PermissionsEdit: RIGHTS,
    PermissionsRead: RIGHTS
  }
};

export const setupEntityAccess: ObjectFacts = {
  prefix: '0J0',
  label: 'Setup Entity Access',
  plural: 'Setup Entity Access',
  can: 'create delete',
  fields: {
    ParentId: 'reference create',
    SetupEntityId: 'reference create',
    SetupEntityType: 'picklist(40) ro restricted'
  }
};

export const group: ObjectFacts = {
  prefix: '00G',
  label: 'Group',
  plural: 'Group',
  can: 'create update delete',
  fields: {
    Name: 'string(40) lookup name',
    DeveloperName: 'string(80) default',
    RelatedId: 'reference ro',
    Type: 'picklist(40) create restricted default =Regular',
    Email: 'email(255)',
    OwnerId: 'reference ro default',
    DoesSendEmailToMembers: 'boolean default =false | Send Email to Members',
    DoesIncludeBosses: 'boolean default =true | Include Bosses',
    Description: 'string(255)'
  }
};

export const groupMember: ObjectFacts = {
  prefix: '011',
  label: 'Group Member',
  plural: 'Group Member',
  can: 'create delete',
  fields: { GroupId: 'reference create', UserOrGroupId: 'reference create | User/Group ID' }
};

export const queueSobject: ObjectFacts = {
  prefix: '03g',
  label: 'Queue Sobject',
  plural: 'Queue Sobject',
  can: 'create update delete',
  fields: { QueueId: 'reference create', SobjectType: 'picklist(40) create restricted' }
};
