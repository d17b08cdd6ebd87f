/**
 * Loops. Each turn counts towards the check of processor time.
 */
import type { DoWhileStatement, ForEachStatement, ForStatement, Statement, WhileStatement } from '../ast';
import { conversionOf, iterableItem } from '../symbols/relations';
import type { BodyEmitter } from './body';
import { conversionWrapper } from './conversions';
import { emitCondition, emitExpression } from './expressions';
import { emitChildrenOfLoop } from './members';
import { emitSoqlTree } from './soql';
import { coverDeclarators, emitDeclarators, emitDiscarded, emitInside } from './statements';

function emitTurn(body: Statement | null, b: BodyEmitter): void {
  b.w.write('{');
  b.tick();
  emitInside(body, b);
  b.w.write('}');
}

export function emitWhile(s: WhileStatement, b: BodyEmitter): void {
  b.w.write('while(');
  emitCondition(s.condition, b);
  b.w.write(')');
  emitTurn(s.body, b);
}

export function emitDoWhile(s: DoWhileStatement, b: BodyEmitter): void {
  b.w.write('do');
  emitTurn(s.body, b);
  b.w.write('while(');
  emitCondition(s.condition, b);
  b.w.write(');');
}

export function emitFor(s: ForStatement, b: BodyEmitter): void {
  coverInit(s, b);
  b.scope(() => {
    b.w.write('for(');
    emitInit(s, b);
    b.w.write(';');
    if (s.condition) emitCondition(s.condition, b);
    b.w.write(';');
    s.update.forEach((item) => emitDiscarded(item, b));
    b.w.write(')');
    emitTurn(s.body, b);
  });
}

/** Of a loop's header, its first part counts for coverage; `while` does not count at all. */
function coverInit({ init }: ForStatement, b: BodyEmitter): void {
  if (Array.isArray(init)) init.forEach((item) => b.cover(item.pos.line));
  else if (init) coverDeclarators(init, b);
}

function emitInit(s: ForStatement, b: BodyEmitter): void {
  if (s.init === null) return;
  if (Array.isArray(s.init)) s.init.forEach((item) => emitDiscarded(item, b));
  else emitDeclarators(s.init, b);
}

/** `for (Type name : collection)`. */
export function emitForEach(s: ForEachStatement, b: BodyEmitter): void {
  b.cover(s.pos.line);
  const item = b.unique('$v');
  b.w.write(`for(const ${item} of `);
  emitItems(s, b);
  b.w.write('){');
  b.tick();
  b.scope(() => {
    const [before, after] = itemConversion(s, b);
    b.w.write(`let ${s.symbol?.jsName ?? s.name}=${before}${item}${after};`);
    if (s.symbol) b.declare(s.symbol);
    emitInside(s.body, b);
  });
  b.w.write('}');
}

function emitItems(s: ForEachStatement, b: BodyEmitter): void {
  const { iterable } = s;
  if (iterable.kind === 'Soql' && (s.mode === 'query' || s.mode === 'queryChunks')) {
    b.w.write(s.mode === 'query' ? '$r.queryRows(' : '$r.queryChunks(');
    emitSoqlTree(iterable.query, b);
    b.w.write(')');
    return;
  }
  const functions: Record<string, string> = { list: '$r.listItems(', set: '$r.setItems(' };
  b.w.write(functions[s.mode ?? ''] ?? '$r.iterate(');
  if (!emitChildrenOfLoop(iterable, b)) emitExpression(iterable, b);
  b.w.write(')');
}

/** An Integer item fits a Long variable, a String an Id: the item is converted. */
function itemConversion(s: ForEachStatement, b: BodyEmitter): [string, string] {
  const item = s.iterable.type ? iterableItem(s.iterable.type) : undefined;
  const wanted = s.symbol?.type;
  if (!item || !wanted || s.mode === 'queryChunks') return ['', ''];
  const conversion = conversionOf(item, wanted);
  return conversion ? conversionWrapper(conversion, b) : ['', ''];
}
