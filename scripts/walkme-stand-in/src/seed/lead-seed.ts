import type { Part } from './cast';
import type { Role } from './definitions';
import { isoSeconds, type Person, type Population } from './population';
import type { SeedConversion, SeedRecord, SeedValue } from './records';

/** The mapped fields of the logins integration, as API names. */
export const loginFields = {
  first: 'WalkMe_First_Login__c',
  last: 'WalkMe_Last_Login__c',
  recent: 'WalkMe_Logins_Last_30_Days__c'
} as const;

const day = 86_400;
const convertedRoles: ReadonlySet<Role> = new Set<Role>(['converted', 'convertedAndOpen']);
const fullRoles: ReadonlySet<Role> = new Set<Role>(['blankCells', 'malformedDate', 'numberTooLarge']);

/** The leads that belong to one report row; none when nobody has its address or an earlier row has brought them. */
export function leadsOfRow(population: Population, row: number, rows: number): SeedRecord[] {
  const part = population.partOf(row);
  if (part.role === 'unknownUser' || part.role === 'blankKey') return [];
  if (part.role === 'repeat' && part.person < rows) return [];
  const lead = seedLead(population, part, part.person, 'open');
  switch (part.role) {
    case 'twoLeads':
      return [lead, seedLead(population, part, part.person, 'second')];
    case 'converted':
      return [seedLead(population, part, part.person, 'converted')];
    case 'convertedAndOpen':
      return [lead, seedLead(population, part, part.person, 'converted')];
    default:
      return [lead];
  }
}

/** The contact and the conversion of the row's converted lead, if it has one. */
export function conversionOfRow(population: Population, row: number, accounts: number): ConversionSeed | undefined {
  const part = population.partOf(row);
  if (!convertedRoles.has(part.role)) return undefined;
  const random = population.random('conversion', row);
  const account = `account-${random.int(0, accounts - 1)}`;
  const contact = contactRecord(population.person(row), `contact-of-lead-${row}`, account);
  const convertedDate = isoSeconds(population.asOf - random.int(20, 400) * day).slice(0, 10);
  const lead = leadReference(row, 'converted');
  return {
    contact,
    conversion: { lead, account, contact: contact.reference, convertedStatus: 'Closed - Converted', convertedDate }
  };
}

/** A converted lead's contact, and the conversion itself. */
export interface ConversionSeed {
  contact: SeedRecord;
  conversion: SeedConversion;
}

/** A lead whose address stands in no report. */
export function bystanderLead(population: Population, index: number): SeedRecord {
  const random = population.random('bystander', index);
  const firstName = random.pick(population.names.firstNames);
  const lastName = random.pick(population.names.lastNames);
  const fields: Record<string, SeedValue> = {
    FirstName: firstName,
    LastName: lastName,
    Company: population.company(random.int(0, 999_999)),
    Status: 'Open - Not Contacted',
    LeadSource: random.pick(population.names.leadSources)
  };
  if (random.chance(0.8)) fields['Email'] = `bystander.${index}@${random.pick(population.names.emailDomains)}`;
  return { object: 'Lead', reference: `lead-bystander-${index}`, fields };
}

/** A contact for a person. */
export function contactRecord(person: Person, reference: string, account: string): SeedRecord {
  const fields = {
    FirstName: person.firstName,
    LastName: person.lastName,
    Email: person.email,
    AccountId: { reference: account }
  };
  return { object: 'Contact', reference, fields };
}

type LeadKind = 'open' | 'second' | 'converted';

function leadReference(person: number, kind: LeadKind): string {
  return kind === 'open' ? `lead-${person}` : `lead-${person}-${kind}`;
}

function seedLead(population: Population, part: Part, index: number, kind: LeadKind): SeedRecord {
  const person = population.person(index);
  const random = population.random(`lead ${kind}`, index);
  const fields: Record<string, SeedValue> = {
    FirstName: person.firstName,
    LastName: person.lastName,
    Company: kind === 'second' ? population.company(random.int(0, 999_999)) : person.company,
    Email: part.role === 'letterCaseInOrg' ? mixedCase(person.email) : person.email,
    Status: random.pick(['Open - Not Contacted', 'Working - Contacted']),
    LeadSource: random.pick(population.names.leadSources),
    ...valuesHeld(population, part.role, index)
  };
  return { object: 'Lead', reference: leadReference(index, kind), fields };
}

/** What the WalkMe fields of the lead hold before the run: today's figures, those of some days ago, or nothing. */
function valuesHeld(population: Population, role: Role, index: number): Record<string, SeedValue> {
  const logins = population.logins(index);
  const first = isoSeconds(logins.first);
  if (role === 'fresh') return held(first, isoSeconds(logins.last), logins.recent);
  const random = population.random('held', index);
  if (!fullRoles.has(role) && random.chance(0.5)) return {};
  return held(first, isoSeconds(logins.last - random.int(1, 20) * day), logins.recent + random.int(1, 9));
}

function held(first: string, last: string, recent: number): Record<string, SeedValue> {
  return { [loginFields.first]: first, [loginFields.last]: last, [loginFields.recent]: recent };
}

function mixedCase(email: string): string {
  const at = email.indexOf('@');
  return email.slice(0, at).toUpperCase() + email.slice(at);
}
