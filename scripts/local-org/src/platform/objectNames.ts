/**
 * Which standard objects the local org has, and which of their fields an org has only with a feature switched on.
 */

const NAMES = `
  Account AccountContactRole AccountHistory AccountShare AggregateResult ApexClass ApexEmailNotification ApexLog
  ApexPage ApexTestQueueItem ApexTestResult ApexTestRunResult ApexTrigger AppMenuItem Asset AssetHistory AssetShare AsyncApexJob
  Attachment AuraDefinitionBundle AuthSession BatchApexErrorEvent BusinessHours Campaign CampaignMember CampaignMemberStatus
  CampaignShare Case CaseComment CaseContactRole CaseHistory CaseShare ConnectedApplication Contact ContactHistory ContactShare
  ContentDistribution ContentDocument ContentDocumentLink ContentFolder ContentVersion ContentWorkspace Contract
  CronJobDetail CronTrigger CustomNotificationType CustomPermission CustomPermissionDependency Dashboard Document Domain
  DuplicateRecordItem DuplicateRecordSet DuplicateRule EmailMessage EmailServicesAddress EmailServicesFunction EmailTemplate
  EntityDefinition EntityParticle Event EventRelation ExternalDataSource FeedComment FeedItem FieldDefinition FieldPermissions
  FiscalYearSettings FlowDefinitionView FlowInterview FlowVersionView Folder Group GroupMember Holiday Individual Lead LeadHistory
  LeadShare LeadStatus ListEmail ListView LoginHistory MatchingRule Name NamedCredential Network NetworkMember Note ObjectPermissions
  Opportunity OpportunityContactRole OpportunityHistory OpportunityLineItem OpportunityShare OpportunityStage OpportunityTeamMember
  Order OrderItem OrgWideEmailAddress Organization PackageLicense Period PermissionSet PermissionSetAssignment PermissionSetGroup
  PermissionSetGroupComponent PermissionSetLicense PermissionSetLicenseAssign PicklistValueInfo PlatformCachePartition
  PlatformCachePartitionType Pricebook2 PricebookEntry ProcessDefinition ProcessInstance ProcessInstanceStep ProcessInstanceWorkitem
  ProcessNode Product2 Profile Publisher QueueSobject Quote QuoteLineItem RecentlyViewed RecordType RelationshipInfo Report
  SetupAuditTrail SetupEntityAccess Site Solution StaticResource TabDefinition Task TaskPriority TaskStatus
  Topic TopicAssignment User UserLicense UserLogin UserPackageLicense UserPreference UserRecordAccess UserRole Vote
`;

/** API names of the standard objects in the snapshot. */
export const OBJECT_NAMES: ReadonlySet<string> = new Set(NAMES.split(/\s+/).filter((name) => name !== ''));

/** Multi-currency, divisions, partner network, state and country picklists, territories, Data.com, person accounts. */
const FEATURE_FIELDS =
  /^(CurrencyIsoCode|Division|Connection(Received|Sent)Id|\w*(State|Country)Code|Territory2Id|IsExcludedFromTerritory2Filter|IsPersonAccount|Person\w+|\w+__pc|HasOptedOutOfSms|DefaultCurrencyIsoCode)$/;

/**
 * Fields of single objects that need a feature or an industry product: not in the describe results of a plain
 * developer org that the tests of CumulusCI (BSD-3-Clause) record.
 */
const OBJECT_FEATURE_FIELDS: Record<string, string> = {
  Account:
    'EffectiveDate EndDate FirstName HasPrivacyHold IsActive IsExcludedFromRealign IsPriorityRecord LastName Salutation SourceSystemIdentifier SourceSystemModifiedDate',
  Case: 'AssetWarrantyId Language',
  Contact: 'ContactSource HasPrivacyHold IsPriorityRecord',
  Event: 'ServiceAppointmentId WhatCount WhoCount',
  Lead: 'BirthDate HasPrivacyHold IsPriorityRecord Specialty',
  Opportunity: 'IsSplit SyncedQuoteId',
  Task: 'WhatCount WhoCount'
};

const byObject = new Map(
  Object.entries(OBJECT_FEATURE_FIELDS).map(([object, fields]) => [object, new Set(fields.split(/\s+/))])
);

/** Objects that have record types (and the field RecordTypeId) only once the project defines one. */
const KEEPS_RECORD_TYPE = new Set(['RecordType']);

/** Whether an org has the field only with a feature switched on. */
export function isFeatureField(object: string, field: string): boolean {
  if (field === 'RecordTypeId') return !KEEPS_RECORD_TYPE.has(object);
  return FEATURE_FIELDS.test(field) || (byObject.get(object)?.has(field) ?? false);
}
