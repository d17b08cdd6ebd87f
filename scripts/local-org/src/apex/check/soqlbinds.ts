/** Bind variables of static queries: their expressions, types and places in the list of binds. */
import type { SoqlCondition, SoqlQuery, SoqlValue } from '../ast';
import { ERROR, isId, isObject, isSObject, isString, numericKind, typeName } from '../symbols/basic';
import { isAssignable, iterableItem } from '../symbols/relations';
import type { FieldSchema } from '../../schema/model';
import type { ApexType } from '../types';
import type { BodyContext } from './context';
import { checkExpression } from './expressions';

type Bind = Extract<SoqlValue, { kind: 'Bind' }>;

/** Checks the binds of one query, sub-queries included, and numbers them in the order of the text. */
export class BindChecker {
  private count = 0;

  constructor(private readonly cx: BodyContext) {}

  private check(bind: Bind): ApexType {
    bind.slot = this.count++;
    return bind.expression === null ? ERROR : checkExpression(this.cx, bind.expression);
  }

  /** Any value: binds in it get their types. */
  checkAny(value: SoqlValue): void {
    if (value.kind === 'Bind') this.check(value);
    else if (value.kind === 'List') value.values.forEach((item) => this.checkAny(item));
    else if (value.kind === 'SubQuery') this.checkQuery(value.query);
  }

  /** LIMIT and OFFSET. */
  checkNumber(value: SoqlValue | null): void {
    if (value === null || value.kind !== 'Bind') return;
    const type = this.check(value);
    const kind = numericKind(type);
    if (type.kind === 'error' || type.kind === 'null' || kind === 'Integer' || kind === 'Long') return;
    this.cx.error(value.pos, `Invalid bind expression type of ${typeName(type)} for Integer expression`);
  }

  /** The value that a field is compared with; `isMany` for IN, INCLUDES and the like. */
  checkCompared(value: SoqlValue, field: FieldSchema | undefined, isMany: boolean): void {
    if (value.kind === 'List') {
      value.values.forEach((item) => this.checkCompared(item, field, false));
      return;
    }
    if (value.kind !== 'Bind') return;
    const type = this.check(value);
    if (field === undefined || type.kind === 'error' || type.kind === 'null') return;
    const item = iterableItem(type);
    const single = isMany ? undefined : type;
    // `=` with a collection means IN.
    if ([item, single].some((given) => given !== undefined && this.fits(given, field))) return;
    this.cx.error(value.pos, `Invalid bind expression type of ${typeName(type)} for column of type ${field.apexType}`);
  }

  private fits(type: ApexType, field: FieldSchema): boolean {
    if (isObject(type) || type.kind === 'error') return true;
    const wanted = this.cx.table.fieldType(field);
    if (isId(wanted) && isSObject(type)) return true;
    if (numericKind(wanted) !== undefined) return numericKind(type) !== undefined;
    if (isString(wanted) || isObject(wanted)) return isString(type) || isId(type) || isObject(wanted);
    if (field.apexType === 'Date' || field.apexType === 'Datetime') {
      return ['Date', 'Datetime'].includes(typeName(type));
    }
    return isAssignable(type, wanted);
  }

  /** A query whose object is unknown: its binds are checked all the same. */
  checkQuery(query: SoqlQuery): void {
    for (const item of query.select) {
      if (item.kind === 'SubQuery') this.checkQuery(item.query);
    }
    if (query.where !== null) this.checkCondition(query.where);
    if (query.having !== null) this.checkCondition(query.having);
    for (const value of [query.limit, query.offset]) if (value !== null) this.checkAny(value);
  }

  private checkCondition(condition: SoqlCondition): void {
    if (condition.kind === 'Compare') this.checkAny(condition.value);
    else if (condition.kind === 'Not') this.checkCondition(condition.condition);
    else condition.conditions.forEach((item) => this.checkCondition(item));
  }
}
