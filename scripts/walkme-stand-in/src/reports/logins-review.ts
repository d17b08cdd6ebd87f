import type { Random } from '../random';
import type { Part } from '../seed/cast';
import { isoSeconds, type Logins, type Population } from '../seed/population';
import { salesforceTag, type Cell, type Report } from './report';

const day = 86_400;

/** The default report that says when each user first and last logged in, and how often of late. */
export function loginsReview(population: Population, rowCount: number): Report {
  return {
    id: 'logins-review',
    name: 'Logins review',
    description: 'First login, last login and number of logins in the last 30 days of every user',
    tags: [salesforceTag],
    keyColumn: 'User ID',
    columns: [
      { name: 'User ID', type: 'string' },
      { name: 'First Login', type: 'datetime' },
      { name: 'Last Login', type: 'datetime' },
      { name: 'Logins last 30 days', type: 'number' }
    ],
    rowCount,
    row: (index) => loginsRow(population, index)
  };
}

/** Row `index` of the report, with whatever fault its part asks for. */
function loginsRow(population: Population, index: number): Cell[] {
  const part = population.partOf(index);
  const random = population.random('logins row', index);
  const key = keyCell(population.person(part.person).email, part, random);
  const values = valueCells(loginsOf(population, part));
  return [key, ...faultyCells(values, part, population, random)];
}

/** The address as the report writes it; shared by every report with this cast. */
export function keyCell(email: string, part: Part, random: Random): Cell {
  switch (part.role) {
    case 'otherLetterCase':
      return random.chance(0.5) ? email.toUpperCase() : email.charAt(0).toUpperCase() + email.slice(1);
    case 'blanksAround':
      return random.pick([` ${email}`, `${email}  `, `\t${email} `, `  ${email}\t`]);
    case 'blankKey':
      return random.pick(['', '   ', null]);
    default:
      return email;
  }
}

/** Every second repeat is an exact copy of the row before; the others hold the older figures of an earlier day. */
function loginsOf(population: Population, part: Part): Logins {
  const logins = population.logins(part.person);
  if (part.role !== 'repeat' || part.ordinal % 2 === 0) return logins;
  const last = Math.max(logins.first, logins.last - 3 * day);
  return { first: logins.first, last, recent: Math.max(0, logins.recent - 2) };
}

function valueCells(logins: Logins): Cell[] {
  return [isoSeconds(logins.first), isoSeconds(logins.last), logins.recent];
}

function faultyCells(values: Cell[], part: Part, population: Population, random: Random): Cell[] {
  const cells = [...values];
  if (part.role === 'malformedDate') cells[random.int(0, 1)] = random.pick(population.castDefinition.malformedDates);
  if (part.role === 'numberTooLarge') cells[2] = random.pick(population.castDefinition.numbersTooLarge);
  if (part.role === 'blankCells') {
    for (const column of random.pick([[0], [1], [2], [0, 2], [0, 1, 2]]))
      cells[column] = column === 2 ? null : random.pick(['', null]);
  }
  return cells;
}
