/**
 * The context objects that Apex jobs are given, and what they may ask of their queue.
 */
import { ApexObject, rtType, type ApexException, type RtType } from '../runtime/values';
import { enumConstant } from '../runtime/lib/enums';
import { platformClass } from '../runtime/lib/registry';
import { kernel } from '../runtime/kernel';

/** Database.BatchableContext. */
export class BatchableContext extends ApexObject {
  constructor(
    private readonly jobId: string,
    private readonly childJobId: string | null = null
  ) {
    super();
  }
  override get rtType(): RtType {
    return rtType('Database.BatchableContext');
  }
  getjobid$0(): string {
    return this.jobId;
  }
  getchildjobid$0(): string | null {
    return this.childJobId;
  }
}

/** System.QueueableContext. */
export class QueueableContext extends ApexObject {
  constructor(private readonly jobId: string) {
    super();
  }
  override get rtType(): RtType {
    return rtType('System.QueueableContext');
  }
  getjobid$0(): string {
    return this.jobId;
  }
}

/** System.SchedulableContext. */
export class SchedulableContext extends ApexObject {
  constructor(private readonly triggerId: string) {
    super();
  }
  override get rtType(): RtType {
    return rtType('System.SchedulableContext');
  }
  gettriggerid$0(): string {
    return this.triggerId;
  }
}

/** System.FinalizerContext. */
export class FinalizerContext extends ApexObject {
  constructor(
    private readonly jobId: string,
    private readonly exception: ApexException | null
  ) {
    super();
  }
  override get rtType(): RtType {
    return rtType('System.FinalizerContext');
  }
  getasyncapexjobid$0(): string {
    return this.jobId;
  }
  getrequestid$0(): string {
    return `local-${this.jobId}`;
  }
  getresult$0(): unknown {
    return enumConstant('System.ParentJobResult', this.exception === null ? 'SUCCESS' : 'UNHANDLED_EXCEPTION');
  }
  getexception$0(): ApexException | null {
    return this.exception;
  }
}

/** How deep a queueable is in its chain, kept with its transaction. */
export interface QueueableInfo {
  depth: number;
  maximumDepth: number | null;
  delayMinutes: number | null;
}

const INFO = 'async.queueable';

/** Notes what `System.AsyncInfo` answers in the current transaction. */
export function setQueueableInfo(info: QueueableInfo): void {
  kernel.tx.extra.set(INFO, info);
}

/** What the running queueable was enqueued with; null outside queueables. */
export function queueableInfo(): QueueableInfo | null {
  return (kernel.tx.extra.get(INFO) as QueueableInfo | undefined) ?? null;
}

platformClass('Database.BatchableContext', {
  instance: {
    'getJobId/0': (self: BatchableContext) => self.getjobid$0(),
    'getChildJobId/0': (self: BatchableContext) => self.getchildjobid$0()
  }
});
platformClass('System.QueueableContext', { instance: { 'getJobId/0': (self: QueueableContext) => self.getjobid$0() } });
platformClass('System.SchedulableContext', {
  instance: { 'getTriggerId/0': (self: SchedulableContext) => self.gettriggerid$0() }
});
platformClass('System.FinalizerContext', {
  instance: {
    'getAsyncApexJobId/0': (self: FinalizerContext) => self.getasyncapexjobid$0(),
    'getRequestId/0': (self: FinalizerContext) => self.getrequestid$0(),
    'getResult/0': (self: FinalizerContext) => self.getresult$0(),
    'getException/0': (self: FinalizerContext) => self.getexception$0()
  }
});
platformClass('System.AsyncInfo', {
  statics: {
    'getCurrentQueueableStackDepth/0': () => queueableInfo()?.depth ?? 0,
    'getMaximumQueueableStackDepth/0': () => queueableInfo()?.maximumDepth ?? 0,
    'getMinimumQueueableDelayInMinutes/0': () => queueableInfo()?.delayMinutes ?? 0,
    'hasMaxStackDepth/0': () => (queueableInfo()?.maximumDepth ?? null) !== null
  }
});
