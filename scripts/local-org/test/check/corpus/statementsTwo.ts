/** Statements in a method whose parameters and neighbours are those of `support.ts`. Salesforce's compiler gives the same answers. */
import type { Case } from '../support';

export const statementsTwo: readonly Case[] = [
  { code: 'a.Name = 1;', errors: ['Illegal assignment from Integer to String'] },
  { code: "a.Foo = 'x';", errors: ['Variable does not exist: Foo'] },
  { code: 's = a.Owner.Name; s = a.Owner.Foo;', errors: ['Variable does not exist: Foo'] },
  { code: "Account x = new Account(Name='x', Foo='y');", errors: ['Field does not exist: Foo on Account'] },
  { code: 'Account x = new Account(Name=1);', errors: ['Illegal assignment from Integer to String'] },
  { code: "Account x = new Account(Name='x', Name='y');", errors: ['Duplicate field initialization: Name'] },
  { code: "Account x = new Account('x');", errors: ['Type requires name=value pair construction: Account'] },
  {
    code: "Base x = new Base(Name='x');",
    errors: ['Invalid constructor syntax, name=value pairs can only be used for SObjects: Foo.Base']
  },
  { code: 'SObject x = new SObject();', errors: ['Type cannot be constructed: SObject'] },
  { code: "so.Name = 'x';", errors: ['Variable does not exist: Name'] },
  { code: 'o.foo();', errors: ['Method does not exist or incorrect signature: void foo() from the type Object'] },
  { code: "so.put('Name', 1); Object x = so.get('Name'); Id y = so.Id;", errors: [] },
  { code: 'Integer i2; Integer I2;', errors: ['Duplicate variable: I2'] },
  { code: 'Integer i = 1;', errors: ['Duplicate variable: i'] },
  { code: '{ Integer q; } Integer q; for (Integer k=0;k<1;k++) {} Integer k;', errors: [] },
  { code: 'Integer q; { Integer q; }', errors: ['Duplicate variable: q'] },
  { code: 'if (b) Integer q = 1;', errors: [] },
  { code: "Integer sf = 1; sf = 2; String inf = 'a';", errors: [] },
  {
    code: 'undefined();',
    errors: ['Method does not exist or incorrect signature: void undefined() from the type Foo']
  },
  { code: 'f();', errors: ['Method does not exist or incorrect signature: void f() from the type Foo'] },
  {
    code: 'sm(); im(); this.im(); Foo.sm(); this.sm();',
    errors: ['Static method cannot be referenced from a non static context: void Foo.sm()']
  },
  { code: 'Foo.im();', errors: ['Non static method cannot be referenced from a static context: void Foo.im()'] },
  {
    code: 'ff = 2;',
    errors: ['Final members can only be assigned in their declaration, init blocks, or constructors: ff']
  },
  {
    code: 'this.ff = 2;',
    errors: ['Final members can only be assigned in their declaration, init blocks, or constructors: ff']
  },
  { code: 'final Integer q = 1; q = 2;', errors: [] },
  { code: 'final Integer q; q = 2;', errors: [] },
  { code: 'i + 1;', errors: ['Expression cannot be a statement.'] },
  { code: 'i == 1;', errors: ['Expression cannot be a statement.'] },
  { code: "'a';", errors: ['Expression cannot be a statement.'] },
  { code: 'new Base();', errors: [] },
  { code: 'b ? i : l;', errors: ['Expression cannot be a statement.'] },
  { code: 'break;', errors: ['Break statement must be in loop'] },
  { code: 'continue;', errors: ['Continue statement must be in loop'] },
  { code: 'while (true) { break; i = 1; }', errors: [] },
  { code: 'while (true) { } i = 1;', errors: [] },
  { code: 'while (true) { continue; i = 1; }', errors: [] },
  { code: 'return; i = 1;', errors: ['Unreachable statement'] },
  { code: 'throw new MyException(); i = 1;', errors: ['Unreachable statement'] },
  { code: 'throw s;', errors: ['Throw expression must be of type exception: String'] },
  { code: 'throw null;', errors: [] },
  { code: 'if (b) { return; } else { return; } i = 1;', errors: ['Unreachable statement'] },
  { code: 'try { return; } finally { } i = 1;', errors: ['Unreachable statement'] },
  { code: 'try { i = 1; }', errors: ['Try block must have at least one catch block or a finally block'] },
  { code: 'try { } catch (String e) { }', errors: ['Catch block variable must be of type exception: String'] },
  {
    code: 'try { } catch (Exception e) { } catch (MyException e) { }',
    errors: ['Exception type already caught: Foo.MyException']
  },
  {
    code: 'try { } catch (MyException e) { } catch (MyException f2) { }',
    errors: ['Exception type already caught: Foo.MyException']
  },
  {
    code: 'try { } catch (Exception e) { } catch (Exception e2) { }',
    errors: ['Exception type already caught: Exception']
  },
  { code: 'try { } catch (Foo e) { }', errors: ['Catch block variable must be of type exception: Foo'] },
  { code: 'for (Integer x : las) {}', errors: ['Invalid loop variable type expected Account was Integer'] },
  { code: 'for (Account x : las) {} for (SObject x : las) {} for (Object x : las) {}', errors: [] },
  { code: 'for (Contact x : las) {}', errors: ['Invalid loop variable type expected Account was Contact'] },
  { code: 'for (Account x : a) {}', errors: ['Loop must iterate over collection: Account'] },
  { code: 'for (Integer x : new Set<Integer>{1}) {}', errors: [] },
  {
    code: 'for (Integer x : new Map<Integer,Integer>()) {}',
    errors: ['Loop must iterate over collection: Map<Integer,Integer>']
  },
  { code: 'for (Long x : new List<Integer>()) {}', errors: [] },
  { code: 'for (String x : new List<Id>()) {}', errors: [] },
  {
    code: 'for (Account x : [SELECT Id FROM Account]) {} for (List<Account> x : [SELECT Id FROM Account]) {} for (SObject x : [SELECT Id FROM Account]) {}',
    errors: []
  },
  {
    code: 'for (Contact x : [SELECT Id FROM Account]) {}',
    errors: ['Loop variable must be a generic SObject or List or a concrete SObject or List of: Account']
  },
  {
    code: 'for (Integer x : [SELECT Id FROM Account]) {}',
    errors: ['Loop variable must be a generic SObject or List or a concrete SObject or List of: Account']
  },
  {
    code: 'Account x = [SELECT Id FROM Account]; List<Account> y = [SELECT Id FROM Account]; Integer z = [SELECT count() FROM Account];',
    errors: []
  },
  { code: 'Contact x = [SELECT Id FROM Account];', errors: ['Illegal assignment from List<Account> to Contact'] },
  {
    code: 'List<Contact> x = [SELECT Id FROM Account];',
    errors: ['Illegal assignment from List<Account> to List<Contact>']
  },
  {
    code: 'String x = [SELECT Id FROM Account].Name; String y = [SELECT Id FROM Account][0].Name; Integer z = [SELECT Id FROM Account].size();',
    errors: []
  },
  {
    code: 'List<AggregateResult> x = [SELECT count(Id) c FROM Account GROUP BY Name]; AggregateResult y = [SELECT count(Id) c FROM Account];',
    errors: []
  },
  {
    code: 'List<Account> x = [SELECT count(Id) c FROM Account GROUP BY Name];',
    errors: ['Illegal assignment from List<AggregateResult> to List<Account>']
  },
  {
    code: 'List<SObject> x = [SELECT Id FROM Account]; SObject y = [SELECT Id FROM Account]; Object z = [SELECT Id FROM Account];',
    errors: []
  },
  {
    code: 'Map<Id,Account> x = new Map<Id,Account>([SELECT Id FROM Account]); Set<Account> y = new Set<Account>([SELECT Id FROM Account]);',
    errors: []
  },
  {
    code: 'Account x = [SELECT Id FROM Account WHERE Name = :s AND Id IN :las AND Name = :foo];',
    errors: ['Variable does not exist: foo']
  },
  { code: 'Account x = [SELECT Id FROM Nope__c];', errors: ['Invalid type: Schema.Nope__c'] },
  { code: 'insert a; insert las; insert s;', errors: ['DML requires SObject or SObject list type: String'] },
  { code: 'upsert so Name;', errors: ['Upsert with a field specification requires a concrete SObject type'] },
  { code: 'delete id;', errors: ['DML requires SObject or SObject list type: Id'] },
  { code: 'merge a a; merge a las; merge a id;', errors: [] },
  { code: 'merge so so;', errors: ['Merge requires a concrete SObject type: SObject'] },
  { code: 'System.runAs(new User()) { i = 1; }', errors: [] },
  { code: 'System.runAs(s) { i = 1; }', errors: ["runAs requires a single argument of type 'User' or 'Version'"] },
  { code: 'switch on i { when 1 { } when 2, 3 { } when else { } }', errors: [] },
  {
    code: 'switch on i { when 1 { } when 1 { } }',
    errors: ['1 occurs as more than one when branch for this switch statement']
  },
  { code: 'switch on i { when l { } }', errors: ['Variable does not exist: l'] },
  { code: "switch on s { when 'a', 'b' { } when null { } }", errors: [] },
  { code: 'switch on c { when A { } when B { } }', errors: [] },
  { code: 'switch on c { when A { } when C { } }', errors: ['Variable does not exist: C'] }
];
