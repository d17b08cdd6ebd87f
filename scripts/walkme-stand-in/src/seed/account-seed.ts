import { isoSeconds, type Population } from './population';
import { contactRecord } from './lead-seed';
import type { SeedRecord } from './records';

const day = 86_400;
const mostAccounts = 200;
const stages = ['Prospecting', 'Qualification', 'Proposal/Price Quote', 'Closed Won'];
const subjects = ['Cannot find the export', 'Question about invoices', 'Login page is slow', 'レポートが開きません'];

/** How many accounts an org has beside a report of `rows` rows: one for twenty rows, from 5 to 200. */
export function accountCount(rows: number): number {
  return Math.min(mostAccounts, Math.max(5, Math.ceil(rows / 20)));
}

/** Account number `index`. */
export function accountRecord(population: Population, index: number): SeedRecord {
  const random = population.random('account', index);
  const fields = {
    Name: `${population.company(index)} ${index + 1}`,
    Industry: random.pick(population.names.industries)
  };
  return { object: 'Account', reference: `account-${index}`, fields };
}

/**
 * The contacts of account number `index`: users of the product who are customers already, so that the reports have
 * contacts to match too. Three for each account, as far as the report has rows.
 */
export function contactsOfAccount(population: Population, index: number, rows: number): SeedRecord[] {
  const contacts: SeedRecord[] = [];
  for (let row = index * 3; row < Math.min(rows, index * 3 + 3); row++) {
    const { person, role } = population.partOf(row);
    if (role === 'repeat') continue;
    contacts.push(contactRecord(population.person(person), `contact-${row}`, `account-${index}`));
  }
  return contacts;
}

/** One opportunity of account number `index`. */
export function opportunityRecord(population: Population, index: number): SeedRecord {
  const random = population.random('opportunity', index);
  const fields = {
    Name: `${population.company(index)} ${random.pick(['renewal', 'upsell', 'new business'])}`,
    StageName: random.pick(stages),
    CloseDate: isoSeconds(population.asOf + random.int(-60, 120) * day).slice(0, 10),
    Amount: random.int(5, 400) * 250,
    AccountId: { reference: `account-${index}` }
  };
  return { object: 'Opportunity', reference: `opportunity-${index}`, fields };
}

/** One case of account number `index`. */
export function caseRecord(population: Population, index: number): SeedRecord {
  const random = population.random('case', index);
  const fields = {
    Subject: random.pick(subjects),
    Status: random.pick(['New', 'Working', 'Escalated', 'Closed']),
    Origin: random.pick(['Phone', 'Email', 'Web']),
    AccountId: { reference: `account-${index}` }
  };
  return { object: 'Case', reference: `case-${index}`, fields };
}
