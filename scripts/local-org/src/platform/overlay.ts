/**
 * What the type library leaves open or has otherwise than an org: parameters that it widens to Object, constructors of
 * types that cannot be constructed, abstract types, the order of enum constants.
 * Source of every entry, unless a comment names another: Apex Reference Guide (Spring '25/Winter '26), page of the class.
 */
import type { ClassSnapshot } from './snapshot';

/** A change of one class: members in the text form of the snapshot. */
export interface OverlayEntry {
  /** The whole class, where the library has none. */
  class?: ClassSnapshot;
  remove?: string[];
  add?: string[];
  set?: Partial<ClassSnapshot>;
}

const ABSTRACT: OverlayEntry = { set: { isAbstract: true, isVirtual: true } };
const VIRTUAL: OverlayEntry = { set: { isVirtual: true } };

/** Replaces members one to one. */
function replace(changes: Record<string, string>): OverlayEntry {
  return { remove: Object.keys(changes), add: Object.values(changes) };
}

/** The library writes `List<Object>` for methods that take a list of records or a list of ids. */
function recordsOrIds(members: string[]): OverlayEntry {
  const variant = (type: string): string[] => members.map((member) => member.replace('List<Object>', `List<${type}>`));
  return { remove: members, add: [...variant('SObject'), ...variant('Id')] };
}

function merge(...entries: OverlayEntry[]): OverlayEntry {
  return {
    remove: entries.flatMap((entry) => entry.remove ?? []),
    add: entries.flatMap((entry) => entry.add ?? []),
    set: Object.assign({}, ...entries.map((entry) => entry.set ?? {})) as Partial<ClassSnapshot>
  };
}

/** `delete(List<Object>)`, with all-or-none, with access level, with both. */
function dmlFamily(returns: string, name: string, params: string): string[] {
  return ['', ', AccessLevel', ', Boolean', ', Boolean, AccessLevel'].map(
    (rest) => `static List<${returns}> ${name}(${params}${rest})`
  );
}

const DATABASE = merge(
  replace({
    'static String executeBatch(Object)': 'static Id executeBatch(Object)',
    'static String executeBatch(Object, Integer)': 'static Id executeBatch(Object, Integer)'
  }),
  recordsOrIds(dmlFamily('Database.DeleteResult', 'delete', 'List<Object>')),
  recordsOrIds(dmlFamily('Database.UndeleteResult', 'undelete', 'List<Object>')),
  recordsOrIds(dmlFamily('Database.MergeResult', 'merge', 'SObject, List<Object>')),
  recordsOrIds(['static List<Database.EmptyRecycleBinResult> emptyRecycleBin(List<Object>)'])
);

const APPROVAL = recordsOrIds([
  'static Map<Id, Boolean> isLocked(List<Object>)',
  'static List<Approval.LockResult> lock(List<Object>)',
  'static List<Approval.LockResult> lock(List<Object>, Boolean)',
  'static List<Approval.UnlockResult> unlock(List<Object>)',
  'static List<Approval.UnlockResult> unlock(List<Object>, Boolean)'
]);

const SYSTEM = merge(replace({ 'static void debug(Object, Object)': 'static void debug(LoggingLevel, Object)' }), {
  // `System.runAs(user)` is a statement with a block, not a method.
  remove: ['static void runAs(SObject, Object)'],
  add: ['static Integer purgeOldAsyncJobs(Date, Integer)', 'static String getQuiddityShortCode(Quiddity)']
});

const TEST = merge(
  replace({
    'static void setCurrentPage(Object)': 'static void setCurrentPage(PageReference)',
    'static void setCurrentPageReference(Object)': 'static void setCurrentPageReference(PageReference)',
    'static void setFixedSearchResults(List<String>)': 'static void setFixedSearchResults(List<Id>)'
  }),
  { add: ['static Boolean isSoqlStubDefined(Schema.SObjectType)'] }
);

/** These belong to custom settings and custom metadata types alone; the checker knows them there. */
const SOBJECT: OverlayEntry = merge(
  {
    remove: [
      'Map<String, SObject> getAll()',
      'SObject getInstance()',
      'SObject getInstance(String)',
      'SObject getOrgDefaults()',
      'SObject getValues(String)'
    ]
  },
  replace({ 'void setOptions(Object)': 'void setOptions(Database.DMLOptions)' })
);

const EVENT_BUS = replace({
  'static String getOperationId(Object)': 'static String getOperationId(Database.SaveResult)'
});

/** Values without a constructor: `new Id()` is "Type cannot be constructed: Id". */
const UNCONSTRUCTIBLE = Object.fromEntries(
  ['Date', 'Decimal', 'Id', 'Pattern', 'Time', 'Type', 'UUID'].map((name): [string, OverlayEntry] => [
    `System.${name}`,
    { remove: ['new()'] }
  ])
);

/** Partitions of the org and of a session are partitions ("Partition Class"). */
const PARTITION: OverlayEntry = { set: { extends: 'Cache.Partition' } };

export const overlay: Record<string, OverlayEntry> = {
  ...UNCONSTRUCTIBLE,
  // The root of all types; every class has these three. The library leaves it to Java.
  'System.Object': {
    class: { kind: 'class', members: ['Boolean equals(Object)', 'Integer hashCode()', 'String toString()'] }
  },
  'System.Exception': ABSTRACT,
  'System.Database': DATABASE,
  'System.Approval': APPROVAL,
  'System.System': SYSTEM,
  'System.Test': TEST,
  'System.SObject': SOBJECT,
  'System.EventBus': EVENT_BUS,
  'System.ApexPages': replace({ 'static void addMessages(Object)': 'static void addMessages(Exception)' }),
  'System.Decimal': merge(
    { remove: ['new()'] },
    replace({ 'Decimal divide(Decimal, Integer, Object)': 'Decimal divide(Decimal, Integer, RoundingMode)' })
  ),
  'System.Http': replace({ 'HttpResponse send(Object)': 'HttpResponse send(HttpRequest)' }),
  'System.HttpRequest': replace({ 'void setBodyDocument(Object)': 'void setBodyDocument(Dom.Document)' }),
  // A mixed pair of arguments is widened to Decimal.
  'System.Math': { remove: ['static Decimal max(Decimal, Double)', 'static Decimal min(Decimal, Double)'] },
  'System.Schema': replace({
    'static List<Schema.DescribeSObjectResult> describeSObjects(List<String>, Object)':
      'static List<Schema.DescribeSObjectResult> describeSObjects(List<String>, Schema.SObjectDescribeOptions)'
  }),
  'System.Security': merge({
    remove: ['static SObjectAccessDecision stripInaccessible(AccessType, List<SObject>, Id)'],
    add: ['static SObjectAccessDecision stripInaccessible(AccessType, List<SObject>, Boolean, Id)']
  }),
  'System.PageReference': { add: ['Integer getRedirectCode()', 'PageReference setRedirectCode(Integer)'] },
  'System.Crypto': {
    add: [
      'static Blob decryptWithManagedIV(String, Blob, Blob, Blob)',
      'static Blob encryptWithManagedIV(String, Blob, Blob, Blob)'
    ]
  },
  'Schema.SObjectType': replace({
    'Schema.DescribeSObjectResult getDescribe(Object)':
      'Schema.DescribeSObjectResult getDescribe(Schema.SObjectDescribeOptions)'
  }),
  'Dom.XmlNode': replace({
    'Dom.XmlNode insertBefore(Object, Object)': 'Dom.XmlNode insertBefore(Dom.XmlNode, Dom.XmlNode)',
    'Boolean removeChild(Object)': 'Boolean removeChild(Dom.XmlNode)'
  }),
  'Cache.OrgPartition': PARTITION,
  'Cache.SessionPartition': PARTITION,
  // By this method code finds out whether a test sees the org's data ("Testing ConnectApi Code").
  'ConnectApi.ChatterUsers': {
    class: { kind: 'class', members: ['static ConnectApi.FollowingPage getFollowings(String, String)'] }
  },
  'ConnectApi.FollowingPage': { class: { kind: 'class', members: [] } },
  // Apex Developer Guide, "Detecting Duplicate Queueable Jobs": the builder comes from a method.
  'System.QueueableDuplicateSignature': {
    remove: ['new()'],
    add: ['static QueueableDuplicateSignature.Builder Builder()']
  },
  'Cache.Org': {
    add: ['static Map<String, Boolean> contains(Set<String>)', 'static Map<String, Object> get(Set<String>)']
  },
  'Cache.Session': {
    add: ['static Map<String, Boolean> contains(Set<String>)', 'static Map<String, Object> get(Set<String>)']
  },
  'Cache.Partition': { add: ['Map<String, Boolean> contains(Set<String>)', 'Map<String, Object> get(Set<String>)'] },
  // From the least to the most severe, as `ordinal()` compares them.
  'System.LoggingLevel': {
    set: { constants: ['NONE', 'INTERNAL', 'FINEST', 'FINER', 'FINE', 'DEBUG', 'INFO', 'WARN', 'ERROR'] }
  },
  'System.TriggerOperation': {
    set: {
      constants: [
        'BEFORE_INSERT',
        'BEFORE_UPDATE',
        'BEFORE_DELETE',
        'AFTER_INSERT',
        'AFTER_UPDATE',
        'AFTER_DELETE',
        'AFTER_UNDELETE'
      ]
    }
  },
  'System.ParentJobResult': { set: { constants: ['SUCCESS', 'UNHANDLED_EXCEPTION'] } },
  'Auth.AuthProviderPluginClass': ABSTRACT,
  'Auth.ConnectedAppPlugin': VIRTUAL,
  'Auth.Oauth2TokenExchangeHandler': ABSTRACT,
  'DataSource.Connection': ABSTRACT,
  'DataSource.Provider': ABSTRACT,
  'VisualEditor.DynamicPickList': ABSTRACT
};
