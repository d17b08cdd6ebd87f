import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callStatic, compileClean, run, runAnonymous } from './apex';

test('constructors run initialisers, superclass, body; this(…) initialises once', () => {
  const result = compileClean({
    Base: `public virtual class Base { public static String log = ''; Integer i = note('bi');
      public Base() { note('bc'); hook(); } public Base(String s) { this(); note(s); } public virtual void hook() { note('bh'); }
      public static Integer note(String s) { log += s + ' '; return 1; } }`,
    Child: `public class Child extends Base { String x = 'set'; Integer j = note('ci'); { note('cb'); }
      public Child() { super('arg'); note('cc'); } public Child(Integer n) { this(); note('cn' + n); }
      public override void hook() { note('ch' + x); super.hook(); }
      public static String go() { new Child(5); return Base.log; } }`
  });
  assert.equal(callStatic(result, 'Child', 'go'), 'ci cb bi bc chset bh arg cc cn5 ');
});

test('statics are initialised in order, once a transaction, when the class is first used', () => {
  const result = compileClean({
    Log: "public class Log { public static String text = ''; public static Integer add(String s) { text += s; return 1; } }",
    Lazy: "public class Lazy { static Integer a = Log.add('a'); static { Log.add('b'); } static Integer c = Log.add('c'); public static void touch() { } }",
    Main: "public class Main { public static String go() { Log.add('-'); Lazy.touch(); Lazy.touch(); return Log.text; } }"
  });
  assert.equal(callStatic(result, 'Main', 'go'), '-abc');
  assert.equal(callStatic(result, 'Main', 'go'), '-abc', 'a second transaction begins afresh');
});

test('virtual, abstract and interface dispatch, also by inherited methods', () => {
  const result = compileClean({
    Shape:
      "public abstract class Shape { public abstract Decimal area(); public virtual String name() { return 'shape'; } public String text() { return name() + area(); } }",
    Named: 'public interface Named { String text(); }',
    Square:
      "public class Square extends Shape implements Named { Decimal side; public Square(Decimal s) { side = s; } public override Decimal area() { return side * side; } public override String name() { return 'square of ' + super.name() + ' '; } }",
    Use: 'public class Use { public static String go() { Named n = new Square(3); Shape s = (Shape) n; return n.text() + s.text(); } }'
  });
  assert.equal(callStatic(result, 'Use', 'go'), 'square of shape 9square of shape 9');
});

test('a private method and a private field are not overridden by ones of the same name', () => {
  const result = compileClean({
    A: "public virtual class A { private String f = 'fa'; private String m() { return 'a' + f; } public String go() { return m(); } }",
    B: `public class B extends A { private String f = 'fb'; private String m() { return 'b' + f; } public String own() { return m(); }
      public static String run() { B b = new B(); return b.go() + ' ' + b.own(); } }`
  });
  assert.equal(callStatic(result, 'B', 'run'), 'afa bfb');
});

// Queueable classes of trailheadapps/apex-recipes have a static `execute`, which orgs compile and run.
test('a static method implements an interface', () => {
  const result = compileClean({
    Named: 'public interface Named { String text(); }',
    Plain:
      "public class Plain implements Named { public static String text() { return 'plain'; } public static String go() { Named n = new Plain(); return n.text() + text(); } }"
  });
  assert.equal(callStatic(result, 'Plain', 'go'), 'plainplain');
});

test('overloads, also on this and with null', () => {
  const members =
    "static String f(Integer i) { return 'i'; } static String f(Long l) { return 'l'; } static String f(Decimal d) { return 'd'; } static String f(Object o) { return 'o'; } static String f(String s) { return 's'; }";
  assert.equal(run("return f(1) + f(1L) + f(1.0) + f('x') + f(true);", 'String', members), 'ildso');
});

test('properties with and without bodies, static and inherited', () => {
  const result = compileClean({
    P: `public virtual class P {
      public Integer auto { get; set; }
      public Integer lazy { get { if (lazy == null) { lazy = 7; } return lazy; } private set; }
      public static String shared { get { return shared == null ? 'unset' : shared; } set { shared = value.toUpperCase(); } }
      public String v { get { return 'base'; } }
      public class Q extends P { public String w { get { return 'sub ' + super.v; } } }
      public static String go() { Q p = new Q(); p.auto = 3; String before = shared; shared = 'x'; return p.auto + '/' + p.lazy + '/' + before + '/' + shared + '/' + p.w; }
    }`
  });
  assert.equal(callStatic(result, 'P', 'go'), '3/7/unset/X/sub base');
});

test('enums', () => {
  const members = 'enum Color { RED, Green, BLUE }';
  assert.equal(
    run(
      "String s = ''; for (Color c : Color.values()) { s += c.name() + c.ordinal() + ' '; } return s + Color.valueOf('green') + (Color.RED == Color.valueOf('RED')) + new Map<Color, Integer>{ Color.BLUE => 4 }.get(Color.BLUE);",
      'String',
      members
    ),
    'RED0 Green1 BLUE2 Greentrue4'
  );
});

test('exceptions of the project: constructors, names, causes', () => {
  const members = 'public class MyException extends Exception { public Integer code = 5; } ';
  assert.equal(
    run(
      "try { throw new MyException('m', new MathException('c')); } catch (MyException e) { return e.getTypeName() + ' ' + e.getMessage() + ' ' + e.getCause().getMessage() + ' ' + e.code + ' ' + new MyException().getMessage(); }",
      'String',
      members
    ),
    'Run.MyException m c 5 Script-thrown exception'
  );
});

test('instanceof and casts at run time', () => {
  const members = 'interface I { } virtual class A implements I { } class B extends A { }';
  assert.equal(
    run(
      "Object a = new A(); Object b = new B(); Object i = 1; Object l = new List<String>(); Object n = null; String r = '' + (a instanceof B) + (b instanceof I) + (i instanceof Integer) + (l instanceof List<String>) + (n instanceof A); try { B c = (B) a; } catch (TypeException e) { r += e.getMessage(); } return r;",
      'String',
      members
    ),
    'falsetruetruetruefalseInvalid conversion from runtime type Run.A to Run.B'
  );
});

test('user equals and hashCode decide in ==, sets and maps', () => {
  const members = `class K { Integer k; K(Integer k) { this.k = k; }
    public Boolean equals(Object o) { return o instanceof K && ((K) o).k == k; } public Integer hashCode() { return k; } public override String toString() { return 'K' + k; } }`;
  assert.equal(
    run(
      "Set<K> s = new Set<K>{ new K(1), new K(1), new K(2) }; return s.size() + '' + (new K(3) == new K(3)) + (new K(3) === new K(3)) + new K(9);",
      'String',
      members
    ),
    '2truefalseK9'
  );
});

test('a class that does not compile is left out, the others run', () => {
  const result = compileClean({ Good: 'public class Good { public static Integer go() { return 1; } }' });
  assert.equal(callStatic(result, 'Good', 'go'), 1);
});

test('anonymous code sees classes and its own methods', () => {
  const result = compileClean({ Store: 'public class Store { public static Integer n = 0; }' });
  assert.deepEqual(
    runAnonymous(
      result,
      'Integer twice(Integer i) { return i * 2; } Store.n = twice(4); System.assertEquals(8, Store.n);'
    ),
    []
  );
  assert.deepEqual(runAnonymous(result, 'Integer i = 0;\nnope();'), [
    '2: Method does not exist or incorrect signature: void nope() from the type AnonymousBlock'
  ]);
});
