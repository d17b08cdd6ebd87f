import { Random } from '../random';
import { Cast, type Part } from './cast';
import { readCast, readNames, type CastDefinition, type NamesDefinition } from './definitions';

/** A made-up user of the product. */
export interface Person {
  firstName: string;
  lastName: string;
  company: string;
  /** Lower case, at most 80 characters, under a domain reserved for examples. */
  email: string;
}

/** How a user has used the product, in whole seconds since 1970 UTC. */
export interface Logins {
  first: number;
  last: number;
  /** Logins in the 30 days before the report was made. */
  recent: number;
}

/** The seed and the moment of the data, both optional. */
export interface PopulationOptions {
  /** Which data set; default 1. */
  seed?: number;
  /** When the reports were refreshed; default {@link defaultAsOf}, not before {@link earliestAsOf}. */
  asOf?: Date;
}

/** The moment of the reports unless told otherwise: fixed, so that the data are the same on every day. */
export const defaultAsOf = '2026-01-15T06:00:00Z';

/** No report can be older than this: first logins reach up to the day before. */
export const earliestAsOf = '2026-01-01T00:00:00Z';

const day = 86_400;
const opening = Date.parse('2023-01-01T00:00:00Z') / 1000;
const lastNewcomer = Date.parse('2025-12-01T00:00:00Z') / 1000;
const dormantUntil = Date.parse('2025-12-01T00:00:00Z') / 1000;

/**
 * Everybody whom the reports speak of. Nothing is stored: person 999,999 is computed when asked for, so a population of
 * any size costs no memory, and the report and the org's records agree because both ask here.
 */
export class Population {
  readonly seed: number;
  /** The moment of the reports, whole seconds since 1970 UTC. */
  readonly asOf: number;
  readonly names: NamesDefinition = readNames();
  readonly castDefinition: CastDefinition = readCast();
  private readonly cast = new Cast(this.castDefinition);

  /** @throws RangeError when `asOf` is before {@link earliestAsOf} */
  constructor(options: PopulationOptions = {}) {
    this.seed = options.seed ?? 1;
    this.asOf = Math.floor((options.asOf ?? new Date(defaultAsOf)).getTime() / 1000);
    if (!(this.asOf >= Date.parse(earliestAsOf) / 1000)) {
      throw new RangeError(`asOf must be a date from ${earliestAsOf} on, so that everybody has logged in before.`);
    }
  }

  /** The part that report row `row` plays, and whom it is about. */
  partOf(row: number): Part {
    return this.cast.partOf(row);
  }

  /** Random numbers of this population for one item of one stream. */
  random(stream: string, index: number): Random {
    return new Random(this.seed, stream, index);
  }

  /** Person number `index`, from 0. Addresses are unique because they carry the number. */
  person(index: number): Person {
    const random = this.random('person', index);
    const firstName = random.pick(this.names.firstNames);
    const lastName = random.pick(this.names.lastNames);
    const domain = random.pick(this.names.emailDomains);
    return {
      firstName,
      lastName,
      company: this.company(random.int(0, 999_999)),
      email: `${addressPart(firstName)}.${addressPart(lastName)}.${index}@${domain}`
    };
  }

  /** A made-up company name; not unique. */
  company(index: number): string {
    const random = this.random('company', index);
    return `${random.pick(this.names.companyWords)} ${random.pick(this.names.companyKinds)}`;
  }

  /** The product use of person number `index`. First logins never change, later ones move with `asOf`. */
  logins(index: number): Logins {
    const random = this.random('logins', index);
    const first = random.int(opening, lastNewcomer);
    if (random.chance(0.3)) return { first, last: random.int(first, dormantUntil), recent: 0 };
    const last = this.asOf - random.int(0, 29 * day);
    return { first, last, recent: random.int(1, 120) };
  }
}

/** Seconds since 1970 as the reports write them: UTC, to the second. */
export function isoSeconds(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
}

/** The letters of a name that every mail system takes, or `user` when the name is in another script. */
function addressPart(name: string): string {
  const plain = name.normalize('NFD').replace(/[^A-Za-z0-9]/g, '');
  return plain === '' ? 'user' : plain.toLowerCase();
}
