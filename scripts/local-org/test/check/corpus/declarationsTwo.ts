/** Declarations: members, modifiers, annotations, inheritance, control flow. Salesforce's compiler gives the same answers. */
import type { Case } from '../support';

export const declarationsTwo: readonly Case[] = [
  { code: 'class Foo { }', errors: ['Top-level type must have public or global visibility'] },
  { code: 'private class Foo { }', errors: ['Top-level type must have public or global visibility'] },
  { code: 'private @IsTest class Foo { }', errors: [] },
  {
    code: 'static class Foo { }',
    errors: ['static is not allowed on classes', 'Top-level type must have public or global visibility']
  },
  { code: 'public public class Foo { }', errors: ['Duplicate modifier: public'] },
  { code: 'public private class Foo { }', errors: ['Declarations can only have one scope'] },
  { code: 'public abstract virtual class Foo { }', errors: ['abstract are by default virtual'] },
  { code: 'public final class Foo { }', errors: ['classes are by default final'] },
  {
    code: 'public with sharing without sharing class Foo { }',
    errors: ['withSharing classes cannot be withoutSharing']
  },
  { code: 'public with sharing interface Foo { }', errors: ['withSharing is not allowed on interfaces'] },
  { code: 'public class Foo { with sharing class A { } }', errors: [] },
  {
    code: 'public class Foo { public private Integer x; static static Integer y; abstract Integer z; virtual Integer w; }',
    errors: [
      'Declarations can only have one scope',
      'Duplicate modifier: static',
      'abstract is not allowed on fields',
      'virtual is not allowed on fields'
    ]
  },
  {
    code: 'public class Foo { final final Integer x; transient Integer y; override Integer z; }',
    errors: ['Duplicate modifier: final', 'override is not allowed on fields']
  },
  {
    code: 'public class Foo { public virtual static void f() {} public final void g() {} transient void h() {} }',
    errors: ['virtual methods cannot be static', 'methods are by default final', 'transient is not allowed on methods']
  },
  {
    code: 'public class Foo { protected void f() {} }',
    errors: ['New protected methods cannot be defined in non-virtual classes']
  },
  { code: 'public class Foo { virtual void f() {} }', errors: [] },
  {
    code: 'public class Foo { override void f() {} }',
    errors: [
      'override methods require at least one of the following global, public, protected',
      '@Override specified for non-overriding method: void Foo.f()'
    ]
  },
  {
    code: 'public class Foo { void f(static Integer a) { } void g(final Integer b) { b = 1; } void h(Integer a, String A) { } }',
    errors: ['static is not allowed on parameters', 'Duplicate variable: A']
  },
  {
    code: 'public class Foo { private Integer p; private void pm() {} protected virtual class V {} }\n---\npublic class Bar { void f() { Foo x = new Foo(); x.p = 1; x.pm(); Foo.Inn q; } }',
    errors: [
      'Variable is not visible: Foo.p',
      'protected is not allowed on classes',
      'Method is not visible: void Foo.pm()',
      'Invalid type: Foo.Inn'
    ]
  },
  {
    code: 'public class Foo { private Foo() {} class Inn {} public class Pub { private Integer q; } private static Integer s; }\n---\npublic class Bar { void f() { Foo x = new Foo(); Foo.Inn y; Foo.Pub z = new Foo.Pub(); z.q = 1; Foo.s = 1; } }',
    errors: [
      'Method is not visible: void Foo.<init>()',
      'Type is not visible: Foo.Inn',
      'Variable is not visible: Foo.Pub.q',
      'Variable is not visible: Foo.s'
    ]
  },
  {
    code: 'public class Foo { @TestVisible private Integer p; @TestVisible private void pm() {} }\n---\n@IsTest private class Bar { static void f() { Foo x = new Foo(); x.p = 1; x.pm(); } }',
    errors: []
  },
  {
    code: 'public class Foo { @TestVisible private Integer p; }\n---\npublic class Bar { static void f() { Foo x = new Foo(); x.p = 1; } }',
    errors: ['Variable is not visible: Foo.p']
  },
  {
    code: 'public class Foo { public Integer a { get; } public Integer b { set; } public Integer c { get; private set; } public Integer d { get { return 1; } } }\n---\npublic class Bar { void f() { Foo x = new Foo(); x.a = 1; Integer i = x.b; x.c = 1; x.d = 1; i = x.c; } }',
    errors: [
      'Variable is not visible: Foo.a',
      'Variable is not visible: Foo.b',
      'Variable is not visible: Foo.c',
      'Variable is not visible: Foo.d'
    ]
  },
  {
    code: "public class Foo { public Integer a { get { } } public Integer b { get { return 'x'; } set { b = value; String s = value; } } public static Integer c { get; public set; } private Integer d { get; public set; } public Integer e { public get; global set; } }",
    errors: [
      'Missing return statement required return type: Integer',
      'Illegal conversion from String to Integer',
      'Illegal assignment from Integer to String',
      'Cannot declare public accessor on private property',
      'Cannot declare global accessor on public property'
    ]
  },
  {
    code: 'public class Foo { Integer a = b; Integer b = 1; static Integer c = d; static Integer d = 1; Integer e = f(); Integer f() { return 1; } static Integer g = e; }',
    errors: ['Illegal forward reference: b', 'Illegal forward reference: d', 'Variable does not exist: e']
  },
  {
    code: "public class Foo { Integer a = 'x'; static void f() { a = 1; this.a = 1; g(); super.toString(); } void g() {} }",
    errors: [
      'Illegal assignment from String to Integer',
      'Variable does not exist: a',
      'This cannot be referenced in a static context',
      'Non static method cannot be referenced from a static context: void Foo.g()',
      'Super cannot be referenced in a static context'
    ]
  },
  {
    code: 'public class Foo { static { return; } { Integer x = y; } static Integer z; static { z = 1; q = 1; } Integer q; }',
    errors: ['Variable does not exist: y', 'Variable does not exist: q']
  },
  {
    code: 'public class Foo { final Integer a; static final Integer b; Foo() { a = 1; b = 1; } { a = 2; } static { b = 2; } void f() { a++; } }',
    errors: [
      'Final members can only be assigned in their declaration, init blocks, or constructors: b',
      'Final members can only be assigned in their declaration, init blocks, or constructors: a'
    ]
  },
  {
    code: 'public class Foo { class I { void f() { g(); s(); } } void g() {} static void s() {} Integer x; class J { Integer f() { return x; } } }',
    errors: ['Method does not exist or incorrect signature: void g() from the type Foo.I', 'Variable does not exist: x']
  },
  {
    code: 'public class Foo { @Foo void f() {} @Deprecated void g() {} @IsTest(foo=true) static void h() {} }',
    errors: [
      'Annotation does not exist: Foo',
      'No such property, foo, defined on this annotation: IsTest',
      'Defining type for IsTest methods must be declared as IsTest'
    ]
  },
  {
    code: '@IsTest public class Foo { @IsTest void f() {} @IsTest static Integer g() { return 1; } @IsTest static void h(Integer a) {} @TestSetup static void s() {} @TestSetup static void s2() {} }',
    errors: [
      'IsTest methods must be declared as static',
      'Test methods must have no arguments',
      'Only one method per type can be defined with: TestSetup'
    ]
  },
  {
    code: 'public class Foo { @IsTest static void f() {} static testMethod void g() {} }',
    errors: [
      'Defining type for IsTest methods must be declared as IsTest',
      'Defining type for testMethod methods must be declared as IsTest'
    ]
  },
  {
    code: 'public class Foo { @future void f() {} @future static Integer g() { return 1; } @future static void h(Account a) {} @future(callout=true) static void i(List<Id> x) {} @future(foo=true) static void j() {} @future static void k(Object o) {} @future static void l(Map<String,String> m) {} }',
    errors: [
      'Future methods must be declared as static',
      'Future methods do not support return type of Integer',
      'Future methods do not support parameter type of Account',
      'No such property, foo, defined on this annotation: Future',
      'Future methods do not support parameter type of Object'
    ]
  },
  {
    code: 'public class Foo { @AuraEnabled public Integer f(Integer a) { return 1; } @AuraEnabled public static Integer g() { return 1; } @AuraEnabled public Integer getX() { return 1; } @AuraEnabled public Integer x { get; set; } @AuraEnabled public static void g(Integer a) { } @AuraEnabled(cacheable=true) public static void h() {} @AuraEnabled(foo=true) public static void i() {} }',
    errors: [
      "Non static AuraEnabled methods must be named with a prefix 'get'",
      'Non static AuraEnabled methods may not have parameters',
      'Overload of AuraEnabled method: g overload is not permitted',
      'AuraEnabled method and variable cannot have the same name: X',
      'No such property, foo, defined on this annotation: AuraEnabled'
    ]
  },
  {
    code: 'public class Foo { @AuraEnabled static Integer g() { return 1; } @AuraEnabled public static Set<Integer> h() { return null; } @AuraEnabled public static void i(Foo x, Set<String> y) { } }',
    errors: [
      'AuraEnabled methods require at least one of the following global, public',
      'AuraEnabled methods do not support return type of Set<Integer>',
      'AuraEnabled methods do not support parameter type of Set<String>'
    ]
  },
  {
    code: 'public class Foo { @InvocableMethod public static void f(List<String> a) {} @InvocableMethod public static void g(List<String> a) {} }',
    errors: ['Only one method per type can be defined with: InvocableMethod']
  },
  {
    code: 'public class Foo { @InvocableMethod public void f(List<String> a) {} }',
    errors: ['InvocableMethod methods must be declared as static']
  },
  {
    code: 'public class Foo { @InvocableMethod public static void f(String a) {} }',
    errors: [
      'Unsupported parameter type String. Valid invocable parameters must be List types like List<T> where T is a supported type'
    ]
  },
  {
    code: 'public class Foo { @InvocableMethod public static String f(List<String> a) { return null; } }',
    errors: ['InvocableMethod methods do not support return type of String']
  },
  {
    code: 'public class Foo { @InvocableVariable private String x; @InvocableVariable public static String y; @InvocableVariable public String z { get; set; } @InvocableVariable public Map<String,String> m; }',
    errors: [
      'InvocableVariable fields require at least one of the following global, public',
      'InvocableVariable fields cannot be static',
      'InvocableVariable is not allowed on properties',
      'InvocableVariable fields do not support type of Map<String,String>'
    ]
  },
  {
    code: "public class Foo { @TestVisible public Integer x; @TestVisible private Integer y; @ReadOnly void f() {} @RemoteAction public static void g() {} @SuppressWarnings('PMD') void h() {} @NamespaceAccessible public void i() {} }",
    errors: [
      'Only WebService, RemoteAction or Schedulable.execute(SchedulableContext) methods can be marked ReadOnly',
      'Defining type for NamespaceAccessible methods require at least one of the following NamespaceAccessible, global'
    ]
  },
  {
    code: "@RestResource(urlMapping='/x/*') global class Foo { @HttpGet global static String f() { return ''; } @HttpGet global static String g() { return ''; } @HttpPost static void h() {} }",
    errors: ['Only one method per type can be defined with: HttpGet', 'HttpPost methods must be declared as global']
  },
  {
    code: "@RestResource(urlMapping='x') public class Foo { }",
    errors: [
      'RestResource classes must be declared as global',
      "Rest Resource url must begin with a forward slash, '/'"
    ]
  },
  { code: '@RestResource global class Foo { }', errors: ['Required property is missing: urlMapping'] },
  {
    code: "public class Foo { @HttpGet global static String f() { return ''; } }",
    errors: ['Defining type for global methods must be declared as global']
  },
  {
    code: '@IsTest(SeeAllData=true) private class Foo { @TestSetup static void s() {} @IsTest(SeeAllData=true) static void g() {} }',
    errors: [
      'Test class containing a test setup method cannot have any methods annotated with @isTest(SeeAllData=true)'
    ]
  },
  {
    code: '@IsTest(IsParallel=true SeeAllData=true) private class Foo { }',
    errors: [
      'Test class annotated with @isTest(IsParallel=true) cannot also be annotated with @isTest(SeeAllData=true)'
    ]
  },
  { code: '@Deprecated public class Foo { }', errors: [] },
  { code: '@TestVisible public class Foo { }', errors: [] },
  { code: '@AuraEnabled public class Foo { }', errors: ['AuraEnabled is not allowed on classes'] },
  { code: "@JsonAccess(serializable='always' deserializable='always') public class Foo { }", errors: [] },
  {
    code: '@JsonAccess public class Foo { }',
    errors: ['At least one JSON serialization control parameter must be specified']
  },
  { code: "@SuppressWarnings('x') @IsTest @IsTest private class Foo { }", errors: ['Duplicate modifier: IsTest'] },
  { code: '@TestVisible @TestVisible public class Foo { }', errors: ['Duplicate modifier: TestVisible'] },
  {
    code: 'public class Foo { webservice Integer x; webservice static void f() {} }',
    errors: [
      'Defining type for webService fields must be declared as global',
      'Defining type for webService methods must be declared as global'
    ]
  },
  {
    code: 'public class Foo { global Integer x; global void f() {} }',
    errors: [
      'Defining type for global fields must be declared as global',
      'Defining type for global methods must be declared as global'
    ]
  },
  {
    code: 'public class Foo { global class I {} }',
    errors: ['Enclosing type for global classes in apex classes must be declared as global']
  },
  {
    code: 'global class Foo { class I { global void f() {} } }',
    errors: ['Defining type for global methods must be declared as global']
  },
  {
    code: 'public class Foo { Integer int_x; Integer x_; Integer _x; }',
    errors: ['Invalid character in identifier: x_', 'Invalid character in identifier: _x']
  },
  { code: 'public class Foo { Integer x__y; }', errors: ['Invalid character in identifier: x__y'] },
  { code: 'public class Foo { Integer when; }', errors: ['Identifier name is reserved: when'] },
  { code: 'public class Foo { Integer string; }', errors: ['Identifier name is reserved: string'] },
  { code: 'public class String { }', errors: ['Identifier name is reserved: String'] },
  {
    code: "public class Account { public Integer f() { return 1; } }\n---\npublic class Bar { void g() { Account a = new Account(); a.f(); Schema.Account b = new Schema.Account(Name='x'); } }",
    errors: []
  },
  {
    code: 'public class Test { public static void foo() {} }\n---\npublic class Bar { void g() { Test.foo(); Test.isRunningTest(); } }',
    errors: ['Method does not exist or incorrect signature: void isRunningTest() from the type Test']
  },
  {
    code: 'public class AVeryLongClassNameThatExceedsFortyCharactersXX { }',
    errors: ['Identifier name is too long: AVeryLongClassNameThatExceedsFortyCharactersXX']
  },
  {
    code: 'public class Foo { Integer aVeryLongFieldNameThatIsReallyLongMoreThanFortyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy; }',
    errors: [
      'Identifier name is too long: aVeryLongFieldNameThatIsReallyLongMoreThanFortyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy'
    ]
  }
];
