/** Classes that use one another: overloads, visibility, overriding, conversions. Salesforce's compiler gives the same answers. */
import type { Case } from '../support';

export const programsTwo: readonly Case[] = [
  {
    code: 'public class Foo { virtual class A { } virtual class B extends A { } class C extends B { } void f(A a) {} void f(B b) {} void g() { f(new C()); } }',
    errors: []
  },
  {
    code: 'public class Foo { virtual class A { } virtual class B extends A { } class C extends B { } void f(A a) {} void f(Object b) {} void g() { f(new C()); } }',
    errors: []
  },
  {
    code: 'public class Foo { interface I {} virtual class A implements I { } class C extends A { } void f(I a) {} void f(A b) {} void g() { f(new C()); f(new A()); } }',
    errors: ['Ambiguous method signature: void f(Foo.C)']
  },
  {
    code: 'public class Foo { interface I {} class A implements I { } void f(I a) {} void f(Object b) {} void g() { f(new A()); } }',
    errors: []
  },
  {
    code: 'public class Foo { void f(Double a) {} void f(Decimal b) {} void g(Long l, Integer i) { f(l); f(i); } }',
    errors: []
  },
  {
    code: 'public class Foo { void f(Double a) {} void f(Long b) {} void g(Decimal l) { f(l); } }',
    errors: ['Method does not exist or incorrect signature: void f(Decimal) from the type Foo']
  },
  {
    code: 'public class Foo { void f(Datetime a) {} void f(Object b) {} void f(String s) {} void g(Date d) { f(d); } }',
    errors: []
  },
  {
    code: 'public class Foo { void f(List<SObject> a) {} void f(Object b) {} void f(List<Object> s) {} void g(List<Account> d) { f(d); f(new List<SObject>()); f(new List<String>()); } }',
    errors: []
  },
  {
    code: 'public class Foo { void f(List<SObject> a) {} void f(Iterable<SObject> b) {} void g(List<Account> d) { f(d); } }',
    errors: ['Ambiguous method signature: void f(List<Account>)']
  },
  {
    code: 'public class Foo { void f(List<SObject> a) {} void f(Set<Id> b) {} void f(SObject c) {} void g(Account d) { f(d); f([SELECT Id FROM Account]); } }',
    errors: []
  },
  {
    code: 'public class Foo { void f(Map<String,Object> a) {} void f(Object b) {} void g(Map<String,String> d) { f(d); } }',
    errors: []
  },
  {
    code: 'public class Foo { void f(Exception a) {} void f(Object b) {} class XException extends Exception {} void g(XException d) { f(d); } }',
    errors: []
  },
  {
    code: 'public class Foo { void f(SObject a, Object b) {} void f(Object a, SObject b) {} void g(Account d) { f(d, 1); f(1, d); } }',
    errors: []
  },
  {
    code: "public class Foo { void f(Integer a, Object b) {} void f(Object a, Object b) {} void g(Account d) { f(1, 1); f('x', 1); f(null, 'x'); } }",
    errors: ['Ambiguous method signature: void f(NULL, String)']
  },
  {
    code: 'public class Foo { void f(Integer a, String b) {} void f(Integer a, Integer b) {} void g(Account d) { f(1, null); } }',
    errors: ['Ambiguous method signature: void f(Integer, NULL)']
  },
  {
    code: "public class Foo { void f(String a, String b) {} void f(Integer a, Integer b) {} void g(Account d) { f('x', null); } }",
    errors: []
  },
  {
    code: 'public class Foo { void f(Id a, String b) {} void f(String a, Id b) {} void g(Id d) { f(d, d); } }',
    errors: ['Ambiguous method signature: void f(Id, Id)']
  },
  {
    code: "public class Foo { void f(String a, Object b) {} void f(String a, List<Object> b) {} void g(List<Id> d) { f('x', d); f('x', new List<Object>{1}); } }",
    errors: []
  },
  {
    code: 'public class Foo { void f(Integer a) {} void f(Long a) {} void f(Object a) {} void g() { f(1.5); } }',
    errors: []
  },
  {
    code: 'public class Foo { void f(List<String> a) {} void f(List<Id> a) {} void g(List<String> s, List<Id> i) { f(s); f(i); } }',
    errors: []
  },
  {
    code: 'public class Foo { void f(Set<String> a) {} void f(List<String> a) {} void g(Set<Id> s, List<Id> i) { f(i); f(s); } }',
    errors: ['Method does not exist or incorrect signature: void f(Set<Id>) from the type Foo']
  },
  {
    code: 'public class Foo { void f(Double a) {} void g(Decimal l) { f(l); f(1.5); } }',
    errors: ['Method does not exist or incorrect signature: void f(Decimal) from the type Foo']
  },
  {
    code: "public class Foo { void f(Double a) {} void g(Decimal l) { f(1.5); Double d = l; List<Double> x = new List<Double>{1.5, l}; x.add(l); x.add(1.5); Map<String,Double> m = new Map<String,Double>(); m.put('a', l); } }",
    errors: ['Method does not exist or incorrect signature: void f(Decimal) from the type Foo']
  },
  {
    code: 'public class Foo { Double f(Decimal l) { return l; } Double h() { return 1.5; } void g() { Double d = true ? 1.5 : 2.0; d += 1.5; Double e = Double.valueOf(1.5); Math.sqrt(1.5); Boolean b = d == 1.5; } }',
    errors: []
  },
  {
    code: 'public class Foo { void f(Double a) {} void f(Integer b) {} void g(Decimal l) { f(l); } }',
    errors: ['Method does not exist or incorrect signature: void f(Decimal) from the type Foo']
  },
  {
    code: 'public class Foo { void f(Double a) {} void f(String b) {} void g(Decimal l) { f(l); } }',
    errors: ['Method does not exist or incorrect signature: void f(Decimal) from the type Foo']
  },
  { code: 'public class Foo { void f(Double a) {} void f(Object b) {} void g(Decimal l) { f(l); } }', errors: [] },
  {
    code: "public class Foo { void g() { Integer i = 'a'.length() - -1; Integer j = -(-1); Decimal d = -1.5; Integer k = -null; String s = +'a'; Integer m = +1; } }",
    errors: ['Unary negation must use a numeric argument']
  },
  {
    code: 'public class Foo { class Two { Two(Double d) {} } void g(Decimal l) { Two t = new Two(l); t = new Two(1.5); } }',
    errors: ['Constructor not defined: [Foo.Two].<Constructor>(Decimal)']
  },
  {
    code: 'public class Foo { void f(Datetime d) {} void f2(List<Long> l) {} void f3(Map<String,Long> l) {} void f4(Set<Long> l) {} void g() { f(Date.today()); f2(new List<Integer>()); f3(new Map<String,Integer>()); } }',
    errors: []
  },
  {
    code: 'public class Foo { void f2(List<Account> l) {} void f3(Id i) {} void f4(String s) {} void f5(List<String> s) {} void f6(Set<String> s) {} void g(Id i, String s, List<SObject> so, List<Id> li, Set<Id> si) { f2(so); f3(s); f4(i); f5(li); f6(si); } }',
    errors: ['Method does not exist or incorrect signature: void f6(Set<Id>) from the type Foo']
  },
  {
    code: 'public class Foo { interface I { void a(Integer i); } class A implements I { public void a(Integer i) {} void a(Long l) {} void b() { a(1); a(1L); } } void f(I i) { i.a(1); i.a(1L); } }',
    errors: ['Method does not exist or incorrect signature: void a(Long) from the type Foo.I']
  },
  {
    code: '@IsTest private class Foo { @IsTest static void a() { System.runAs(new User()) { Integer i; } Integer i; } }',
    errors: []
  },
  {
    code: 'public class Foo { void g() { try { Integer i; } finally { Integer i; } Integer i; for (Integer j : new List<Integer>()) {} for (Integer j = 0, k = 1; j < 1; j++) {} Integer j; } }',
    errors: []
  },
  {
    code: 'public class Foo { void g(Integer p) { for (Integer p : new List<Integer>()) {} try {} catch (Exception p) {} switch on p { when 1 { Integer p; } } } }',
    errors: ['Duplicate variable: p']
  },
  {
    code: 'public class Foo { static Integer a = 1; Integer b = a; Integer c { get { return c; } set; } static { a = 2; } { b = 3; } }',
    errors: []
  },
  { code: 'public class Foo { void g() { Integer i = 2147483648; } }', errors: ['Illegal integer'] },
  {
    code: 'public class Foo { void g() { Integer i = 99999999999; Long l = 99999999999; } }',
    errors: ['Illegal integer']
  },
  {
    code: 'public class Foo { public Foo f() { return this; } public static Foo g() { return new Foo().f().f(); } void h() { g().f(); this.f().f(); f().f(); } }',
    errors: []
  },
  {
    code: 'public class Foo { interface A { Integer x(); } class B implements A { public Integer x() { return 1; } } void g(A a) { a.x(); B b = (B) a; a = b; b = a; } }',
    errors: ['Illegal assignment from Foo.A to Foo.B']
  },
  {
    code: 'public class Foo { void g(List<Foo> l) { for (Foo f : l) { if (f == null) continue; if (f != this) break; } } }',
    errors: []
  },
  {
    code: 'public class Foo { class A {} void g() { Foo.A x = new Foo.A(); A y = x; Foo.A.class.getName(); } }',
    errors: []
  },
  {
    code: 'public class Foo { private class A { private Integer x; private A() {} private void m() {} } void g() { A a = new A(); a.x = 1; a.m(); } class B { void h() { A a = new A(); a.x = 2; a.m(); } } }',
    errors: []
  },
  {
    code: "public class Foo { static void a(Integer i) {} void a(String s) {} static void g() { a(1); a('x'); } }",
    errors: ['Non static method cannot be referenced from a static context: void Foo.a(String)']
  },
  {
    code: 'public class Foo { class In1 { Integer f() { return outerStatic + os(); } } static Integer outerStatic; static Integer os() { return 1; } }',
    errors: []
  },
  {
    code: 'public virtual class Foo { public virtual void a() {} }\n---\npublic class Bar extends Foo { public override void a() { super.a(); } public void b() { super.b(); } }',
    errors: ['Method does not exist or incorrect signature: void b() from the type Foo']
  },
  {
    code: "public class Foo { void g() { Set<String> s = new Set<String>{'a'}; s[0] = 'b'; String x = s[0]; } }",
    errors: ['Expression must be a list type: Set<String>']
  },
  {
    code: 'public class Foo { void g() { Object o = new List<Integer>(); List<Integer> l = (List<Integer>) o; List<Object> p = (List<Object>) o; List<String> q = (List<String>) l; } }',
    errors: ['Incompatible types since an instance of List<Integer> is never an instance of List<String>']
  },
  {
    code: 'public class Foo { Integer g(Boolean b) { if (b) { throw new MyEx.FooException(); } return 1; } }',
    errors: ['Invalid type: MyEx.FooException']
  },
  {
    code: "public class Foo { void g() { Integer i; i.toString(); i.format(); i.intValue(); Decimal d; d.setScale(1); d.setScale(1, 'x'); Boolean b; b.toString(); } }",
    errors: [
      'Method does not exist or incorrect signature: void intValue() from the type Integer',
      'Method does not exist or incorrect signature: void setScale(Integer, String) from the type Decimal'
    ]
  },
  {
    code: 'public class Foo { public static final Integer A = 1; void g(Integer i) { switch on i { when A { } } } }',
    errors: ['Field must be an enum reference']
  },
  {
    code: "public class Foo { enum E { A } void g(E e) { if (e == E.A) {} if (e == 'A') {} if (e == null) {} } }",
    errors: [
      'Static field cannot be referenced from a non static context: A from the type Foo.E',
      'Comparison arguments must be compatible types: Foo.E, String'
    ]
  },
  {
    code: "public class Foo { enum E { A } void g(E x) { if (x == E.A) {} if (x == 'A') {} E y = 'A'; String s = x; s = '' + x; s = String.valueOf(x); } }",
    errors: [
      'Comparison arguments must be compatible types: Foo.E, String',
      'Illegal assignment from String to Foo.E',
      'Illegal assignment from Foo.E to String'
    ]
  },
  {
    code: 'public class Foo { Date d = Date.today(); Datetime t = Datetime.now(); void g() { Boolean b = d < t; b = d == t; d = t; t = d; d = t.date(); Integer i = d.daysBetween(d) + 1; } }',
    errors: ['Illegal assignment from Datetime to Date']
  },
  {
    code: "public class Foo { void g() { String s = null + 'a'; Integer i = 'a' == 'b' ? 1 : 2; s += null; s = s + 1 + 2L + 3.0 + true; i = 1 + 2 * 3 / 4 - 5; i = (1 + 2) << 3 & 4 | 5 ^ 6; } }",
    errors: []
  },
  {
    code: "public class Foo { void g() { Boolean b = 1 < 2 && 'a' < 'b' || !true; b = 1 == 1L; b = 1.0 == 1; b = 'a' == 1; } }",
    errors: ['Comparison arguments must be compatible types: String, Integer']
  },
  {
    code: 'public class Foo { void g() { Integer i = 1, j; i = j = 2; i += j -= 1; i <<= 1; i >>>= 1; i &= 1; i |= 2; i ^= 3; i /= 2; i *= 1.5; } }',
    errors: ['Illegal assignment from Decimal to Integer']
  },
  {
    code: "public class Foo { void g() { Boolean b = true; b &= false; b |= true; b += 1; String s = 'a'; s -= 'b'; s += 1; s *= 2; } }",
    errors: ['Arithmetic expressions must use numeric arguments']
  },
  {
    code: 'public abstract class Foo { abstract void a(); }',
    errors: ['abstract methods require at least one of the following global, public, protected']
  },
  {
    code: 'public abstract class Foo { protected abstract void a(); public abstract Integer b(); }\n---\npublic class Bar extends Foo { protected override void a() {} public override Integer b() { return 1; } }\n---\npublic abstract class Baz extends Foo { }\n---\npublic class Qux extends Baz { }',
    errors: [
      'Class Qux must implement the abstract method: void Foo.a()',
      'Class Qux must implement the abstract method: Integer Foo.b()'
    ]
  }
];
