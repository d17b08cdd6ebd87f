import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a report row, and the record it speaks of, are there to show. */
export type Role =
  | 'stale'
  | 'fresh'
  | 'otherLetterCase'
  | 'blanksAround'
  | 'letterCaseInOrg'
  | 'unknownUser'
  | 'twoLeads'
  | 'converted'
  | 'convertedAndOpen'
  | 'blankKey'
  | 'malformedDate'
  | 'numberTooLarge'
  | 'blankCells'
  | 'repeated'
  | 'repeat';

/** `config/seed/cast.json`: how many rows of each block play which role, and the faulty values to use. */
export interface CastDefinition {
  blockSize: number;
  /** Slot s plays the part at position (s * stride + shift) modulo blockSize; stride shares no divisor with blockSize. */
  stride: number;
  shift: number;
  roles: { role: Role; rows: number; meaning: string }[];
  malformedDates: string[];
  numbersTooLarge: number[];
}

/** `config/seed/names.json`: the made-up names from which people and companies are put together. */
export interface NamesDefinition {
  firstNames: string[];
  lastNames: string[];
  companyWords: string[];
  companyKinds: string[];
  emailDomains: string[];
  industries: string[];
  leadSources: string[];
}

/** The folder of the seed definitions in this project. */
export const seedFolder = join(__dirname, '..', '..', '..', '..', 'config', 'seed');

/**
 * Reads `cast.json`.
 * @throws Error when the roles do not fill the block, or when a repeat has no row to repeat
 */
export function readCast(folder = seedFolder): CastDefinition {
  const cast = readJson<CastDefinition>(join(folder, 'cast.json'));
  const rows = cast.roles.reduce((sum, part) => sum + part.rows, 0);
  if (rows !== cast.blockSize) {
    throw new Error(`cast.json: the roles fill ${rows} rows, blockSize says ${cast.blockSize}; make the two agree.`);
  }
  if (greatestCommonDivisor(cast.stride, cast.blockSize) !== 1) {
    throw new Error(
      `cast.json: stride ${cast.stride} shares a divisor with blockSize ${cast.blockSize}; choose another.`
    );
  }
  if (rowsOf(cast, 'repeat') !== rowsOf(cast, 'repeated')) {
    throw new Error('cast.json: the roles repeated and repeat must have the same number of rows.');
  }
  return cast;
}

/** Reads `names.json`. */
export function readNames(folder = seedFolder): NamesDefinition {
  return readJson<NamesDefinition>(join(folder, 'names.json'));
}

function rowsOf(cast: CastDefinition, role: Role): number {
  return cast.roles.find((part) => part.role === role)?.rows ?? 0;
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
