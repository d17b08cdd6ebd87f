/**
 * Fields and functions as expressions: what stands in SELECT, WHERE, GROUP BY and ORDER BY.
 */
import type { SoqlField, SoqlFunction, SoqlValue } from '../../apex/ast';
import { UnsupportedError } from '../../runtime/values/errors';
import { queryException } from './errors';
import { DATE_FUNCTION_NAMES } from './sqlFunctions';
import { literal, sqlText, type Expression, type Param } from './plan';
import type { Scope } from './scope';
import { valueContext } from '../../runtime/values/context';

const AGGREGATES = new Set(['COUNT', 'COUNT_DISTINCT', 'SUM', 'AVG', 'MIN', 'MAX']);

export function isAggregate(item: { kind: string; name?: string }): boolean {
  return item.kind === 'Function' && AGGREGATES.has((item.name ?? '').toUpperCase());
}

/** Path of a field without the alias or name of the queried object in front of it. */
export function pathWithin(scope: Scope, alias: string | null, path: readonly string[]): readonly string[] {
  if (path.length < 2) return path;
  const first = path[0]!.toLowerCase();
  const isAlias = alias !== null && first === alias.toLowerCase();
  return isAlias || first === scope.schema.name.toLowerCase() ? path.slice(1) : path;
}

export class Operands {
  constructor(
    readonly scope: Scope,
    private readonly alias: string | null
  ) {}

  of(item: SoqlField | SoqlFunction | SoqlValue): Expression {
    if (item.kind === 'Field') return this.scope.path(pathWithin(this.scope, this.alias, item.path));
    if (item.kind === 'Function') return this.call(item);
    throw queryException('A function of SOQL needs a field');
  }

  private call(item: SoqlFunction): Expression {
    const name = item.name.toUpperCase();
    if (AGGREGATES.has(name)) return this.aggregate(name, item);
    if (DATE_FUNCTION_NAMES.has(name)) return this.datePart(name, item);
    switch (name) {
      case 'TOLABEL':
        return this.toLabel(item);
      case 'FORMAT':
        return this.format(item);
      case 'CONVERTTIMEZONE':
        throw queryException('convertTimezone() can only be used inside a date function');
      default:
        throw new UnsupportedError(`the SOQL function ${item.name}`);
    }
  }

  private argument(item: SoqlFunction): Expression {
    const first = item.args[0];
    if (!first) throw queryException(`unexpected token: '${item.name}'`);
    return this.of(first);
  }

  private aggregate(name: string, item: SoqlFunction): Expression {
    if (name === 'COUNT' && item.args.length === 0) return integer('count(*)', []);
    const argument = this.argument(item);
    const numeric = argument.kind === 'decimal' || argument.kind === 'integer' || argument.kind === 'double';
    if ((name === 'SUM' || name === 'AVG') && !numeric) {
      throw queryException(`field ${argument.field?.name ?? ''} does not support aggregate operator ${name}`);
    }
    const text = argument.kind === 'text';
    switch (name) {
      case 'COUNT':
        return integer(`count(${argument.sql})`, argument.params);
      case 'COUNT_DISTINCT':
        return integer(`count(DISTINCT ${text ? `fold(${argument.sql})` : argument.sql})`, argument.params);
      case 'AVG': {
        const divisor = argument.kind === 'decimal' ? 10 ** argument.scale : 1;
        return {
          ...argument,
          sql: `(avg(${argument.sql}) / ${divisor}.0)`,
          kind: 'double',
          field: null,
          column: undefined
        };
      }
      default:
        return { ...argument, sql: `${name.toLowerCase()}(${argument.sql})`, field: null, column: undefined };
    }
  }

  /** Parts of a date/time are of UTC unless convertTimezone() asks for the user's zone. */
  private datePart(name: string, item: SoqlFunction): Expression {
    let inner = item.args[0];
    let zone: Param = literal('GMT');
    if (inner?.kind === 'Function' && inner.name.toUpperCase() === 'CONVERTTIMEZONE') {
      inner = inner.args[0];
      zone = (input) => input.timeZone;
    }
    const argument = this.of(inner!);
    if (argument.kind !== 'date' && argument.kind !== 'datetime') {
      throw queryException(`field ${argument.field?.name ?? ''} does not support aggregate operator ${name}`);
    }
    const isDate = argument.kind === 'date';
    const sql = `sf_datepart(${sqlText(name)}, ${argument.sql}, ${isDate ? 'NULL' : '?'})`;
    const params = isDate ? argument.params : [...argument.params, zone];
    return { ...integer(sql, params), ...(name === 'DAY_ONLY' ? { kind: 'date' as const, apexType: 'Date' } : {}) };
  }

  private toLabel(item: SoqlFunction): Expression {
    const argument = this.argument(item);
    const values = argument.field?.picklistValues ?? [];
    if (values.length === 0) return { ...argument, column: undefined };
    const cases = values.map((v) => `WHEN ${sqlText(v.value)} THEN ${sqlText(v.label)}`).join(' ');
    return { ...argument, sql: `CASE ${argument.sql} ${cases} ELSE ${argument.sql} END`, column: undefined };
  }

  private format(item: SoqlFunction): Expression {
    const argument = this.argument(item);
    const sql = `sf_format(${argument.sql}, ${sqlText(argument.kind)}, ${argument.scale}, ?, ?)`;
    const params: Param[] = [...argument.params, () => valueContext.locale(), (input) => input.timeZone];
    return { ...argument, sql, params, kind: 'text', apexType: 'String', column: undefined };
  }
}

function integer(sql: string, params: Param[]): Expression {
  return { sql, params, kind: 'integer', scale: 0, field: null, object: null, apexType: 'Integer' };
}
