/**
 * Database.insert, update, upsert, delete, undelete, merge. Their many overloads differ by the types of what follows the
 * records, which is read from the values.
 * Source: Apex Reference Guide, "Database Class".
 */
import type { DmlOperation } from '../../services';
import { SObjectFieldValue, type SObjectValue } from '../../values';
import { nonNull } from '../args';
import { Bean } from '../bean';
import { platformClass, type PlatformFunction } from '../registry';
import { AccessLevel } from './AccessLevel';
import { optionsOf, recordsOf, runDml, type DmlCall } from './dmlCalls';
import { makeResult, makeResults, RESULT_OF } from './results';

/** Reads all-or-none, access level, options and external id field from what follows the records. */
function callOf(target: unknown, rest: unknown[]): DmlCall {
  const call: DmlCall = {
    ...recordsOf(target),
    allOrNone: true,
    access: null,
    dmlOptions: null,
    externalIdField: null
  };
  for (const value of rest) {
    if (typeof value === 'boolean') call.allOrNone = value;
    else if (value instanceof AccessLevel) call.access = value.mode;
    else if (value instanceof SObjectFieldValue) call.externalIdField = value.field.name;
    else if (value instanceof Bean) applyOptions(call, value);
    else nonNull(value);
  }
  return call;
}

/** With options, partial success is the default. */
function applyOptions(call: DmlCall, options: Bean): void {
  call.dmlOptions = optionsOf(options);
  call.allOrNone = options.get('OptAllOrNone') === true;
}

function run(operation: DmlOperation): PlatformFunction {
  return (target: unknown, ...rest: unknown[]): unknown => {
    const call = callOf(target, rest);
    const results = runDml(operation, call);
    const kind = RESULT_OF[operation];
    return call.isSingle ? makeResult(kind, results[0]!) : makeResults(kind, results);
  };
}

/** A list of records to merge answers one result a record. */
function merge(master: SObjectValue | null, sources: unknown, ...rest: unknown[]): unknown {
  const { records, isSingle } = recordsOf(sources);
  const base = callOf(nonNull(master), rest);
  if (isSingle) return makeResult('merge', runDml('merge', { ...base, mergeSources: records })[0]!);
  const results = records.flatMap((record) => runDml('merge', { ...base, mergeSources: [record] }));
  return makeResults('merge', results);
}

function overloads(name: DmlOperation, longest: number): Record<string, PlatformFunction> {
  const fn = run(name);
  return Object.fromEntries(Array.from({ length: longest }, (_, i) => [`${name}/${i + 1}`, fn]));
}

platformClass('System.Database', {
  statics: {
    ...overloads('insert', 3),
    ...overloads('update', 3),
    ...overloads('upsert', 4),
    ...overloads('delete', 3),
    ...overloads('undelete', 3),
    'merge/2': merge,
    'merge/3': merge,
    'merge/4': merge
  }
});
