import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { soqlFields } from '../checks/soql-fields';
import { apexClass, find, messages } from './project';

function query(soql: string): Record<string, string> {
  return apexClass('Asker', `public class Asker { void ask(String name) { List<SObject> found = [${soql}]; } }`);
}

describe('soql-fields', () => {
  const good = [
    'SELECT Id, Owner.Name, ConvertedAccount.Owner.Email FROM Lead WHERE Email = :name ORDER BY CreatedDate',
    'SELECT Id, (SELECT Id, Account.Name FROM Contacts) FROM Account a WHERE a.Name = :name',
    'SELECT COUNT(Id) total, Status FROM Lead GROUP BY Status ORDER BY COUNT(Id)',
    'SELECT Id FROM Contact WHERE AccountId IN (SELECT Id FROM Account WHERE Name = :name)'
  ];
  for (const soql of good) {
    it(`accepts ${soql}`, async (context) => {
      assert.equal(messages(await find(context, soqlFields, query(soql))), '');
    });
  }

  const faults: readonly (readonly [string, RegExp])[] = [
    ['SELECT Id, Emial FROM Lead', /Lead has no field Emial/],
    ['SELECT Id FROM Leed', /There is no object Leed/],
    ['SELECT Id FROM Lead WHERE Emial = :name', /Lead has no field Emial/],
    ['SELECT Id FROM Lead ORDER BY Nothing', /Lead has no field Nothing/],
    ['SELECT Boss.Name FROM Lead', /Lead has no relationship Boss/],
    ['SELECT Account.Nme FROM Contact', /Account has no field Nme/],
    ['SELECT Id, (SELECT Nope FROM Contacts) FROM Account', /Contact has no field Nope/],
    ['SELECT Id, (SELECT Id FROM Contatcs) FROM Account', /Account has no child relationship Contatcs/],
    ['SELECT Id FROM Contact WHERE AccountId IN (SELECT Nope FROM Account)', /Account has no field Nope/],
    ['SELECT Id FROM Lead WHERE Custom__c = 1', /Lead has no field Custom__c/]
  ];
  for (const [soql, expected] of faults) {
    it(`rejects ${soql}`, async (context) => {
      assert.match(messages(await find(context, soqlFields, query(soql))), expected);
    });
  }
});
