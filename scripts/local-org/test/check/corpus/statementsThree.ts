/** Statements in a method whose parameters and neighbours are those of `support.ts`. Salesforce's compiler gives the same answers. */
import type { Case } from '../support';

export const statementsThree: readonly Case[] = [
  { code: 'switch on c { when Col.A { } }', errors: ["Enum value used in 'when expression' should be unqualified"] },
  {
    code: 'switch on so { when Account x { s = x.Name; } when Contact y { } when null { } when else { } }',
    errors: []
  },
  {
    code: 'switch on so { when Account x { } when Account y { } }',
    errors: ['Account occurs as more than one when branch for this switch statement']
  },
  { code: 'switch on a { when Account x { } }', errors: ['Account is not a valid switch expression type'] },
  {
    code: 'switch on o { when Account x { } when String y { } }',
    errors: ['Object is not a valid switch expression type']
  },
  { code: 'switch on l { when 1L { } when 2 { } }', errors: [] },
  { code: 'switch on i { }', errors: ['Switch statement requires at least one when block'] },
  { code: 'switch on dt { when null { } }', errors: ['Date is not a valid switch expression type'] },
  { code: 'switch on new Base() { when Derived x { } }', errors: ['Foo.Base is not a valid switch expression type'] },
  { code: 'switch on i { when ff { } }', errors: ['Variable does not exist: ff'] },
  { code: "switch on id { when 'x' { } }", errors: ['Id is not a valid switch expression type'] },
  {
    code: "List<Integer> x = new List<Integer>{1,2}; List<Integer> y = new Integer[]{1}; List<Integer> z = new Integer[5]; Set<Integer> q = new Set<Integer>{1}; Map<String,Integer> m = new Map<String,Integer>{'a'=>1};",
    errors: []
  },
  {
    code: "List<Integer> x = new List<Integer>{'a'};",
    errors: ['Initial expression is of incorrect type, expected: Integer but was: String']
  },
  { code: 'List<Long> x = new List<Long>{1};', errors: [] },
  { code: "List<Object> x = new List<Object>{1, 'a'};", errors: [] },
  { code: 'Map<String,Integer> m = new Map<String,Integer>{1=>1};', errors: ['Invalid key type Integer for String'] },
  {
    code: "Map<String,Integer> m = new Map<String,Integer>{'a'=>'b'};",
    errors: ['Invalid value type String for Integer']
  },
  {
    code: "Set<Integer> q = new Set<Integer>{'a'};",
    errors: ['Initial expression is of incorrect type, expected: Integer but was: String']
  },
  {
    code: 'List<Integer> x = new List<Integer>(5); List<Integer> y = new List<Integer>(x); List<Integer> z = new List<Integer>(new Set<Integer>());',
    errors: []
  },
  {
    code: "List<Integer> x = new List<Integer>('a');",
    errors: ['Invalid initializer type String found for List<Integer>: expected an Integer or a List of type Integer']
  },
  {
    code: 'List<Integer> x = new List<Integer>(new List<String>());',
    errors: [
      'Invalid initializer type List<String> found for List<Integer>: expected an Integer or a List of type Integer'
    ]
  },
  {
    code: 'Set<Integer> x = new Set<Integer>(5);',
    errors: ['Invalid initializer type Integer found for Set<Integer>: expected a List or a Set of type: Integer']
  },
  { code: 'Map<Id,Account> x = new Map<Id,Account>(las);', errors: [] },
  { code: 'Map<String,Account> x = new Map<String,Account>(las);', errors: [] },
  {
    code: 'Map<String,Integer> x = new Map<String,Integer>(las);',
    errors: [
      'Invalid initializer type List<Account> found for Map<String,Integer>: expected a Map with the same key and value types, or a valid SObject List'
    ]
  },
  { code: 'Map<Id,SObject> x = new Map<Id,SObject>(las);', errors: [] },
  {
    code: 'Map<String,Integer> x = new Map<String,Integer>(new Map<String,Integer>()); Map<String,Integer> x2 = new Map<String,Integer>(new Map<String,Long>());',
    errors: [
      'Invalid initializer type Map<String,Long> found for Map<String,Integer>: expected a Map with the same key and value types, or a valid SObject List'
    ]
  },
  {
    code: "List<Integer> x = new List<Integer>(); x.add('a');",
    errors: ['Method does not exist or incorrect signature: void add(String) from the type List<Integer>']
  },
  { code: 'List<Long> x = new List<Long>(); x.add(1); x.addAll(new List<Integer>());', errors: [] },
  {
    code: 'List<String> x = new List<String>(); x.add(1);',
    errors: ['Method does not exist or incorrect signature: void add(Integer) from the type List<String>']
  },
  {
    code: 'List<String> x = new List<String>(); x.add(id); x.addAll(new Set<Id>()); x.addAll(new List<Id>());',
    errors: ['Method does not exist or incorrect signature: void addAll(Set<Id>) from the type List<String>']
  },
  {
    code: 'Set<Id> x = new Set<Id>(); x.add(s); x.addAll(new List<String>()); x.addAll(new Set<String>()); b = x.contains(s);',
    errors: [
      'Illegal all method call for argument type, List<String>, for collection: Set<Id>',
      'Method does not exist or incorrect signature: void addAll(Set<String>) from the type Set<Id>'
    ]
  },
  {
    code: 'List<Account> x = new List<Account>(); x.addAll(new List<SObject>());',
    errors: ['Illegal all method call for argument type, List<SObject>, for collection: List<Account>']
  },
  { code: 'List<SObject> x = new List<SObject>(); x.addAll(las); x.add(a);', errors: [] },
  {
    code: "Map<String,Object> x = new Map<String,Object>(); x.put('a', 1); x.putAll(new Map<String,String>()); String v = x.get('a');",
    errors: ['Illegal assignment from Object to String']
  },
  {
    code: 'Map<Id,Account> x = new Map<Id,Account>(); x.putAll(las); Account v = x.get(s); Set<Id> ks = x.keySet(); List<Account> vs = x.values();',
    errors: []
  },
  {
    code: 'Map<Id,Account> x = new Map<Id,Account>(); x.get(1);',
    errors: ['Method does not exist or incorrect signature: void get(Integer) from the type Map<Id,Account>']
  },
  { code: 'List<Integer,String> x;', errors: ['Invalid type argument count for List: expected 1 but found 2'] },
  { code: 'Map<Integer> x;', errors: ['Invalid type argument count for Map: expected 2 but found 1'] },
  { code: 'String<Integer> x;', errors: ['Type arguments provided for a non-parameterized type: String'] },
  { code: 'Base<Integer> x;', errors: ['Type arguments provided for a non-parameterized type: Foo.Base'] },
  { code: 'Foo.Base x = new Foo.Base(); Foo.Nope y;', errors: ['Invalid type: Foo.Nope'] },
  { code: 'Nope y;', errors: ['Invalid type: Nope'] },
  { code: 'new IFace();', errors: ['Type cannot be constructed: Foo.IFace'] },
  {
    code: 'Type x = Foo.class; Type y = List<Integer>.class; Type z = Integer.class; Type q = Nope.class;',
    errors: ['Invalid type: Nope']
  },
  {
    code: "Col x = Col.A; Col y = Foo.Col.B; List<Col> v = Col.values(); Col w = Col.valueOf('A'); s = x.name(); i = x.ordinal();",
    errors: []
  },
  { code: 'Col x = Col.Z;', errors: ['Variable does not exist: Z'] },
  {
    code: 'MyException e = new MyException(1);',
    errors: ['Constructor not defined: [Foo.MyException].<Constructor>(Integer)']
  },
  {
    code: 'Object x = (String) i;',
    errors: ['Incompatible types since an instance of Integer is never an instance of String']
  },
  { code: 'Object x = (Integer) o; Object y = (Account) so; Object z = (List<Account>) o;', errors: [] },
  { code: 's.length(); s.length;', errors: ['Variable does not exist: length'] },
  { code: 's.nope;', errors: ['Variable does not exist: nope'] },
  { code: 's?.length(); i = a?.Name?.length();', errors: [] },
  { code: 'i?.foo();', errors: ['Method does not exist or incorrect signature: void foo() from the type Integer'] },
  {
    code: 'Account.Name.foo();',
    errors: ['Method does not exist or incorrect signature: void foo() from the type Schema.SObjectField']
  },
  { code: 'this.f = 1;', errors: ['Variable does not exist: f'] },
  { code: 'super.toString();', errors: ['Method is not visible: String System.ApexBaseClass.toString()'] },
  {
    code: 's = o.toString(); b = o.equals(o); i = o.hashCode(); s = new Base().toString(); b = new Base().equals(o); i = new Base().hashCode();',
    errors: []
  },
  {
    code: 's = String.valueOf(i); s = s.substring(1); s = s.nope(); s = String.nope();',
    errors: ['Method does not exist or incorrect signature: void nope() from the type String']
  },
  {
    code: 's = String.valueOf(a); s = String.valueOf(o); s = String.valueOf(null);',
    errors: ['Ambiguous method signature: void valueOf(NULL)']
  },
  {
    code: 's.valueOf(1);',
    errors: ['Static method cannot be referenced from a non static context: String String.valueOf(Integer)']
  },
  {
    code: 's = String.length();',
    errors: ['Non static method cannot be referenced from a static context: Integer String.length()']
  },
  { code: 'Integer Account = 1; Account = 2;', errors: [] },
  { code: 'Integer String = 1;', errors: ['Identifier name is reserved: String'] },
  { code: 'Math x;', errors: [] },
  { code: 'Integer x = sf.foo;', errors: ['Variable does not exist: foo'] },
  {
    code: 'Map<Id,Account> m1; Map<String,Account> m2 = m1;',
    errors: ['Illegal assignment from Map<Id,Account> to Map<String,Account>']
  },
  { code: 'Map<String,Integer> m1; Map<String,Long> m2 = m1;', errors: [] },
  { code: 'Map<String,Id> m1; Map<String,String> m2 = m1; Map<String,Id> m3 = m2;', errors: [] },
  { code: 'Map<String,List<Integer>> m1; Map<String,List<Object>> m2 = m1; Map<String,Object> m4 = m1;', errors: [] },
  {
    code: 'List<Integer> m1; List<Decimal> m2 = m1; List<Double> m3 = m1; List<Datetime> m4 = new List<Date>();',
    errors: []
  },
  {
    code: 'List<Decimal> m1; List<Double> m2 = m1; List<Integer> m3 = m1;',
    errors: ['Illegal assignment from List<Decimal> to List<Integer>']
  },
  {
    code: 'List<SObject> m1; List<List<SObject>> m2 = new List<List<Account>>(); List<List<Account>> m3 = m2;',
    errors: []
  },
  { code: 'Map<Id,List<SObject>> m1; Map<Id,List<Account>> m2 = m1;', errors: [] },
  {
    code: 'Map<Id,SObject> m1; Map<Id,Account> m2 = m1;',
    errors: ['Illegal assignment from Map<Id,SObject> to Map<Id,Account>']
  },
  { code: 'Iterable<Integer> m1; Iterable<Long> m2 = m1;', errors: [] },
  { code: 'Set<Integer> m1; Set<Long> m2 = m1;', errors: ['Illegal assignment from Set<Integer> to Set<Long>'] },
  { code: 'Set<String> m1; Set<Id> m2 = m1;', errors: ['Illegal assignment from Set<String> to Set<Id>'] },
  { code: 'b = new Base().clone() == null; Base bb = new Base().clone();', errors: [] },
  { code: 'new Foo(1);', errors: ['Constructor not defined: [Foo].<Constructor>(Integer)'] },
  { code: 'Foo x = new Foo();', errors: [] }
];
