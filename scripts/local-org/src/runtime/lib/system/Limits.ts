/**
 * System.Limits. Processor time is counted (see Limits.cpuMillis); heap size and database time are not.
 * Source: Apex Reference Guide, "Limits Class".
 */
import { kernel } from '../../kernel';
import type { LimitName } from '../../limits';
import { platformClass, type PlatformFunction } from '../registry';

const GETTERS: Record<string, LimitName> = {
  AggregateQueries: 'aggregateQueries',
  ApexCursorRows: 'cursorRows',
  FetchCallsOnApexCursor: 'fetchCallsOnApexCursor',
  AsyncCalls: 'futureCalls',
  Callouts: 'callouts',
  DmlRows: 'dmlRows',
  DmlStatements: 'dmlStatements',
  EmailInvocations: 'emailInvocations',
  FindSimilarCalls: 'findSimilarCalls',
  FutureCalls: 'futureCalls',
  HeapSize: 'heapSize',
  MobilePushApexCalls: 'mobilePushApexCalls',
  PublishImmediateDML: 'publishImmediateDml',
  Queries: 'soqlQueries',
  QueryLocatorRows: 'queryLocatorRows',
  QueryRows: 'soqlRows',
  QueueableJobs: 'queueableJobs',
  RunAs: 'runAs',
  Savepoints: 'savepoints',
  SoslQueries: 'soslQueries'
};

function members(): Record<string, PlatformFunction> {
  const all: Record<string, PlatformFunction> = {};
  for (const [name, limit] of Object.entries(GETTERS)) {
    all[`get${name}/0`] = () => kernel.tx.limits.get(limit);
    all[`getLimit${name}/0`] = () => kernel.tx.limits.ceiling(limit);
  }
  return all;
}

platformClass('System.Limits', {
  statics: {
    ...members(),
    'getCpuTime/0': () => kernel.tx.cpuMillis(),
    'getLimitCpuTime/0': () => kernel.tx.limits.ceiling('cpuTime')
  }
});
