/** Functions of SOQL. Source: SOQL and SOSL Reference, "Aggregate Functions", "Date Functions", "SELECT". */
import type { SoqlFunction } from '../ast';
import type { FunctionPlace } from './soqlfields';

const AGGREGATES = new Set(['COUNT', 'COUNT_DISTINCT', 'SUM', 'AVG', 'MIN', 'MAX']);
const DATE_FUNCTIONS = new Set([
  'CALENDAR_MONTH',
  'CALENDAR_QUARTER',
  'CALENDAR_YEAR',
  'DAY_IN_MONTH',
  'DAY_IN_WEEK',
  'DAY_IN_YEAR',
  'DAY_ONLY',
  'FISCAL_MONTH',
  'FISCAL_QUARTER',
  'FISCAL_YEAR',
  'HOUR_IN_DAY',
  'WEEK_IN_MONTH',
  'WEEK_IN_YEAR',
  'CONVERTTIMEZONE'
]);
const PRESENTATION = new Set(['TOLABEL', 'FORMAT', 'CONVERTCURRENCY', 'FIELDS']);
const OTHERS = new Set(['GROUPING', 'DISTANCE', 'GEOLOCATION']);

/** Whether the function makes one value of many rows. */
export function isAggregate(name: string): boolean {
  return AGGREGATES.has(name.toUpperCase());
}

/** What is wrong with a function at that place, or null. */
export function functionProblem(node: SoqlFunction, place: FunctionPlace): string | null {
  const name = node.name.toUpperCase();
  const known = AGGREGATES.has(name) || DATE_FUNCTIONS.has(name) || PRESENTATION.has(name) || OTHERS.has(name);
  if (!known) return `unexpected token: '${node.name}'`;
  if (place === 'group' && AGGREGATES.has(name)) return `Grouped field should not be aggregated: ${node.name}`;
  const needsArgument = AGGREGATES.has(name) && name !== 'COUNT';
  return needsArgument && node.args.length !== 1 ? `unexpected token: ')'` : null;
}
