/**
 * Runs the triggers of one event on up to 200 records.
 * Source: Apex Developer Guide, "Trigger Context Variables" and "Triggers and Order of Execution".
 */
import type { TriggerEvent } from '../../apex/ast';
import type { SObjectSchema } from '../../schema/model';
import { kernel } from '../../runtime/kernel';
import type { TriggerContext } from '../../runtime/transaction';
import { type ApexException, catchable } from '../../runtime/values/exception';
import { ApexMap } from '../../runtime/values/map';
import { ID, mapOf, rtTypeOfSObject } from '../../runtime/values/rttype';
import type { SObjectValue } from '../../runtime/values/sobject';
import type { DataContext } from '../dataContext';
import { errors } from './errors';
import { takeErrors, type Row } from './row';

/** Apex Developer Guide, "Execution Governors and Limits": total stack depth for recursive triggers. */
const MAXIMUM_TRIGGER_DEPTH = 16;

/** Records that triggers were given; DML refuses the very instances. */
const triggerRecords = new WeakSet<SObjectValue>();

export function isTriggerRecord(record: SObjectValue): boolean {
  return triggerRecords.has(record);
}

/** What the triggers of the current stack work on, for the guard against self reference. */
interface Frame {
  event: TriggerEvent;
  trigger: string;
  ids: Set<string>;
}

function frames(): Frame[] {
  return kernel.tx.remember('data.triggerFrames', () => []);
}

const GUARDED: Record<string, readonly TriggerEvent[]> = {
  update: ['before update'],
  delete: ['before delete', 'after delete', 'after undelete'],
  undelete: ['after delete']
};

/** The trigger that keeps the record from being changed by that operation; null when none does. */
export function guardingTrigger(operation: 'update' | 'delete' | 'undelete', id: string): string | null {
  const frame = frames().find((f) => GUARDED[operation]!.includes(f.event) && f.ids.has(id));
  return frame?.trigger ?? null;
}

function mapById(records: SObjectValue[] | null, schema: SObjectSchema): ApexMap | null {
  if (records === null) return null;
  return new ApexMap(
    mapOf(ID, rtTypeOfSObject(schema)),
    records.map((r) => [r.id, r] as const)
  );
}

function makeContext(event: TriggerEvent, schema: SObjectSchema, rows: Row[]): TriggerContext {
  const [when, operation] = event.split(' ') as ['before' | 'after', string];
  const hasNew = operation !== 'delete';
  const hasOld = operation === 'update' || operation === 'delete';
  const newRecords = hasNew ? rows.map((r) => r.record) : null;
  const oldRecords = hasOld ? rows.map((r) => r.oldRecord!) : null;
  for (const record of newRecords ?? []) record.readOnly = when === 'after';
  for (const record of oldRecords ?? []) record.readOnly = true;
  return {
    objectName: schema.name,
    isBefore: when === 'before',
    isAfter: when === 'after',
    isInsert: operation === 'insert',
    isUpdate: operation === 'update',
    isDelete: operation === 'delete',
    isUndelete: operation === 'undelete',
    newRecords,
    oldRecords,
    newMap: event === 'before insert' ? null : mapById(newRecords, schema),
    oldMap: mapById(oldRecords, schema),
    operationType: `${when}_${operation}`.toUpperCase(),
    size: rows.length
  };
}

/** `BeforeInsert`, as errors name the event. */
function eventName(event: TriggerEvent): string {
  return event
    .split(' ')
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join('');
}

/** The text of an exception that a trigger let out. */
export function causeText(trigger: string, event: TriggerEvent, error: ApexException): string {
  const stack = error.getStackTraceString();
  return `${trigger}: execution of ${eventName(event)}\n\ncaused by: ${error.typeName}: ${error.getMessage()}\n\n${stack}`;
}

/** Runs the triggers of the event. Errors, added or thrown, end up on the rows. */
export function runTriggers(data: DataContext, schema: SObjectSchema, event: TriggerEvent, rows: Row[]): void {
  const triggers = data.triggers.find(schema.name, event);
  if (triggers.length === 0 || rows.length === 0) return;
  const { tx } = kernel;
  const context = makeContext(event, schema, rows);
  for (const record of [...(context.newRecords ?? []), ...(context.oldRecords ?? [])]) triggerRecords.add(record);
  for (const trigger of triggers) {
    if (tx.triggers.length >= MAXIMUM_TRIGGER_DEPTH) return failDepth(trigger.name, rows);
    const frame: Frame = {
      event,
      trigger: trigger.name,
      ids: new Set(rows.flatMap((r) => (r.id === null ? [] : [r.id])))
    };
    const { sharing } = tx;
    tx.triggers.push(context);
    frames().push(frame);
    // Triggers run without sharing and in system mode (Apex Developer Guide, "Triggers").
    tx.sharing = 'without';
    try {
      trigger.run();
    } catch (error) {
      if (!catchable(error)) throw error;
      const text = causeText(trigger.name, event, error);
      for (const row of rows) row.errors.push(errors.triggerFailed(text));
      return;
    } finally {
      tx.sharing = sharing;
      tx.triggers.pop();
      frames().pop();
    }
  }
  for (const row of rows) {
    takeErrors(row, row.record);
    if (row.oldRecord) takeErrors(row, row.oldRecord);
  }
}

function failDepth(trigger: string, rows: Row[]): void {
  const trail = [...kernel.tx.triggers].reverse().map((t) => `${t.objectName} trigger event ${camel(t.operationType)}`);
  const text = `${trigger}: maximum trigger depth exceeded\n${trail.join('\n')}`;
  for (const row of rows) row.errors.push(errors.triggerFailed(text));
}

/** `AFTER_UPDATE` -> `AfterUpdate`. */
function camel(operationType: string): string {
  return operationType
    .toLowerCase()
    .split('_')
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join('');
}
