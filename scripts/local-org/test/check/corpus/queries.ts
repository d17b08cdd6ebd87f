/** Queries, records, DML and describes. Messages as an org words them; its compiler front end alone does not judge these. */
import type { Case } from '../support';

export const queries: readonly Case[] = [
  {
    code: "List<Account> x = [SELECT Id, Name, Owner.Name, Parent.Parent.Name FROM Account WHERE Name = 'x' AND Owner.IsActive = true ORDER BY Name LIMIT 1];",
    errors: []
  },
  { code: 'List<Account> x = [SELECT Id, Nope FROM Account];', errors: ["No such column 'Nope' on entity 'Account'"] },
  {
    code: 'List<Account> x = [SELECT Id, Owner.Nope FROM Account];',
    errors: ["No such column 'Nope' on entity 'User'"]
  },
  {
    code: 'List<Account> x = [SELECT Id, Nope.Name FROM Account];',
    errors: ["Didn't understand relationship 'Nope' in field path"]
  },
  {
    code: 'List<Account> x = [SELECT Id FROM Account WHERE Nope = 1];',
    errors: ["No such column 'Nope' on entity 'Account'"]
  },
  {
    code: 'List<Account> x = [SELECT Id FROM Account ORDER BY Nope];',
    errors: ["No such column 'Nope' on entity 'Account'"]
  },
  { code: 'List<Account> x = [SELECT Id, (SELECT Id, LastName FROM Contacts) FROM Account];', errors: [] },
  {
    code: 'List<Account> x = [SELECT Id, (SELECT Id FROM Contact) FROM Account];',
    errors: ["Didn't understand relationship 'Contact' in FROM part of query call"]
  },
  {
    code: 'List<Account> x = [SELECT Id, (SELECT Nope FROM Contacts WHERE LastName = :s) FROM Account];',
    errors: ["No such column 'Nope' on entity 'Contact'"]
  },
  { code: 'List<Account> x = [SELECT Id, Id FROM Account];', errors: ['duplicate field selected: Id'] },
  {
    code: 'List<Account> x = [SELECT Id FROM Account WHERE Name = 1];',
    errors: ["value of filter criterion for field 'Name' must be of type string and should be enclosed in quotes"]
  },
  {
    code: "List<Account> x = [SELECT Id FROM Account WHERE NumberOfEmployees = '1'];",
    errors: [
      "value of filter criterion for field 'NumberOfEmployees' must be of type int and should not be enclosed in quotes"
    ]
  },
  {
    code: 'List<Account> x = [SELECT Id FROM Account WHERE NumberOfEmployees = :s];',
    errors: ['Invalid bind expression type of String for column of type Integer']
  },
  {
    code: 'List<Account> x = [SELECT Id FROM Account WHERE NumberOfEmployees = :i AND Name = :s AND Id = :id AND Id IN :las AND CreatedDate > :dtm AND CreatedDate > :dt];',
    errors: []
  },
  {
    code: 'List<Account> x = [SELECT Id FROM Account WHERE Name = :i];',
    errors: ['Invalid bind expression type of Integer for column of type String']
  },
  {
    code: "List<Account> x = [SELECT Id FROM Account WHERE IsDeleted = 'true'];",
    errors: [
      "value of filter criterion for field 'IsDeleted' must be of type boolean and should not be enclosed in quotes"
    ]
  },
  {
    code: 'List<Account> x = [SELECT Id FROM Account WHERE CreatedDate = TODAY AND CreatedDate > 2020-01-01T00:00:00Z];',
    errors: []
  },
  {
    code: 'List<Account> x = [SELECT Id FROM Account WHERE CreatedDate > 2020-01-01];',
    errors: [
      "value of filter criterion for field 'CreatedDate' must be of type dateTime and should not be enclosed in quotes"
    ]
  },
  {
    code: "List<Account> x = [SELECT Id FROM Account WHERE Name LIKE 'x%' AND NumberOfEmployees LIKE '1'];",
    errors: [
      'invalid operator on int field',
      "value of filter criterion for field 'NumberOfEmployees' must be of type int and should not be enclosed in quotes"
    ]
  },
  {
    code: "List<Account> x = [SELECT Id FROM Account WHERE Industry INCLUDES ('x')];",
    errors: ['includes and excludes are only valid for multi-select picklists: Industry']
  },
  { code: 'List<Account> x = [SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact)];', errors: [] },
  {
    code: 'List<Account> x = [SELECT Id FROM Account WHERE Id IN (SELECT Nope FROM Contact)];',
    errors: ["No such column 'Nope' on entity 'Contact'"]
  },
  {
    code: 'List<Account> x = [SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Nope__c)];',
    errors: ["sObject type 'Nope__c' is not supported."]
  },
  {
    code: "List<Account> x = [SELECT Id FROM Account WHERE Description = 'x'];",
    errors: ["field 'Description' can not be filtered in a query call"]
  },
  { code: 'List<Account> x = [SELECT Id FROM Account LIMIT :i OFFSET :l];', errors: [] },
  { code: "List<Account> x = [SELECT a.Id, a.Name FROM Account a WHERE a.Name = 'x'];", errors: [] },
  { code: 'List<Account> x = [SELECT Account.Name FROM Account];', errors: [] },
  {
    code: 'Integer n = [SELECT count() FROM Account WHERE Nope = 1];',
    errors: ["No such column 'Nope' on entity 'Account'"]
  },
  {
    code: 'List<AggregateResult> x = [SELECT Name, COUNT(Id) c, SUM(NumberOfEmployees) FROM Account GROUP BY Name HAVING COUNT(Id) > 1];',
    errors: []
  },
  {
    code: 'List<AggregateResult> x = [SELECT Name, COUNT(Id) FROM Account];',
    errors: ['Field must be grouped or aggregated: Name']
  },
  {
    code: 'List<AggregateResult> x = [SELECT SUM(Name) FROM Account];',
    errors: ['Field Name does not support aggregate operator SUM']
  },
  {
    code: 'List<AggregateResult> x = [SELECT Industry, Name FROM Account GROUP BY Industry];',
    errors: ['Field must be grouped or aggregated: Name']
  },
  {
    code: 'List<AggregateResult> x = [SELECT Industry a, COUNT(Id) a FROM Account GROUP BY Industry];',
    errors: ['duplicate alias: a']
  },
  {
    code: 'List<AggregateResult> x = [SELECT CALENDAR_YEAR(CreatedDate) y, MAX(Name) FROM Account GROUP BY CALENDAR_YEAR(CreatedDate)];',
    errors: []
  },
  {
    code: 'List<AggregateResult> x = [SELECT COUNT(Id) FROM Account GROUP BY Description];',
    errors: ["field 'Description' can not be grouped in a query call"]
  },
  { code: 'List<AggregateResult> x = [SELECT FOO(Id) FROM Account];', errors: ["Expecting 'FROM' but was: '('"] },
  { code: 'List<Account> x = [SELECT toLabel(Industry), FORMAT(AnnualRevenue) FROM Account];', errors: [] },
  { code: 'List<Account> x = [SELECT FIELDS(ALL) FROM Account LIMIT 10];', errors: [] },
  {
    code: 'List<Task> x = [SELECT Id, What.Name, TYPEOF What WHEN Account THEN Phone WHEN Opportunity THEN Amount ELSE Name END FROM Task];',
    errors: []
  },
  {
    code: 'List<Task> x = [SELECT TYPEOF What WHEN Account THEN Nope END FROM Task];',
    errors: ["No such column 'Nope' on entity 'Account'"]
  },
  {
    code: 'List<Task> x = [SELECT TYPEOF Nope WHEN Account THEN Phone END FROM Task];',
    errors: ["Didn't understand relationship 'Nope' in field path"]
  },
  { code: 'List<Contact> x = [SELECT Account.Owner.Profile.Name FROM Contact];', errors: [] },
  { code: 'Account x = [SELECT Id FROM Account LIMIT 1]; s = [SELECT Name FROM Account LIMIT 1].Name;', errors: [] },
  {
    code: 'for (Account x : [SELECT Id FROM Account]) { s = x.Name; } for (List<Account> x : [SELECT Id FROM Account]) { i = x.size(); }',
    errors: []
  },
  { code: "List<List<SObject>> x = [FIND 'a' IN ALL FIELDS RETURNING Account(Id)];", errors: [] },
  { code: "a.NumberOfEmployees = 'x';", errors: ['Illegal assignment from String to Integer'] },
  { code: 'a.AnnualRevenue = i; a.NumberOfEmployees = i; a.Name = id; s = a.Id; id = s;', errors: [] },
  {
    code: "a.Owner.Alias = 'x'; s = a.Owner.Profile.Name; s = a.Parent.Name; List<Contact> cs = a.Contacts; s = cs[0].LastName;",
    errors: []
  },
  { code: 'a.CreatedDate = dtm;', errors: ['Field is not writeable: Account.CreatedDate'] },
  {
    code: "Account x = new Account(Name = 'x', OwnerId = id, IsDeleted = true);",
    errors: ['Field is not writeable: Account.IsDeleted']
  },
  {
    code: "Account x = new Account(Owner = new User(Username = 'x'), Parent = new Account(AccountNumber = '1'));",
    errors: []
  },
  { code: 'Account x = new Account(Name = 1);', errors: ['Illegal assignment from Integer to String'] },
  {
    code: 'Contact c = new Contact(Account = a, AccountId = a.Id, Birthdate = dt); c.Birthdate = dtm;',
    errors: ['Duplicate variable: c', 'Illegal assignment from Datetime to Date']
  },
  { code: 'Contact k = null; merge a k;', errors: ['Invalid type for duplicate records'] },
  { code: 'merge las a;', errors: ['Merge requires a concrete SObject type: List<Account>'] },
  {
    code: 'upsert a Id; upsert a Account.Id; upsert a Nope;',
    errors: ['Invalid field for upsert, must be an External Id custom or standard indexed field: Nope']
  },
  { code: 'insert new AggregateResult();', errors: ['DML operation Insert not allowed on AggregateResult'] },
  {
    code: 'insert as user a; update as system las; delete [SELECT Id FROM Account]; insert new List<SObject>{ a };',
    errors: []
  },
  { code: 'delete new Map<Id, Account>();', errors: ['DML requires SObject or SObject list type: Map<Id,Account>'] },
  { code: 'undelete las;', errors: [] },
  { code: 'List<RecordType> r; insert r;', errors: [] },
  {
    code: 'Schema.SObjectField f = Account.Name; f = Account.OwnerId; f = Account.Nope;',
    errors: ['Variable does not exist: Nope']
  },
  {
    code: 'Schema.SObjectType t = Account.SObjectType; t = Schema.Account.SObjectType; t = Schema.SObjectType.Account.getSObjectType(); String n = Schema.SObjectType.Account.getLabel(); n = SObjectType.Account.getName();',
    errors: ['Duplicate variable: t']
  },
  {
    code: 'Schema.DescribeFieldResult r = Schema.SObjectType.Account.fields.Name; s = SObjectType.Account.fields.Name.getLabel(); r = Account.Name.getDescribe(); s = SObjectType.Account.fields.Nope.getLabel();',
    errors: ['Variable does not exist: Nope']
  },
  {
    code: 'Map<String, Schema.SObjectField> m = Account.SObjectType.getDescribe().fields.getMap(); m = Schema.SObjectType.Account.fields.getMap(); m = t.foo;',
    errors: ['Variable does not exist: foo']
  },
  { code: 's = Label.Nope;', errors: ['Variable does not exist: Nope'] },
  { code: 's = System.Label.Nope;', errors: ['Variable does not exist: Nope'] },
  {
    code: 'Boolean x = Test.isRunningTest() && System.Test.isRunningTest(); Database.SaveResult r = Database.insert(a); List<Database.SaveResult> rs = Database.insert(las, false); Database.UpsertResult u = Database.upsert(a, Account.Id);',
    errors: []
  },
  {
    code: "Account x = Database.query('SELECT Id FROM Account'); List<Account> y = Database.query('x'); List<SObject> z = Database.query('x'); Contact q = Database.query('x'); Integer n = Database.query('x');",
    errors: ['Illegal assignment from List<SObject> to Integer']
  },
  {
    code: 'System.debug(s, 1);',
    errors: ['Method does not exist or incorrect signature: void debug(String, Integer) from the type System.System']
  },
  {
    code: "JSON.nope(); Math.abs('x'); String.valueOf(); s.substring('a'); dt.addDays(s); Date.newInstance(1, 2);",
    errors: [
      'Method does not exist or incorrect signature: void nope() from the type System.JSON',
      'Method does not exist or incorrect signature: void abs(String) from the type System.Math',
      'Method does not exist or incorrect signature: void valueOf() from the type String',
      'Method does not exist or incorrect signature: void substring(String) from the type String',
      'Method does not exist or incorrect signature: void addDays(String) from the type Date',
      'Method does not exist or incorrect signature: void newInstance(Integer, Integer) from the type Date'
    ]
  },
  {
    code: "List<String> x = s.split(','); x.sort(); x.add(0, 'a'); s = String.join(x, ','); Integer n = x.indexOf('a'); x.remove(0); Set<String> q = new Set<String>(x); b = q.contains('a'); q.addAll(x);",
    errors: []
  }
];
