/** An org of memory for the engine's tests, and Apex classes written in JavaScript. */
import { AsyncEngine } from '../../src/async/engine';
import { Clock } from '../../src/async/clock';
import type { AsyncHost } from '../../src/async/host';
import type { SystemRecords, SystemValues } from '../../src/async/systemRecords';
import type { TriggerHandle } from '../../src/data/dataContext';
import { kernel, provideServices, resetKernel, withTransaction } from '../../src/runtime/kernel';
import type { EnqueueOptions } from '../../src/runtime/services';
import { DEFAULT_USER } from '../../src/runtime/user';
import { ApexObject, defineUserType, rtType, SObjectValue, type RtType } from '../../src/runtime/values';
import { newField, newObject } from '../../src/schema/defaults';

const PREFIXES: Record<string, string> = { AsyncApexJob: '707', CronTrigger: '08e', CronJobDetail: '08a' };

/** Records in memory that follow the transactions of the test org. */
export class MemoryRecords implements SystemRecords {
  rows = new Map<string, SystemValues>();
  private next = 1;

  insert(object: string, values: SystemValues): string {
    const id = `${PREFIXES[object] ?? '000'}Lo0${String(this.next++).padStart(9, '0')}AAA`;
    this.rows.set(id, { ...values, Id: id, object });
    return id;
  }
  update(_object: string, id: string, values: SystemValues): void {
    const row = this.rows.get(id);
    if (row) this.rows.set(id, { ...row, ...values });
  }
  delete(_object: string, id: string): void {
    this.rows.delete(id);
  }
  read(_object: string, id: string): SystemValues | null {
    return this.rows.get(id) ?? null;
  }
  find(object: string, where: SystemValues): SystemValues[] {
    const rows = [...this.rows.values()].filter((row) => row['object'] === object);
    return rows.filter((row) => Object.entries(where).every(([name, value]) => row[name] === value));
  }
}

/** Start of the tests' clock: Friday, 2 January 2026, 10:00 UTC. */
export const START = Date.UTC(2026, 0, 2, 10);

export interface TestOrg {
  engine: AsyncEngine;
  clock: Clock;
  records: MemoryRecords;
  /** What was reported instead of thrown. */
  unhandled: string[];
  /** Runs code as a transaction of its own. */
  run<T>(body: () => T): T;
  /** Runs code as a test method, whose data is undone at the end. */
  test<T>(body: () => T): T;
  job(id: string): SystemValues;
  onEvent(run: (records: SObjectValue[]) => void): void;
  event(values?: Record<string, unknown>, behavior?: 'PublishImmediately' | 'PublishAfterCommit'): SObjectValue;
}

/** A new org; the kernel is its own. */
export function testOrg(): TestOrg {
  resetKernel();
  const records = new MemoryRecords();
  const clock = new Clock(() => START);
  const unhandled: string[] = [];
  const handles: TriggerHandle[] = [];
  const host: AsyncHost = {
    clock,
    records,
    triggers: { find: (_object, event) => (event === 'after insert' ? handles : []) },
    apexClassId: (name) => `01pLo0${name}`,
    automatedProcessUser: () => ({ ...DEFAULT_USER, id: '005Lo0000000AUTOAA', name: 'Automated Process' })
  };
  const engine = new AsyncEngine(host);
  provideServices({
    ...engine.services(),
    beginTransaction: () => new Map(records.rows),
    commitTransaction: () => undefined,
    rollbackTransaction: (token) => void (records.rows = token as Map<string, SystemValues>),
    savepoint: () => new Map(records.rows),
    rollback: (token) => void (records.rows = token as Map<string, SystemValues>),
    unhandled: (error) => void unhandled.push(error.message)
  });
  provideServices(engine.following(kernel.services));
  return {
    engine,
    clock,
    records,
    unhandled,
    run: (body) => withTransaction({ kind: 'ANONYMOUS' }, body),
    test: (body) => withTransaction({ kind: 'RUNTEST_SYNC', test: {}, rollback: true }, body),
    job: (id) => records.read('AsyncApexJob', id) ?? {},
    onEvent: (run) => void handles.push({ name: 'T', run: () => run(kernel.tx.trigger!.newRecords!) }),
    event: (values = {}, behavior = 'PublishImmediately') => {
      const schema = newObject('News__e', 'News', 'News', 'platformEvent', { publishBehavior: behavior });
      for (const name of ['ReplayId', 'EventUuid', 'Text__c'])
        schema.fields.set(name.toLowerCase(), newField(name, name, 'STRING', { length: 36 }));
      const record = new SObjectValue(schema);
      for (const [name, value] of Object.entries(values)) record.values.set(name, value);
      return record;
    }
  };
}

/** Declares an Apex class that implements platform interfaces, and answers its run-time type. */
export function apexClass(name: string, jsClass: unknown, ...interfaces: string[]): RtType {
  return defineUserType({
    name,
    kind: 'class',
    superclass: null,
    interfaces: interfaces.map((i) => rtType(i)),
    jsClass
  });
}

/** Ancestor of the tests' classes: fields are own properties that begin with `f_`, as emitted code has them. */
export class TestClass extends ApexObject {
  override get rtType(): RtType {
    return rtType(this.constructor.name);
  }
}

/** Options of a plain System.enqueueJob. */
export const PLAIN: EnqueueOptions = { delayMinutes: null, maximumQueueableStackDepth: null, duplicateSignature: null };
