import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { UnsupportedError } from '../../src/runtime/values';
import { callOn, callStatic, show, string, thrownBy } from './support';

/** Source of expectations: Java SE API, java.util.regex.Pattern and Matcher, whose syntax Apex follows. */
describe('Pattern and Matcher', () => {
  const matches = (pattern: string, text: string): unknown => callStatic('System.Pattern', 'matches', pattern, text);
  const matcher = (pattern: string, text: string): unknown =>
    callOn('System.Pattern', 'matcher', callStatic('System.Pattern', 'compile', pattern), text);

  it('matches the whole text', () => {
    assert.equal(matches('a*b', 'aaaab'), true);
    assert.equal(matches('a', 'ab'), false);
    assert.equal(matches('(?i)ABC', 'abc'), true);
    assert.equal(matches('[a-z&&[^bc]]+', 'ade'), true);
    assert.equal(matches('[a-z&&[^bc]]+', 'abe'), false);
    assert.equal(matches('\\p{Alpha}+\\p{Punct}', 'abc!'), true);
    assert.equal(matches('\\Qa.b\\E+', 'a.bbb'), true);
  });

  it('does not give back what a possessive quantifier took', () => {
    assert.equal(matches('a*+a', 'aaa'), false);
    assert.equal(matches('(?>a+)b', 'aab'), true);
  });

  it('switches flags in the middle', () => {
    assert.equal(matches('a(?i)b', 'aB'), true);
    assert.equal(matches('a(?i)b', 'AB'), false);
    assert.equal(matches('a(?i:b)c', 'aBC'), false);
    assert.equal(matches('(?s)a.b', 'a\nb'), true);
    assert.equal(matches('a.b', 'a\nb'), false);
    assert.equal(matches('(?x) a b # comment', 'ab'), true);
  });

  it('numbers groups by their opening brackets, named ones too', () => {
    const m = matcher('(?<year>\\d+)-((\\d)\\d)', 'on 2026-01');
    assert.equal(callOn('System.Matcher', 'find', m), true);
    assert.equal(callOn('System.Matcher', 'groupCount', m), 3);
    assert.equal(callOn('System.Matcher', 'group', m, 1), '2026');
    assert.equal(callOn('System.Matcher', 'group', m, 3), '0');
    assert.equal(callOn('System.Matcher', 'start', m, 2), 8);
    assert.equal(callOn('System.Matcher', 'end', m), 10);
    assert.equal(
      thrownBy(() => callOn('System.Matcher', 'group', m, 4)),
      'System.StringException: No group 4'
    );
  });

  it('keeps to its region', () => {
    const m = matcher('^b+$', 'abbc');
    callOn('System.Matcher', 'region', m, 1, 3);
    assert.equal(callOn('System.Matcher', 'find', m), true);
    assert.equal(callOn('System.Matcher', 'start', m), 1);
  });

  it('replaces with groups and escapes', () => {
    assert.equal(string('replaceAll', 'a1b22', '([a-z])(\\d+)', '$2$1'), '1a22b');
    assert.equal(string('replaceAll', 'a.b', '\\.', '\\$'), 'a$b');
    assert.equal(string('replaceAll', 'x1', '(?<n>\\d)', '[${n}]'), 'x[1]');
    assert.equal(string('replaceFirst', 'aaa', 'a', 'b'), 'baa');
    assert.equal(string('replaceAll', 'a\nb', '(?m)^', '>'), '>a\n>b');
  });

  it('understands $ before a final line break', () => {
    assert.equal(show(string('split', 'a\n', '$')), '(a, \n)');
  });

  it('says what is wrong with a pattern', () => {
    assert.match(
      thrownBy(() => matches('(ab', 'x')),
      /^System\.StringException: Invalid regex: Unclosed group near index/
    );
    assert.match(
      thrownBy(() => matches('[ab', 'x')),
      /Unclosed character class/
    );
    assert.match(
      thrownBy(() => matches('*a', 'x')),
      /Dangling meta character '\*'/
    );
  });

  it('refuses by name what has no translation', () => {
    assert.throws(() => matches('\\Ga', 'a'), UnsupportedError);
    assert.throws(() => matches('\\p{InGreek}', 'a'), UnsupportedError);
  });
});
