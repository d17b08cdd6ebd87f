/**
 * System.Test.
 * Source: Apex Reference Guide, "Test Class"; Apex Developer Guide, "Using Limits, startTest, and stopTest".
 */
import { parse } from 'csv-parse/sync';
import { kernel } from '../../kernel';
import { Limits } from '../../limits';
import type { TestContext } from '../../transaction';
import {
  type ApexDatetime,
  ApexList,
  ApexObject,
  type ApexTypeValue,
  listOf,
  rtType,
  rtTypeOfSObject,
  type SObjectTypeValue,
  SObjectValue,
  throwNew,
  type RtType
} from '../../values';
import type { FieldSchema } from '../../../schema/model';
import { jsonScalarOf } from '../../json/scalars';
import { nonNull } from '../args';
import { platformClass } from '../registry';
import { insertAll } from '../database/dmlCalls';
import { createStub } from './stub';

/** @throws FinalException outside tests */
function testContext(what: string): TestContext {
  return kernel.tx.test ?? throwNew('System.TypeException', `${what} can only be called from a test`);
}

function startTest(): void {
  const test = testContext('Test.startTest');
  if (test.started || test.stopped) throwNew('System.FinalException', 'Testing has already started');
  test.started = true;
  test.outerLimits = kernel.tx.limits;
  // What the test set up before does not keep it from calling out (Apex Developer Guide, "Testing Callouts with Mock HTTP").
  test.outerUncommittedWork = kernel.tx.uncommittedWork;
  kernel.tx.uncommittedWork = false;
  kernel.tx.limits = new Limits(kernel.tx.limits.mode);
}

/** Runs asynchronous work, and gives the test its former limits back. */
function stopTest(): void {
  const test = testContext('Test.stopTest');
  if (!test.started) throwNew('System.FinalException', 'Testing has not started');
  test.started = false;
  test.stopped = true;
  try {
    kernel.services.runEnqueued();
  } finally {
    kernel.tx.limits = test.outerLimits ?? kernel.tx.limits;
    kernel.tx.uncommittedWork ||= test.outerUncommittedWork;
  }
}

function setMock(type: ApexTypeValue, mock: object): void {
  testContext('Test.setMock').mocks.set(type.type.symbolName, mock);
}

/** The type of a field as JSON and CSV read it. */
function typeOfField(field: FieldSchema): RtType {
  return rtType(`System.${field.apexType}`);
}

/** Records from a CSV file in a static resource, inserted. */
function loadData(objectType: SObjectTypeValue, resource: string): ApexList {
  const body = kernel.services.staticResource(resource);
  if (!body) return throwNew('System.QueryException', `Static resource not found: ${resource}`);
  const rows = parse(body, { columns: true, skip_empty_lines: true, bom: true }) as Record<string, string>[];
  const records = rows.map((row) => {
    const record = new SObjectValue(objectType.schema);
    for (const [column, text] of Object.entries(row)) {
      const name = record.resolveField(column.trim());
      if (text !== '') record.setField(name, jsonScalarOf(text, typeOfField(record.fieldSchema(name)!)));
    }
    return record;
  });
  insertAll(records);
  return new ApexList(listOf(rtTypeOfSObject(objectType.schema)), records);
}

const BROKER = rtType('EventBus.TestBroker');

class TestBroker extends ApexObject {
  override get rtType(): RtType {
    return BROKER;
  }
}

platformClass('EventBus.TestBroker', {
  instance: {
    'deliver/0': () => kernel.services.deliverEvents(),
    'fail/0': () => kernel.services.failEvents()
  }
});

/** Key prefix of Pricebook2. */
const STANDARD_PRICEBOOK = '01s000000000001AAA';

platformClass('System.Test', {
  statics: {
    'isRunningTest/0': () => kernel.tx.isTest,
    'startTest/0': startTest,
    'stopTest/0': stopTest,
    'setMock/2': (type: ApexTypeValue | null, mock: object | null) => setMock(nonNull(type), nonNull(mock)),
    'createStub/2': (type: ApexTypeValue | null, provider: object | null) =>
      createStub(nonNull(type).type, nonNull(provider)),
    'setCreatedDate/2': (id: string | null, at: ApexDatetime | null) =>
      kernel.services.setCreatedDate(nonNull(id), nonNull(at).ms),
    'calculatePermissionSetGroup(String)': (id: string | null) =>
      kernel.services.calculatePermissionSetGroup(nonNull(id)),
    'calculatePermissionSetGroup(List)': (ids: ApexList | null) => {
      for (const id of nonNull(ids).items) kernel.services.calculatePermissionSetGroup(nonNull(id as string | null));
    },
    'getStandardPricebookId/0': () => STANDARD_PRICEBOOK,
    'setFixedSearchResults/1': (ids: ApexList | null) => {
      testContext('Test.setFixedSearchResults').fixedSearchResults = [...(nonNull(ids).items as string[])];
    },
    'setCurrentPage/1': (page: object | null) => void (testContext('Test.setCurrentPage').currentPage = page),
    'setCurrentPageReference/1': (page: object | null) => void (testContext('Test.setCurrentPage').currentPage = page),
    'getEventBus/0': () => new TestBroker(),
    'loadData/2': (type: SObjectTypeValue | null, resource: string | null) =>
      loadData(nonNull(type), nonNull(resource)),
    'clearApexPageMessages/0': () => void kernel.tx.extra.delete('ApexPages.messages')
  }
});
