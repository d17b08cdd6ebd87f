/**
 * The facts of the standard objects, by API name.
 */
import { account } from './account';
import { caseFacts } from './case';
import { contact } from './contact';
import { event } from './event';
import type { ObjectFacts } from './facts';
import { lead } from './lead';
import { opportunity, opportunityContactRole } from './opportunity';
import * as people from './people';
import * as setup from './setup';
import * as sharing from './sharing';
import * as work from './work';

export const objectFacts: Readonly<Record<string, ObjectFacts>> = {
  Account: account,
  ApexClass: setup.apexClass,
  ApexTestResult: setup.apexTestResult,
  ApexTrigger: setup.apexTrigger,
  AsyncApexJob: setup.asyncApexJob,
  Attachment: work.attachment,
  BatchApexErrorEvent: setup.batchApexErrorEvent,
  BusinessHours: setup.businessHours,
  Campaign: work.campaign,
  CampaignMember: work.campaignMember,
  Case: caseFacts,
  CaseComment: work.caseComment,
  Contact: contact,
  ContentDistribution: sharing.contentDistribution,
  ContentDocument: setup.contentDocument,
  ContentDocumentLink: setup.contentDocumentLink,
  ContentVersion: setup.contentVersion,
  CronJobDetail: setup.cronJobDetail,
  CronTrigger: setup.cronTrigger,
  CustomPermission: setup.customPermission,
  Document: setup.document,
  EmailMessage: work.emailMessage,
  EmailTemplate: work.emailTemplate,
  Event: event,
  FieldPermissions: people.fieldPermissions,
  Group: people.group,
  GroupMember: people.groupMember,
  Holiday: setup.holiday,
  Lead: lead,
  Note: work.note,
  ObjectPermissions: people.objectPermissions,
  Opportunity: opportunity,
  OpportunityContactRole: opportunityContactRole,
  OpportunityLineItem: work.opportunityLineItem,
  Organization: setup.organization,
  PermissionSet: people.permissionSet,
  PermissionSetAssignment: people.permissionSetAssignment,
  PermissionSetGroup: sharing.permissionSetGroup,
  PermissionSetGroupComponent: sharing.permissionSetGroupComponent,
  Pricebook2: work.pricebook2,
  PricebookEntry: work.pricebookEntry,
  Product2: work.product2,
  Profile: people.profile,
  QueueSobject: people.queueSobject,
  RecordType: setup.recordType,
  SetupEntityAccess: people.setupEntityAccess,
  StaticResource: setup.staticResource,
  Task: work.task,
  User: people.user,
  UserRole: people.userRole
};
