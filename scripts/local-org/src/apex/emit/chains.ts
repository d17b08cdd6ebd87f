/**
 * Safe navigation: when what stands before a `?.` is null, the rest of the chain is skipped and the whole is null.
 * `a?.b.c` becomes `($t1 = a) === null ? null : $t1.b.c`.
 */
import type { CallExpression, Expression, FieldAccessExpression } from '../ast';
import type { BodyEmitter } from './body';
import { emitExpression, emitValue } from './expressions';

type Link = FieldAccessExpression | CallExpression;

/** Whether the expression ends a chain with a `?.` in it. */
export function startsChain(e: Expression): boolean {
  return safeLinks(e).length > 0;
}

/** Links written with `?.`, innermost first. Parentheses end a chain. */
function safeLinks(e: Expression): Link[] {
  const links: Link[] = [];
  let current: Expression | null = e;
  while (current !== null && (current === e || !current.parens)) {
    if (current.kind === 'FieldAccess' || current.kind === 'Call') {
      if (current.safe) links.unshift(current);
      current = current.target;
    } else {
      current = current.kind === 'Index' ? current.target : null;
    }
  }
  return links;
}

/** Emits the end of a chain, with one test for each `?.`. */
export function emitChain(e: Expression, b: BodyEmitter): void {
  const links = safeLinks(e);
  markOpened(e, b);
  b.w.write('(');
  for (const link of links) {
    const receiver = link.target!;
    const temp = b.temp();
    b.w.write(`(${temp}=`);
    emitExpression(receiver, b);
    b.w.write(')===null?null:');
    b.evaluated.set(receiver, temp);
  }
  emitValue(e, b);
  b.w.write(')');
  for (const link of links) b.evaluated.delete(link.target!);
}

/** The nodes inside the chain are emitted as parts of it. */
function markOpened(e: Expression, b: BodyEmitter): void {
  let current: Expression | null = e;
  while (current !== null && (current === e || !current.parens)) {
    b.openedChains.add(current);
    if (current.kind === 'FieldAccess' || current.kind === 'Call') current = current.target;
    else current = current.kind === 'Index' ? current.target : null;
  }
}
