/** `switch on`. */
import type { Expression, FieldAccessExpression, NameExpression, SwitchStatement, WhenType } from '../ast';
import { ERROR, isGenericSObject, isRecord, isString, named, numericKind, typeName } from '../symbols/basic';
import { findField } from '../symbols/lookup';
import { isAssignable } from '../symbols/relations';
import type { ApexType } from '../types';
import type { BodyContext } from './context';
import { coerce } from './convert';
import { checkExpression } from './expressions';
import { checkBlock, checkStatements } from './statements';

type Subject = 'enum' | 'sobject' | 'value';

function subjectKind(type: ApexType): Subject | undefined {
  if (type.kind !== 'named') return undefined;
  if (type.symbol.kind === 'enum') return 'enum';
  if (isGenericSObject(type)) return 'sobject';
  const kind = numericKind(type);
  return kind === 'Integer' || kind === 'Long' || isString(type) ? 'value' : undefined;
}

/** Checks a switch statement. */
export function checkSwitch(cx: BodyContext, statement: SwitchStatement): void {
  const type = checkExpression(cx, statement.subject);
  const kind = subjectKind(type);
  if (type.kind !== 'error' && kind === undefined) {
    cx.error(statement.subject.pos, `${typeName(type)} is not a valid switch expression type`);
  }
  if (statement.cases.length === 0 && statement.otherwise === null) {
    cx.error(statement.pos, 'Switch statement requires at least one when block');
  }
  const seen = new Set<string>();
  for (const item of statement.cases) {
    if (item.when.kind === 'WhenType') {
      checkWhenType(cx, item.when, type, kind, seen, item.pos);
      cx.locals.push();
      item.when.symbol = cx.declareLocal(item.when.name, whenType(cx, item.when), item.pos, false);
      checkStatements(cx, item.body.statements);
      cx.locals.pop();
      continue;
    }
    for (const value of item.when.values) checkWhenValue(cx, value, type, kind, seen);
    checkBlock(cx, item.body);
  }
  if (statement.otherwise !== null) checkBlock(cx, statement.otherwise);
}

function whenType(cx: BodyContext, when: WhenType): ApexType {
  const symbol = cx.table.qualifiedType(
    when.type.parts.map((part) => part.name),
    cx.owner
  );
  return symbol === undefined ? ERROR : named(symbol);
}

function checkWhenType(
  cx: BodyContext,
  when: WhenType,
  subject: ApexType,
  kind: Subject | undefined,
  seen: Set<string>,
  pos: WhenType['type']['pos']
): void {
  const type = cx.resolve(when.type);
  if (type.kind === 'error' || kind === undefined) return;
  const name = typeName(type);
  if (kind !== 'sobject' || !isAssignable(type, subject)) {
    cx.error(
      pos,
      `${name} value in when expression cannot be implicitly converted to the ${typeName(subject)} type in switch expression`
    );
  } else if (!isRecord(type)) {
    cx.error(pos, `${name} in the 'when expression' is already matching the switch expression type`);
  } else {
    noteUnique(cx, name, seen, pos);
  }
}

function noteUnique(cx: BodyContext, text: string, seen: Set<string>, pos: WhenType['type']['pos']): void {
  const key = text;
  if (seen.has(key)) cx.error(pos, `${text} occurs as more than one when branch for this switch statement`);
  seen.add(key);
}

function checkWhenValue(
  cx: BodyContext,
  value: Expression,
  subject: ApexType,
  kind: Subject | undefined,
  seen: Set<string>
): void {
  if (subject.kind === 'error' || kind === undefined) return;
  if (value.kind === 'Literal' && value.literal === 'Null') {
    checkExpression(cx, value);
    noteUnique(cx, 'null', seen, value.pos);
    return;
  }
  if (kind === 'enum') return checkEnumValue(cx, value, subject, seen);
  if (kind === 'sobject') {
    cx.error(value.pos, "Switching on SObject types must be a 'when type variable' or 'when null'");
    return;
  }
  if (value.kind === 'Name' || value.kind === 'FieldAccess') {
    checkNamedValue(cx, value);
    return;
  }
  const type = checkExpression(cx, value);
  if (type.kind === 'error') return;
  if (!isConstant(value)) {
    cx.error(value.pos, "'when expression' must be a literal, a constant literal field or enum value");
    return;
  }
  const fits = coerce(
    cx,
    value,
    subject,
    (from, to) =>
      `${from} value in when expression cannot be implicitly converted to the ${to} type in switch expression`
  );
  if (fits) noteUnique(cx, literalText(value), seen, value.pos);
}

/** Only constants of enums may be named; fields may not, not even constant ones. */
function checkNamedValue(cx: BodyContext, value: NameExpression | FieldAccessExpression): void {
  if (value.kind === 'FieldAccess') {
    cx.error(value.pos, "Enum value used in 'when expression' should be unqualified");
    return;
  }
  const field = findField(named(cx.owner), value.name);
  const isKnown = field !== undefined && field.symbol.isStatic;
  cx.error(value.pos, isKnown ? 'Field must be an enum reference' : `Variable does not exist: ${value.name}`);
}

function isConstant(value: Expression): boolean {
  return value.kind === 'Literal' || (value.kind === 'Unary' && value.operand.kind === 'Literal');
}

function literalText(value: Expression): string {
  if (value.kind === 'Literal') return 'value' in value ? String(value.value) : value.literal;
  return value.kind === 'Unary' ? `${value.operator}${literalText(value.operand)}` : value.kind;
}

function checkEnumValue(cx: BodyContext, value: Expression, subject: ApexType, seen: Set<string>): void {
  if (subject.kind !== 'named') return;
  if (value.kind !== 'Name') {
    const message =
      value.kind === 'FieldAccess'
        ? "Enum value used in 'when expression' should be unqualified"
        : 'Field must be an enum reference';
    cx.error(value.pos, message);
    return;
  }
  const constant = subject.symbol.fields.get(value.name.toLowerCase());
  if (constant === undefined) {
    cx.error(value.pos, `Variable does not exist: ${value.name}`);
    return;
  }
  value.ref = { kind: 'field', symbol: constant };
  value.type = subject;
  noteUnique(cx, constant.name, seen, value.pos);
}
