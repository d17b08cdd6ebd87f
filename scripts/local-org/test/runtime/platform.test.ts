import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { kernel, provideServices, resetKernel, withTransaction } from '../../src/runtime/kernel';
import { isImplemented, refusal } from '../../src/runtime/lib/registry';
import {
  ApexBlob,
  ApexException,
  ApexTypeValue,
  catchable,
  LimitException,
  newException,
  rtType,
  SObjectValue,
  UnsupportedError
} from '../../src/runtime/values';
import { newField, newObject } from '../../src/schema/defaults';
import { callOn, callStatic, construct, show, thrownBy } from './support';

const noStorage = {
  beginTransaction: (): unknown => null,
  commitTransaction: (): void => undefined,
  rollbackTransaction: (): void => undefined
};

/** Source of expectations: the page of each class in the Apex Reference Guide. */
describe('platform', () => {
  beforeEach(() => {
    resetKernel();
    provideServices(noStorage);
  });
  afterEach(resetKernel);

  it("asserts in an org's words, uncatchably", () => {
    const equal = (...args: unknown[]): string => thrownBy(() => callStatic('System.System', 'assertEquals', ...args));
    assert.equal(equal(1, 2), 'System.AssertException: Assertion Failed: Expected: 1, Actual: 2');
    assert.equal(equal('a', 'A', 'why'), 'System.AssertException: Assertion Failed: why: Expected: a, Actual: A');
    assert.equal(catchable(newException('System.AssertException', 'x')), false);
    assert.equal(catchable(new LimitException('x')), false);
    assert.equal(catchable(newException('System.DmlException', 'x')), true);
  });

  it('counts limits and ends the transaction past them', () => {
    const { limits } = kernel.tx;
    limits.count('soqlQueries', 100);
    assert.equal(callStatic('System.Limits', 'getQueries'), 100);
    assert.equal(callStatic('System.Limits', 'getLimitQueries'), 100);
    assert.equal(
      thrownBy(() => limits.count('soqlQueries', 1)),
      'System.LimitException: Too many SOQL queries: 101'
    );
  });

  it('gives a test its own limits between startTest and stopTest', () => {
    let runs = 0;
    provideServices({ runEnqueued: () => void runs++ });
    withTransaction({ kind: 'RUNTEST_SYNC', test: {} }, (tx) => {
      tx.limits.count('soqlQueries', 5);
      tx.uncommittedWork = true;
      callStatic('System.Test', 'startTest');
      // Apex Developer Guide, "Performing DML Operations and Mock Callouts".
      assert.equal(tx.uncommittedWork, false);
      assert.equal(tx.limits.get('soqlQueries'), 0);
      assert.equal(
        thrownBy(() => callStatic('System.Test', 'startTest')),
        'System.FinalException: Testing has already started'
      );
      callStatic('System.Test', 'stopTest');
      assert.deepEqual([tx.limits.get('soqlQueries'), tx.uncommittedWork], [5, true]);
    });
    assert.equal(runs, 1);
  });

  it('answers callouts from the mock of the test', () => {
    const response = construct('System.HttpResponse');
    callOn('System.HttpResponse', 'setStatusCode', response, 201);
    provideServices({ checkCallout: () => kernel.tx.limits.count('callouts', 1) });
    withTransaction({ kind: 'RUNTEST_SYNC', test: {} }, (tx) => {
      const mock = { respond$1: () => response };
      callStatic('System.Test', 'setMock', ApexTypeValue.of(rtType('System.HttpCalloutMock')), mock);
      const request = construct('System.HttpRequest');
      callOn('System.HttpRequest', 'setEndpoint', request, 'callout:WalkMe/x');
      callOn('System.HttpRequest', 'setMethod', request, 'GET');
      assert.equal(callOn('System.Http', 'send', construct('System.Http'), request), response);
      assert.equal(tx.limits.get('callouts'), 1);
    });
  });

  it('digests, encodes and signs with keys it has', () => {
    const blob = ApexBlob.fromString('abc');
    const digest = callStatic('System.Crypto', 'generateDigest', 'SHA-256', blob) as ApexBlob;
    assert.equal(
      callStatic('System.EncodingUtil', 'convertToHex', digest),
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
    );
    assert.equal(callStatic('System.EncodingUtil', 'base64Encode', blob), 'YWJj');
    assert.equal(callStatic('System.EncodingUtil', 'urlEncode', 'a b&ü', 'UTF-8'), 'a+b%26%C3%BC');
    assert.equal(callStatic('System.EncodingUtil', 'urlDecode', 'a+b%26%C3%BC', 'UTF-8'), 'a b&ü');
    const key = callStatic('System.Crypto', 'generateAesKey', 256);
    const secret = callStatic('System.Crypto', 'encryptWithManagedIV', 'AES256', key, blob);
    assert.equal(
      callOn('System.Blob', 'toString', callStatic('System.Crypto', 'decryptWithManagedIV', 'AES256', key, secret)),
      'abc'
    );
  });

  it('makes 18 characters of an Id and checks its form', () => {
    assert.equal(callStatic('System.Id', 'valueOf', '00Q000000000001'), '00Q000000000001EAA');
    assert.equal(
      thrownBy(() => callStatic('System.Id', 'valueOf', 'abc')),
      'System.StringException: Invalid id: abc'
    );
  });

  it('finds types by name and makes their objects', () => {
    assert.equal(show(callStatic('System.Type', 'forName', 'list<string>')), 'List<String>');
    assert.equal(callStatic('System.Type', 'forName', 'NoSuchThing'), null);
    const made = callOn('System.Type', 'newInstance', callStatic('System.Type', 'forName', 'Map<Id, Object>'));
    assert.equal(show(made), '{}');
  });

  it('reads and writes XML', () => {
    const document = construct('Dom.Document');
    callOn('Dom.Document', 'load', document, '<a x="1"><b>t&amp;u</b><!--c--></a>');
    const root = callOn('Dom.Document', 'getRootElement', document);
    assert.equal(callOn('Dom.XmlNode', 'getAttributeValue', root, 'x', null), '1');
    const child = callOn('Dom.XmlNode', 'getChildElement', root, 'b', null);
    assert.equal(callOn('Dom.XmlNode', 'getText', child), 't&u');
    assert.equal(
      callOn('Dom.Document', 'toXmlString', document),
      '<?xml version="1.0" encoding="UTF-8"?><a x="1"><b>t&amp;u</b><!--c--></a>'
    );
    assert.match(
      thrownBy(() => callOn('Dom.Document', 'load', document, '<a>')),
      /^System\.XmlException/
    );
  });

  it('removes fields that the user may not see', () => {
    const schema = newObject('Thing__c', 'Thing', 'Things', 'custom');
    for (const name of ['Id', 'Open__c', 'Shut__c'])
      schema.fields.set(name.toLowerCase(), newField(name, name, 'STRING'));
    const field = (_object: string, name: string) => ({
      accessible: name !== 'Shut__c',
      createable: true,
      updateable: true,
      permissionable: true
    });
    const object = () => ({ accessible: true, createable: true, updateable: true, deletable: true });
    provideServices({ permissions: { object, field, hasCustomPermission: () => false } });
    const record = new SObjectValue(schema);
    record.setField('Open__c', 'a');
    record.setField('Shut__c', 'b');
    const readable = callStatic('System.AccessType', 'valueOf', 'READABLE');
    const list = callStatic('System.JSON', 'deserializeUntyped', '[]') as { add(value: unknown): void };
    list.add(record);
    const decision = callStatic('System.Security', 'stripInaccessible', readable, list);
    assert.equal(show(callOn('System.SObjectAccessDecision', 'getRecords', decision)), '(Thing__c:{Open__c=a})');
    assert.equal(show(callOn('System.SObjectAccessDecision', 'getRemovedFields', decision)), '{Thing__c={Shut__c}}');
    assert.equal(show(record), 'Thing__c:{Open__c=a, Shut__c=b}');
  });

  it('says what it lacks, and refuses it by name', () => {
    assert.equal(isImplemented('System.Crypto', 'signWithCertificate', ['String', 'Blob', 'String']), false);
    assert.equal(isImplemented('System.String', 'abbreviate', ['Integer']), true);
    assert.throws(
      () => void refusal('System.Crypto', 'signWithCertificate', ['String', 'Blob', 'String'])(),
      (error: Error) => {
        assert.ok(error instanceof UnsupportedError);
        assert.equal(
          error.message,
          'The local org does not know System.Crypto.signWithCertificate(String, Blob, String)'
        );
        return !(error instanceof ApexException);
      }
    );
  });

  it('keeps a message of AuraHandledException from Apex code', () => {
    const exception = construct('System.AuraHandledException', 'secret');
    assert.equal(callOn('System.Exception', 'getMessage', exception), 'Script-thrown exception');
  });
});
