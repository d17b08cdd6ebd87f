import { accountCount, accountRecord, caseRecord, contactsOfAccount, opportunityRecord } from './account-seed';
import { bystanderLead, conversionOfRow, leadsOfRow } from './lead-seed';
import { Population, type PopulationOptions } from './population';
import type { SeedConversion, SeedRecord } from './records';

/** One lead that no report speaks of for every so many report rows. */
const rowsPerBystander = 8;

/**
 * The records of an org that fits a report of `rows` rows: accounts, contacts, opportunities and cases first, then the
 * leads. Computed as they are asked for, so that a large org needs no memory here.
 *
 * Give the stand-in the same options, or the addresses will not agree. Convert the leads of {@link seedConversions} after
 * the last insert.
 */
export function* seedRecords(rows: number, options: PopulationOptions = {}): Generator<SeedRecord> {
  const population = new Population(options);
  const accounts = accountCount(rows);
  for (let index = 0; index < accounts; index++) yield accountRecord(population, index);
  for (let index = 0; index < accounts; index++) yield* contactsOfAccount(population, index, rows);
  for (let row = 0; row < rows; row++) {
    const conversion = conversionOfRow(population, row, accounts);
    if (conversion) yield conversion.contact;
  }
  for (let index = 0; index < accounts; index++) yield opportunityRecord(population, index);
  for (let index = 0; index < accounts; index += 2) yield caseRecord(population, index);
  for (let row = 0; row < rows; row++) yield* leadsOfRow(population, row, rows);
  for (let index = 0; index < Math.ceil(rows / rowsPerBystander); index++) yield bystanderLead(population, index);
}

/** The leads to convert after {@link seedRecords} are inserted, with the account and contact that each becomes. */
export function* seedConversions(rows: number, options: PopulationOptions = {}): Generator<SeedConversion> {
  const population = new Population(options);
  const accounts = accountCount(rows);
  for (let row = 0; row < rows; row++) {
    const conversion = conversionOfRow(population, row, accounts);
    if (conversion) yield conversion.conversion;
  }
}
