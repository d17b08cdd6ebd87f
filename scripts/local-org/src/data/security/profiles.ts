/**
 * What the standard profiles grant before any metadata of the project says more.
 *
 * Sources: Salesforce Help, "Standard Profiles" and "Object Permissions"; System Administrator has View All Data and Modify
 * All Data, which grant every object but no field: a custom field deployed from source is readable by nobody, System
 * Administrators included, until a profile or permission set grants it (Metadata API Developer Guide, "FieldPermissions").
 */

export interface ObjectGrant {
  read: boolean;
  create: boolean;
  edit: boolean;
  delete: boolean;
  viewAll: boolean;
  modifyAll: boolean;
}

export interface ProfileDefinition {
  name: string;
  license: string;
  /** Standard objects by grant letters: r(ead) c(reate) e(dit) d(elete). */
  objects: Record<string, string>;
  /** Whether fields of standard objects are open. */
  standardFields: 'edit' | 'read' | 'none';
  /** Names of PermissionSet fields without `Permissions`. */
  systemPermissions: string[];
}

const SALES = 'Account Contact Lead Opportunity Case Asset Contract Order Solution Individual Document Quote';
const LOOK_ONLY = 'Campaign Product2 Pricebook2';

function objects(letters: string, lookOnly: string): Record<string, string> {
  const grants: Record<string, string> = {};
  for (const name of SALES.split(' ')) grants[name] = letters;
  // Cases are deleted by administrators alone (apex-recipes asserts so of Marketing User).
  grants['Case'] = letters.replace('d', '');
  for (const name of LOOK_ONLY.split(' ')) grants[name] = lookOnly;
  return grants;
}

const ADMIN_PERMISSIONS =
  'ViewAllData ModifyAllData ViewSetup CustomizeApplication ManageUsers ManageInternalUsers ApiEnabled AuthorApex ' +
  'AssignPermissionSets ManageProfilesPermissionsets ViewAllUsers RunReports EditReports ScheduleReports TransferAnyEntity ' +
  'ViewRoles PasswordNeverExpires BulkApiHardDelete ModifyMetadata EditReadonlyFields';

export const STANDARD_PROFILES: readonly ProfileDefinition[] = [
  {
    name: 'System Administrator',
    license: 'Salesforce',
    objects: {},
    standardFields: 'edit',
    systemPermissions: ADMIN_PERMISSIONS.split(' ')
  },
  {
    name: 'Standard User',
    license: 'Salesforce',
    objects: objects('rced', 'r'),
    standardFields: 'edit',
    systemPermissions: ['ApiEnabled', 'RunReports', 'ViewSetup', 'ViewRoles']
  },
  {
    name: 'Read Only',
    license: 'Salesforce',
    objects: objects('r', 'r'),
    standardFields: 'read',
    systemPermissions: ['ApiEnabled', 'RunReports', 'ViewSetup', 'ViewRoles']
  },
  {
    name: 'Minimum Access - Salesforce',
    license: 'Salesforce',
    objects: {},
    standardFields: 'none',
    systemPermissions: ['LightningConsoleAllowedForUser', 'ActivitiesAccess']
  },
  {
    name: 'Standard Platform User',
    license: 'Salesforce Platform',
    objects: { Account: 'rced', Contact: 'rced', Document: 'r', Individual: 'rced' },
    standardFields: 'edit',
    systemPermissions: ['ApiEnabled', 'RunReports', 'ViewSetup']
  },
  {
    name: 'Marketing User',
    license: 'Salesforce',
    objects: objects('rced', 'rced'),
    standardFields: 'edit',
    systemPermissions: ['ApiEnabled', 'RunReports', 'ViewSetup', 'ViewRoles']
  },
  {
    name: 'Minimum Access - API Only Integrations',
    license: 'Salesforce Integration',
    objects: {},
    standardFields: 'none',
    systemPermissions: ['ApiEnabled', 'ApiUserOnly']
  },
  {
    name: 'Analytics Cloud Integration User',
    license: 'Analytics Cloud Integration User',
    objects: {},
    standardFields: 'read',
    systemPermissions: ['ViewAllData', 'ApiEnabled']
  },
  { name: 'Chatter Free User', license: 'Chatter Free', objects: {}, standardFields: 'none', systemPermissions: [] }
];

/** Objects whose access is that of another object. Source: Object Permissions in the Object Reference. */
export const FOLLOWS: Readonly<Record<string, string>> = {
  OpportunityLineItem: 'Opportunity',
  OpportunityContactRole: 'Opportunity',
  OpportunityHistory: 'Opportunity',
  OpportunityTeamMember: 'Opportunity',
  AccountContactRole: 'Account',
  CaseComment: 'Case',
  CaseContactRole: 'Case',
  CampaignMember: 'Campaign',
  CampaignMemberStatus: 'Campaign',
  OrderItem: 'Order',
  QuoteLineItem: 'Quote',
  PricebookEntry: 'Pricebook2'
};

/** Standard objects that object permissions govern; the others (users, activities, files, setup) are open to read. */
const GOVERNED = new Set([...SALES.split(' '), ...LOOK_ONLY.split(' '), ...Object.keys(FOLLOWS)]);

export function isGoverned(name: string): boolean {
  return GOVERNED.has(name);
}

/** What the records of ObjectPermissions say of a profile; Modify All Data is shown as everything on every object. */
export function objectGrants(profile: ProfileDefinition): [string, ObjectGrant][] {
  if (profile.systemPermissions.includes('ModifyAllData')) {
    const all = { ...grantOf('rced'), viewAll: true, modifyAll: true };
    return [...SALES.split(' '), ...LOOK_ONLY.split(' ')].map((name) => [name, all]);
  }
  return Object.entries(profile.objects).map(([name, letters]) => [name, grantOf(letters)]);
}

/** Objects of users, permissions and other setup: only administrators change them. Also the setup side of mixed DML. */
export const SETUP_OBJECTS: ReadonlySet<string> = new Set(
  (
    'FieldPermissions ObjectPermissions Group GroupMember PermissionSet PermissionSetAssignment PermissionSetGroup ' +
    'PermissionSetGroupComponent PermissionSetLicenseAssign QueueSobject SetupEntityAccess User UserRole UserPackageLicense Profile'
  ).split(' ')
);

export function grantOf(letters: string): ObjectGrant {
  const has = (c: string): boolean => letters.includes(c);
  return { read: has('r'), create: has('c'), edit: has('e'), delete: has('d'), viewAll: false, modifyAll: false };
}
