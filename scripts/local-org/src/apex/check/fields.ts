/** Use of fields and properties: static or not, visible, readable, writeable, and known to the local org. */
import type { Expression, Position } from '../ast';
import { isRecord, symbolName, typeName } from '../symbols/basic';
import { accessOf } from '../symbols/modifierset';
import type { FoundField } from '../symbols/lookup';
import type { FieldSymbol } from '../types';
import type { BodyContext } from './context';
import { isVisible } from './visibility';

/** How a field is reached: by its bare name, through a class around, through a type or through a value. */
export type FieldPath = 'unqualified' | 'outer' | 'type' | 'value';

/** Checks the use of a field that `expression` has been found to name. */
export function useField(
  cx: BodyContext,
  expression: Expression,
  pos: Position,
  field: FoundField,
  path: FieldPath
): void {
  const { symbol } = field;
  const owner = symbolName(symbol.owner);
  const from = `${symbol.name} from the type ${owner}`;
  if (!isVisible(cx, symbol)) {
    cx.error(pos, `Variable is not visible: ${owner}.${symbol.name}`);
  } else if (symbol.isStatic && path === 'value') {
    cx.error(pos, `Static field cannot be referenced from a non static context: ${from}`);
  } else if (!symbol.isStatic && path === 'unqualified' && cx.options.isStatic) {
    cx.error(pos, `Variable does not exist: ${symbol.name}`);
  } else if (!symbol.isStatic && path === 'type') {
    cx.error(pos, `Variable does not exist: ${symbol.name}`);
  } else if (!symbol.isStatic && path === 'unqualified' && cx.inConstructorCall) {
    cx.error(pos, `Cannot reference instance variables in a constructor invocation: ${symbol.name}`);
  }
  if (path === 'unqualified' && isForward(cx, symbol)) cx.error(pos, `Illegal forward reference: ${symbol.name}`);
  if (cx.storing !== expression) checkReadable(cx, pos, symbol);
  notePlatformField(cx, pos, symbol);
}

/** Initialisers run in the order of the text: they may not use what is declared after them. */
function isForward(cx: BodyContext, symbol: FieldSymbol): boolean {
  const { initialising } = cx;
  if (initialising?.pos === undefined || symbol.pos === undefined || symbol.isProperty) return false;
  if (symbol.owner !== initialising.owner || symbol.isStatic !== initialising.isStatic) return false;
  const [own, other] = [initialising.pos, symbol.pos];
  return other.line > own.line || (other.line === own.line && other.column > own.column);
}

/** Checks that a property that is read has a getter that may be used. */
function checkReadable(cx: BodyContext, pos: Position, symbol: FieldSymbol): void {
  const property = cx.table.properties.get(symbol);
  if (property === undefined) return;
  const name = `${symbolName(symbol.owner)}.${symbol.name}`;
  const access = property.getter === null ? undefined : accessOf(property.getter.modifiers, symbol.access);
  if (access === undefined || !isVisible(cx, symbol, access)) cx.error(pos, `Variable is not visible: ${name}`);
}

function notePlatformField(cx: BodyContext, pos: Position, symbol: FieldSymbol): void {
  const { owner } = symbol;
  if (owner.origin !== 'platform' || symbol.isEnumConstant || owner.kind === 'enum') return;
  if (cx.table.env.platform.isImplemented(owner.fullName, symbol.name, null)) return;
  const member = `${owner.fullName}.${symbol.name}`;
  cx.findings.unsupported.push({ file: cx.file, line: pos.line, column: pos.column, member });
}

/**
 * Checks that the value of a checked expression may be replaced: a variable, a field, an element of a list. Answers
 * false when the expression is no place for a value at all.
 */
export function checkAssignable(cx: BodyContext, target: Expression): boolean {
  if (target.type?.kind === 'error' || target.kind === 'Index') return true;
  if (!isPlace(target)) {
    cx.error(target.pos, 'Expression cannot be assigned');
    return false;
  }
  if (target.kind !== 'Name' && target.kind !== 'FieldAccess') return true;
  const { ref } = target;
  if (ref?.kind === 'field') checkFieldStore(cx, target.pos, ref.symbol);
  else if (ref?.kind === 'sobjectField' && target.kind === 'FieldAccess')
    checkRecordStore(cx, target.namePos, target.target, ref.name);
  return true;
}

function isPlace(target: Expression): boolean {
  if (target.kind !== 'Name' && target.kind !== 'FieldAccess') return false;
  if (target.kind === 'FieldAccess' && target.safe) return false;
  return ['field', 'sobjectField', 'local'].includes(target.ref?.kind ?? '');
}

function checkFieldStore(cx: BodyContext, pos: Position, symbol: FieldSymbol): void {
  if (symbol.isEnumConstant) {
    cx.error(
      pos,
      `Final members can only be assigned in their declaration, init blocks, or constructors: ${symbol.name}`
    );
    return;
  }
  const property = cx.table.properties.get(symbol);
  if (property !== undefined) {
    const hidden = symbol.setterAccess !== undefined && !isVisible(cx, symbol, symbol.setterAccess);
    const name = `${symbolName(symbol.owner)}.${symbol.name}`;
    if (property.setter === null || hidden) cx.error(pos, `Variable is not visible: ${name}`);
    return;
  }
  if (symbol.isFinal && !isInitialising(cx, symbol)) {
    cx.error(
      pos,
      `Final members can only be assigned in their declaration, init blocks, or constructors: ${symbol.name}`
    );
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
    if (schema?.childRelationships.has(name.toLowerCase()))
      cx.error(pos, `Field is not writeable: ${typeName(type)}.${name}`);
    return;
  }
  if (!isWriteable(field)) cx.error(pos, `Field is not writeable: ${typeName(type)}.${field.name}`);
}

/** Whether Apex may set the field on a record in memory: the Id always, others when they can be created or updated. */
export function isWriteable(field: { name: string; createable: boolean; updateable: boolean }): boolean {
  return field.createable || field.updateable || field.name === 'Id';
}
