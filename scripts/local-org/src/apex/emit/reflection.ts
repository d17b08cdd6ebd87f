/**
 * What reflection needs of a type at run time: supertypes and fields. One call a type, behind its JavaScript class.
 */
import type { FieldSymbol, TypeSymbol } from '../types';
import type { FileEmitter } from './file';
import { classBinding, fieldProperty, getterName, quote, setterName } from './names';

/** Bits of a field's row. */
const STATIC = 1;
const TRANSIENT = 2;
const HAS_ACCESSOR = 4;
const WRITABLE = 8;

/** Emits `$r.defineType(class, name, kind, superclass, interfaces, fields, isAbstract)`. */
export function emitReflection(file: FileEmitter, symbol: TypeSymbol): void {
  const parent = symbol.superclass?.kind === 'named' ? file.rtType(symbol.superclass) : 'null';
  const interfaces = symbol.interfaces.map((type) => file.rtType(type)).join(',');
  const fields = [...symbol.fields.values()].filter((field) => !field.isEnumConstant).map((field) => row(file, field));
  file.w.write(
    `$r.defineType(${classBinding(symbol)},${quote(symbol.fullName)},${quote(symbol.kind)},${parent},[${interfaces}],` +
      `[${fields.join(',')}],${symbol.isAbstract});`
  );
}

function row(file: FileEmitter, field: FieldSymbol): string {
  const writable = !field.isProperty || field.setterAccess !== undefined;
  const flags =
    (field.isStatic ? STATIC : 0) |
    (field.isTransient ? TRANSIENT : 0) |
    (field.isProperty && (field.hasGetter || field.hasSetter) ? HAS_ACCESSOR : 0) |
    (writable ? WRITABLE : 0);
  const get = field.hasGetter ? quote(getterName(field)) : 'null';
  const set = field.hasSetter ? quote(setterName(field)) : 'null';
  return `[${quote(field.name)},${file.rtType(field.type)},${flags},${quote(fieldProperty(field))},${get},${set}]`;
}
