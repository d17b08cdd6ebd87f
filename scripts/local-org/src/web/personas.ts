/**
 * The users of a served org, so that everybody's screens can be looked at.
 */
import type { LocalOrg } from '../org';
import { findObject, kernel, withTransaction } from '../runtime/kernel';
import { SObjectValue } from '../runtime/values';

export type PersonaName = 'admin' | 'operator' | 'viewer' | 'none';

/** A user as the session lists it. */
export interface Persona {
  id: string;
  name: string;
  username: string;
  persona: PersonaName;
}

/** A user to be made. */
export interface PersonaPlan {
  persona: PersonaName;
  firstName: string;
  lastName: string;
  /** IANA name. */
  timeZone: string;
  locale: string;
  /** Of the project. */
  permissionSets: readonly string[];
}

const usernameOf = (persona: PersonaName): string => `${persona}@local.org.example`;

/**
 * The personas of an org, the administrator first; those that are not there yet are made.
 * @throws Error naming a user that the org refuses
 */
export function ensurePersonas(org: LocalOrg, plans: readonly PersonaPlan[]): Persona[] {
  const admin = org.data.adminUser();
  const others = plans.map((plan) => ensureUser(org, plan));
  return [{ id: admin.id, name: admin.name, username: admin.username, persona: 'admin' }, ...others];
}

function ensureUser(org: LocalOrg, plan: PersonaPlan): Persona {
  const username = usernameOf(plan.persona);
  const id = findUser(org, username) ?? insertUser(org, plan, username);
  org.data.assignPermissionSets(id, plan.permissionSets);
  return { id, name: `${plan.firstName} ${plan.lastName}`, username, persona: plan.persona };
}

function findUser(org: LocalOrg, username: string): string | null {
  const [user] = org.query(`SELECT Id FROM User WHERE Username = '${username}'`);
  return user ? String(user['Id']) : null;
}

function insertUser(org: LocalOrg, plan: PersonaPlan, username: string): string {
  const [profile] = org.query(`SELECT Id FROM Profile WHERE Name = 'Standard User'`);
  const user = new SObjectValue(findObject('User')!);
  const values = {
    Username: username,
    FirstName: plan.firstName,
    LastName: plan.lastName,
    Alias: plan.persona,
    Email: username,
    ProfileId: profile?.['Id'],
    TimeZoneSidKey: plan.timeZone,
    LocaleSidKey: plan.locale,
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8'
  };
  for (const [name, value] of Object.entries(values)) user.values.set(name, value);
  const request = { allOrNone: false, access: 'system', sharing: 'without' } as const;
  const [result] = withTransaction({ user: org.data.adminUser() }, () =>
    kernel.services.dml('insert', [user], request)
  );
  if (!result?.id) throw new Error(`The user ${username} was refused: ${result?.errors[0]?.message ?? ''}`);
  return result.id;
}
