/**
 * Validation rules of the records to save, and what their formulas see: the record as it will be, its parents as stored,
 * the record as it was.
 */
import type { FieldSchema, SObjectSchema, ValidationRule } from '../../schema/model';
import { kernel } from '../../runtime/kernel';
import type { SObjectValue } from '../../runtime/values/sobject';
import { sameValue } from '../../runtime/values/equality';
import { FormulaError, type Formula } from '../formula/ast';
import { evaluate, type FormulaContext, type FormulaValue } from '../formula/evaluate';
import { fromFormulaValue, toFormulaValue } from '../formula/fieldValue';
import { globalValue } from '../formula/globals';
import { parseFormula } from '../formula/parser';
import { Planner } from '../soql/planner';
import { decodeKind, isComputed, quote } from '../storage/columns';
import { Scope } from '../soql/scope';
import type { DataContext } from '../dataContext';
import { errors } from './errors';
import { alive, type Row } from './row';

/** Adds the message of each rule that a record breaks; all rules are run, as an org does. */
export function runValidationRules(data: DataContext, schema: SObjectSchema, rows: Row[]): void {
  const rules = schema.validationRules.filter((rule) => rule.active);
  if (rules.length === 0) return;
  const parents = new ParentReader(data);
  for (const row of alive(rows)) {
    const context = ruleContext(data, schema, row, parents);
    for (const rule of rules) {
      if (evaluateRule(schema, rule, context) === true)
        row.errors.push(errors.validationRule(rule.message, rule.field));
    }
  }
}

function evaluateRule(schema: SObjectSchema, rule: ValidationRule, context: FormulaContext): FormulaValue {
  try {
    return evaluate(parseFormula(rule.formula), context);
  } catch (error) {
    if (error instanceof FormulaError)
      throw new FormulaError(`Validation rule ${schema.name}.${rule.name}: ${error.message}`);
    throw error;
  }
}

/** Stored values of parents by id and path, read once a chunk. */
export class ParentReader {
  private readonly known = new Map<string, FormulaValue>();
  constructor(private readonly data: DataContext) {}

  read(id: string, path: readonly string[]): FormulaValue {
    const key = `${id} ${path.join('.').toLowerCase()}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const value = this.load(id, path);
    this.known.set(key, value);
    return value;
  }

  private load(id: string, path: readonly string[]): FormulaValue {
    const schema = this.data.queries.byPrefix(id.slice(0, 3));
    if (!schema) return null;
    const { database, permissions } = this.data;
    const planner = new Planner(database, {
      check: 'none',
      permissions: permissions.of(kernel.tx.user.id),
      sharing: null
    });
    const scope = new Scope(planner.environment, schema, planner.environment.nextAlias());
    const expression = scope.path(path);
    const from = [`${quote(schema.name)} ${scope.alias}`, ...scope.joins].join(' ');
    const row = database.all(`SELECT ${expression.sql} FROM ${from} WHERE ${scope.alias}."Id" = ?`, [id])[0];
    return row ? toFormulaValue(expression.field, decodeKind(expression.kind, expression.scale, row[0]!)) : null;
  }
}

/** A value of the record, or of its old version. */
type ValueOf = (field: FieldSchema) => unknown;

function fieldOf(schema: SObjectSchema, name: string): FieldSchema {
  const field = schema.fields.get(name.toLowerCase());
  if (!field) throw new FormulaError(`Field ${name} does not exist. Check spelling.`);
  return field;
}

function referenceOf(schema: SObjectSchema, relationship: string): FieldSchema {
  const name = relationship.split(':')[0]!.toLowerCase();
  for (const field of schema.fields.values()) if (field.relationshipName?.toLowerCase() === name) return field;
  throw new FormulaError(`Field ${relationship} does not exist. Check spelling.`);
}

/** Values of a record that is not stored yet; formula fields are computed of it. */
function pathValue(
  data: DataContext,
  schema: SObjectSchema,
  path: readonly string[],
  valueOf: ValueOf,
  parents: ParentReader
): FormulaValue {
  if (path[0]!.startsWith('$')) return globalValue(data.database, path);
  if (path.length > 1) {
    const id = valueOf(referenceOf(schema, path[0]!));
    return typeof id === 'string' ? parents.read(id, path.slice(1)) : null;
  }
  const field = fieldOf(schema, path[0]!);
  if (!isComputed(field)) return toFormulaValue(field, valueOf(field));
  const inner: FormulaContext = {
    ...clock(),
    blankAsZero: field.formulaTreatBlanksAs !== 'BlankAsBlank',
    value: (p) => pathValue(data, schema, p, valueOf, parents)
  };
  const formula: Formula = parseFormula(field.formula!);
  return toFormulaValue(field, fromFormulaValue(field, evaluate(formula, inner)));
}

function clock(): Pick<FormulaContext, 'now' | 'timeZone'> {
  return { now: () => kernel.services.now(), timeZone: () => kernel.tx.user.timeZone };
}

/** In rules an empty number is empty, not zero. */
function ruleContext(data: DataContext, schema: SObjectSchema, row: Row, parents: ParentReader): FormulaContext {
  const table = data.table(schema);
  const oldValue: ValueOf = (field) => (row.old ? table.value(row.old, field.name) : null);
  const newValue: ValueOf = (field) => {
    const value = row.record.values.get(field.name);
    return value === undefined ? oldValue(field) : value;
  };
  return {
    ...clock(),
    blankAsZero: false,
    value: (path) => pathValue(data, schema, path, newValue, parents),
    isNew: () => row.old === null,
    isChanged: (path) => {
      if (row.old === null) return false;
      const field = fieldOf(schema, path[0]!);
      return !sameValue(newValue(field) ?? null, oldValue(field) ?? null);
    },
    priorValue: (path) => pathValue(data, schema, path, row.old ? oldValue : newValue, parents)
  };
}

/** A field's default formula for a new record. */
export function defaultValueOf(data: DataContext, field: FieldSchema, record: SObjectValue): unknown {
  const context: FormulaContext = {
    ...clock(),
    blankAsZero: false,
    value: (path) =>
      pathValue(data, record.schema, path, (f) => record.values.get(f.name) ?? null, new ParentReader(data))
  };
  return fromFormulaValue(field, evaluate(parseFormula(field.defaultValue!), context));
}
