import assert from 'node:assert/strict';
import { test } from 'node:test';
import { run } from './apex';

// Source: Apex Reference Guide, "SingleEmailMessage Class" lists setSubject among "Email Class (Base Email Methods)".
test('a message has the setters of its base class', () => {
  const subject = run(
    "Messaging.SingleEmailMessage m = new Messaging.SingleEmailMessage(); m.setSubject('Hello'); return m.getSubject();",
    'String'
  );
  assert.equal(subject, 'Hello');
});
