import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseUnit } from '../../../src/apex/parse';
import { valueOf } from './shapes';

function messageOf(source: string): string {
  return parseUnit(source, 'Foo.cls', 'anonymous')
    .errors.map(({ line, column, message }) => `${line}:${column} ${message}`)
    .join('; ');
}

test('numbers have the type of their suffix', () => {
  const literals = ['1', '2L', '1.50', '.5d'].map((text) => valueOf(text));
  assert.deepEqual(
    literals.map((e) =>
      e.kind === 'Literal' ? [e.literal, 'value' in e ? e.value : 'text' in e ? e.text : null] : e.kind
    ),
    [['Integer', 1], ['Long', 2n], ['Decimal', '1.50'], ['Double', '.5']] // prettier-ignore
  );
});

test('an Integer or Long out of range is refused, the least one is not', () => {
  assert.equal(messageOf('Integer i = 2147483648;'), '1:13 Illegal integer');
  assert.equal(messageOf('Long i = 9223372036854775808L;'), '1:10 Illegal long');
  assert.equal(messageOf('Integer i = -2147483648;'), '1:14 Illegal integer');
  assert.equal(messageOf('Integer i = -2147483647; Long j = -9223372036854775807L;'), '');
  const least = valueOf('-2147483647');
  assert.ok(least.kind === 'Literal' && least.literal === 'Integer' && least.value === -2147483647);
});

test('escapes of strings are resolved', () => {
  const e = valueOf(String.raw`'a\'b\\c\n\tdAé'`);
  assert.ok(e.kind === 'Literal' && e.literal === 'String');
  assert.equal(e.value, "a'b\\c\n\tdAé");
});

test('a string of several lines begins behind its first line break', () => {
  const e = valueOf("'''\nfirst 'quoted'\nsecond'''");
  assert.ok(e.kind === 'Literal' && e.literal === 'String');
  assert.equal(e.value, "first 'quoted'\nsecond");
});

test('a line break inside single quotes is refused', () => {
  assert.match(messageOf("String s = 'a\nb';"), /1:12 .*Line breaks are not allowed in string literals/);
});

test('an unknown escape is refused', () => {
  assert.match(messageOf(String.raw`String s = 'a\q';`), /1:12 Illegal string literal/);
});

test("syntax errors have an org's words and name the token", () => {
  assert.equal(messageOf('x = ;'), "1:5 Unexpected token ';'.");
  assert.equal(messageOf('foo()'), "1:6 Missing ';' at '<EOF>'");
  assert.equal(messageOf('Integer x = 1 y;'), "1:15 Unexpected token 'y'.");
  assert.equal(messageOf('x = "a";'), "1:5 Unrecognized symbol '\"', which is not a valid Apex identifier.");
  assert.equal(messageOf('x = a # b;'), "1:7 Found punctuation symbol or operator '#' that isn't valid in Apex.");
  assert.match(messageOf('Integer Ā = 1;'), /^1:9 Invalid identifier 'Ā'/);
  assert.equal(messageOf("x = 'abc;"), "1:5 Missing closing quote character ' on string.");
  assert.equal(messageOf('x = new Integer[];'), "1:18 Expecting '{' but was: ';'");
  assert.equal(messageOf('try { } x();'), '1:9 Try block must have at least one catch block or a finally block');
  assert.equal(messageOf('if (true {}'), "1:10 Missing ')' at '{'");
  assert.equal(messageOf('{'), "1:2 Expecting '}' but was: '<EOF>'");
});

test('only the first syntax error of a file is reported', () => {
  const { unit, errors } = parseUnit('class A {\n  void a( { }\n  int b c d;\n}', 'A.cls', 'class');
  assert.equal(unit, null);
  assert.deepEqual(
    errors.map(({ file, line }) => [file, line]),
    [['A.cls', 2]]
  );
});
