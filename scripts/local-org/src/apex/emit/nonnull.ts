/**
 * Which expressions and locals can never be null: their null checks are left out, so that loops run at full speed.
 */
import type { Expression, Statement } from '../ast';
import type { LocalSymbol } from '../types';
import { walk } from './walk';

const NEVER_NULL = new Set(['size', 'length', 'ordinal', 'isempty', 'contains', 'containskey', 'abs', 'mod']);

/** Whether the value can never be null, given locals that never are. */
export function isNonNull(e: Expression, locals: ReadonlySet<LocalSymbol>): boolean {
  switch (e.kind) {
    case 'Literal':
      return e.literal !== 'Null';
    case 'Binary':
      return e.operator !== '??' || isNonNull(e.right, locals);
    case 'Unary':
    case 'Postfix':
    case 'Instanceof':
    case 'New':
    case 'NewCollection':
    case 'NewSObject':
    case 'This':
      return true;
    case 'Name':
      return e.ref?.kind === 'local' && locals.has(e.ref.symbol);
    case 'Assign':
      return e.operator !== '=' || isNonNull(e.value, locals);
    case 'Ternary':
      return isNonNull(e.then, locals) && isNonNull(e.otherwise, locals);
    case 'Cast':
      return isNonNull(e.operand, locals);
    case 'Call':
      return isNonNullCall(e);
    default:
      return false;
  }
}

/** Sizes and the like of platform values; a call behind `?.` may still give null. */
function isNonNullCall(e: Extract<Expression, { kind: 'Call' }>): boolean {
  if (e.method?.owner.origin !== 'platform' || hasSafeLink(e)) return false;
  return NEVER_NULL.has(e.name.toLowerCase()) && !e.method.isStatic;
}

function hasSafeLink(e: Expression): boolean {
  if (e.kind === 'Call') return e.safe || (e.target !== null && hasSafeLink(e.target));
  if (e.kind === 'FieldAccess') return e.safe || hasSafeLink(e.target);
  return e.kind === 'Index' && hasSafeLink(e.target);
}

/** The locals of a body that are given a value when declared, and only values that are never null. */
export function nonNullLocals(body: Statement | null): Set<LocalSymbol> {
  const values = new Map<LocalSymbol, Expression[]>();
  const excluded = new Set<LocalSymbol>();
  if (body) walk(body, (node) => collectValues(node, values, excluded));
  const candidates = new Set([...values.keys()].filter((symbol) => !excluded.has(symbol)));
  let size;
  do {
    size = candidates.size;
    for (const symbol of candidates) {
      if (!values.get(symbol)!.every((value) => isNonNull(value, candidates))) candidates.delete(symbol);
    }
  } while (candidates.size < size);
  return candidates;
}

function collectValues(node: object, values: Map<LocalSymbol, Expression[]>, excluded: Set<LocalSymbol>): void {
  const item = node as Expression | Statement;
  if (item.kind === 'LocalVariable') {
    for (const { symbol, init } of item.declarators) {
      if (!symbol) continue;
      if (init) values.set(symbol, [...(values.get(symbol) ?? []), init]);
      else excluded.add(symbol);
    }
  } else if (item.kind === 'Assign' && item.operator === '=' && item.target.kind === 'Name') {
    const { ref } = item.target;
    if (ref?.kind !== 'local') return;
    const known = values.get(ref.symbol);
    if (known) known.push(item.value);
    else excluded.add(ref.symbol);
  }
}
