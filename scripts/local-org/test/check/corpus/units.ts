/** Triggers and anonymous blocks. Salesforce's compiler gives the same answers. */
import type { Case } from '../support';

export const units: readonly Case[] = [
  {
    code: "trigger T on Account (before insert) { for (Account a : Trigger.new) { a.Name = 'x'; } Map<Id,Account> m = Trigger.newMap; Boolean b = Trigger.isInsert; }",
    errors: []
  },
  {
    code: 'trigger T on Account (before insert, before insert) { }',
    errors: ['Duplicate Trigger Usage: BEFORE INSERT']
  },
  { code: 'trigger T on Account (before undelete) { }', errors: ['Trigger Usage Before Undelete is not supported'] },
  { code: 'trigger T on Nope__c (before insert) { }', errors: ['Invalid type: Schema.Nope__c'] },
  { code: 'trigger T on String (before insert) { }', errors: ['Invalid type: Schema.String'] },
  { code: 'trigger T on Account (before insert) { return; Integer x; }', errors: [] },
  { code: 'trigger T on Account (before insert) { return 1; }', errors: ['Trigger bodies must not return a value'] },
  {
    code: 'trigger T on Account (before insert) { Contact c = Trigger.new[0]; }',
    errors: ['Illegal assignment from Account to Contact']
  },
  {
    anonymous: true,
    code: 'Integer x = 1; System.debug(x); void f() { } f(); class A {} A a = new A(); return;',
    errors: []
  },
  {
    anonymous: true,
    code: 'Integer x = 1; public void f() { x = 2; } f(); x = y;',
    errors: ['Variable does not exist: y']
  },
  {
    anonymous: true,
    code: 'static Integer x = 1; static void f() { x = 2; } f(); this.f();',
    errors: ['This cannot be referenced in a static context']
  },
  { anonymous: true, code: 'Integer x; Integer x;', errors: ['Duplicate field: x'] }
];
