/** Fields, relationships and functions of a query. */
import type { Position, SoqlField, SoqlFunction, SoqlQuery, SoqlTypeof, SoqlValue } from '../ast';
import type { FieldSchema, SObjectSchema } from '../../schema/model';
import type { TypeSymbol } from '../types';
import type { BodyContext } from './context';
import { parentField } from './records';
import type { BindChecker } from './soqlbinds';
import { functionProblem, isAggregate } from './soqlfunctions';

const FIELD_HELP =
  "If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.";
const RELATION_HELP =
  "If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.";
/** A path may climb this many relationships. */
const MAX_PARENTS = 5;

/** Where a function stands. */
export type FunctionPlace = 'select' | 'where' | 'group' | 'order';

const EMPTY_SCHEMA_ERROR = 'The schema lacks the object of a query';

/** The object of a query and the names that its fields can be reached by. */
export class QueryScope {
  readonly schema: SObjectSchema;
  private readonly prefixes: ReadonlySet<string>;

  /** Throws Error when the record type has no schema, which only an aggregate result has not. */
  constructor(
    private readonly cx: BodyContext,
    record: TypeSymbol,
    private readonly query: SoqlQuery
  ) {
    const schema = cx.table.objectSchema(record.name);
    if (schema === undefined) throw new Error(`${EMPTY_SCHEMA_ERROR}: ${record.name}`);
    this.schema = schema;
    const names = query.from.slice(0, 1).flatMap(({ object, alias }) => [object, ...(alias === null ? [] : [alias])]);
    this.prefixes = new Set(names.map((name) => name.toLowerCase()));
  }

  /** The path without a leading alias or object name. */
  pathWithoutAlias(path: readonly string[]): readonly string[] {
    const [first] = path;
    if (first === undefined || path.length < 2 || !this.prefixes.has(first.toLowerCase())) return path;
    return parentField(this.schema, first) !== undefined && !this.isAlias(first) ? path : path.slice(1);
  }

  private isAlias(name: string): boolean {
    return this.query.from[0]?.alias?.toLowerCase() === name.toLowerCase();
  }

  /** The field that a path leads to; reports what is wrong and answers undefined then. */
  field(node: SoqlField): FieldSchema | undefined {
    if (this.startsAtOtherAlias(node.path)) return undefined;
    const path = this.pathWithoutAlias(node.path);
    let schema = this.schema;
    if (path.length - 1 > MAX_PARENTS) {
      this.cx.error(node.pos, `Maximum number of parent relationships exceeded: ${node.path.join('.')}`);
      return undefined;
    }
    for (const relation of path.slice(0, -1)) {
      const next = this.parentSchema(schema, relation);
      if (next === undefined) {
        this.cx.error(node.pos, `Didn't understand relationship '${relation}' in field path. ${RELATION_HELP}`);
        return undefined;
      }
      schema = next;
    }
    return this.column(schema, path[path.length - 1] ?? '', node.pos);
  }

  private startsAtOtherAlias(path: readonly string[]): boolean {
    return this.query.from.slice(1).some(({ alias }) => alias?.toLowerCase() === path[0]?.toLowerCase());
  }

  private parentSchema(schema: SObjectSchema, relation: string): SObjectSchema | undefined {
    const field = parentField(schema, relation);
    if (field === undefined) return undefined;
    const [only] = field.referenceTo;
    return this.cx.table.objectSchema(field.referenceTo.length === 1 && only !== undefined ? only : 'Name');
  }

  private column(schema: SObjectSchema, name: string, pos: Position): FieldSchema | undefined {
    const field = schema.fields.get(name.toLowerCase());
    if (field === undefined) this.cx.error(pos, `No such column '${name}' on entity '${schema.name}'. ${FIELD_HELP}`);
    return field;
  }

  /** A selected field: a column, or the alias-free name of a row count. */
  checkSelected(node: SoqlField): void {
    this.field(node);
  }

  /** A field to sort by; aggregate queries may name an alias. */
  checkOrder(node: SoqlField | SoqlFunction): void {
    if (node.kind === 'Function') {
      this.checkFunction(node, 'order', undefined);
      return;
    }
    if (this.isSelectAlias(node)) return;
    const field = this.field(node);
    if (field !== undefined && !field.sortable)
      this.cx.error(node.pos, `field '${field.name}' can not be sorted in a query call`);
  }

  private isSelectAlias(node: SoqlField): boolean {
    const name = node.path.length === 1 ? node.path[0]?.toLowerCase() : undefined;
    return this.query.select.some(
      (item) => 'alias' in item && item.alias !== null && item.alias.toLowerCase() === name
    );
  }

  /** A function, with the fields in it. */
  checkFunction(node: SoqlFunction, place: FunctionPlace, binds: BindChecker | undefined): FieldSchema | undefined {
    const problem = functionProblem(node, place);
    if (problem !== null) {
      this.cx.error(node.pos, problem);
      return undefined;
    }
    if (node.name.toUpperCase() === 'FIELDS') return undefined;
    let first: FieldSchema | undefined;
    for (const arg of node.args) {
      if (arg.kind === 'Field') {
        const field = this.field(arg);
        first ??= field;
        if (field !== undefined && isAggregate(node.name)) this.checkAggregate(node, field);
      } else if (arg.kind === 'Function') {
        first ??= this.checkFunction(arg, place, binds);
      } else {
        binds?.checkAny(arg as SoqlValue);
      }
    }
    return first;
  }

  private checkAggregate(node: SoqlFunction, field: FieldSchema): void {
    const name = node.name.toUpperCase();
    const numeric = ['Integer', 'Long', 'Double', 'Decimal'].includes(field.apexType);
    if ((name === 'SUM' || name === 'AVG') && !numeric) {
      this.cx.error(node.pos, `Field ${field.name} does not support aggregate operator ${name}`);
    }
  }

  /** `TYPEOF What WHEN Account THEN Phone ELSE Name END`. */
  checkTypeof(node: SoqlTypeof): void {
    const field = parentField(this.schema, node.name);
    if (field === undefined) {
      this.cx.error(node.pos, `Didn't understand relationship '${node.name}' in field path. ${RELATION_HELP}`);
      return;
    }
    for (const { object, fields } of node.whens) {
      const schema = this.cx.table.objectSchema(object);
      if (schema === undefined) this.cx.error(node.pos, `sObject type '${object}' is not supported.`);
      else for (const item of fields) this.fieldOf(schema, item);
    }
    const name = this.cx.table.objectSchema('Name');
    if (name !== undefined) for (const item of node.otherwise) this.fieldOf(name, item);
  }

  private fieldOf(schema: SObjectSchema, node: SoqlField): void {
    let at: SObjectSchema | undefined = schema;
    for (const relation of node.path.slice(0, -1)) at = at === undefined ? undefined : this.parentSchema(at, relation);
    if (at === undefined)
      this.cx.error(node.pos, `Didn't understand relationship '${node.path[0] ?? ''}' in field path. ${RELATION_HELP}`);
    else this.column(at, node.path[node.path.length - 1] ?? '', node.pos);
  }
}
