/**
 * The standard object Case.
 * Source: describe results of a developer org, as the tests of CumulusCI (BSD-3-Clause) record them.
 */
import type { ObjectFacts } from './facts';

export const caseFacts: ObjectFacts = {
  prefix: '500',
  label: 'Case',
  plural: 'Cases',
  can: 'create update delete undelete search trigger',
  fields: {
    MasterRecordId: 'reference ro',
    CaseNumber: 'string(30) ro default lookup name',
    ContactId: 'reference',
    AccountId: 'reference',
    AssetId: 'reference',
    ParentId: 'reference | Parent Case ID',
    SuppliedName: 'string(80) | Name',
    SuppliedEmail: 'email(80) | Email Address',
    SuppliedPhone: 'string(40) | Phone',
    SuppliedCompany: 'string(80) | Company',
    Type: 'picklist(40) | Case Type',
    Status: 'picklist(40) default',
    Reason: 'picklist(40) | Case Reason',
    Origin: 'picklist(40) | Case Origin',
    Subject: 'string(255)',
    Priority: 'picklist(40) default',
    Description: 'textarea(32000)',
    IsClosed: 'boolean ro default =false | Closed',
    ClosedDate: 'datetime ro',
    IsEscalated: 'boolean default =false | Escalated',
    OwnerId: 'reference default',
    ContactPhone: 'phone(40) ro',
    ContactMobile: 'phone(40) ro',
    ContactEmail: 'email(80) ro',
    ContactFax: 'phone(40) ro',
    Comments: 'textarea(4000) | Internal Comments',
    BusinessHoursId: 'reference null default | Business Hours ID',
    IsClosedOnCreate: 'boolean ro default =false | Closed When Created',
    SourceId: 'reference | Source ID'
  },
  picklists: {
    Type: ['Mechanical', 'Electrical', 'Electronic', 'Structural', 'Other'],
    Status: ['New*', 'Working', 'Escalated', 'Closed'],
    Reason: [
      'Installation',
      'Equipment Complexity',
      'Performance',
      'Breakdown',
      'Equipment Design',
      'Feedback',
      'Other'
    ],
    Origin: ['Phone', 'Email', 'Web'],
    Priority: ['High', 'Medium*', 'Low']
  },
  cascades: [
    'Attachment.ParentId',
    'CaseComment.ParentId',
    'CaseContactRole.CasesId',
    'CaseHistory.CaseId',
    'CaseShare.CaseId',
    'ContentDistribution.RelatedRecordId',
    'ContentDocumentLink.LinkedEntityId',
    'EmailMessage.ParentId',
    'Event.WhatId',
    'FeedItem.ParentId',
    'ProcessInstance.TargetObjectId',
    'Task.WhatId',
    'TopicAssignment.EntityId'
  ]
};
