/**
 * Reading names and members: locals, fields, properties, fields of records, tokens.
 */
import type { Expression, FieldAccessExpression, MemberRef, NameExpression } from '../ast';
import type { FieldSymbol } from '../types';
import type { BodyEmitter } from './body';
import { emitExpression, emitNonNull, relationKind } from './expressions';
import { fieldProperty, getterName, quote } from './names';

export function emitName(e: NameExpression, b: BodyEmitter): void {
  const { ref } = e;
  if (ref?.kind === 'local') b.w.write(ref.symbol.jsName);
  else if (ref?.kind === 'field') emitOwnField(ref.symbol, b);
  else throw new Error(`${e.name} is no value (line ${e.pos.line})`);
}

/** A field of this object or of a class. */
function emitOwnField(field: FieldSymbol, b: BodyEmitter): void {
  if (field.isStatic) emitStaticField(field, b);
  else b.w.write(`this.${readSuffix(field, b, true)}`);
}

/** Whether the field is reached without its accessor: it has none, or we are inside it. */
export function isPlainStorage(field: FieldSymbol, b: BodyEmitter, side: 'get' | 'set', onThis: boolean): boolean {
  const hasAccessor = side === 'get' ? field.hasGetter : field.hasSetter;
  return !hasAccessor || (onThis && b.options.accessorOf === field);
}

function readSuffix(field: FieldSymbol, b: BodyEmitter, onThis: boolean): string {
  return isPlainStorage(field, b, 'get', onThis) ? fieldProperty(field) : `${getterName(field)}()`;
}

/** Text that names the storage of a static field of a user class. */
export function staticStorage(field: FieldSymbol, b: BodyEmitter): string {
  return `${b.file.classRef(field.owner)}.$s.${fieldProperty(field)}`;
}

function emitStaticField(field: FieldSymbol, b: BodyEmitter): void {
  if (field.owner.origin !== 'user') {
    const constant = b.file.hoist(`$r.platformStatic(${quote(field.owner.fullName)},${quote(field.name)})`);
    b.w.write(`${constant}()`);
  } else if (field.isEnumConstant) {
    b.w.write(`${b.file.classRef(field.owner)}.e_${field.name}`);
  } else if (isPlainStorage(field, b, 'get', true)) {
    b.w.write(staticStorage(field, b));
  } else {
    b.w.write(`${b.file.classRef(field.owner)}.${getterName(field)}()`);
  }
}

export function emitFieldAccess(e: FieldAccessExpression, b: BodyEmitter): void {
  const { ref } = e;
  if (ref?.kind === 'field') emitFieldOf(e, ref.symbol, b);
  else if (ref?.kind === 'sobjectField') emitRecordField(e, ref.name, b);
  else if (ref) emitToken(e, ref, b);
  else throw new Error(`${e.name} is not resolved (line ${e.pos.line})`);
}

function emitFieldOf(e: FieldAccessExpression, field: FieldSymbol, b: BodyEmitter): void {
  if (field.isStatic) {
    emitStaticField(field, b);
    return;
  }
  if (field.owner.origin !== 'user') {
    const accessor = b.file.hoist(`$r.platformField(${quote(field.owner.fullName)},${quote(field.name)})`);
    b.w.write(`${accessor}.get(`);
    emitNonNull(e.target, b);
    b.w.write(')');
    return;
  }
  const isSuper = e.target.kind === 'Super';
  if (isSuper) b.w.write(isPlainStorage(field, b, 'get', true) ? 'this' : 'super');
  else emitExpression(e.target, b);
  b.w.at(e.namePos.line);
  b.w.write(`.${readSuffix(field, b, isSuper || e.target.kind === 'This')}`);
}

/** A field, parent or list of children of a record. Null parents read as null all the way. */
function emitRecordField(e: FieldAccessExpression, name: string, b: BodyEmitter): void {
  const kind = relationKind(e.type);
  if (kind === 'children') return emitChildren('children', e, name, b);
  const isBehindParent = isParent(e.target);
  const isCheckbox = kind === null && e.type?.kind === 'named' && e.type.symbol.fullName === 'System.Boolean';
  const reader = kind === 'parent' ? 'getParent' : isCheckbox ? 'getCheckbox' : 'getField';
  if (isBehindParent) b.w.write('(');
  emitExpression(e.target, b);
  b.w.at(e.namePos.line);
  b.w.write(`${isBehindParent ? '?.' : '.'}${reader}(${quote(name)})`);
  if (isBehindParent) b.w.write(isCheckbox ? '??false)' : '??null)');
}

function emitChildren(reader: string, e: FieldAccessExpression, name: string, b: BodyEmitter): void {
  b.w.write(`$r.${reader}(`);
  emitNonNull(e.target, b);
  b.w.write(`,${quote(name)},${b.file.rtType(e.type!)})`);
}

/** Emits the list of children that a loop goes over, which may be longer than other code can read; false for anything else. */
export function emitChildrenOfLoop(e: Expression, b: BodyEmitter): boolean {
  if (e.kind !== 'FieldAccess' || e.ref?.kind !== 'sobjectField' || relationKind(e.type) !== 'children') return false;
  emitChildren('childrenOfLoop', e, e.ref.name, b);
  return true;
}

function isParent(e: Expression): boolean {
  return e.kind === 'FieldAccess' && e.ref?.kind === 'sobjectField' && relationKind(e.type) === 'parent';
}

function emitToken(e: FieldAccessExpression, ref: MemberRef, b: BodyEmitter): void {
  b.w.at(e.namePos.line);
  switch (ref.kind) {
    case 'fieldToken':
      return b.w.write(`$r.fieldToken(${quote(ref.object)},${quote(ref.field)})`);
    case 'objectToken':
      return b.w.write(`$r.objectToken(${quote(ref.object)})`);
    case 'describe':
      return b.w.write(`$r.describe(${quote(ref.object)},${quote(ref.part)},${quote(ref.member ?? '')})`);
    case 'label':
      return b.w.write(`$r.label(${quote(ref.name)})`);
    case 'triggerContext':
      return b.w.write(`$r.trigger(${quote(ref.name)})`);
    default:
      throw new Error(`${e.name} is no value (line ${e.pos.line})`);
  }
}
