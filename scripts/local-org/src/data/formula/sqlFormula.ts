/**
 * Formula fields in queries: one SQL function a field. Its arguments are the fields that the formula reads, which the
 * query joins; the function computes the formula's tree. So formulas can be selected, filtered and sorted alike.
 */
import type { FieldSchema, SObjectSchema } from '../../schema/model';
import { kernel } from '../../runtime/kernel';
import { decodeKind, quote, storageKind, type SqlValue, type StorageKind } from '../storage/columns';
import type { OrgDatabase } from '../storage/database';
import type { Expression } from '../soql/plan';
import type { Scope } from '../soql/scope';
import { FormulaError, walk, type Formula } from './ast';
import { evaluate, type FormulaContext, type FormulaValue } from './evaluate';
import { encodeFormulaValue, toFormulaValue } from './fieldValue';
import { globalValue } from './globals';
import { parseFormula } from './parser';

/** Salesforce Help, "Formula Field Limits": a formula may reach formulas, but not itself. */
const MAXIMUM_NESTING = 20;

interface Dependency {
  key: string;
  path: string[];
}

/** Paths of fields (not globals) that the formula reads, each once. */
export function fieldPaths(formula: Formula): string[][] {
  const paths = new Map<string, string[]>();
  walk(formula, (node) => {
    if (node.kind === 'Reference' && !node.path[0]!.startsWith('$')) paths.set(pathKey(node.path), node.path);
  });
  return [...paths.values()];
}

export function pathKey(path: readonly string[]): string {
  return path.join('.').toLowerCase();
}

const registered = new WeakMap<OrgDatabase, Set<string>>();
let nesting = 0;

/** The formula field's value on the scope's record. @throws FormulaError when the formula cannot be read */
export function formulaCall(database: OrgDatabase, scope: Scope, field: FieldSchema): Expression {
  const formula = parseField(scope.schema, field);
  const dependencies: Dependency[] = fieldPaths(formula).map((path) => ({ key: pathKey(path), path }));
  if (++nesting > MAXIMUM_NESTING)
    throw new FormulaError(`The formula of ${scope.schema.name}.${field.name} refers to itself`);
  try {
    const args = scope.environment.access.quietly(() => dependencies.map((d) => scope.path(d.path)));
    const name = register(database, scope.schema, field, formula, dependencies, args);
    return {
      sql: `${quote(name)}(${args.map((a) => a.sql).join(', ')})`,
      params: args.flatMap((a) => a.params),
      kind: storageKind(field),
      scale: field.scale,
      field,
      object: scope.schema,
      apexType: field.apexType
    };
  } finally {
    nesting--;
  }
}

function parseField(schema: SObjectSchema, field: FieldSchema): Formula {
  try {
    return parseFormula(field.formula!);
  } catch (error) {
    throw new FormulaError(`${schema.name}.${field.name}: ${(error as Error).message}`);
  }
}

function register(
  database: OrgDatabase,
  schema: SObjectSchema,
  field: FieldSchema,
  formula: Formula,
  dependencies: Dependency[],
  args: Expression[]
): string {
  const name = `f_${schema.name}_${field.name}`;
  let known = registered.get(database);
  if (!known) registered.set(database, (known = new Set()));
  if (known.has(name)) return name;
  known.add(name);
  const readers = args.map((arg) => reader(arg.kind, arg.scale, arg.field));
  const index = new Map(dependencies.map((d, i) => [d.key, i]));
  database.sqlite.function(name, { varargs: true, safeIntegers: true }, (...stored: unknown[]) => {
    const context = rowContext(database, field.formulaTreatBlanksAs !== 'BlankAsBlank', (path) => {
      const at = index.get(pathKey(path))!;
      return readers[at]!(stored[at] as SqlValue);
    });
    return encodeFormulaValue(field, evaluate(formula, context));
  });
  return name;
}

/** Integers reach the function as BigInt, so that large Decimals stay exact. */
function reader(kind: StorageKind, scale: number, field: FieldSchema | null): (stored: SqlValue) => FormulaValue {
  return (stored) => {
    const plain = typeof stored === 'bigint' && kind !== 'decimal' && kind !== 'long' ? Number(stored) : stored;
    return toFormulaValue(field, decodeKind(kind, scale, plain));
  };
}

/** What a formula sees on one record. */
export function rowContext(
  database: OrgDatabase,
  blankAsZero: boolean,
  read: (path: readonly string[]) => FormulaValue
): FormulaContext {
  return {
    blankAsZero,
    value: (path) => (path[0]!.startsWith('$') ? globalValue(database, path) : read(path)),
    now: () => kernel.services.now(),
    timeZone: () => kernel.tx.user.timeZone
  };
}
