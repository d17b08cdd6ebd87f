/**
 * Queries in code: the tree is a constant of the file, the binds are evaluated in the order of their slots.
 */
import type { Expression, SoqlExpression, SoqlQuery } from '../ast';
import type { BodyEmitter } from './body';
import { emitExpression } from './expressions';
import { quote } from './names';

export function emitSoql(e: SoqlExpression, b: BodyEmitter): void {
  const how = e.query.isCount ? 'count' : (e.result ?? 'list');
  b.w.write(how === 'count' ? '$r.countQuery(' : how === 'single' ? '$r.singleQuery(' : '$r.query(');
  emitSoqlTree(e.query, b);
  b.w.write(')');
}

/** Emits the constant tree and the array of binds. */
export function emitSoqlTree(query: SoqlQuery, b: BodyEmitter): void {
  const binds: Expression[] = [];
  const text = JSON.stringify(query, (key, value: unknown) => withoutExpressions(key, value, binds));
  b.w.write(`${b.file.hoist(`$r.soql(${quote(text)})`)},[`);
  binds.forEach((bind, i) => {
    if (i > 0) b.w.write(',');
    if (bind) emitExpression(bind, b);
    else b.w.write('null');
  });
  b.w.write(']');
}

interface Bind {
  kind: 'Bind';
  pos: unknown;
  expression: Expression | null;
  slot?: number;
}

/** Takes the expressions out of binds, which get their slot; positions are not needed any more. */
function withoutExpressions(key: string, value: unknown, binds: Expression[]): unknown {
  if (key === 'pos' || key === 'endLine') return undefined;
  const bind = value as Bind | null;
  if (typeof bind !== 'object' || bind?.kind !== 'Bind' || bind.expression === null) return value;
  const slot = bind.slot ?? binds.length;
  binds[slot] = bind.expression;
  return { kind: 'Bind', expression: null, name: null, slot };
}
