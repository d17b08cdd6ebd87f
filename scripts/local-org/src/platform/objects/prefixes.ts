/**
 * Key prefixes of standard objects that have no page of facts of their own.
 * Source: Salesforce help, "Standard Field Record ID Prefix Decoder" (000385203).
 */

const PREFIXES = `
  AccountContactRole 02Z AccountShare 00r ApexLog 07L ApexPage 066 ApexTestQueueItem 709 ApexTestRunResult 05m AppMenuItem 0DS
  Asset 02i AssetShare 70a AuraDefinitionBundle 0Ab AuthSession 0Ak CampaignMemberStatus 01Y CampaignShare 08s CaseContactRole 03j
  CaseShare 01n ConnectedApplication 0H4 ContactShare 03s ContentFolder 07H ContentWorkspace 058 Contract 800
  CustomNotificationType 0ML Dashboard 01Z Domain 0I4 DuplicateRecordItem 0GL DuplicateRecordSet 0GK DuplicateRule 0Bm
  EmailServicesAddress 093 EmailServicesFunction 091 EventRelation 0RE ExternalDataSource 0XC FeedComment 0D7 FeedItem 0D5
  FiscalYearSettings 022 FlowInterview 0Fo Folder 00l Individual 0PK LeadShare 01o LeadStatus 01J ListView 00B LoginHistory 0Ya
  MatchingRule 0JD NamedCredential 0XA Network 0DB NetworkMember 0DO OpportunityHistory 008 OpportunityShare 00t OpportunityStage 01J
  Order 801 OrderItem 802 OrgWideEmailAddress 0D2 PackageLicense 050 Period 026
  PermissionSetLicense 0PL PermissionSetLicenseAssign 2LA PlatformCachePartition 0Er ProcessDefinition 04a ProcessInstance 04g
  ProcessInstanceStep 04h ProcessInstanceWorkitem 04i ProcessNode 04b Quote 0Q0 QuoteLineItem 0QL Report 00O SetupAuditTrail 0Ym
  Site 0DM Solution 501 TaskPriority 01J TaskStatus 01J Topic 0TO UserLicense 100 UserLogin 0Yw UserPackageLicense 051 Vote 083
`;

const words = PREFIXES.split(/\s+/).filter((word) => word !== '');

/** Key prefix by API name. */
export const keyPrefixes: ReadonlyMap<string, string> = new Map(
  words.flatMap((word, index): [string, string][] => (index % 2 === 0 ? [[word, words[index + 1]!]] : []))
);
