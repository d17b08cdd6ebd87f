/**
 * Names: what an identifier or a dotted path stands for. A path may be a value, a type or a namespace; a local variable
 * hides a field, a field hides a type, a type hides a namespace.
 */
import type { Expression, FieldAccessExpression, MemberRef, NameExpression } from '../ast';
import { ERROR, named, type NamedType } from '../symbols/basic';
import { findField, type FoundField } from '../symbols/lookup';
import type { ApexType, TypeSymbol } from '../types';
import type { BodyContext } from './context';
import { describeMember } from './describes';
import { checkExpression } from './expressions';
import { useField } from './fields';
import { valueMember } from './values';

/** What a name or path denotes. */
export type Entity =
  { kind: 'value'; type: ApexType } | { kind: 'type'; type: NamedType } | { kind: 'namespace'; name: string };

/** What an expression before a dot denotes; undefined when that has been reported as an error. */
export function entityOf(cx: BodyContext, expression: Expression): Entity | undefined {
  if (expression.kind === 'Name') return nameEntity(cx, expression);
  if (expression.kind === 'FieldAccess') return accessEntity(cx, expression);
  const type = checkExpression(cx, expression);
  return type.kind === 'error' ? undefined : { kind: 'value', type };
}

/** An identifier as a value, or undefined (nothing reported) when it is none. */
export function nameAsValue(cx: BodyContext, expression: NameExpression): ApexType | undefined {
  const local = cx.locals.find(expression.name);
  if (local !== undefined) {
    expression.ref = { kind: 'local', symbol: local };
    expression.type = local.type;
    return local.type;
  }
  const found = fieldInScope(cx, expression.name);
  if (found === undefined) return variableAround(cx, expression);
  expression.ref = { kind: 'field', symbol: found.field.symbol };
  expression.type = found.field.type;
  useField(cx, expression, expression.pos, found.field, found.isOuter ? 'outer' : 'unqualified');
  return expression.type;
}

function variableAround(cx: BodyContext, expression: NameExpression): ApexType | undefined {
  const symbol = cx.locals.findAround(expression.name);
  if (symbol !== undefined) expression.ref = { kind: 'local', symbol };
  return symbol?.type;
}

/** A field by its bare name: of the class, inherited, or a static one of a class around. */
function fieldInScope(cx: BodyContext, name: string): { field: FoundField; isOuter: boolean } | undefined {
  for (let scope: TypeSymbol | null = cx.owner; scope !== null; scope = scope.outer) {
    const field = findField(named(scope), name);
    const isOuter = scope !== cx.owner;
    if (field !== undefined && (!isOuter || field.symbol.isStatic)) return { field, isOuter };
  }
  return undefined;
}

function nameEntity(cx: BodyContext, expression: NameExpression): Entity | undefined {
  const type = nameAsValue(cx, expression);
  if (type !== undefined) return type.kind === 'error' ? undefined : { kind: 'value', type };
  const symbol = cx.table.visibleType(expression.name, cx.owner);
  if (symbol !== undefined) {
    expression.ref = { kind: 'type', type: named(symbol) };
    return { kind: 'type', type: named(symbol) };
  }
  if (cx.table.isNamespace(expression.name)) {
    expression.ref = { kind: 'namespace', name: expression.name };
    return { kind: 'namespace', name: expression.name };
  }
  cx.error(expression.pos, `Variable does not exist: ${expression.name}`);
  expression.type = ERROR;
  return undefined;
}

function setValue(expression: FieldAccessExpression, ref: MemberRef, type: ApexType): Entity {
  expression.ref = ref;
  expression.type = type;
  return { kind: 'value', type };
}

function setType(expression: FieldAccessExpression, symbol: TypeSymbol): Entity {
  expression.ref = { kind: 'type', type: named(symbol) };
  return { kind: 'type', type: named(symbol) };
}

/** `a.b` as value, type or namespace member. */
export function accessEntity(cx: BodyContext, expression: FieldAccessExpression): Entity | undefined {
  const target = entityOf(cx, expression.target);
  if (target === undefined) {
    expression.type = ERROR;
    return undefined;
  }
  const entity =
    target.kind === 'value'
      ? valueMember(cx, expression, target.type)
      : target.kind === 'type'
        ? typeMember(cx, expression, target.type)
        : namespaceMember(cx, expression, target.name);
  if (entity !== undefined) return entity;
  expression.type = ERROR;
  return undefined;
}

function typeMember(cx: BodyContext, expression: FieldAccessExpression, type: NamedType): Entity | undefined {
  const described = describeMember(cx, expression, type);
  if (described !== undefined) return setValue(expression, described.ref, described.type);
  const field = findField(type, expression.name);
  if (field !== undefined) {
    useField(cx, expression, expression.namePos, field, 'type');
    return setValue(expression, { kind: 'field', symbol: field.symbol }, field.type);
  }
  const record = recordOfSameName(cx, expression, type);
  if (record !== undefined) return typeMember(cx, expression, record);
  const inner = cx.table.innerType(type.symbol, expression.name);
  if (inner !== undefined) return setType(expression, inner);
  const target = expression.target;
  if (target.kind === 'Name' && cx.table.isNamespace(target.name)) {
    const symbol = cx.table.namespaceType(target.name, expression.name);
    if (symbol !== undefined) {
      target.ref = { kind: 'namespace', name: target.name };
      return setType(expression, symbol);
    }
  }
  cx.error(expression.namePos, `Variable does not exist: ${expression.name}`);
  return undefined;
}

/** `BusinessHours.Name` is a token of the record type, though a platform class has the name. */
function recordOfSameName(cx: BodyContext, expression: FieldAccessExpression, type: NamedType): NamedType | undefined {
  if (type.symbol.origin !== 'platform' || expression.target.kind !== 'Name') return undefined;
  const symbol = cx.table.record(type.symbol.name);
  if (symbol === undefined || describeMember(cx, expression, named(symbol)) === undefined) return undefined;
  expression.target.ref = { kind: 'type', type: named(symbol) };
  return named(symbol);
}

function namespaceMember(cx: BodyContext, expression: FieldAccessExpression, namespace: string): Entity | undefined {
  const symbol = cx.table.namespaceType(namespace, expression.name);
  if (symbol !== undefined) return setType(expression, symbol);
  cx.error(expression.namePos, `Variable does not exist: ${namespace}`);
  return undefined;
}
