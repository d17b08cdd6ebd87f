/** Tokens and describe results that code writes as paths: `Account.Name`, `Schema.SObjectType.Account.fields.Name`, labels. */
import type { FieldAccessExpression, MemberRef } from '../ast';
import { isRecord, type NamedType } from '../symbols/basic';
import type { ApexType } from '../types';
import type { BodyContext } from './context';
import { recordMember } from './records';

/** A path with the meaning found. */
interface Described {
  ref: MemberRef;
  type: ApexType;
}

/** `Account.SObjectType`, `Account.Name`, `SObjectType.Account`, `Label.Greeting`; undefined when it is none of these. */
export function describeMember(
  cx: BodyContext,
  expression: FieldAccessExpression,
  type: NamedType
): Described | undefined {
  const { origin, fullName } = type.symbol;
  if (isRecord(type)) return recordToken(cx, expression, type);
  if (origin !== 'platform') return undefined;
  if (fullName === 'Schema.SObjectType') return objectDescribe(cx, expression.name);
  if (fullName === 'System.Label') return label(cx, expression.name);
  if (fullName === 'System.Trigger') return triggerVariable(cx, expression, type);
  return undefined;
}

function recordToken(cx: BodyContext, expression: FieldAccessExpression, type: NamedType): Described | undefined {
  const object = type.symbol.name;
  const name = expression.name.toLowerCase();
  if (name === 'sobjecttype')
    return { ref: { kind: 'objectToken', object }, type: cx.builtins.type('Schema.SObjectType') };
  if (name === 'fields') {
    return { ref: { kind: 'describe', object, part: 'fields' }, type: cx.builtins.type('Schema.SObjectTypeFields') };
  }
  const member = recordMember(cx.table, type, expression.name);
  if (member?.field === undefined) return undefined;
  return {
    ref: { kind: 'fieldToken', object, field: member.field.name },
    type: cx.builtins.type('Schema.SObjectField')
  };
}

function objectDescribe(cx: BodyContext, name: string): Described | undefined {
  const record = cx.table.record(name);
  if (record === undefined) return undefined;
  return {
    ref: { kind: 'describe', object: record.name, part: 'object' },
    type: cx.builtins.type('Schema.DescribeSObjectResult')
  };
}

function label(cx: BodyContext, name: string): Described | undefined {
  const found = cx.table.env.schema.labels.get(name.toLowerCase());
  if (found === undefined) return undefined;
  return { ref: { kind: 'label', name: found.name, namespace: null }, type: cx.builtins.string };
}

/** `Trigger.new` has the object's type in a trigger, and SObject in classes. */
function triggerVariable(cx: BodyContext, expression: FieldAccessExpression, type: NamedType): Described | undefined {
  const symbol = type.symbol.fields.get(expression.name.toLowerCase());
  if (symbol === undefined) return undefined;
  const record = cx.options.triggerObject === undefined ? undefined : cx.table.record(cx.options.triggerObject);
  const row: ApexType = record === undefined ? cx.builtins.sobject : { kind: 'named', symbol: record, args: [] };
  const name = symbol.name;
  const shaped = name.toLowerCase();
  const rows = shaped === 'new' || shaped === 'old' ? cx.builtins.list(row) : undefined;
  const maps = shaped === 'newmap' || shaped === 'oldmap' ? cx.builtins.map(cx.builtins.id, row) : undefined;
  return { ref: { kind: 'triggerContext', name }, type: rows ?? maps ?? symbol.type };
}

/** What follows a describe result written as a path: `.fields`, `.fieldSets`, `.fields.Name`, `.fieldSets.Main`. */
export function describeValueMember(cx: BodyContext, expression: FieldAccessExpression): Described | undefined {
  const { target } = expression;
  if (target.kind !== 'FieldAccess') return undefined;
  const name = expression.name.toLowerCase();
  if (target.ref?.kind === 'objectToken' && name === 'fields') {
    return describePart(cx, target.ref.object, 'fields', 'Schema.SObjectTypeFields');
  }
  if (target.ref?.kind !== 'describe') return undefined;
  const { object, part } = target.ref;
  if (part === 'object' && name === 'fields') return describePart(cx, object, 'fields', 'Schema.SObjectTypeFields');
  if (part === 'object' && name === 'fieldsets')
    return describePart(cx, object, 'fieldSets', 'Schema.SObjectTypeFieldSets');
  if (part === 'fields') return fieldPart(cx, expression, object, isWrittenOnType(target));
  if (part === 'fieldSets') return fieldSetPart(cx, expression.name, object);
  return undefined;
}

type DescribePart = 'object' | 'fields' | 'fieldSets' | 'field' | 'fieldSet';

function describePart(
  cx: BodyContext,
  object: string,
  part: DescribePart,
  typeName: string,
  member?: string
): Described {
  const ref: MemberRef =
    member === undefined ? { kind: 'describe', object, part } : { kind: 'describe', object, part, member };
  return { ref, type: cx.builtins.type(typeName) };
}

/** `Account.fields` (a token's path) as against `SObjectType.Account.fields` (a describe's path). */
function isWrittenOnType(target: FieldAccessExpression): boolean {
  const before = target.target;
  const isPath = before.kind === 'Name' || before.kind === 'FieldAccess';
  return isPath && (before.ref?.kind === 'type' || before.ref?.kind === 'objectToken');
}

function fieldPart(
  cx: BodyContext,
  expression: FieldAccessExpression,
  object: string,
  asToken: boolean
): Described | undefined {
  const field = cx.table.objectSchema(object)?.fields.get(expression.name.toLowerCase());
  if (field === undefined) return undefined;
  if (asToken)
    return { ref: { kind: 'fieldToken', object, field: field.name }, type: cx.builtins.type('Schema.SObjectField') };
  return describePart(cx, object, 'field', 'Schema.DescribeFieldResult', field.name);
}

function fieldSetPart(cx: BodyContext, name: string, object: string): Described | undefined {
  const found = cx.table.objectSchema(object)?.fieldSets.get(name.toLowerCase());
  return found === undefined ? undefined : describePart(cx, object, 'fieldSet', 'Schema.FieldSet', found.name);
}
