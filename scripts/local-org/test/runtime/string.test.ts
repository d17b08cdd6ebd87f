import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { callStatic, list, show, string, thrownBy } from './support';

/** Source of expectations: the examples of the Apex Reference Guide, "String Class", unless a test names another. */
describe('String', () => {
  it('abbreviates as documented', () => {
    assert.equal(string('abbreviate', 'Hello Maximillian', 8), 'Hello...');
    assert.equal(string('abbreviate', 'Hello Maximillian', 20), 'Hello Maximillian');
    assert.equal(string('abbreviate', 'Hello', 5), 'Hello');
    assert.match(
      thrownBy(() => string('abbreviate', 'Hello', 3)),
      /^System\.StringException: Minimum abbreviation width/
    );
  });

  it('splits with regular expressions and limits', () => {
    assert.equal(show(string('split', 'boo:and:foo', ':', 2)), '(boo, and:foo)');
    assert.equal(show(string('split', 'boo:and:foo', ':', 5)), '(boo, and, foo)');
    assert.equal(show(string('split', 'boo:and:foo', 'o', 5)), '(b, , :and:f, , )');
    assert.equal(show(string('split', 'boo:and:foo', 'o', -2)), '(b, , :and:f, , )');
    assert.equal(show(string('split', 'boo:and:foo', 'o', 0)), '(b, , :and:f)');
  });

  it('splits at each character for an empty expression, as java.lang.String does since Java 8', () => {
    assert.equal(show(string('split', 'abc', '')), '(a, b, c)');
  });

  it('splits by character type and camel case', () => {
    assert.equal(show(string('splitByCharacterType', 'Lightning.platform')), '(L, ightning, ., platform)');
    assert.equal(show(string('splitByCharacterTypeCamelCase', 'fooBarASFRules99')), '(foo, Bar, ASF, Rules, 99)');
  });

  it('names positions that are out of bounds', () => {
    assert.equal(
      thrownBy(() => string('substring', 'abc', 4)),
      'System.StringException: Starting position out of bounds: 4'
    );
    assert.equal(
      thrownBy(() => string('substring', 'abc', 1, 9)),
      'System.StringException: Ending position out of bounds: 9'
    );
  });

  it('takes left, right and middle parts without complaint', () => {
    assert.equal(string('left', 'abcdaacd', 3), 'abc');
    assert.equal(string('right', 'Hello Max', 3), 'Max');
    assert.equal(string('mid', 'abcde', 2, 3), 'cde');
    assert.equal(string('mid', 'abcde', 9, 3), '');
    assert.equal(string('leftPad', 'abc', 5), '  abc');
    assert.equal(string('leftPad', 'ab', 8, 'xyz'), 'xyzxyzab');
    assert.equal(string('center', 'hello', 9, '-'), '--hello--');
  });

  it('cuts texts at marks', () => {
    assert.equal(string('substringAfter', 'Salesforce.Lightning.platform', '.'), 'Lightning.platform');
    assert.equal(string('substringBeforeLast', 'Salesforce.Lightning.platform', '.'), 'Salesforce.Lightning');
    assert.equal(string('substringBetween', 'tagYellowtag', 'tag'), 'Yellow');
    assert.equal(string('substringBetween', 'tagYellow', 'tag'), null);
  });

  it('measures distances', () => {
    assert.equal(string('getLevenshteinDistance', 'Hello Joe', 'Hello Max'), 3);
    assert.equal(string('getLevenshteinDistance', 'Hello Joe', 'Hello Max', 2), -1);
    assert.equal(string('getLevenshteinDistance', 'Hello Joe', 'Hello Max', 3), 3);
  });

  it('escapes for CSV, HTML, JavaScript, Java and XML', () => {
    assert.equal(string('escapeCsv', 'Max1, "Max2"'), '"Max1, ""Max2"""');
    assert.equal(string('escapeHtml4', '"<Black&White>"'), '&quot;&lt;Black&amp;White&gt;&quot;');
    assert.equal(string('unescapeHtml4', '&lt;Black&amp;White&gt;&eacute;'), '<Black&White>é');
    assert.equal(string('escapeEcmaScript', '"grade": 3.9/4.0'), '\\"grade\\": 3.9\\/4.0');
    assert.equal(string('escapeJava', 'Company: "Salesforce.com"'), 'Company: \\"Salesforce.com\\"');
    assert.equal(string('unescapeJava', 'Company: \\"Salesforce.com\\" \\u00e9'), 'Company: "Salesforce.com" é');
    assert.equal(string('escapeXml', "a'<b>&"), 'a&apos;&lt;b&gt;&amp;');
    assert.equal(string('escapeUnicode', 'De onde você é?'), 'De onde voc\\u00EA \\u00E9?');
    assert.equal(callStatic('System.String', 'escapeSingleQuotes', "o'Neil"), "o\\'Neil");
  });

  it('strips tags', () => {
    assert.equal(string('stripHtmlTags', '<b>hello world</b> 1 < 2'), 'hello world 1 < 2');
  });

  it('fills patterns by MessageFormat rules', () => {
    const format = (pattern: string, ...args: unknown[]): unknown =>
      callStatic('System.String', 'format', pattern, list(args));
    assert.equal(format('Hello {0}, shall we {1}?', 'Max', 'go'), 'Hello Max, shall we go?');
    assert.equal(format("It''s {0}", 1), "It's 1");
    assert.equal(format("'{0}' {0}", 'x'), '{0} x');
    assert.equal(format('{0} {2}', 'x'), 'x {2}');
    assert.equal(format('{0}', null), 'null');
  });

  it('tells blank from empty', () => {
    assert.equal(callStatic('System.String', 'isBlank', ' \t\n'), true);
    assert.equal(callStatic('System.String', 'isBlank', null), true);
    assert.equal(callStatic('System.String', 'isEmpty', ' '), false);
  });

  it('joins what is iterable', () => {
    assert.equal(callStatic('System.String', 'join', list([10, 20, null]), '-'), '10-20-');
  });

  it('keeps null for String.valueOf(null Object), as third-party tests expect', () => {
    assert.equal(callStatic('System.String', 'valueOf', null), null);
  });

  it('refuses null arguments', () => {
    assert.equal(
      thrownBy(() => string('contains', 'a', null)),
      'System.NullPointerException: Argument cannot be null.'
    );
  });

  it('compares by code units', () => {
    assert.equal(string('compareTo', 'abcde', 'abcd'), 1);
    assert.equal(string('compareTo', 'B', 'a'), -31);
    assert.equal(string('equals', 'abc', 'ABC'), false);
    assert.equal(string('equalsIgnoreCase', 'abc', 'ABC'), true);
  });
});
