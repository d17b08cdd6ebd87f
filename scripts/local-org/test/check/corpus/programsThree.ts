/** Whole programs: what other systems call, inheritance from the platform, bodies without a method. Salesforce's compiler gives the same answers. */
import type { Case } from '../support';

const BATCH_HEAD = 'public Iterable<String> start(Database.BatchableContext c) { return null; }';
const BATCH_TAIL = 'public void finish(Database.BatchableContext c) { }';

export const programsThree: readonly Case[] = [
  {
    code: 'public class Foo { virtual class B { public virtual void a() {} } virtual class C extends B { public override void a() {} } class D extends C { public override void a() {} } }',
    errors: ['Non-virtual, non-abstract methods cannot be overridden: void Foo.D.a()']
  },
  {
    code: 'public class Foo { virtual class B { public virtual void a() {} } virtual class C extends B { public virtual override void a() {} } class D extends C { public override void a() {} } }',
    errors: []
  },
  {
    code: 'public class FooException extends DmlException { }',
    errors: ['Non-virtual and non-abstract type cannot be extended: System.DmlException']
  },
  {
    code: 'public class Foo extends Object { }',
    errors: ['Non-virtual and non-abstract type cannot be extended: Object']
  },
  {
    code: `public class Foo implements Database.Batchable<String> { ${BATCH_HEAD} public void execute(Database.BatchableContext c, List<SObject> l) { } ${BATCH_TAIL} }`,
    errors: [
      'Class Foo must implement the method: void Database.Batchable<String>.execute(Database.BatchableContext, List<String>)'
    ]
  },
  {
    code: `public class Foo implements Database.Batchable<String> { ${BATCH_HEAD} public void execute(Database.BatchableContext c, List<Object> l) { } ${BATCH_TAIL} }`,
    errors: []
  },
  { code: 'public class Foo { { return; } }', errors: ['Return must be called from a method'] },
  { code: 'public class Foo { static { return; } }', errors: [] },
  {
    code: 'public class Foo { void a() { this(); } }',
    errors: ["Call to 'this()' must be the first statement in a constructor method"]
  },
  {
    code: 'public class Foo { void a() { Boolean b = null instanceof String; } }',
    errors: ['Operation instanceof is always true since an instance of NULL is always an instance of String']
  },
  { code: '@isTest private virtual class Foo { }', errors: ['IsTest classes cannot be virtual'] },
  { code: '@isTest private abstract class Foo { }', errors: ['IsTest classes cannot be abstract'] },
  {
    code: '@isTest private class Foo { @isTest static testMethod void a() { } }',
    errors: ['testMethod are by default IsTest']
  },
  {
    code: 'public class Foo { @AuraEnabled Integer x; @AuraEnabled Integer y {get;set;} @AuraEnabled public Integer z; }',
    errors: [
      'AuraEnabled fields require at least one of the following global, public',
      'AuraEnabled properties require at least one of the following global, public'
    ]
  },
  {
    code: 'public class Foo { @RemoteAction static Integer a() { return 1; } }',
    errors: ['RemoteAction methods require at least one of the following global, public']
  },
  {
    code: "@RestResource(urlMapping='/x') global class Foo { @HttpGet global static void a(String s) { } @HttpDelete global static void b(String s) { } }",
    errors: ['HttpGet methods do not support parameters', 'HttpDelete methods do not support parameters']
  },
  {
    code: "@RestResource(urlMapping='/x') global class Foo { @HttpPut global static void a(Set<String> s, Object o, Blob b, Map<Id, String> m) { } @HttpPost global static Map<String, Object> b() { return null; } }",
    errors: [
      'HttpPut methods do not support parameter type of Set<String>',
      'HttpPut methods do not support parameter type of Object',
      'HttpPut methods do not support parameter type of Blob',
      'HttpPut methods do not support parameter type of Map<Id,String>',
      'HttpPost methods do not support return type of Map<String,Object>'
    ]
  },
  {
    code: "@RestResource(urlMapping='/x') global class Foo { @HttpPut global static Foo a(String s, Account b, List<Foo> c, Map<String, List<String>> d) { return null; } }",
    errors: []
  },
  {
    code: "@RestResource(urlMapping='/x') global class Foo { @HttpPost global static B b(E a) { return null; } enum E { X } class B { } }",
    errors: [
      'global methods do not support parameter type of Foo.E',
      'global methods do not support return type of Foo.B'
    ]
  },
  {
    code: 'global class Foo { @HttpGet global static void a() { } }',
    errors: ['Defining type for HttpGet methods must be declared as RestResource']
  },
  {
    code: 'global class Foo { webservice static Map<String, String> a(Set<String> b, Object c, Exception d, B e) { return null; } class B { } }',
    errors: [
      'webService methods do not support parameter type of Set<String>',
      'webService methods do not support parameter type of Object',
      'webService methods do not support parameter type of Exception',
      'webService methods do not support parameter type of Foo.B',
      'webService methods do not support return type of Map<String,String>'
    ]
  },
  {
    code: 'public class Foo { @InvocableMethod public static List<B> a(List<B> b) { return null; } public class B { @InvocableVariable public String c; } }',
    errors: []
  },
  {
    code: 'public class Foo { @InvocableMethod public static List<B> a(List<B> b) { return null; } public class B { } }',
    errors: [
      'InvocableMethod methods do not support parameter type of List<Foo.B>',
      'InvocableMethod methods do not support return type of List<Foo.B>'
    ]
  },
  {
    code: 'public class Foo { @InvocableMethod public static void a(List<Object> b) { } }',
    errors: ['InvocableMethod methods do not support parameter type of List<Object>']
  },
  {
    code: "@JsonAccess(serializable='nope') public class Foo { }",
    errors: ['Annotation property, serializable on JsonAccess, unknown value: nope']
  },
  {
    code: '@isTest(seeAllData=false, isParallel=true) private class Foo { }',
    errors: ["Expecting ')' but was: ','"]
  },
  { code: 'public class Foo { ; }', errors: ["Extra '}', at ';'."] },
  { code: 'public class Foo { Integer i = -2147483648; }', errors: ['Illegal integer'] },
  { code: 'public class Foo { Integer i = -2147483647; }', errors: [] }
];
