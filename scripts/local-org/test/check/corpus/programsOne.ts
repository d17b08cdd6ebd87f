/** Classes that use one another: overloads, visibility, overriding, conversions. Salesforce's compiler gives the same answers. */
import type { Case } from '../support';

export const programsOne: readonly Case[] = [
  { code: 'public class Foo { interface I { void a(); } class D implements I { public void a() {} } }', errors: [] },
  {
    code: "public interface I { void a(); Object b(); Integer c(); SObject d(); List<SObject> e(); }\n---\npublic class Foo implements I { public static void a() {} public String b() { return ''; } public Integer c() { return 1; } public Account d() { return null; } public List<Account> e() { return null; } }",
    errors: []
  },
  {
    code: 'public interface I { Long c(); Foo b(); }\n---\npublic virtual class Foo { class D extends Foo implements I { public Long c() { return 1; } public D b() { return null; } } }',
    errors: []
  },
  {
    code: "public virtual class Foo { public virtual Object b() { return 1; } class D extends Foo { public override String b() { return ''; } } }",
    errors: ['Method return types clash: String vs Object from the type Foo.D']
  },
  {
    code: 'public virtual class Foo { public virtual Foo b() { return null; } class D extends Foo { public override D b() { return null; } } }',
    errors: ['Method return types clash: Foo.D vs Foo from the type Foo.D']
  },
  {
    code: 'public class Foo { void f() { Object o = 1; o = -1; Integer i = +1; Decimal d = -1.5; d = 1 + null; d = null + 1; } }',
    errors: ['Arithmetic expressions must use numeric arguments']
  },
  {
    code: 'public class Foo { void f(Id a, Id b) { Object o = a + b; } }',
    errors: ['Arithmetic expressions must use numeric arguments']
  },
  {
    code: "public class Foo { void f(Id a, Object b) { Object o = a + '1'; o = b + b; } }",
    errors: ['Arithmetic expressions must use numeric arguments']
  },
  {
    code: 'public class Foo { void f(Integer i) { Boolean b = i === null; } }',
    errors: ['Comparison arguments must be compatible types: Integer, NULL']
  },
  {
    code: 'public class Foo { void f(Object i) { Boolean b = i === null; b = null === i; b = null === null; } }',
    errors: [
      'Comparison arguments must be compatible types: Object, NULL',
      'Comparison arguments must be compatible types: NULL, Object',
      'Comparison arguments must be compatible types: NULL, NULL'
    ]
  },
  { code: 'public class Foo { void f(Id i, String s) { String x = s ?? i; Id y = i ?? s; x = i ?? s; } }', errors: [] },
  {
    code: 'public class Foo { void f(Integer i, Long l, Double d, Decimal e) { Object x = true ? d : e; x = true ? i : d; Integer q = true ? i : l; } }',
    errors: ['Illegal assignment from Long to Integer']
  },
  {
    code: 'public class Foo { void f(List<Account> a, List<Contact> b, List<SObject> s) { Object x = true ? a : b; x = true ? a : s; } }',
    errors: ['Incompatible types in ternary operator: List<Contact>, List<Account>']
  },
  {
    code: "public class Foo { Integer f() { return null; } void g() { Object x = g(); String s = 'a' + g(); g().foo(); } }",
    errors: [
      'Illegal assignment from void to Object',
      'Arithmetic expressions are not allowed on void types',
      'Method does not exist or incorrect signature: void foo() from the type void'
    ]
  },
  {
    code: 'public class Foo { void g() { if (g()) {} System.debug(g()); } }',
    errors: [
      'Condition expression must be of type Boolean: void',
      'Method does not exist or incorrect signature: void debug(void) from the type System.System'
    ]
  },
  {
    code: 'public class Foo { void g() { Integer x = Integer; String s = String; Foo = 1; Object o = System; } }',
    errors: [
      'Variable does not exist: Integer',
      'Variable does not exist: String',
      'Variable does not exist: Foo',
      'Variable does not exist: System'
    ]
  },
  {
    code: 'public class Foo { static Foo inst; Foo next; Integer v; void g() { inst.next.v = 1; Foo.inst.v = 2; this.next.inst = null; } }',
    errors: ['Static field cannot be referenced from a non static context: inst from the type Foo']
  },
  {
    code: 'public class Foo { Integer v { get; set; } static Integer w { get { return 1; } } void g() { v++; this.v += 1; w = 1; Foo.w = 1; } }',
    errors: ['Variable is not visible: Foo.w']
  },
  {
    code: "public class Foo { void g(Account a) { for (Contact c : a.Contacts) {} List<Contact> l = a.Contacts; a.Contacts.size(); a.addError('x'); a.Name.addError('x'); a.NumberOfEmployees.addError('x'); String s; s.addError('y'); a.Owner.addError('x'); } }",
    errors: ['addError must be invoked on an expression that is an exact SObject field reference']
  },
  {
    code: "public class Foo { void g(Account a) { a.get('Name'); a.Name.length(); a.getSObject('Owner').get('Name'); a.clone(); Account b = a.clone(); Account c = a.clone(true, true); SObject s = a; SObject t = s.clone(); Account u = (Account) s.clone(); } }",
    errors: []
  },
  {
    code: 'public class Foo { void g(List<Account> a) { List<Account> b = a.clone(); b = a.deepClone(); Map<Id,Account> m = new Map<Id,Account>(a).clone(); Set<Id> s = m.keySet().clone(); Integer i = a.size().size(); } }',
    errors: ['Method does not exist or incorrect signature: void size() from the type Integer']
  },
  {
    code: "public class Foo { void g(Object a) { Integer i = (Integer) a + 1; String s = (String) a + 'x'; Boolean b = a instanceof Integer && (Integer) a > 1; b = !(a instanceof String); } }",
    errors: []
  },
  {
    code: 'public class Foo { void g() { Iterator<Integer> it = new List<Integer>().iterator(); while (it.hasNext()) { Integer i = it.next(); } Iterable<Integer> x = new List<Integer>(); for (Integer q : x) {} } }',
    errors: []
  },
  {
    code: 'public class Foo implements Iterable<String> { public Iterator<String> iterator() { return null; } void g() { for (String s : this) {} for (Integer i : new Foo()) {} } }',
    errors: ['Invalid loop variable type expected String was Integer']
  },
  {
    code: 'public class Foo implements Comparable { public Integer compareTo(Object o) { return 0; } void g() { List<Foo> l = new List<Foo>(); l.sort(); } }',
    errors: []
  },
  {
    code: 'public class Foo implements Comparable { public Integer compareTo(Foo o) { return 0; } }',
    errors: ['Class Foo must implement the method: Integer System.Comparable.compareTo(Object)']
  },
  {
    code: "public class Foo { public Boolean equals(Object o) { return true; } public Integer hashCode() { return 1; } public String toString() { return ''; } }",
    errors: ['Method must use the override keyword: String Foo.toString()']
  },
  {
    code: "public class Foo { Boolean equals(Object o) { return true; } private String toString() { return ''; } }",
    errors: ['Method must use the override keyword: String Foo.toString()']
  },
  {
    code: 'public class Foo { public Integer toString() { return 1; } }',
    errors: ['Method must use the override keyword: Integer Foo.toString()']
  },
  {
    code: "public class Foo { public override Boolean equals(Object o) { return true; } public override String toString() { return ''; } }",
    errors: ['@Override specified for non-overriding method: Boolean Foo.equals(Object)']
  },
  {
    code: 'public virtual class Foo { protected Integer a; protected void b() {} private Integer c; }\n---\npublic class Bar extends Foo { void g(Foo f) { a = 1; b(); f.a = 1; f.b(); c = 1; this.c = 1; } }',
    errors: ['Variable is not visible: Foo.c']
  },
  {
    code: 'public virtual class Foo { protected Integer a; protected void b() {} }\n---\npublic class Bar { void g(Foo f) { f.a = 1; f.b(); } }',
    errors: ['Variable is not visible: Foo.a', 'Method is not visible: void Foo.b()']
  },
  {
    code: 'public class Foo { protected Integer a; protected Integer b { get; set; } protected Foo() {} protected interface I {} }',
    errors: ['New protected methods cannot be defined in non-virtual classes', 'protected is not allowed on interfaces']
  },
  {
    code: 'public abstract class Foo { public abstract void a(); public void b() { a(); } }\n---\npublic class Bar extends Foo { public override void a() { super.a(); } void q() { super.b(); super.toString(); } }',
    errors: ['Abstract method cannot be called directly: void Foo.a()']
  },
  {
    code: 'public class Foo { public Foo(Integer i) {} }\n---\npublic class Bar { Foo f = new Foo(); }',
    errors: ['Constructor not defined: [Foo].<Constructor>()']
  },
  {
    code: 'public abstract class Foo {}\n---\npublic class Bar { Foo f = new Foo(); }',
    errors: ['Abstract classes cannot be constructed: Foo']
  },
  {
    code: 'public virtual class Foo { private void h() {} public void run() { h(); } }\n---\npublic class Bar extends Foo { private void h() {} }',
    errors: []
  },
  {
    code: 'public virtual class Foo { private virtual void h() {} }\n---\npublic class Bar extends Foo { public void h() {} }',
    errors: []
  },
  {
    code: 'public interface I {}\n---\npublic interface J extends I { void x(); }\n---\npublic class Bar implements J { }',
    errors: ['Class Bar must implement the method: void J.x()']
  },
  {
    code: 'public class Foo { Integer a, b = 1, c; void g() { Integer x = 1, y = x, z; a = b = c; x = y = 2; } }',
    errors: []
  },
  {
    code: "public class Foo { void g() { Map<String, List<Map<Id, Set<Integer>>>> m; m.get('a')[0].get('x').contains(1); m.get('a').get(0).keySet(); } }",
    errors: []
  },
  {
    code: "public class Foo { void g() { String s = 'a'; s = s.toLowerCase().substring(0, 1) + s.length(); Integer i = s.length() + 'x'; } }",
    errors: ['Illegal assignment from String to Integer']
  },
  {
    code: 'public class Foo { void g() { Long l = 1; Integer i = l; i = l.intValue(); Double d = l; d = i / 2.0; i = Math.round(d); i = (Integer) d; l = Math.roundToLong(d); } }',
    errors: ['Illegal assignment from Long to Integer']
  },
  {
    code: 'public class Foo { enum E { A } }\n---\npublic class Bar { Foo.E x = Foo.E.A; }',
    errors: ['Type is not visible: Foo.E']
  },
  {
    code: 'public class Foo { public enum E { A } }\n---\npublic class Bar { Foo.E x = Foo.E.A; void g() { switch on x { when A {} } } }',
    errors: []
  },
  {
    code: 'public virtual class Foo { public class I {} }\n---\npublic class Bar extends Foo { I x = new I(); Bar.I y; }',
    errors: []
  },
  {
    code: 'global virtual class Foo { global virtual void a() {} }\n---\npublic class Bar extends Foo { public override void a() {} }',
    errors: []
  },
  {
    code: 'public class Foo { public Integer v; static void g() { Integer x = Foo.v; Foo.v = 1; } }',
    errors: ['Variable does not exist: v']
  },
  {
    code: "public class Foo { void s(String a, Iterable<Object> b) {} void s(String a, Iterable<String> b) {} void s(String a, Object b) {} void g(Iterable<Object> o, List<String> l) { s('a', o); s('a', l); } }",
    errors: ['Method already defined: s void Foo.s(String, System.Iterable<String>) from the type Foo']
  },
  {
    code: "public class Foo { void s(String a, List<Object> b) {} void s(String a, Iterable<Object> b) {} void g(List<String> l) { s('a', l); } }",
    errors: ['Ambiguous method signature: void s(String, List<String>)']
  },
  {
    code: 'public class Foo { void g(List<Object> l) {} void g(Set<Object> l) {} void h(List<String> l) { g(l); g(new Set<Object>()); } }',
    errors: []
  },
  {
    code: 'public class Foo { interface A { } interface B extends A { } class C implements B { } void f(A a) {} void f(B b) {} void g() { f(new C()); } }',
    errors: ['Ambiguous method signature: void f(Foo.C)']
  },
  {
    code: 'public class Foo { void f(Object a) {} void f(SObject a) {} void f(Account a) {} void g() { f(new Account()); f(new Contact()); f(1); } }',
    errors: []
  },
  {
    code: "public class Foo { void f(Decimal a) {} void f(String b) {} void g() { f(1); f('x'); f(1.0d); Id i; f(i); } }",
    errors: []
  },
  {
    code: 'public class Foo { void f(Long a, Integer b) {} void f(Integer a, Long b) {} void g() { f(1, 1); f(1L, 1); } }',
    errors: ['Ambiguous method signature: void f(Integer, Integer)']
  },
  { code: "public class Foo { void f(Id a) {} void f(Object b) {} void g() { f('x'); } }", errors: [] },
  {
    code: 'public class Foo { void f(Object a) {} void f(List<Object> b) {} void g(List<Integer> l) { f(l); f(new Map<Id, String>()); f(null); } }',
    errors: ['Ambiguous method signature: void f(NULL)']
  },
  {
    code: 'public class Foo { void h(Iterable<String> s) {} void g(Iterable<Object> o, List<Object> l, Set<Integer> si) { h(o); } }',
    errors: []
  },
  {
    code: 'public class Foo { void h(Iterable<String> s) {} void g(List<Object> l) { h(l); } }',
    errors: ['Method does not exist or incorrect signature: void h(List<Object>) from the type Foo']
  },
  {
    code: 'public class Foo { void h(Iterable<String> s) {} void g(Set<Integer> l) { h(l); } }',
    errors: ['Method does not exist or incorrect signature: void h(Set<Integer>) from the type Foo']
  },
  { code: 'public class Foo { void h(Iterator<String> s) {} void g(Iterator<Object> l) { h(l); } }', errors: [] }
];
