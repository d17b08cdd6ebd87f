/**
 * Campaigns, products, price books, activities, notes and mails.
 * Source: Object Reference for the Salesforce Platform, pages of the objects.
 */
import type { ObjectFacts } from './facts';

export const campaign: ObjectFacts = {
  prefix: '701',
  label: 'Campaign',
  plural: 'Campaigns',
  fields: {
    Name: 'string(80) lookup name',
    ParentId: 'reference | Parent Campaign ID',
    Type: 'picklist(40)',
    Status: 'picklist(40)',
    StartDate: 'date',
    EndDate: 'date',
    ExpectedRevenue: 'currency(18,0)',
    BudgetedCost: 'currency(18,0)',
    ActualCost: 'currency(18,0)',
    ExpectedResponse: 'percent(10,2) | Expected Response (%)',
    NumberSent: 'double(18,0) | Num Sent',
    IsActive: 'boolean default =false | Active',
    Description: 'textarea(32000)',
    NumberOfLeads: 'int(8) ro | Leads in Campaign',
    NumberOfConvertedLeads: 'int(8) ro | Converted Leads in Campaign',
    NumberOfContacts: 'int(8) ro | Contacts in Campaign',
    NumberOfResponses: 'int(8) ro | Responses in Campaign',
    NumberOfOpportunities: 'int(8) ro | Opportunities in Campaign',
    NumberOfWonOpportunities: 'int(8) ro | Won Opportunities in Campaign',
    AmountAllOpportunities: 'currency(18,2) ro | Value Opportunities in Campaign',
    AmountWonOpportunities: 'currency(18,2) ro | Value Won Opportunities in Campaign'
  },
  picklists: {
    Type: [
      'Conference',
      'Webinar',
      'Trade Show',
      'Public Relations',
      'Partners',
      'Referral Program',
      'Advertisement',
      'Banner Ads',
      'Direct Mail',
      'Email',
      'Telemarketing',
      'Other'
    ],
    Status: ['Planned*', 'In Progress', 'Completed', 'Aborted']
  },
  cascades: ['CampaignMember.CampaignId', 'CampaignMemberStatus.CampaignId']
};

export const campaignMember: ObjectFacts = {
  prefix: '00v',
  label: 'Campaign Member',
  plural: 'Campaign Members',
  can: 'create update delete trigger',
  fields: {
    CampaignId: 'reference create',
    LeadId: 'reference create',
    ContactId: 'reference create',
    Status: 'picklist(40) default =Sent',
    HasResponded: 'boolean ro default =false | Responded',
    FirstRespondedDate: 'date ro',
    Salutation: 'picklist(40) ro',
    Name: 'string(255) ro',
    FirstName: 'string(40) ro',
    LastName: 'string(80) ro',
    Title: 'string(128) ro',
    Street: 'textarea(255) ro',
    City: 'string(40) ro',
    State: 'string(80) ro | State/Province',
    PostalCode: 'string(20) ro | Zip/Postal Code',
    Country: 'string(80) ro',
    Email: 'email(80) ro',
    Phone: 'phone(40) ro',
    Fax: 'phone(40) ro',
    MobilePhone: 'phone(40) ro | Mobile',
    Description: 'textarea(32000) ro',
    DoNotCall: 'boolean ro default =false',
    HasOptedOutOfEmail: 'boolean ro default =false | Email Opt Out',
    HasOptedOutOfFax: 'boolean ro default =false | Fax Opt Out',
    LeadSource: 'picklist(255) ro',
    CompanyOrAccount: 'string(255) ro | Company (Account)',
    Type: 'picklist(40) ro',
    LeadOrContactId: 'reference ro | Related Record ID',
    LeadOrContactOwnerId: 'reference ro | Related Record Owner ID'
  },
  picklists: { Status: ['Sent*', 'Responded'] }
};

export const product2: ObjectFacts = {
  prefix: '01t',
  label: 'Product',
  plural: 'Products',
  fields: {
    Name: 'string(255) lookup name | Product Name',
    ProductCode: 'string(255)',
    Description: 'textarea(4000) | Product Description',
    IsActive: 'boolean default =false | Active',
    Family: 'picklist(255) | Product Family',
    ExternalId: 'string(255)',
    DisplayUrl: 'url(1000) | Display URL',
    QuantityUnitOfMeasure: 'picklist(255)',
    StockKeepingUnit: 'string(180) | Product SKU'
  },
  picklists: { Family: ['None'] },
  restricts: ['OpportunityLineItem.Product2Id']
};

export const pricebook2: ObjectFacts = {
  prefix: '01s',
  label: 'Price Book',
  plural: 'Price Books',
  fields: {
    Name: 'string(255) lookup name | Price Book Name',
    IsActive: 'boolean default =false | Active',
    IsStandard: 'boolean ro default =false | Is Standard Price Book',
    Description: 'string(255)'
  },
  cascades: ['PricebookEntry.Pricebook2Id']
};

export const pricebookEntry: ObjectFacts = {
  prefix: '01u',
  label: 'Price Book Entry',
  plural: 'Price Book Entries',
  can: 'create update delete',
  fields: {
    Name: 'string(255) ro name | Product Name',
    Pricebook2Id: 'reference create | Price Book ID',
    Product2Id: 'reference create | Product ID',
    UnitPrice: 'currency(18,2) | List Price',
    IsActive: 'boolean default =false | Active',
    UseStandardPrice: 'boolean default =false',
    ProductCode: 'string(255) ro'
  }
};

export const opportunityLineItem: ObjectFacts = {
  prefix: '00k',
  label: 'Opportunity Product',
  plural: 'Opportunity Product',
  can: 'create update delete trigger',
  sharing: 'ControlledByParent',
  fields: {
    OpportunityId: 'reference create',
    SortOrder: 'int(9)',
    PricebookEntryId: 'reference create | Price Book Entry ID',
    Product2Id: 'reference create | Product ID',
    ProductCode: 'string(255) ro',
    Name: 'string(376) ro | Opportunity Product Name',
    Quantity: 'double(12,2)',
    TotalPrice: 'currency(18,2)',
    UnitPrice: 'currency(18,2) | Sales Price',
    ListPrice: 'currency(18,2) ro',
    ServiceDate: 'date | Date',
    Description: 'string(255) | Line Description',
    Discount: 'percent(5,2)',
    Subtotal: 'currency(18,2) ro'
  }
};

export const task: ObjectFacts = {
  prefix: '00T',
  label: 'Task',
  plural: 'Tasks',
  fields: {
    WhoId: 'reference | Name ID',
    WhatId: 'reference | Related To ID',
    Subject: 'combobox(255) name',
    ActivityDate: 'date | Due Date Only',
    Status: 'picklist(255) default',
    Priority: 'picklist(255) default',
    IsHighPriority: 'boolean ro default =false | High Priority',
    OwnerId: 'reference default | Assigned To ID',
    Description: 'textarea(32000)',
    Type: 'picklist(40)',
    AccountId: 'reference ro',
    IsClosed: 'boolean ro default =false | Closed',
    IsArchived: 'boolean ro default =false | Archived',
    CallDurationInSeconds: 'int(8) | Call Duration',
    CallType: 'picklist(40) restricted',
    CallDisposition: 'string(255) | Call Result',
    CallObject: 'string(255) | Call Object Identifier',
    ReminderDateTime: 'datetime | Reminder Date/Time',
    IsReminderSet: 'boolean default =false | Reminder Set',
    IsRecurrence: 'boolean default =false | Create Recurring Series of Tasks',
    TaskSubtype: 'picklist(40) create restricted default =Task',
    CompletedDateTime: 'datetime ro | Completed Date'
  },
  picklists: {
    Status: ['Not Started*', 'In Progress', 'Completed', 'Waiting on someone else', 'Deferred'],
    Priority: ['High', 'Normal*', 'Low'],
    Type: ['Call', 'Email', 'Meeting', 'Other'],
    CallType: ['Internal', 'Inbound', 'Outbound'],
    TaskSubtype: ['Task*', 'Email', 'Call', 'ListEmail', 'Cadence', 'LinkedIn']
  }
};

export const note: ObjectFacts = {
  prefix: '002',
  label: 'Note',
  plural: 'Notes',
  fields: {
    ParentId: 'reference create',
    Title: 'string(80) name',
    IsPrivate: 'boolean default =false | Private',
    Body: 'textarea(32000)',
    OwnerId: 'reference default'
  }
};

export const attachment: ObjectFacts = {
  prefix: '00P',
  label: 'Attachment',
  plural: 'Attachments',
  fields: {
    ParentId: 'reference create',
    Name: 'string(255) name | File Name',
    IsPrivate: 'boolean default =false | Private',
    ContentType: 'string(120)',
    BodyLength: 'int(9) ro null',
    Body: 'base64',
    OwnerId: 'reference default',
    Description: 'textarea(500)'
  }
};

export const caseComment: ObjectFacts = {
  prefix: '00a',
  label: 'Case Comment',
  plural: 'Case Comment',
  can: 'create update delete trigger',
  fields: {
    ParentId: 'reference create',
    IsPublished: 'boolean default =false | Published',
    CommentBody: 'textarea(4000) | Body'
  }
};

export const emailTemplate: ObjectFacts = {
  prefix: '00X',
  label: 'Email Template',
  plural: 'Email Templates',
  can: 'create update delete',
  fields: {
    Name: 'string(80) name | Email Template Name',
    DeveloperName: 'string(80) default | Template Unique Name',
    FolderId: 'reference',
    TemplateStyle: 'picklist(40) default restricted =none',
    IsActive: 'boolean default =false | Available For Use',
    TemplateType: 'picklist(40) create restricted',
    Encoding: 'picklist(40) restricted',
    Description: 'textarea(1000)',
    Subject: 'string(255)',
    HtmlValue: 'textarea(384000)',
    Body: 'textarea(384000) | Email Body',
    Markup: 'textarea(1048576)'
  }
};

export const emailMessage: ObjectFacts = {
  prefix: '02s',
  label: 'Email Message',
  plural: 'Email Messages',
  fields: {
    ParentId: 'reference create | Case ID',
    ActivityId: 'reference',
    TextBody: 'textarea(131072)',
    HtmlBody: 'textarea(131072) | HTML Body',
    Headers: 'textarea(32768)',
    Subject: 'string(3000) name',
    FromName: 'string(1000)',
    FromAddress: 'email(1000)',
    ToAddress: 'string(4000)',
    CcAddress: 'string(4000) | CC Address',
    BccAddress: 'string(4000) | BCC Address',
    Incoming: 'boolean default =false | Is Incoming',
    Status: 'picklist(40) default restricted =0',
    MessageDate: 'datetime',
    RelatedToId: 'reference'
  },
  picklists: { Status: ['0*', '1', '2', '3', '4', '5'] }
};
