/**
 * What a new org holds before anything is deployed: organization, licences, profiles, users, price book, statuses.
 */
import { ApexDecimal } from '../../runtime/values/decimal';
import { DEFAULT_USER } from '../../runtime/user';
import { kernel } from '../../runtime/kernel';
import type { DataContext } from '../dataContext';
import { writeSystem, type SystemValues } from '../dml/systemWrite';
import { objectGrants, STANDARD_PROFILES, type ObjectGrant } from '../security/profiles';

/** Who the org belongs to. */
export interface OrgIdentity {
  organizationName: string;
  adminUsername: string;
  adminEmail: string;
  adminFirstName: string;
  adminLastName: string;
  timeZone: string;
  locale: string;
  language: string;
}

export const DEFAULT_IDENTITY: OrgIdentity = {
  organizationName: 'Local Org',
  adminUsername: 'admin@local.org.example',
  adminEmail: 'admin@local.org.example',
  adminFirstName: 'Local',
  adminLastName: 'Admin',
  timeZone: 'GMT',
  locale: 'en_US',
  language: 'en_US'
};

/** Opportunity stages of a new org: name, probability, closed, won, forecast category. Source: Salesforce Help, "Opportunity Stages". */
const STAGES: [string, number, boolean, boolean, string][] = [
  ['Prospecting', 10, false, false, 'Pipeline'],
  ['Qualification', 10, false, false, 'Pipeline'],
  ['Needs Analysis', 20, false, false, 'Pipeline'],
  ['Value Proposition', 50, false, false, 'Pipeline'],
  ['Id. Decision Makers', 60, false, false, 'Pipeline'],
  ['Perception Analysis', 70, false, false, 'Pipeline'],
  ['Proposal/Price Quote', 75, false, false, 'Pipeline'],
  ['Negotiation/Review', 90, false, false, 'Pipeline'],
  ['Closed Won', 100, true, true, 'Closed'],
  ['Closed Lost', 0, true, false, 'Omitted']
];

const LEAD_STATUSES: [string, boolean, boolean][] = [
  ['Open - Not Contacted', false, true],
  ['Working - Contacted', false, false],
  ['Closed - Converted', true, false],
  ['Closed - Not Converted', false, false]
];

export class Seeder {
  constructor(
    private readonly data: DataContext,
    private readonly identity: OrgIdentity
  ) {}

  /** Writes an object's record when the org has the object. */
  private write(object: string, values: SystemValues): string | null {
    return this.data.database.findObject(object) ? writeSystem(this.data, object, values) : null;
  }

  /** True when the org is new. */
  isEmpty(): boolean {
    return this.data.database.findObject('Organization') !== undefined && this.count('Organization') === 0;
  }

  private count(object: string): number {
    return Number(this.data.database.all(`SELECT count(*) FROM "${object}"`)[0]![0]);
  }

  seed(): void {
    const organization = this.organization();
    const profiles = this.profiles();
    const admin = this.users(profiles);
    kernel.tx.user = { ...DEFAULT_USER, id: admin, organizationId: organization ?? DEFAULT_USER.organizationId };
    this.lists();
    this.write('Group', { DeveloperName: 'AllInternalUsers', Name: 'All Internal Users', Type: 'Organization' });
    this.write('Pricebook2', { Name: 'Standard Price Book', IsStandard: true, IsActive: true, Description: null });
  }

  private organization(): string | null {
    const { organizationName, timeZone, locale, language } = this.identity;
    return this.write('Organization', {
      Name: organizationName,
      OrganizationType: 'Developer Edition',
      InstanceName: 'LOCAL',
      IsSandbox: false,
      TimeZoneSidKey: timeZone,
      DefaultLocaleSidKey: locale,
      LanguageLocaleKey: language,
      NamespacePrefix: null,
      FiscalYearStartMonth: 1,
      PrimaryContact: null
    });
  }

  /** Each profile owns a permission set that holds its rights. */
  private profiles(): Map<string, string> {
    const licenses = new Map<string, string | null>();
    const ids = new Map<string, string>();
    for (const profile of STANDARD_PROFILES) {
      if (!licenses.has(profile.license)) {
        licenses.set(
          profile.license,
          this.write('UserLicense', {
            Name: profile.license,
            LicenseDefinitionKey: profile.license,
            MasterLabel: profile.license,
            Status: 'Active'
          })
        );
      }
      const id = this.write('Profile', {
        Name: profile.name,
        UserLicenseId: licenses.get(profile.license),
        UserType: 'Standard'
      });
      if (id === null) continue;
      ids.set(profile.name, id);
      const set = this.write('PermissionSet', {
        Name: `X${id.slice(0, 15)}`,
        Label: profile.name,
        IsOwnedByProfile: true,
        IsCustom: false,
        ProfileId: id,
        Type: 'Profile',
        ...Object.fromEntries(profile.systemPermissions.map((p) => [`Permissions${p}`, true]))
      });
      for (const [object, grant] of objectGrants(profile)) this.objectPermissions(set, object, grant);
    }
    return ids;
  }

  private objectPermissions(set: string | null, object: string, grant: ObjectGrant): void {
    this.write('ObjectPermissions', {
      ParentId: set,
      SobjectType: object,
      PermissionsRead: grant.read,
      PermissionsCreate: grant.create,
      PermissionsEdit: grant.edit,
      PermissionsDelete: grant.delete,
      PermissionsViewAllRecords: grant.viewAll,
      PermissionsModifyAllRecords: grant.modifyAll
    });
  }

  private users(profiles: Map<string, string>): string {
    const { identity } = this;
    const user = (values: SystemValues): string =>
      writeSystem(this.data, 'User', {
        IsActive: true,
        UserType: 'Standard',
        TimeZoneSidKey: identity.timeZone,
        LocaleSidKey: identity.locale,
        LanguageLocaleKey: identity.language,
        EmailEncodingKey: 'UTF-8',
        Email: identity.adminEmail,
        ...values
      });
    const admin = user({
      Username: identity.adminUsername,
      FirstName: identity.adminFirstName,
      LastName: identity.adminLastName,
      Name: `${identity.adminFirstName} ${identity.adminLastName}`,
      Alias: 'admin',
      CommunityNickname: 'admin',
      ProfileId: profiles.get('System Administrator')
    });
    user({
      Username: 'autoproc@local.org.example',
      FirstName: 'Automated',
      LastName: 'Process',
      Name: 'Automated Process',
      Alias: 'autoproc',
      CommunityNickname: 'autoproc',
      UserType: 'AutomatedProcess'
    });
    user({
      Username: 'integration@local.org.example',
      FirstName: 'Integration',
      LastName: 'User',
      Name: 'Integration User',
      Alias: 'integ',
      CommunityNickname: 'integration',
      ProfileId: profiles.get('Analytics Cloud Integration User')
    });
    return admin;
  }

  private lists(): void {
    STAGES.forEach(([name, probability, isClosed, isWon, category], i) => {
      this.write('OpportunityStage', {
        MasterLabel: name,
        ApiName: name,
        IsActive: true,
        SortOrder: i + 1,
        IsClosed: isClosed,
        IsWon: isWon,
        DefaultProbability: ApexDecimal.fromInteger(probability),
        ForecastCategory: category === 'Closed' ? 'Closed' : category,
        ForecastCategoryName: category
      });
    });
    LEAD_STATUSES.forEach(([name, isConverted, isDefault], i) => {
      this.write('LeadStatus', {
        MasterLabel: name,
        ApiName: name,
        SortOrder: i + 1,
        IsConverted: isConverted,
        IsDefault: isDefault
      });
    });
    this.statusList(
      'TaskStatus',
      ['Not Started', 'In Progress', 'Completed', 'Waiting on someone else', 'Deferred'],
      'Completed'
    );
    this.priorities();
  }

  private statusList(object: string, names: string[], closed: string): void {
    names.forEach((name, i) => {
      this.write(object, {
        MasterLabel: name,
        ApiName: name,
        SortOrder: i + 1,
        IsDefault: i === 0,
        IsClosed: name === closed
      });
    });
  }

  private priorities(): void {
    ['High', 'Normal', 'Low'].forEach((name, i) => {
      this.write('TaskPriority', {
        MasterLabel: name,
        ApiName: name,
        SortOrder: i + 1,
        IsDefault: name === 'Normal',
        IsHighPriority: name === 'High'
      });
    });
  }
}
