/** Use of fields and properties: static or not, visible, readable, writeable, and known to the local org. */
import type { Expression, Position } from '../ast';
import { isRecord, symbolName, typeName } from '../symbols/basic';
import type { FoundField } from '../symbols/lookup';
import type { FieldSymbol } from '../types';
import type { BodyContext } from './context';
import { isVisible } from './visibility';

/** How a field is reached: by its bare name, through a class around, through a type or through a value. */
export type FieldPath = 'unqualified' | 'outer' | 'type' | 'value';

/** Checks the use of a field that has been found. */
export function useField(cx: BodyContext, pos: Position, field: FoundField, path: FieldPath): void {
  const { symbol } = field;
  const from = `${symbol.name} from the type ${symbolName(symbol.owner)}`;
  if (!isVisible(cx, symbol)) {
    cx.error(pos, `Variable is not visible: ${symbol.name}`);
  } else if (symbol.isStatic && path === 'value') {
    cx.error(pos, `Static field cannot be referenced from a non static context: ${from}`);
  } else if (!symbol.isStatic && (path === 'type' || (path === 'unqualified' && cx.options.isStatic))) {
    cx.error(pos, `Non static field cannot be referenced from a static context: ${from}`);
  } else if (!symbol.isStatic && path === 'unqualified' && cx.inConstructorCall) {
    cx.error(pos, `Cannot reference instance variables in a constructor invocation: ${symbol.name}`);
  }
  notePlatformField(cx, pos, symbol);
}

function notePlatformField(cx: BodyContext, pos: Position, symbol: FieldSymbol): void {
  const { owner } = symbol;
  if (owner.origin !== 'platform' || symbol.isEnumConstant || owner.kind === 'enum') return;
  if (cx.table.env.platform.isImplemented(owner.fullName, symbol.name, null)) return;
  const member = `${owner.fullName}.${symbol.name}`;
  cx.findings.unsupported.push({ file: cx.file, line: pos.line, column: pos.column, member });
}

/** Checks that the value of a checked expression may be replaced: a variable, a field, an element of a list. */
export function checkAssignable(cx: BodyContext, target: Expression): void {
  if (target.type?.kind === 'error') return;
  if (target.kind === 'Index') return;
  if (target.kind !== 'Name' && target.kind !== 'FieldAccess') {
    cx.error(target.pos, 'Expression cannot be assigned');
    return;
  }
  const { ref } = target;
  if (target.kind === 'FieldAccess' && target.safe) cx.error(target.pos, 'Expression cannot be assigned');
  else if (ref?.kind === 'field') checkFieldStore(cx, target.pos, ref.symbol);
  else if (ref?.kind === 'sobjectField' && target.kind === 'FieldAccess') checkRecordStore(cx, target.namePos, target.target, ref.name);
  else if (ref?.kind !== 'local') cx.error(target.pos, 'Expression cannot be assigned');
}

function checkFieldStore(cx: BodyContext, pos: Position, symbol: FieldSymbol): void {
  if (symbol.isEnumConstant) {
    cx.error(pos, `Final members can only be assigned in their declaration, init blocks, or constructors: ${symbol.name}`);
    return;
  }
  const property = cx.table.properties.get(symbol);
  if (property !== undefined) {
    const hidden = symbol.setterAccess !== undefined && !isVisible(cx, symbol, symbol.setterAccess);
    if (property.setter === null) cx.error(pos, `A value cannot be stored to ${symbol.name} in type ${symbolName(symbol.owner)}`);
    else if (hidden) cx.error(pos, `Variable is not visible: ${symbol.name}`);
    return;
  }
  if (symbol.isFinal && !isInitialising(cx, symbol)) {
    cx.error(pos, `Final members can only be assigned in their declaration, init blocks, or constructors: ${symbol.name}`);
  }
}

function isInitialising(cx: BodyContext, symbol: FieldSymbol): boolean {
  if (cx.owner !== symbol.owner) return false;
  if (cx.options.kind === 'initializer') return true;
  return cx.options.kind === 'constructor' && !symbol.isStatic;
}

function checkRecordStore(cx: BodyContext, pos: Position, record: Expression, name: string): void {
  const type = record.type;
  if (type === undefined || !isRecord(type)) return;
  const schema = cx.table.objectSchema(type.symbol.name);
  const field = schema?.fields.get(name.toLowerCase());
  if (field === undefined) {
    if (schema?.childRelationships.has(name.toLowerCase())) cx.error(pos, `Field is not writeable: ${typeName(type)}.${name}`);
    return;
  }
  if (!isWriteable(field)) cx.error(pos, `Field is not writeable: ${typeName(type)}.${field.name}`);
}

/** Whether Apex may set the field on a record in memory: the Id always, others when they can be created or updated. */
export function isWriteable(field: { name: string; createable: boolean; updateable: boolean }): boolean {
  return field.createable || field.updateable || field.name === 'Id';
}
