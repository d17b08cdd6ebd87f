import assert from 'node:assert/strict';
import { test } from 'node:test';
import { run, texts, thrownBy } from './apex';

function check(name: string, cases: [string, string][], members = ''): void {
  test(name, () => {
    const found = texts(
      cases.map(([text]) => text),
      members
    );
    assert.deepEqual(
      cases.map(([text], i) => `${text} is ${found[i]}`),
      cases.map(([text, value]) => `${text} is ${value}`)
    );
  });
}

check('Integer arithmetic wraps, truncates and shifts like Java', [
  ['7 / 2', '3'],
  ['-7 / 2', '-3'],
  ['2147483647 + 1', '-2147483648'],
  ['65536 * 65536', '0'],
  ['123456789 * 987654321', '-67153019'],
  ['1 << 33', '2'],
  ['-1 >>> 28', '15'],
  ['-17 >> 2', '-5'],
  ['~5 & 12 | 1 ^ 3', '10'],
  ['-(-2147483647 - 1)', '-2147483648']
]);

check('Long arithmetic has 64 bits', [
  ['9223372036854775807L + 1', '-9223372036854775808'],
  ['2147483647L + 1', '2147483648'],
  ['3 * 4294967296L', '12884901888'],
  ['-7L / 2', '-3'],
  ['1L << 40', '1099511627776'],
  ['-1L >>> 60', '15']
]);

check('Decimal and Double keep their own text', [
  ['1.50 + 1', '2.50'],
  ['1.5 * 2', '3.0'],
  ['1 / 3.0', '0.3333333333333333333333333333333333'],
  ['0.1 + 0.2', '0.3'],
  ['0.1d + 0.2d', '0.30000000000000004'],
  ['1.0d / 4', '0.25']
]);

check('comparison with null is false, equality is not', [
  ['nothing < 1', 'false'],
  ['nothing > 1', 'false'],
  ['nothing >= 1', 'false'],
  ['nothing == null', 'true'],
  ['nothing != 1', 'true'],
  ["noText < 'a'", 'true'],
  ["'a' > noText", 'true']
], 'static Integer nothing; static String noText;'); // prettier-ignore

check('Strings compare without regard to letter case, switch and collections with', [
  ["'abc' == 'ABC'", 'true'],
  ["'abc' != 'ABC'", 'false'],
  ["'a' < 'B'", 'true'],
  ["'abc'.equals('ABC')", 'false'],
  ["new Set<String>{ 'a' }.contains('A')", 'false'],
  ["'x' + null + 1 + true", 'xnull1true'],
  ["1 + 2 + 'a' + 1 + 2", '3a12']
]);

check('numbers of different types are equal by value', [
  ['1 == 1.0', 'true'],
  ['1L == 1', 'true'],
  ['1.0d == 1.00', 'true'],
  ['(Long) 3.9', '3'],
  ['(Integer) 4294967297L', '1'],
  ['(Integer) -2.9d', '-2'],
  ['(Decimal) 2', '2']
]);

check('?: and ?? take one side only', [
  ["nothing ?? 5", '5'],
  ["nothing == null ? 'none' : 'some'", 'none'],
  ['noList?.size() ?? -1', '-1'],
  ['noList?.size()', 'null'],
  ['noText?.trim().length()', 'null'],
  ['noText?.trim().substring(noList.size())', 'null']
], 'static Integer nothing; static List<String> noList; static String noText;'); // prettier-ignore

test('a zero divisor throws', () => {
  assert.equal(thrownBy('Integer z = 0; return 1 / z;'), 'System.MathException: Divide by 0');
  assert.equal(thrownBy('Long z = 0; return 1L / z;'), 'System.MathException: Divide by 0');
  assert.equal(thrownBy('Decimal z = 0; return 1 / z;'), 'System.MathException: Divide by 0');
});

test('null operands throw', () => {
  const message = 'System.NullPointerException: Attempt to de-reference a null object';
  for (const body of [
    'Integer n; return n + 1;',
    'Long n; return n * 2;',
    'Decimal n; return 1.5 - n;',
    'Double n; return -n;',
    'Integer n; n++; return n;',
    'Integer n; n += 2; return n;',
    'Boolean b; if (b) { return 1; } return 0;',
    'Boolean b; return !b;',
    'Boolean b; return true && b;',
    'String s; return s.length();',
    'List<Integer> xs; return xs[0];',
    'List<Integer> xs; xs[0] = 1; return xs;',
    'List<Integer> xs; for (Integer x : xs) { } return 1;',
    'Exception e; throw e;'
  ]) {
    assert.equal(thrownBy(body), message, body);
  }
});

test('operands are evaluated from left to right, once', () => {
  const members =
    "static String log = ''; static Integer f(Integer i) { log += i; return i; } static List<Integer> xs() { log += 'x'; return new List<Integer>{ 1, 2 }; }";
  assert.equal(run('Integer i = f(1) + f(2) * f(3); return log + i;', 'String', members), '1237');
  assert.equal(run('xs()[f(1)] += f(5); return log;', 'String', members), 'x15');
  assert.equal(run('Boolean b = f(1) == 2 && f(3) == 3; return log;', 'String', members), '1');
  assert.equal(run("Integer i = 0; Integer j = i++ + i++ * ++i; return i + ':' + j;", 'String'), '3:3');
});

test('compound assignment works on every sort of place', () => {
  const members = `
    Integer field = 1; static Integer shared = 2;
    Integer prop { get { return prop == null ? 10 : prop; } set { prop = value + 1; } }
    static Run self() { count++; return instance; } static Integer count = 0; static Run instance = new Run();`;
  assert.equal(run("self().field += 4; return instance.field + '/' + count;", 'String', members), '5/1');
  assert.equal(run("self().prop *= 2; return instance.prop + '/' + count;", 'String', members), '21/1');
  assert.equal(
    run("Integer old = self().field--; return old + '/' + instance.field + '/' + count;", 'String', members),
    '1/0/1'
  );
  assert.equal(run('shared <<= 3; shared -= 1; shared |= 32; return shared;', 'Integer', members), 47);
  assert.equal(
    run("List<Integer> xs = new List<Integer>{ 1 }; Integer r = xs[0]++ + ++xs[0]; return r + '/' + xs[0];", 'String'),
    '4/3'
  );
  assert.equal(run("String s; s += 'a'; s += 1; return s;", 'String'), 'nulla1');
  assert.equal(
    run(
      "Account a = new Account(Name = 'x'); a.Name += 'y'; Integer n = 2; a.NumberOfEmployees = n; a.NumberOfEmployees += 3; return a.Name + a.NumberOfEmployees;",
      'String'
    ),
    'xy5'
  );
  assert.equal(run("Decimal d = 1; d += 1; d++; d /= 2; return d + '';", 'String'), '1.5');
  assert.equal(run("Long l = 1; l += 2147483647; l++; return l + '';", 'String'), '2147483649');
});

test('an assignment is a value', () => {
  assert.equal(
    run(
      'Integer a; Integer b = a = 3; List<Integer> xs = new Integer[2]; Integer c = xs[1] = b + 1; return a * 100 + c * 10 + xs[1];',
      'Integer'
    ),
    344
  );
});

// Apex Developer Guide, "Accessing SObject Fields": true only if the value is non-null and true, otherwise false.
test('a checkbox is never null by its name', () => {
  const go =
    "Contact c = new Contact(); Object raw = c.get('DoNotCall'); return c.DoNotCall + ' ' + raw + (c.DoNotCall && true);";
  assert.equal(run(go, 'String'), 'false nullfalse');
});
