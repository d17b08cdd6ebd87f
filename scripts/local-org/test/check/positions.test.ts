import assert from 'node:assert/strict';
import { it } from 'node:test';
import { check } from './support';

function places(code: string): string[] {
  return check(code).errors.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);
}

it('reports every error of a class, in the order of the text', () => {
  const code = `public class Foo {
  public void run() {
    Integer i = 'x';
    missing(
      1
    );
  }

  public Integer count() {
  }
}`;
  assert.deepEqual(places(code), [
    '1:3:17 Illegal assignment from String to Integer',
    '1:4:5 Method does not exist or incorrect signature: void missing(Integer) from the type Foo',
    '1:9:18 Missing return statement required return type: Integer'
  ]);
});

it('names the file of each error', () => {
  const code = 'public class Foo { Bar b = 1; }\n---\npublic class Bar { Foo f = 1; }';
  assert.deepEqual(places(code), [
    '1:1:28 Illegal assignment from Integer to Bar',
    '2:1:28 Illegal assignment from Integer to Foo'
  ]);
});

it('says nothing more about what could not be understood', () => {
  const code = 'public class Foo { void run() { Nope n = missing(); n.x.y(1).z = n; for (Nope m : n) { m.go(); } } }';
  assert.deepEqual(
    check(code).errors.map(({ message }) => message),
    [
      'Invalid type: Nope',
      'Method does not exist or incorrect signature: void missing() from the type Foo',
      'Invalid type: Nope'
    ]
  );
});
