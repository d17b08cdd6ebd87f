/**
 * JavaScript names of classes and members; see DESIGN.md, "Names in emitted code". Apex names hold no `$`, so that
 * every name with one belongs to the emitter.
 */
import type { ApexType, FieldSymbol, MethodSymbol, TypeSymbol } from '../types';

/** Name of the JavaScript class inside its file: `$Foo`, `$Foo$Inner`. */
export function classBinding(symbol: TypeSymbol): string {
  return `$${symbol.fullName.replace(/[^A-Za-z0-9_]/g, '$')}`;
}

/** Property of an instance field or static holder. A field that hides one of a superclass has a number behind it. */
export function fieldProperty(field: FieldSymbol): string {
  let hidden = 0;
  let ancestor = superSymbol(field.owner);
  while (ancestor) {
    if (ancestor.fields.has(field.name.toLowerCase()) && !isOverriding(field)) hidden++;
    ancestor = superSymbol(ancestor);
  }
  return `f_${field.name}${hidden > 0 ? `$${hidden}` : ''}`;
}

/** Virtual properties override instead of hiding, and are reached through their accessors. */
function isOverriding(field: FieldSymbol): boolean {
  return field.isProperty && field.hasGetter && field.hasSetter;
}

/** The user class that a class extends; null when it extends none of the project. */
export function superSymbol(symbol: TypeSymbol): TypeSymbol | null {
  const type = symbol.superclass;
  return type?.kind === 'named' && type.symbol.origin === 'user' ? type.symbol : null;
}

/** Methods by which a property is read and written. */
export function getterName(field: FieldSymbol): string {
  return `get_${field.name.toLowerCase()}`;
}
export function setterName(field: FieldSymbol): string {
  return `set_${field.name.toLowerCase()}`;
}

/** JavaScript name of a user method or constructor. */
export function methodName(method: MethodSymbol): string {
  if (method.jsName === undefined) throw new Error(`${method.owner.fullName}.${method.name} has no JavaScript name`);
  return method.jsName;
}

/** Simple name of a parameter type, as the keys of the platform registry have it. */
export function simpleTypeName(type: ApexType): string {
  if (type.kind === 'named') return type.symbol.name;
  return type.kind === 'typevar' ? type.name : type.kind;
}

/** Whether the type is the platform class of that full name. */
export function isPlatformType(type: ApexType | undefined | null, fullName: string): boolean {
  return type?.kind === 'named' && type.symbol.origin === 'platform' && type.symbol.fullName === fullName;
}

/** Whether the type is a record type or SObject. */
export function isRecordType(type: ApexType | undefined): boolean {
  return type?.kind === 'named' && (type.symbol.origin === 'sobject' || type.symbol.fullName === 'System.SObject');
}

/** A JavaScript string literal. */
export function quote(text: string): string {
  return JSON.stringify(text).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}
