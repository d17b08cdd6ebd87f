/** Declarations: members, modifiers, annotations, inheritance, control flow. Salesforce's compiler gives the same answers. */
import type { Case } from '../support';

export const declarationsOne: readonly Case[] = [
  { code: 'public class Foo { void a(Long x){} void a(Double x){} void f(Integer i) { a(i); } }', errors: [] },
  {
    code: "public class Foo { void a(Object x){} void a(String x){} void f(Integer i) { a(null); a('x'); a(1); } }",
    errors: ['Ambiguous method signature: void a(NULL)']
  },
  { code: 'public class Foo { void a(String x){} void a(Id x){} void f(Id i, String s) { a(i); a(s); } }', errors: [] },
  {
    code: 'public class Foo { void a(String x){} void a(Integer x){} void f() { a(null); } }',
    errors: ['Ambiguous method signature: void a(NULL)']
  },
  {
    code: "public class Foo { void a(Object x, String y){} void a(String x, Object y){} void f() { a('x','y'); } }",
    errors: ['Ambiguous method signature: void a(String, String)']
  },
  { code: 'public class Foo { void a(Decimal x){} void a(Double x){} void f() { a(1); a(1.5); a(1L); } }', errors: [] },
  { code: 'public class Foo { void a(SObject x){} void a(Object x){} void f(Account x) { a(x); } }', errors: [] },
  {
    code: 'public class Foo { void a(List<SObject> x){} void a(List<Account> x){} void f(List<Account> x, List<SObject> y, List<Contact> z) { a(x); a(y); a(z); } }',
    errors: []
  },
  {
    code: 'public class Foo { void a(List<SObject> x){} void a(SObject x){} void f() { a([SELECT Id FROM Account]); } }',
    errors: []
  },
  {
    code: 'public class Foo { void a(SObject x){} void b(Account x){} void f() { a([SELECT Id FROM Account]); b([SELECT Id FROM Account]); } }',
    errors: []
  },
  {
    code: 'public class Foo { void a(Integer x){} Integer a(Integer y){ return 1; } }',
    errors: ['Method already defined: a Integer Foo.a(Integer) from the type Foo']
  },
  {
    code: 'public class Foo { void a(Integer x){} void A(Integer y){ } }',
    errors: ['Method already defined: A void Foo.A(Integer) from the type Foo']
  },
  { code: 'public class Foo { void a(List<Integer> x){} void a(List<String> y){ } }', errors: [] },
  {
    code: 'public class Foo { static void a(){} void a(){} }',
    errors: ['Method already defined: a void Foo.a() from the type Foo']
  },
  { code: 'public class Foo { Integer x; String X; }', errors: ['Duplicate field: X'] },
  { code: 'public class Foo { Integer x; void x() {} class x {} }', errors: [] },
  { code: 'public class Foo { class A {} class a {} }', errors: ['Type name already in use: Foo.a'] },
  { code: 'public class Foo { class Foo {} }', errors: ['Type name already in use: Foo'] },
  { code: 'public class Foo { Integer f() { } }', errors: ['Missing return statement required return type: Integer'] },
  {
    code: 'public class Foo { Integer f(Boolean b) { if (b) return 1; } }',
    errors: ['Missing return statement required return type: Integer']
  },
  {
    code: 'public class Foo { Integer f(Boolean b) { while (true) { return 1; } } }',
    errors: ['Missing return statement required return type: Integer']
  },
  {
    code: 'public class Foo { Integer f(Boolean b) { while (true) { } } }',
    errors: ['Missing return statement required return type: Integer']
  },
  {
    code: 'public class Foo { Integer f(Boolean b) { do { return 1; } while (b); } }',
    errors: ['Missing return statement required return type: Integer']
  },
  {
    code: 'public class Foo { Integer f(Boolean b) { try { return 1; } catch (Exception e) { } } }',
    errors: ['Missing return statement required return type: Integer']
  },
  {
    code: 'public class Foo { Integer f(Boolean b) { try { return 1; } catch (Exception e) { return 2; } } }',
    errors: []
  },
  {
    code: 'public class Foo { Integer f(Boolean b) { try { } finally { return 2; } } }',
    errors: ['Missing return statement required return type: Integer']
  },
  {
    code: 'public class Foo { Integer f(Integer b) { switch on b { when 1 { return 1; } when else { return 2; } } } }',
    errors: []
  },
  {
    code: 'public class Foo { Integer f(Integer b) { switch on b { when 1 { return 1; } } } }',
    errors: ['Missing return statement required return type: Integer']
  },
  {
    code: 'public class Foo { Integer f(Integer b) { for (;;) { return 1; } } }',
    errors: ['Missing return statement required return type: Integer']
  },
  {
    code: 'public class Foo { Integer f(Integer b) { for (Integer i : new List<Integer>()) { return 1; } } }',
    errors: ['Missing return statement required return type: Integer']
  },
  { code: 'public class Foo { Integer f(Integer b) { { return 1; } } }', errors: [] },
  {
    code: 'public class Foo { Integer f(Integer b) { System.runAs(new User()) { return 1; } } }',
    errors: ['Missing return statement required return type: Integer']
  },
  {
    code: 'public class Foo { Integer f() { return; } }',
    errors: ['Missing return statement required return type: Integer']
  },
  {
    code: "public class Foo { Integer f() { return 'x'; } Long g() { return 1; } SObject h() { return [SELECT Id FROM Account]; } }",
    errors: ['Illegal conversion from String to Integer']
  },
  { code: 'public class Foo { Foo() { return; } }', errors: [] },
  { code: 'public class Foo { Foo() { return 1; } }', errors: ['Constructors must not return a value'] },
  { code: 'public class Foo { Fooo() { } }', errors: ['Invalid constructor name: Fooo'] },
  {
    code: 'public class Foo { Foo(Integer a) { this(); } Foo() { } Foo(String s) { Integer i; this(); } }',
    errors: ["Call to 'this()' must be the first statement in a constructor method"]
  },
  {
    code: "public class Foo { Foo(Integer a) { this('x'); } }",
    errors: ['No constructor defined: void <init>(String)']
  },
  { code: 'public class Foo { Foo(Integer a) { this(1); } }', errors: [] },
  {
    code: 'public virtual class Foo { Foo(Integer a) { } class B extends Foo { } }',
    errors: ['No default constructor available in super type: Foo']
  },
  {
    code: 'public virtual class Foo { Foo(Integer a) { } class B extends Foo { B() { } } }',
    errors: ['No default constructor available in super type: Foo']
  },
  {
    code: "public virtual class Foo { Foo(Integer a) { } class B extends Foo { B() { super(1); } B(Integer x) { super('x'); } } }",
    errors: ['No constructor defined: void <init>(String)']
  },
  {
    code: 'public virtual class Foo { Integer q; Foo(Integer a) { } Foo() { this(q); } Integer g() { return 1; } Foo(String s) { this(g()); } }',
    errors: [
      'Cannot reference instance variables in a constructor invocation: q',
      'Cannot reference instance methods in a constructor invocation: Integer Foo.g()'
    ]
  },
  { code: 'public class Foo { Foo() { super(); } }', errors: ['No super type defined: Foo'] },
  {
    code: 'public class Foo { Foo(Integer a) { } Foo(Integer b) { } }',
    errors: ['Method already defined: <init> void Foo.<init>(Integer) from the type Foo']
  },
  { code: 'public class Foo extends Bar { }', errors: ['Invalid type: Bar'] },
  {
    code: 'public class Foo { class A {} class B extends A {} }',
    errors: ['Non-virtual and non-abstract type cannot be extended: Foo.A']
  },
  {
    code: 'public class Foo { virtual class A {} class B extends A {} interface I {} class C extends I {} class D implements A {} }',
    errors: ['Invalid class: I', 'Invalid interface: A']
  },
  {
    code: 'public class Foo { interface I { void a(); } class C implements I { } class D implements I { void a() {} } class E implements I { public void a() {} } class F implements I { public Integer a() { return 1; } } }',
    errors: [
      'Class Foo.C must implement the method: void Foo.I.a()',
      'Foo.D: Overriding implementations of global or public interface methods must be global or public: void Foo.I.a()',
      'Class Foo.F must implement the method: void Foo.I.a()'
    ]
  },
  {
    code: 'public class Foo { abstract class A { abstract void a(); } class B extends A { } class C extends A { override void a() {} } class D extends A { void a() {} } }',
    errors: [
      'abstract methods require at least one of the following global, public, protected',
      'Class Foo.B must implement the abstract method: void Foo.A.a()',
      'override methods require at least one of the following global, public, protected',
      'Class Foo.D must implement the abstract method: void Foo.A.a()',
      'Method must use the override keyword: void Foo.D.a()'
    ]
  },
  {
    code: 'public class Foo { abstract class A { abstract void a() { } } abstract class B { void a(); } class C { abstract void a(); } }',
    errors: [
      'abstract methods require at least one of the following global, public, protected',
      'Abstract methods cannot have a body',
      'Method must have a body',
      'Defining type for abstract methods must be declared as abstract'
    ]
  },
  {
    code: 'public class Foo { virtual class A { virtual public void a() {} public void b() {} virtual void c() {} } class B extends A { public void a() {} } class C extends A { public void b() {} } class D extends A { override public void b() {} } class E extends A { override public void zz() {} } class F extends A { override private void a() {} } }',
    errors: [
      'Method must use the override keyword: void Foo.B.a()',
      'Non-virtual, non-abstract methods cannot be overridden: void Foo.C.b()',
      'Non-virtual, non-abstract methods cannot be overridden: void Foo.D.b()',
      '@Override specified for non-overriding method: void Foo.E.zz()',
      'override methods require at least one of the following global, public, protected',
      'Cannot reduce the visibility of method: void Foo.F.a()'
    ]
  },
  {
    code: "public class Foo { virtual class A { virtual public Integer a() { return 1; } } class B extends A { override public String a() { return ''; } } }",
    errors: ['Method return types clash: String vs Integer from the type Foo.B']
  },
  {
    code: 'public class Foo { virtual class A { static void a() {} } class B extends A { static void a() {} void b() { a(); } } }',
    errors: ['static can only be used on methods of a top level type']
  },
  {
    code: 'public class Foo { class A { static void a() {} } }',
    errors: ['static can only be used on methods of a top level type']
  },
  {
    code: 'public class Foo { class A { static Integer a; } }',
    errors: ['static can only be used on fields of a top level type']
  },
  { code: 'public class Foo { class A { class B {} } }', errors: ['Inner types are not allowed to have inner types'] },
  {
    code: 'public class Foo { class A { static { } } }',
    errors: ['Inner types are not allowed to have static blocks']
  },
  { code: 'public class Foo { class A { enum B {X} } }', errors: ['Inner types are not allowed to have inner types'] },
  { code: 'public class Foo { enum A { X, x } }', errors: ['Duplicate field: x'] },
  {
    code: 'public class Foo { interface A { void x(); void x(); } }',
    errors: ['Method already defined: x void Foo.A.x() from the type Foo.A']
  },
  { code: 'public class Foo extends Foo { }', errors: ['Circular definition: Foo'] },
  {
    code: 'public class Foo { virtual class A extends B {} virtual class B extends A {} }',
    errors: ['Circular definition: Foo.A', 'Circular definition: Foo.B']
  },
  {
    code: 'public class Foo extends String { }',
    errors: ['Non-virtual and non-abstract type cannot be extended: String']
  },
  {
    code: 'public class FooException extends Exception { FooException() {} }',
    errors: ['System exception constructor already defined: void <init>()']
  },
  {
    code: 'public class FooException extends Exception { public FooException(String s) {} }',
    errors: ['System exception constructor already defined: void <init>(String)']
  }
];
