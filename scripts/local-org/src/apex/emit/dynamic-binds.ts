/**
 * Dynamic SOQL sees the local variables and fields around the call by their names: `Database.query('… = :name')`.
 */
import type { CallExpression } from '../ast';
import type { FieldSymbol, MethodSymbol, TypeSymbol } from '../types';
import type { BodyEmitter } from './body';
import { emitList } from './expressions';
import { isPlainStorage, staticStorage } from './members';
import { fieldProperty, getterName, isPlatformType, quote, superSymbol } from './names';
import { emitSoqlTree } from './soql';

const QUERIES = new Set(['query', 'countquery', 'getquerylocator']);

/** Whether the method takes the text of a query whose binds are names, or a locator's query. */
export function isDynamicQuery(method: MethodSymbol): boolean {
  if (method.owner.fullName !== 'System.Database' || !QUERIES.has(method.name.toLowerCase())) return false;
  return isPlatformType(method.params[0]?.type, 'System.String') || method.name.toLowerCase() === 'getquerylocator';
}

/** Emits the call with a function that finds a bind by its name. `fn` is the platform's function. */
export function emitDynamicQueryCall(e: CallExpression, b: BodyEmitter, fn: string): void {
  const [query, ...rest] = e.args;
  if (query?.kind === 'Soql') {
    b.w.write('$r.queryLocator(');
    emitSoqlTree(query.query, b);
    if (rest.length > 0) b.w.write(',');
    emitList(rest, b);
    b.w.write(')');
    return;
  }
  b.w.write(`$r.withBinds(${bindFinder(b)},${fn},[`);
  emitList(e.args, b);
  b.w.write('])');
}

/** `(n) => { switch (n) { case 'name': return name; … } }`, names in lower case. */
function bindFinder(b: BodyEmitter): string {
  const cases = new Map<string, string>();
  for (const scope of b.scopes) for (const local of scope) cases.set(local.name.toLowerCase(), local.jsName);
  for (let owner: TypeSymbol | null = b.owner; owner; owner = superSymbol(owner)) {
    for (const [name, field] of owner.fields) if (!cases.has(name)) cases.set(name, fieldText(field, b));
  }
  const text = [...cases]
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `case ${quote(name)}:return ${value};`);
  return `(n)=>{switch(n){${text.join('')}}}`;
}

function fieldText(field: FieldSymbol, b: BodyEmitter): string {
  if (field.isEnumConstant || field.owner.origin !== 'user') return '';
  if (field.isStatic) {
    const plain = isPlainStorage(field, b, 'get', true);
    return plain ? staticStorage(field, b) : `${b.file.classRef(field.owner)}.${getterName(field)}()`;
  }
  if (b.options.isStatic) return '';
  return `this.${isPlainStorage(field, b, 'get', true) ? fieldProperty(field) : `${getterName(field)}()`}`;
}
