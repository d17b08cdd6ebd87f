/**
 * The standard objects Opportunity and OpportunityContactRole.
 * Source: describe results of a developer org, as the tests of CumulusCI (BSD-3-Clause) record them.
 */
import type { ObjectFacts } from './facts';

export const opportunity: ObjectFacts = {
  prefix: '006',
  label: 'Opportunity',
  plural: 'Opportunities',
  can: 'create update delete undelete search trigger',
  fields: {
    AccountId: 'reference',
    IsPrivate: 'boolean default =false | Private',
    Name: 'string(120) lookup name',
    Description: 'textarea(32000)',
    StageName: 'picklist(255) | Stage',
    Amount: 'currency(18,2)',
    Probability: 'percent(3,0) default | Probability (%)',
    ExpectedRevenue: 'currency(18,2) ro | Expected Amount',
    TotalOpportunityQuantity: 'double(18,2) | Quantity',
    CloseDate: 'date',
    Type: 'picklist(255) | Opportunity Type',
    NextStep: 'string(255)',
    LeadSource: 'picklist(255)',
    IsClosed: 'boolean ro default =false | Closed',
    IsWon: 'boolean ro default =false | Won',
    ForecastCategory: 'picklist(40) ro restricted',
    ForecastCategoryName: 'picklist(255) default restricted | Forecast Category',
    CampaignId: 'reference',
    HasOpportunityLineItem: 'boolean ro default =false | Has Line Item',
    Pricebook2Id: 'reference default | Price Book ID',
    OwnerId: 'reference default',
    LastStageChangeDate: 'datetime ro',
    FiscalQuarter: 'int(8) ro of:Fiscal',
    FiscalYear: 'int(8) ro of:Fiscal',
    Fiscal: 'string(6) ro | Fiscal Period',
    ContactId: 'reference create',
    HasOpenActivity: 'boolean ro default =false',
    HasOverdueTask: 'boolean ro default =false',
    LastAmountChangedHistoryId: 'reference ro | Opportunity History ID',
    LastCloseDateChangedHistoryId: 'reference ro | Opportunity History ID',
    ContractId: 'reference',
    PushCount: 'int(9) ro'
  },
  picklists: {
    StageName: [
      'Prospecting',
      'Qualification',
      'Needs Analysis',
      'Value Proposition',
      'Id. Decision Makers',
      'Perception Analysis',
      'Proposal/Price Quote',
      'Negotiation/Review',
      'Closed Won',
      'Closed Lost'
    ],
    Type: [
      'Existing Customer - Upgrade',
      'Existing Customer - Replacement',
      'Existing Customer - Downgrade',
      'New Customer'
    ],
    LeadSource: ['Web', 'Phone Inquiry', 'Partner Referral', 'Purchased List', 'Other'],
    ForecastCategory: ['Omitted', 'Pipeline', 'BestCase', 'MostLikely', 'Forecast', 'Closed'],
    ForecastCategoryName: ['Omitted', 'Pipeline', 'Best Case', 'Commit', 'Closed']
  },
  cascades: [
    'Attachment.ParentId',
    'ContentDistribution.RelatedRecordId',
    'ContentDocumentLink.LinkedEntityId',
    'Event.WhatId',
    'FeedItem.ParentId',
    'Note.ParentId',
    'OpportunityContactRole.OpportunityId',
    'OpportunityHistory.OpportunityId',
    'OpportunityLineItem.OpportunityId',
    'OpportunityShare.OpportunityId',
    'ProcessInstance.TargetObjectId',
    'Task.WhatId',
    'TopicAssignment.EntityId'
  ]
};

export const opportunityContactRole: ObjectFacts = {
  prefix: '00K',
  label: 'Opportunity Contact Role',
  plural: 'Opportunity Contact Role',
  can: 'create update delete trigger',
  fields: {
    OpportunityId: 'reference create',
    ContactId: 'reference',
    Role: 'picklist(40)',
    IsPrimary: 'boolean default =false | Primary'
  },
  picklists: {
    Role: [
      'Business User',
      'Decision Maker',
      'Economic Buyer',
      'Economic Decision Maker',
      'Evaluator',
      'Executive Sponsor',
      'Influencer',
      'Technical Buyer',
      'Other'
    ]
  }
};
