import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Expression } from '../../../src/apex/ast';
import { shapeOf, valueOf } from './shapes';

const cases: [string, string][] = [
  ['1 + 2 * 3', '(+ 1 (* 2 3))'],
  ['(1 + 2) * 3', '(* (+ 1 2) 3)'],
  ['a < b && c > d || e', '(|| (&& (< a b) (> c d)) e)'],
  ['a >>> 2 | b << 1', '(| (>>> a 2) (<< b 1))'],
  ['a == b != c', '(!= (== a b) c)'],
  ['a ? b : c ? d : e', '(? a b (? c d e))'],
  ['a ?? b ?? c', '(?? (?? a b) c)'],
  ['a = b = c', '(= a (= b c))'],
  ['a.b?.c(d)[1].e', '(. ([] (call ?. (. a b) c d) 1) e)'],
  ['!a instanceof Foo.Bar', '(instanceof (! a) Foo.Bar)'],
  ['-a * ~b', '(* (- a) (~ b))'],
  ['i++ + --j', '(+ (post++ i) (-- j))'],
  ['new List<Map<String, Integer[]>>{ a, b }', '(new List<Map<String,Integer[]>> {a b})'],
  ['new Integer[]{ 1 }', '(new Integer[] {1})'],
  ['new Integer[3]', '(new Integer[] size 3)'],
  ['new Map<Id, A>{ a => b }', '(new Map<Id,A> {a=>b})'],
  ['new Account(Name = x)', '(new Account Name=x)'],
  ['new Foo(x, y)', '(new Foo x y)'],
  ['List<Integer>.class', 'List<Integer>.class'],
  ['super.run()', '(call . super run)']
];

for (const [source, expected] of cases) {
  test(`${source} is read as ${expected}`, () => assert.equal(shapeOf(valueOf(source)), expected));
}

test('a name in parentheses before a sign is an operand, not a cast', () => {
  assert.equal(shapeOf(valueOf('(a) + b * c')), '(+ a (* b c))');
  assert.equal(shapeOf(valueOf('(a.b) - c')), '(- (. a b) c)');
  assert.equal(shapeOf(valueOf('(Integer)(a) + b')), '(+ (cast Integer a) b)');
});

test('a sign after a cast to a number, and parentheses of calls and constructors, stay what they are', () => {
  assert.equal(shapeOf(valueOf('(Integer) -x')), '(cast Integer (- x))');
  assert.equal(shapeOf(valueOf('f(a) + b')), '(+ (call f a) b)');
  assert.equal(shapeOf(valueOf('new Set<String>(a) + b')), '(+ (new Set<String> a) b)');
  assert.equal(shapeOf(valueOf('x > (a) + b')), '(> x (+ a b))');
});

test('parentheses end a chain of safe navigation', () => {
  const inside = valueOf('(a?.b).c') as Extract<Expression, { kind: 'FieldAccess' }>;
  assert.equal(inside.target.parens, true);
  const whole = valueOf('a?.b.c') as Extract<Expression, { kind: 'FieldAccess' }>;
  assert.equal(whole.target.parens, undefined);
});

test('names know where they stand, also on later lines', () => {
  const call = valueOf('a\n  .b()\n  .cd()') as Extract<Expression, { kind: 'Call' }>;
  assert.deepEqual([call.namePos.line, call.namePos.column], [3, 4]);
  assert.equal(call.endLine, 3);
});
