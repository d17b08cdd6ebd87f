/**
 * Platform events: publishing, and the triggers on them.
 * Source: Platform Events Developer Guide.
 */
import { randomUUID } from 'node:crypto';
import { findObject, kernel } from '../runtime/kernel';
import type { DmlError, DmlResult } from '../runtime/services';
import type { TriggerContext } from '../runtime/transaction';
import { ApexDatetime, ApexException, SObjectValue } from '../runtime/values';
import type { SObjectSchema } from '../schema/model';
import { runWork, type AsyncHost, type Origin } from './host';

/** Most events that one run of a trigger is given. */
const MAX_TRIGGER_EVENTS = 2000;
/** How often a trigger that throws EventBus.RetryableException is run again. */
const MAX_RETRIES = 9;

interface PublishedEvent {
  record: SObjectValue;
  origin: Origin;
}

/** Events that wait for the commit of one open transaction. */
interface Frame {
  token: unknown;
  waiting: PublishedEvent[];
}

interface TriggerRun {
  retries: number;
  lastError: string | null;
  checkpoint: string | null;
}

const TRIGGER_RUN = 'async.eventTrigger';

/** Told of each event that has left its transaction, in order. */
export type EventListener = (event: SObjectValue) => void;

export class Events {
  private bus: PublishedEvent[] = [];
  private readonly listeners = new Set<EventListener>();
  private readonly frames: Frame[] = [];
  private readonly savepoints = new Map<unknown, { frame: Frame; count: number }>();
  private replayId = 0;

  constructor(private readonly host: AsyncHost) {}

  // ------------------------------------------------------------------------------------------ following transactions

  /** A storage transaction began. */
  began(token: unknown): void {
    this.frames.push({ token, waiting: [] });
  }

  /** It was kept: what waited for it waits for the transaction around it, or is on the bus. */
  committed(token: unknown): void {
    const frame = this.close(token);
    const outer = this.frames[this.frames.length - 1];
    const events = frame?.waiting ?? [];
    if (outer) outer.waiting.push(...events);
    else for (const event of events) this.arrive(event);
  }

  /** An event reaches the bus, from where subscribers outside the org see it too. Those of tests stay in their test. */
  private arrive(event: PublishedEvent): void {
    this.bus.push(event);
    if (!event.origin.inTest) for (const listener of this.listeners) listener(event.record);
  }

  /** Subscribes to all events. Answers a function that ends the subscription. */
  listen(listener: EventListener): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  rolledBack(token: unknown): void {
    this.close(token);
  }

  private close(token: unknown): Frame | undefined {
    const at = this.frames.findIndex((frame) => frame.token === token);
    return at < 0 ? undefined : this.frames.splice(at)[0];
  }

  savepointSet(token: unknown): void {
    const frame = this.frames[this.frames.length - 1];
    if (frame) this.savepoints.set(token, { frame, count: frame.waiting.length });
  }

  /** Rolling back to a savepoint takes back the events that were to be published after the commit. */
  rolledBackTo(token: unknown): void {
    const savepoint = this.savepoints.get(token);
    if (savepoint) savepoint.frame.waiting.length = savepoint.count;
  }

  // ------------------------------------------------------------------------------------------------------ publishing

  /** EventBus.publish. */
  publish(records: readonly SObjectValue[]): DmlResult[] {
    const kinds = new Set(records.map((record) => record.schema.publishBehavior ?? 'PublishImmediately'));
    if (kinds.has('PublishAfterCommit')) {
      kernel.tx.limits.count('dmlStatements', 1);
      kernel.tx.limits.count(
        'dmlRows',
        records.filter((record) => record.schema.publishBehavior === 'PublishAfterCommit').length
      );
    }
    if (kinds.has('PublishImmediately')) kernel.tx.limits.count('publishImmediateDml', 1);
    return records.map((record) => this.publishOne(record));
  }

  private publishOne(record: SObjectValue): DmlResult {
    const errors = checkEvent(record);
    if (errors.length > 0) return { id: null, success: false, errors };
    const event = this.complete(record, kernel.tx.user.id);
    const published = { record: event, origin: { user: kernel.tx.user, inTest: kernel.tx.isTest } };
    const afterCommit = record.schema.publishBehavior === 'PublishAfterCommit';
    const frame = afterCommit ? this.frames[this.frames.length - 1] : undefined;
    if (frame) frame.waiting.push(published);
    else this.arrive(published);
    return { id: event.values.get('EventUuid') as string, success: true, errors: [] };
  }

  /** An event that the platform itself publishes, at once. */
  publishSystemEvent(objectName: string, values: Record<string, unknown>, origin: Origin): void {
    const schema = findObject(objectName);
    if (!schema) throw new Error(`The org has no object ${objectName}`);
    const record = new SObjectValue(schema);
    for (const [name, value] of Object.entries(values)) record.values.set(name, value);
    this.arrive({ record: this.complete(record, this.host.automatedProcessUser().id), origin });
  }

  private complete(record: SObjectValue, userId: string): SObjectValue {
    const event = record.copy();
    event.values.set('ReplayId', String(++this.replayId));
    if (!event.values.get('EventUuid')) event.values.set('EventUuid', randomUUID());
    event.values.set('CreatedDate', new ApexDatetime(this.host.clock.now()));
    event.values.set('CreatedById', userId);
    return event;
  }

  // -------------------------------------------------------------------------------------------------------- delivery

  /** Whether events wait for their triggers. */
  hasWaiting(inTest: boolean): boolean {
    return this.bus.some((event) => event.origin.inTest === inTest);
  }

  /** Runs the triggers of all published events. In a test also of those that wait for a commit that never comes. */
  deliver(inTest: boolean): void {
    if (inTest) this.bus.push(...this.frames.flatMap((frame) => frame.waiting.splice(0)));
    while (this.hasWaiting(inTest)) {
      const events = this.bus.filter((event) => event.origin.inTest === inTest);
      this.bus = this.bus.filter((event) => event.origin.inTest !== inTest);
      for (const [schema, records] of byObject(events)) this.deliverTo(schema, records, inTest);
    }
  }

  /** Test.getEventBus().fail(): the events are lost, as when publishing fails at the bus. */
  fail(): void {
    this.forgetTests();
  }

  /** Drops what a test published and nobody delivered. */
  forgetTests(): void {
    this.bus = this.bus.filter((event) => !event.origin.inTest);
    for (const frame of this.frames) frame.waiting = frame.waiting.filter((event) => !event.origin.inTest);
  }

  private deliverTo(schema: SObjectSchema, records: SObjectValue[], inTest: boolean): void {
    if (this.host.triggers.find(schema.name, 'after insert').length === 0) return;
    for (let at = 0; at < records.length; at += MAX_TRIGGER_EVENTS) {
      this.runTriggers(schema, records.slice(at, at + MAX_TRIGGER_EVENTS), inTest);
    }
  }

  private runTriggers(schema: SObjectSchema, records: SObjectValue[], inTest: boolean): void {
    let left = records;
    let retries = 0;
    let lastError: string | null = null;
    while (left.length > 0) {
      const run: TriggerRun = { retries, lastError, checkpoint: null };
      try {
        this.runOnce(schema, left, run, inTest);
        return;
      } catch (error) {
        const isRetry = error instanceof ApexException && error.typeName === 'EventBus.RetryableException';
        const rest = run.checkpoint === null ? [] : afterReplayId(left, run.checkpoint);
        if (!isRetry && rest.length === 0) return this.failed(error, inTest);
        if (isRetry && ++retries > MAX_RETRIES) return this.failed(error, inTest);
        left = rest.length > 0 && !isRetry ? rest : left;
        lastError = error instanceof Error ? error.message : String(error);
      }
    }
  }

  private failed(error: unknown, inTest: boolean): void {
    if (inTest) throw error;
    kernel.services.unhandled(error as Error);
  }

  /** A resume checkpoint keeps what was done so far; any other exception undoes it. */
  private runOnce(schema: SObjectSchema, records: SObjectValue[], run: TriggerRun, inTest: boolean): void {
    let stopped: unknown = null;
    runWork('SYNCHRONOUS', { user: this.host.automatedProcessUser(), inTest }, '', (tx) => {
      tx.extra.set(TRIGGER_RUN, run);
      try {
        for (const trigger of this.host.triggers.find(schema.name, 'after insert')) {
          tx.triggers.push(triggerContext(schema, records));
          try {
            trigger.run();
          } finally {
            tx.triggers.pop();
          }
        }
      } catch (error) {
        const isRetry = error instanceof ApexException && error.typeName === 'EventBus.RetryableException';
        if (run.checkpoint === null || isRetry) throw error;
        stopped = error;
      }
    });
    if (stopped !== null) throw stopped;
  }

  /** EventBus.TriggerContext.currentContext(). */
  triggerContext(): { retries: number; lastError: string | null; setResumeCheckpoint(replayId: string): void } {
    const run = kernel.tx.extra.get(TRIGGER_RUN) as TriggerRun | undefined;
    return {
      retries: run?.retries ?? 0,
      lastError: run?.lastError ?? null,
      setResumeCheckpoint: (replayId: string): void => {
        if (run) run.checkpoint = replayId;
      }
    };
  }
}

function triggerContext(schema: SObjectSchema, records: SObjectValue[]): TriggerContext {
  return {
    objectName: schema.name,
    isBefore: false,
    isAfter: true,
    isInsert: true,
    isUpdate: false,
    isDelete: false,
    isUndelete: false,
    newRecords: records,
    oldRecords: null,
    newMap: null,
    oldMap: null,
    operationType: 'AFTER_INSERT',
    size: records.length
  };
}

function byObject(events: readonly PublishedEvent[]): Map<SObjectSchema, SObjectValue[]> {
  const found = new Map<SObjectSchema, SObjectValue[]>();
  for (const { record } of events) {
    const records = found.get(record.schema) ?? [];
    records.push(record);
    found.set(record.schema, records);
  }
  return found;
}

function afterReplayId(records: readonly SObjectValue[], replayId: string): SObjectValue[] {
  const at = records.findIndex((record) => record.values.get('ReplayId') === replayId);
  return at < 0 ? [] : records.slice(at + 1);
}

function checkEvent(record: SObjectValue): DmlError[] {
  if (record.schema.sort !== 'platformEvent') {
    const message = `Only platform events can be published: ${record.schema.name}`;
    return [{ statusCode: 'INVALID_TYPE', message, fields: [] }];
  }
  const custom = [...record.schema.fields.values()].filter((field) => field.custom);
  const missing = custom.filter(
    (field) => !field.nillable && !field.defaultedOnCreate && (record.values.get(field.name) ?? null) === null
  );
  if (missing.length > 0) {
    const names = missing.map((field) => field.name);
    return [
      {
        statusCode: 'REQUIRED_FIELD_MISSING',
        message: `Required fields are missing: [${names.join(', ')}]`,
        fields: names
      }
    ];
  }
  return custom.flatMap((field) => {
    const value = record.values.get(field.name);
    if (typeof value !== 'string' || field.length === 0 || value.length <= field.length) return [];
    const message = `${field.label}: data value too large: ${value.slice(0, 255)} (max length=${field.length})`;
    return [{ statusCode: 'STRING_TOO_LONG', message, fields: [field.name] }];
  });
}
