/**
 * Places that can be assigned: what must be evaluated once, then how to read and how to write.
 */
import type { Expression } from '../ast';
import type { FieldSymbol } from '../types';
import type { BodyEmitter } from './body';
import { emitExpression, relationKind } from './expressions';
import { isPlainStorage, staticStorage } from './members';
import { fieldProperty, getterName, quote, setterName } from './names';

/** Texts of a place whose object and index are already in temporaries. */
export interface Place {
  read: string;
  /** Stands before the new value. */
  writeOpen: string;
  writeClose: string;
  /** Whether the write, as an expression, has the new value. */
  yieldsValue: boolean;
}

/**
 * Emits the evaluation of what a place consists of, each followed by a comma, and answers how to use the place.
 * The whole must be inside parentheses.
 */
export function openPlace(target: Expression, b: BodyEmitter): Place {
  if (target.kind === 'Index') return openIndex(target, b);
  if (target.kind === 'Name' && target.ref?.kind === 'local') return assignable(target.ref.symbol.jsName);
  if (target.kind === 'Name' && target.ref?.kind === 'field') return fieldPlace('this', target.ref.symbol, b, true);
  if (target.kind === 'FieldAccess' && target.ref?.kind === 'field') {
    const onThis = target.target.kind === 'This' || target.target.kind === 'Super';
    const object = target.ref.symbol.isStatic ? 'this' : openObject(target.target, b);
    return fieldPlace(object, target.ref.symbol, b, onThis);
  }
  if (target.kind === 'FieldAccess' && target.ref?.kind === 'sobjectField') {
    const object = openObject(target.target, b);
    const isParent = relationKind(target.type) === 'parent';
    const [get, set] = isParent ? ['getParent', 'setParent'] : ['getField', 'setField'];
    const name = quote(target.ref.name);
    return methodPlace(`${object}.${get}(${name})`, `${object}.${set}(${name},`);
  }
  throw new Error(`Line ${target.pos.line}: this cannot be assigned`);
}

/** Puts the object into a temporary, unless naming it again costs and changes nothing. */
function openObject(e: Expression, b: BodyEmitter): string {
  if (e.kind === 'This' || e.kind === 'Super') return 'this';
  if (e.kind === 'Name' && e.ref?.kind === 'local') return e.ref.symbol.jsName;
  return intoTemp(e, b);
}

function intoTemp(e: Expression, b: BodyEmitter): string {
  const temp = b.temp();
  b.w.write(`${temp}=`);
  emitExpression(e, b);
  b.w.write(',');
  return temp;
}

function openIndex(target: Extract<Expression, { kind: 'Index' }>, b: BodyEmitter): Place {
  const list = intoTemp(target.target, b);
  const index = intoTemp(target.index, b);
  return methodPlace(`${list}.get(${index})`, `${list}.set(${index},`);
}

function fieldPlace(object: string, field: FieldSymbol, b: BodyEmitter, onThis: boolean): Place {
  if (field.owner.origin !== 'user') return platformPlace(object, field, b);
  const base = field.isStatic ? b.file.classRef(field.owner) : object;
  const storage = field.isStatic ? staticStorage(field, b) : `${object}.${fieldProperty(field)}`;
  const readsPlain = isPlainStorage(field, b, 'get', onThis || field.isStatic);
  const read = readsPlain ? storage : `${base}.${getterName(field)}()`;
  if (isPlainStorage(field, b, 'set', onThis || field.isStatic)) return { ...assignable(storage), read };
  return methodPlace(read, `${base}.${setterName(field)}(`);
}

function platformPlace(object: string, field: FieldSymbol, b: BodyEmitter): Place {
  const accessor = b.file.hoist(`$r.platformField(${quote(field.owner.fullName)},${quote(field.name)})`);
  const self = field.isStatic ? 'undefined' : `$n(${object})`;
  return methodPlace(`${accessor}.get(${self})`, `${accessor}.set(${self},`);
}

function assignable(text: string): Place {
  return { read: text, writeOpen: `${text}=`, writeClose: '', yieldsValue: true };
}

function methodPlace(read: string, writeOpen: string): Place {
  return { read, writeOpen, writeClose: ')', yieldsValue: false };
}
