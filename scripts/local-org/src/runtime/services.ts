/**
 * What the runtime asks of the other folders. Each slot is filled by the folder named beside it; an empty slot refuses by
 * name when it is reached.
 */
import type { SoqlQuery } from '../apex/ast';
import type { ApexBlob, ApexException, ApexList, RtType, SObjectValue } from './values';

/** User mode enforces object and field permissions and sharing; system mode does not enforce permissions. */
export type AccessMode = 'user' | 'system';
export type SharingMode = 'with' | 'without';

export interface QueryOptions {
  /** `WITH USER_MODE` in the query text is the data folder's to see; this is the AccessLevel argument. */
  access: AccessMode | null;
  /** Sharing of the class that runs the query. */
  sharing: SharingMode;
}

/** A bind variable of dynamic SOQL, by its text (`name`, `record.Name`). Undefined when there is none. */
export type BindResolver = (name: string) => unknown;

export type DmlOperation = 'insert' | 'update' | 'upsert' | 'delete' | 'undelete' | 'merge';

export interface DmlRequest {
  /** False for partial success. */
  allOrNone: boolean;
  access: AccessMode | null;
  sharing: SharingMode;
  /** upsert: canonical API name; null means Id. */
  externalIdField?: string | null;
  /** merge: the records merged into the first of `records`. */
  mergeSources?: SObjectValue[];
  /** Database.DMLOptions, its set properties by name. */
  dmlOptions?: Record<string, unknown> | null;
}

export interface DmlError {
  statusCode: string;
  message: string;
  fields: string[];
}

/** Outcome for one record. In all-or-none mode every record after a failure is still listed. */
export interface DmlResult {
  id: string | null;
  success: boolean;
  /** upsert: the record was inserted. */
  created?: boolean;
  errors: DmlError[];
  mergedRecordIds?: string[];
  updatedRelatedIds?: string[];
}

export interface LeadConvertRequest {
  leadId: string;
  accountId: string | null;
  contactId: string | null;
  convertedStatus: string;
  doNotCreateOpportunity: boolean;
  opportunityName: string | null;
  overwriteLeadSource: boolean;
  ownerId: string | null;
}
export interface LeadConvertOutcome {
  leadId: string;
  accountId: string | null;
  contactId: string | null;
  opportunityId: string | null;
  success: boolean;
  errors: DmlError[];
}

export interface ObjectAccess {
  accessible: boolean;
  createable: boolean;
  updateable: boolean;
  deletable: boolean;
}
export interface FieldAccess {
  accessible: boolean;
  createable: boolean;
  updateable: boolean;
  /** Whether profiles and permission sets decide on the field. */
  permissionable: boolean;
}

/** Answers for the running user. Names are canonical API names. */
export interface PermissionService {
  object(name: string): ObjectAccess;
  field(object: string, field: string): FieldAccess;
  /** Custom permission by API name. */
  hasCustomPermission(name: string): boolean;
}

export interface CalloutRequest {
  method: string;
  /** As set, e.g. `callout:Name/path`. */
  endpoint: string;
  /** In the order of setting, letter case as set. */
  headers: [string, string][];
  body: Buffer;
  /** Milliseconds. */
  timeout: number;
  compressed: boolean;
  clientCertificateName: string | null;
}
export interface CalloutResponse {
  statusCode: number;
  status: string;
  headers: [string, string][];
  body: Buffer;
}

/** Data folder. */
export interface DataServices {
  /** Static SOQL. `binds` by slot. */
  query(query: SoqlQuery, binds: unknown[], options: QueryOptions): ApexList;
  /** `SELECT count()`. */
  countQuery(query: SoqlQuery, binds: unknown[], options: QueryOptions): number;
  dynamicQuery(text: string, binds: BindResolver | null, options: QueryOptions): ApexList;
  dynamicCountQuery(text: string, binds: BindResolver | null, options: QueryOptions): number;
  /** Walks a result that may be far larger than the row limit (batch start). Yields records, in order. */
  queryLocator(text: string, binds: BindResolver | null, options: QueryOptions): Iterable<SObjectValue>;
  /** The same for a static query handed to Database.getQueryLocator. */
  staticQueryLocator(query: SoqlQuery, binds: unknown[], options: QueryOptions): Iterable<SObjectValue>;
  /** SOSL: one list an object. `fixedResults` are the ids of Test.setFixedSearchResults, null outside tests. */
  search(text: string, fixedResults: string[] | null, options: QueryOptions): ApexList;
  /** Never throws for bad records: outcomes tell. Counts its own limits. */
  dml(operation: DmlOperation, records: SObjectValue[], request: DmlRequest): DmlResult[];
  convertLead(request: LeadConvertRequest): LeadConvertOutcome;
  emptyRecycleBin(ids: string[]): DmlResult[];
  /** Opaque token. */
  savepoint(): unknown;
  rollback(token: unknown): void;
  releaseSavepoint(token: unknown): void;
  /** Begins and ends the storage's own transaction. */
  beginTransaction(): unknown;
  commitTransaction(token: unknown): void;
  rollbackTransaction(token: unknown): void;
  permissions: PermissionService;
  /** Test.calculatePermissionSetGroup. @throws IllegalArgumentException for an id that is no group's */
  calculatePermissionSetGroup(id: string): void;
  /** Test.setCreatedDate. */
  setCreatedDate(id: string, ms: number): void;
  /** Approval.lock and unlock. */
  setLocked(ids: string[], locked: boolean): DmlResult[];
  /** UserInfo and System.runAs: the user of that id. */
  loadUser(id: string): import('./user').UserContext;
  /** Contents of a static resource by name; null when the project has none. */
  staticResource(name: string): Buffer | null;
  /** Whether the project has a partition of Platform Cache of that developer name. */
  hasCachePartition(name: string): boolean;
  /** Active record type access for describe. */
  recordTypeId(object: string, developerName: string): string | null;
}

export interface EnqueueOptions {
  delayMinutes: number | null;
  maximumQueueableStackDepth: number | null;
  /** Signature of System.QueueableDuplicateSignature as text. */
  duplicateSignature: string | null;
}

/** Async folder. */
export interface AsyncServices {
  enqueueQueueable(job: object, options: EnqueueOptions): string;
  executeBatch(job: object, scopeSize: number | null): string;
  /** `System.scheduleBatch`. */
  scheduleBatch(job: object, name: string, minutesFromNow: number, scopeSize: number | null): string;
  schedule(name: string, cron: string, job: object): string;
  abortJob(id: string): void;
  purgeOldAsyncJobs(beforeMs: number): number;
  /** A call of an `@future` method. `run` makes the call. */
  future(methodName: string, hasCallout: boolean, run: () => void): void;
  attachFinalizer(finalizer: object): void;
  /** EventBus.publish: one outcome an event. */
  publishEvents(events: SObjectValue[]): DmlResult[];
  /** Test.stopTest: runs what was enqueued since startTest. */
  runEnqueued(): void;
  /** Test.getEventBus().deliver(). */
  deliverEvents(): void;
  failEvents(): void;
  /** Milliseconds since the epoch on the virtual clock. */
  now(): number;
  /** EventBus.TriggerContext of the running platform-event trigger. */
  eventTriggerContext(): { retries: number; lastError: string | null; setResumeCheckpoint(replayId: string): void };
}

/** Http folder. */
export interface HttpServices {
  /** Sends a request for real, named credentials resolved. @throws ApexException System.CalloutException */
  callout(request: CalloutRequest): CalloutResponse;
  /** What an org checks before every callout, to a mock as well. @throws ApexException CalloutException, LimitException */
  checkCallout(): void;
}

/** The project's compiled classes. */
export interface ProgramServices {
  /** User type by name in any letter case (`Outer.Inner`), compiled without error. */
  userType(name: string): RtType | undefined;
  /** Instance methods of a user type, for Test.createStub; `stubMethods` makes them from the checker's symbols. */
  userMethods(typeName: string): UserMethod[];
}

/** A method of a user type as a stub answers it. */
export interface UserMethod {
  name: string;
  /** All JavaScript names by which emitted code calls it. */
  jsNames: string[];
  /** null for void. */
  returns: RtType | null;
  params: { name: string; type: RtType }[];
}

/** E-mail, notifications: recorded, not sent. */
export interface SentEmail {
  subject: string | null;
  plainTextBody: string | null;
  htmlBody: string | null;
  toAddresses: string[];
  ccAddresses: string[];
  bccAddresses: string[];
  targetObjectId: string | null;
  attachments: { name: string; body: ApexBlob }[];
}

export interface Services extends DataServices, AsyncServices, HttpServices, ProgramServices {
  emailSent(email: SentEmail): void;
  notificationSent(notification: Record<string, unknown>): void;
  /** Debug lines as they are written. */
  debug(line: string, level: string): void;
  /** Called for uncaught errors of work that nobody waits for. */
  unhandled(error: ApexException | Error): void;
}
