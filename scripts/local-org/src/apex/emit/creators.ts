/**
 * `new`: objects, collections, records.
 */
import type { NewCollectionExpression, NewExpression, NewSObjectExpression } from '../ast';
import type { ApexType } from '../types';
import type { BodyEmitter } from './body';
import { emitExpression, emitList, relationKind } from './expressions';
import { methodName, quote, simpleTypeName } from './names';

export function emitNew(e: NewExpression, b: BodyEmitter): void {
  const type = e.type;
  if (type?.kind !== 'named') throw new Error(`new without a type (line ${e.pos.line})`);
  const constructor = e.constructorSymbol;
  if (type.symbol.origin === 'sobject') {
    b.w.write(`$r.newRecord(${quote(type.symbol.fullName)})`);
  } else if (type.symbol.origin === 'user') {
    const name = constructor ? methodName(constructor) : '$c';
    b.w.write(`new (${b.file.classRef(type.symbol)})().${name}(`);
    emitList(e.args, b);
    b.w.write(')');
  } else {
    const types = (constructor?.params ?? []).map((param) => quote(simpleTypeName(param.type)));
    const make = `$r.platformNew(${quote(type.symbol.fullName)},[${types.join(',')}],${b.file.rtType(type)})`;
    b.w.write(`${b.file.hoist(make)}(`);
    emitList(e.args, b);
    b.w.write(')');
  }
}

export function emitNewCollection(e: NewCollectionExpression, b: BodyEmitter): void {
  const type: ApexType = e.type ?? { kind: 'error' };
  const rt = b.file.rtType(type);
  if (e.size !== null) {
    b.w.write(`$r.newArray(${rt},`);
    emitExpression(e.size, b);
    b.w.write(')');
    return;
  }
  const name = type.kind === 'named' ? type.symbol.name : 'List';
  b.w.write(`$r.new${name}(${rt},[`);
  if (name === 'Map') emitEntries(e, b);
  else emitList(e.elements, b);
  b.w.write('])');
}

function emitEntries(e: NewCollectionExpression, b: BodyEmitter): void {
  for (const { key, value } of e.entries) {
    b.w.write('[');
    emitExpression(key, b);
    b.w.write(',');
    emitExpression(value, b);
    b.w.write('],');
  }
}

export function emitNewSObject(e: NewSObjectExpression, b: BodyEmitter): void {
  const object = e.type?.kind === 'named' ? e.type.symbol.fullName : '';
  b.w.write(`$r.newRecordWith(${quote(object)},[`);
  for (const field of e.fields) {
    b.w.at(field.pos.line);
    b.w.write(`[${quote(field.fieldName ?? field.name)},`);
    emitExpression(field.value, b);
    b.w.write(relationKind(field.value.type) === 'parent' ? ',1],' : '],');
  }
  b.w.write('])');
}
