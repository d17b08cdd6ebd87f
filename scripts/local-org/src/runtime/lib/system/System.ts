/**
 * System.System.
 * Source: Apex Reference Guide, "System Class".
 */
import { kernel } from '../../kernel';
import type { EnqueueOptions } from '../../services';
import {
  type ApexDate,
  ApexDatetime,
  type ApexEnum,
  sameValue,
  throwNew,
  toConcatString,
  UnsupportedError
} from '../../values';
import { nonNull } from '../args';
import type { Bean } from '../bean';
import { platformClass } from '../registry';
import { today } from './Date';
import { hashCodeOf } from './Object';
import { currentPage } from './PageReference';

function debug(value: unknown, level = 'DEBUG'): void {
  const text = toConcatString(value);
  kernel.tx.debugLog.push(text);
  kernel.services.debug(text, level);
}

const NO_OPTIONS: EnqueueOptions = { delayMinutes: null, maximumQueueableStackDepth: null, duplicateSignature: null };

function asyncOptions(options: Bean): EnqueueOptions {
  const signature = options.get('DuplicateSignature');
  return {
    delayMinutes: options.get('MinimumQueueableDelayInMinutes') as number | null,
    maximumQueueableStackDepth: options.get('MaximumQueueableStackDepth') as number | null,
    duplicateSignature: signature === null ? null : toConcatString(signature)
  };
}

function checkedDelay(minutes: number | null): number {
  const delay = nonNull(minutes);
  if (delay < 0 || delay > 10)
    throwNew('System.IllegalArgumentException', 'The delay must be between 0 and 10 minutes');
  return delay;
}

function scheduleBatch(job: object | null, name: string | null, minutes: number | null, scope: number | null): string {
  return kernel.services.scheduleBatch(nonNull(job), nonNull(name), nonNull(minutes), scope);
}

const DAY_MS = 86400000;

function purge(before: ApexDate, limit?: number | null): number {
  if (limit !== undefined) throw new UnsupportedError('System.System.purgeOldAsyncJobs(Date, Integer)');
  return kernel.services.purgeOldAsyncJobs(before.days * DAY_MS);
}

const isKind =
  (...kinds: string[]) =>
  (): boolean =>
    kinds.includes(kernel.tx.kind);

platformClass('System.System', {
  statics: {
    'debug/1': (value: unknown) => debug(value),
    'debug/2': (level: ApexEnum | null, value: unknown) => debug(value, nonNull(level).name),
    'now/0': () => new ApexDatetime(kernel.services.now()),
    'today/0': today,
    'currentTimeMillis/0': () => BigInt(kernel.services.now()),
    'equals/2': sameValue,
    'hashCode/1': hashCodeOf,
    'enqueueJob/1': (job: object | null) => kernel.services.enqueueQueueable(nonNull(job), NO_OPTIONS),
    'enqueueJob(Object,Integer)': (job: object | null, minutes: number | null) =>
      kernel.services.enqueueQueueable(nonNull(job), { ...NO_OPTIONS, delayMinutes: checkedDelay(minutes) }),
    'enqueueJob(Object,AsyncOptions)': (job: object | null, options: Bean | null) =>
      kernel.services.enqueueQueueable(nonNull(job), asyncOptions(nonNull(options))),
    'schedule/3': (name: string | null, cron: string | null, job: object | null) =>
      kernel.services.schedule(nonNull(name), nonNull(cron), nonNull(job)),
    'scheduleBatch/3': (job: object | null, name: string | null, minutes: number | null) =>
      scheduleBatch(job, name, minutes, null),
    'scheduleBatch/4': scheduleBatch,
    'abortJob/1': (id: string | null) => kernel.services.abortJob(nonNull(id)),
    'attachFinalizer/1': (finalizer: object | null) => kernel.services.attachFinalizer(nonNull(finalizer)),
    'purgeOldAsyncJobs/1': purge,
    'purgeOldAsyncJobs/2': purge,
    'isBatch/0': isKind('BATCH_APEX', 'BATCH_START', 'BATCH_FINISH'),
    'isFuture/0': isKind('FUTURE'),
    'isQueueable/0': isKind('QUEUEABLE'),
    'isScheduled/0': isKind('SCHEDULED'),
    'currentPageReference/0': currentPage
  }
});
