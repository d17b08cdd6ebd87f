/** Members of values: fields of records and objects, describe results. */
import type { FieldAccessExpression } from '../ast';
import { isGenericSObject, isRecord, type NamedType } from '../symbols/basic';
import { findField } from '../symbols/lookup';
import type { ApexType } from '../types';
import type { BodyContext } from './context';
import { isSingleRowQuery, makeSingle } from './convert';
import { describeValueMember } from './describes';
import type { Entity } from './entities';
import { useField } from './fields';
import { recordMember } from './records';

/** `value.name`; undefined after reporting that there is no such member. */
export function valueMember(cx: BodyContext, expression: FieldAccessExpression, type: ApexType): Entity | undefined {
  const from = rowOfQuery(cx, expression, type);
  if (from.kind !== 'named') {
    if (from.kind !== 'error') cx.error(expression.namePos, `Variable does not exist: ${expression.name}`);
    return undefined;
  }
  return (
    describedMember(cx, expression) ??
    recordValueMember(cx, expression, from) ??
    fieldOfValue(cx, expression, from) ??
    unknown(cx, expression)
  );
}

/** `[SELECT …].Name` takes the one row of the query. */
function rowOfQuery(cx: BodyContext, expression: FieldAccessExpression, type: ApexType): ApexType {
  if (expression.target.kind !== 'Soql' || !isSingleRowQuery(expression.target, cx.builtins.sobject)) return type;
  makeSingle(expression.target);
  return expression.target.type ?? type;
}

function describedMember(cx: BodyContext, expression: FieldAccessExpression): Entity | undefined {
  const described = describeValueMember(cx, expression);
  if (described === undefined) return undefined;
  expression.ref = described.ref;
  expression.type = described.type;
  return { kind: 'value', type: described.type };
}

function recordValueMember(cx: BodyContext, expression: FieldAccessExpression, type: NamedType): Entity | undefined {
  if (isGenericSObject(type) && expression.name.toLowerCase() === 'id') {
    return recordField(expression, 'Id', cx.builtins.id);
  }
  if (!isRecord(type)) return undefined;
  const member = recordMember(cx.table, type, expression.name);
  return member === undefined ? undefined : recordField(expression, member.name, member.type);
}

function recordField(expression: FieldAccessExpression, name: string, type: ApexType): Entity {
  expression.ref = { kind: 'sobjectField', name };
  expression.type = type;
  return { kind: 'value', type };
}

function fieldOfValue(cx: BodyContext, expression: FieldAccessExpression, type: NamedType): Entity | undefined {
  if (isRecord(type) || isGenericSObject(type)) return undefined;
  const field = findField(type, expression.name);
  if (field === undefined) return undefined;
  useField(cx, expression, expression.namePos, field, 'value');
  expression.ref = { kind: 'field', symbol: field.symbol };
  expression.type = field.type;
  return { kind: 'value', type: field.type };
}

function unknown(cx: BodyContext, expression: FieldAccessExpression): undefined {
  cx.error(expression.namePos, `Variable does not exist: ${expression.name}`);
  return undefined;
}
