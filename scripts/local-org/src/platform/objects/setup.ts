/**
 * The organization, code, jobs, files and other set-up.
 * Source: Object Reference for the Salesforce Platform, pages of the objects.
 */
import type { ObjectFacts } from './facts';

export const organization: ObjectFacts = {
  prefix: '00D',
  label: 'Organization',
  plural: 'Organization',
  can: 'update',
  fields: {
    Name: 'string(80) name',
    Street: 'textarea(255) of:Address',
    City: 'string(40) of:Address',
    State: 'string(80) of:Address | State/Province',
    PostalCode: 'string(20) of:Address | Zip/Postal Code',
    Country: 'string(80) of:Address',
    Phone: 'phone(40)',
    PrimaryContact: 'string(80)',
    DefaultLocaleSidKey: 'picklist(40) restricted | Locale',
    LanguageLocaleKey: 'picklist(40) restricted | Language',
    TimeZoneSidKey: 'picklist(40) restricted | Time Zone',
    FiscalYearStartMonth: 'int(9) ro',
    NamespacePrefix: 'string(15) ro',
    InstanceName: 'string(5) ro',
    IsSandbox: 'boolean ro default =false | Is Sandbox',
    OrganizationType: 'picklist(40) ro restricted | Edition',
    TrialExpirationDate: 'datetime ro',
    IsReadOnly: 'boolean ro default =false | Is Read Only'
  }
};

export const apexClass: ObjectFacts = {
  prefix: '01p',
  label: 'Apex Class',
  plural: 'Apex Class',
  can: '',
  fields: {
    NamespacePrefix: 'string(15)',
    Name: 'string(255) name',
    ApiVersion: 'double(18,1)',
    Status: 'picklist(40) restricted',
    IsValid: 'boolean',
    BodyCrc: 'double(18,0)',
    Body: 'textarea(1000000)',
    LengthWithoutComments: 'int(9)'
  }
};

export const apexTrigger: ObjectFacts = { ...apexClass, prefix: '01q', label: 'Apex Trigger', plural: 'Apex Trigger' };

export const asyncApexJob: ObjectFacts = {
  prefix: '707',
  label: 'Apex Job',
  plural: 'Apex Job',
  can: '',
  fields: {
    JobType: 'picklist(40) restricted',
    ApexClassId: 'reference',
    Status: 'picklist(40) restricted',
    JobItemsProcessed: 'int(9) | Batches Processed',
    TotalJobItems: 'int(9) | Total Batches',
    NumberOfErrors: 'int(9) | Failures',
    CompletedDate: 'datetime',
    MethodName: 'string(255) | Apex Method',
    ExtendedStatus: 'string(1000) | Status Detail',
    ParentJobId: 'reference',
    LastProcessed: 'string(15)',
    LastProcessedOffset: 'int(9)',
    CronTriggerId: 'reference'
  },
  picklists: {
    JobType: [
      'Future',
      'SharingRecalculation',
      'ScheduledApex',
      'BatchApex',
      'BatchApexWorker',
      'TestRequest',
      'TestWorker',
      'ApexToken',
      'Queueable'
    ],
    Status: ['Queued', 'Processing', 'Aborted', 'Completed', 'Failed', 'Preparing', 'Holding']
  }
};

export const cronTrigger: ObjectFacts = {
  prefix: '08e',
  label: 'Scheduled Jobs',
  plural: 'Scheduled Jobs',
  can: '',
  fields: {
    CronJobDetailId: 'reference | Job ID',
    NextFireTime: 'datetime | Next Run Time',
    PreviousFireTime: 'datetime | Previous Run Time',
    State: 'picklist(40) restricted',
    StartTime: 'datetime',
    EndTime: 'datetime',
    CronExpression: 'string(255)',
    TimeZoneSidKey: 'picklist(40) restricted | Time Zone',
    OwnerId: 'reference',
    TimesTriggered: 'int(9)'
  },
  picklists: {
    State: ['WAITING', 'ACQUIRED', 'EXECUTING', 'COMPLETE', 'ERROR', 'DELETED', 'PAUSED', 'BLOCKED', 'PAUSED_BLOCKED']
  }
};

export const cronJobDetail: ObjectFacts = {
  prefix: '08a',
  label: 'Cron Job',
  plural: 'Cron Jobs',
  can: '',
  fields: { Name: 'string(255) name', JobType: 'picklist(40) restricted' }
};

export const apexTestResult: ObjectFacts = {
  prefix: '07M',
  label: 'Apex Test Result',
  plural: 'Apex Test Results',
  can: '',
  fields: { Message: 'string(4000)', StackTrace: 'string(4000)', MethodName: 'string(255)' }
};

/** What the platform publishes when a batch job that implements Database.RaisesPlatformEvents fails. */
export const batchApexErrorEvent: ObjectFacts = {
  prefix: null,
  label: 'Batch Apex Error Event',
  plural: 'Batch Apex Error Event',
  can: 'create trigger',
  fields: {
    AsyncApexJobId: 'string(18)',
    ExceptionType: 'string(255)',
    JobScope: 'textarea(40000)',
    Message: 'textarea(5000)',
    Phase: 'string(255)',
    RequestId: 'string(255)',
    StackTrace: 'textarea(5000)',
    DoesExceedJobScopeMaxLength: 'boolean default =false',
    EventUuid: 'string(36) ro',
    ReplayId: 'string(1000) ro'
  }
};

export const contentVersion: ObjectFacts = {
  prefix: '068',
  label: 'Content Version',
  plural: 'Content Versions',
  can: 'create update search trigger',
  fields: {
    ContentDocumentId: 'reference create default',
    IsLatest: 'boolean ro default =false',
    ContentUrl: 'url(1300) | Content URL',
    VersionNumber: 'string(20) ro',
    Title: 'string(255) name',
    Description: 'textarea(1000)',
    ReasonForChange: 'string(1000)',
    SharingOption: 'picklist(40) default restricted =A | Prevent others from sharing and unsharing',
    SharingPrivacy: 'picklist(40) default restricted =N | File Privacy on Records',
    PathOnClient: 'string(500) create',
    ContentModifiedDate: 'datetime ro',
    ContentModifiedById: 'reference ro',
    OwnerId: 'reference default',
    TagCsv: 'textarea(2000) | Tags',
    FileType: 'string(20) ro',
    PublishStatus: 'picklist(40) ro restricted',
    VersionData: 'base64',
    ContentSize: 'int(9) ro | Size',
    FileExtension: 'string(40) ro',
    FirstPublishLocationId: 'reference create',
    Origin: 'picklist(40) create default restricted =C | Content Origin',
    ContentLocation: 'picklist(40) create default restricted =S',
    TextPreview: 'string(255) ro',
    ExternalDocumentInfo1: 'string(1000)',
    ExternalDocumentInfo2: 'string(1000)',
    Checksum: 'string(50) ro',
    IsMajorVersion: 'boolean create default =true | Major Version',
    IsAssetEnabled: 'boolean create default =false | Asset File Enabled',
    VersionDataUrl: 'string(255) ro'
  },
  picklists: {
    SharingOption: ['A*', 'R'],
    SharingPrivacy: ['N*', 'P'],
    PublishStatus: ['U', 'P', 'R'],
    Origin: ['C*', 'H'],
    ContentLocation: ['S*', 'E', 'L']
  }
};

export const contentDocument: ObjectFacts = {
  prefix: '069',
  label: 'Content Document',
  plural: 'Content Documents',
  can: 'update delete undelete search trigger',
  fields: {
    Title: 'string(255) name',
    Description: 'textarea(1000)',
    IsArchived: 'boolean default =false',
    ArchivedDate: 'date ro',
    ArchivedById: 'reference ro',
    OwnerId: 'reference default',
    PublishStatus: 'picklist(40) ro restricted',
    LatestPublishedVersionId: 'reference ro',
    ParentId: 'reference',
    ContentSize: 'int(9) ro | Size',
    FileType: 'string(20) ro',
    FileExtension: 'string(40) ro',
    SharingOption: 'picklist(40) restricted',
    SharingPrivacy: 'picklist(40) restricted',
    ContentModifiedDate: 'datetime ro'
  },
  picklists: { SharingOption: ['A*', 'R'], SharingPrivacy: ['N*', 'P'], PublishStatus: ['U', 'P', 'R'] },
  cascades: ['ContentVersion.ContentDocumentId', 'ContentDocumentLink.ContentDocumentId']
};

export const contentDocumentLink: ObjectFacts = {
  prefix: '06A',
  label: 'Content Document Link',
  plural: 'Content Document Link',
  can: 'create update delete trigger',
  fields: {
    LinkedEntityId: 'reference create',
    ContentDocumentId: 'reference create',
    ShareType: 'picklist(40) restricted',
    Visibility: 'picklist(40) default restricted =InternalUsers'
  },
  picklists: { ShareType: ['V', 'C', 'I'], Visibility: ['AllUsers', 'InternalUsers*', 'SharedUsers'] }
};

export const recordType: ObjectFacts = {
  prefix: '012',
  label: 'Record Type',
  plural: 'Record Types',
  can: 'create update',
  fields: {
    Name: 'string(80) name',
    DeveloperName: 'string(80) | Record Type Name',
    NamespacePrefix: 'string(15) ro',
    Description: 'string(255)',
    SobjectType: 'picklist(40) create restricted',
    IsActive: 'boolean default =true | Active'
  }
};

export const customPermission: ObjectFacts = {
  prefix: '0CP',
  label: 'Custom Permission',
  plural: 'Custom Permissions',
  can: '',
  fields: {
    DeveloperName: 'string(80) name | API Name',
    Language: 'picklist(40) restricted | Master Language',
    MasterLabel: 'string(80) | Label',
    NamespacePrefix: 'string(15)',
    Description: 'string(255)'
  }
};

export const staticResource: ObjectFacts = {
  prefix: '081',
  label: 'Static Resource',
  plural: 'Static Resources',
  can: '',
  fields: {
    NamespacePrefix: 'string(15)',
    Name: 'string(255) name',
    ContentType: 'string(120) | MIME Type',
    BodyLength: 'int(9) | Size',
    Body: 'base64',
    Description: 'string(255)',
    CacheControl: 'picklist(40) restricted'
  }
};

export const businessHours: ObjectFacts = {
  prefix: '01m',
  label: 'Business Hours',
  plural: 'Business Hours',
  can: 'create update',
  fields: {
    Name: 'string(80) name | Business Hours Name',
    IsActive: 'boolean default =false | Active',
    IsDefault: 'boolean default =false | Default Business Hours'
  }
};

export const holiday: ObjectFacts = {
  prefix: '0C0',
  label: 'Holiday',
  plural: 'Holidays',
  can: 'create update delete',
  fields: {
    Name: 'string(80) name | Holiday Name',
    Description: 'textarea(100)',
    IsAllDay: 'boolean default =true | All Day',
    ActivityDate: 'date | Holiday Date'
  }
};

export const document: ObjectFacts = {
  prefix: '015',
  label: 'Document',
  plural: 'Documents',
  can: 'create update delete search',
  fields: {
    Name: 'string(255) name | Document Name',
    DeveloperName: 'string(80) default',
    FolderId: 'reference',
    ContentType: 'string(120) | MIME Type',
    Type: 'string(40) | File Extension',
    BodyLength: 'int(9) ro',
    Body: 'base64',
    Url: 'string(1000)',
    Description: 'textarea(255)',
    Keywords: 'string(255)',
    AuthorId: 'reference default'
  }
};
