/** Expected values: Salesforce Help, "Formula Operators and Functions A-Z". */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evaluate, type FormulaContext, type FormulaValue } from '../../src/data/formula/evaluate';
import { parseFormula } from '../../src/data/formula/parser';
import { ApexDate, ApexDatetime, ApexDecimal, ApexTime } from '../../src/runtime/values';

const FIELDS: Record<string, FormulaValue> = {
  name: 'Acme',
  empty: null,
  amount: ApexDecimal.tryParse('12.50'),
  stage: 'Open',
  tags: 'red;blue',
  due: ApexDate.of(2026, 1, 31),
  sent: new ApexDatetime(Date.parse('2026-03-18T23:30:00Z'))
};

function run(formula: string, more: Partial<FormulaContext> = {}): unknown {
  const value = evaluate(parseFormula(formula), {
    blankAsZero: false,
    value: (path) => FIELDS[path.join('.').toLowerCase()] ?? null,
    now: () => Date.parse('2026-03-18T23:30:00Z'),
    timeZone: () => 'Europe/Zurich',
    ...more
  });
  if (value instanceof ApexDecimal) return Number(value.toPlainString());
  if (value instanceof ApexDate) return value.toIso();
  if (value instanceof ApexDatetime) return value.toIso();
  return value instanceof ApexTime ? value.toText() : value;
}

const CASES: [string, unknown][] = [
  ['1 + 2 * 3 ^ 2', 19],
  ['(1 + 2) * -3', -9],
  ['10 / 4', 2.5],
  ['1 / 0', null],
  ['"a" & "b" + "c"', 'abc'],
  ['"a" = "A"', false],
  ['Empty = ""', true],
  ['Amount > 12 && Amount <= 12.5 /* both */', true],
  ['Amount <> 12.50', false],
  ['NOT(Empty > 1)', true],
  ['IF(ISBLANK(Empty), "none", Empty)', 'none'],
  ['CASE(Stage, "New", 1, "Open", 2, 0)', 2],
  ['ISPICKVAL(Stage, "Open")', true],
  ['INCLUDES(Tags, "blue")', true],
  ['BLANKVALUE(Empty, "x")', 'x'],
  ['LEN("abc")', 3],
  ['CONTAINS("Salesforce", "force")', true],
  ['BEGINS(Name, "ac")', false],
  ['LEFT("abc", 2) & RIGHT("abc", 1) & MID("abcdef", 2, 3)', 'abcbcd'],
  ['FIND("c", "abcabc", 4)', 6],
  ['SUBSTITUTE("a.b.c", ".", "-")', 'a-b-c'],
  ['UPPER("é") & LOWER("É") & TRIM("  x ")', 'Ééx'],
  ['REGEX("AB-123", "[A-Z]{2}-\\\\d+")', true],
  ['TEXT(12.50) & TEXT(Due)', '12.52026-01-31'],
  ['VALUE("1.50")', 1.5],
  ['ROUND(2.5, 0) + ROUND(-1.25, 1)', 1.7],
  ['CEILING(-2.5)', -3],
  ['FLOOR(-2.5)', -2],
  ['MOD(-1, 3)', 2],
  ['MAX(1, 3, 2) - MIN(4, 2)', 1],
  ['ABS(-4) + SQRT(9)', 7],
  ['DATE(2026, 2, 30)', null],
  ['ADDMONTHS(Due, 1)', '2026-02-28'],
  ['Due + 1', '2026-02-01'],
  ['DATE(2026, 3, 1) - Due', 29],
  ['TODAY()', '2026-03-19'],
  ['DATEVALUE(Sent)', '2026-03-19'],
  ['YEAR(Due) * 10000 + MONTH(Due) * 100 + DAY(Due)', 20260131],
  ['WEEKDAY(DATE(2026, 3, 18))', 4],
  ['DATETIMEVALUE("2026-01-02 03:04:05")', '2026-01-02T03:04:05.000Z'],
  ['Sent + 0.5', '2026-03-19T11:30:00.000Z'],
  ['HYPERLINK("/x", "y", "_self")', '<a href="/x" target="_self">y</a>']
];

for (const [formula, expected] of CASES) {
  test(formula, () => assert.deepEqual(run(formula), expected));
}

test('blank numbers count as zero where the field says so', () => {
  assert.equal(run('Empty + 1'), null);
  assert.equal(run('Empty + 1', { blankAsZero: true }), 1);
});

test('rules know the old record', () => {
  const rule = { isNew: () => false, isChanged: () => true, priorValue: () => 'old' };
  assert.equal(run('NOT(ISNEW()) && ISCHANGED(Name) && PRIORVALUE(Name) = "old"', rule), true);
  assert.throws(() => run('ISNEW()'), /ISNEW may not be used in this type of formula/);
});

test('what is unknown or wrong is refused by name', () => {
  assert.throws(() => run('DISTANCE(a, b, "km")'), /Unknown function DISTANCE/);
  assert.throws(() => run('LEN()'), /Incorrect number of parameters for function 'LEN\(\)'\. Expected 1, received 0/);
  assert.throws(() => run('1 +'), /Syntax error/);
  assert.throws(() => run('"a'), /does not end/);
  assert.throws(() => run('1 & 2'), /Expected Text, received Number/);
  assert.throws(() => run('REGEX("a", "a++")'), /does not know the regular expression/);
});
