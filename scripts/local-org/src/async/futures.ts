/**
 * Future methods. Source: Apex Developer Guide, "Future Methods".
 */
import { kernel } from '../runtime/kernel';
import { ApexDatetime, throwNew } from '../runtime/values';
import {
  currentOrigin,
  extendedStatus,
  newJobValues,
  refuseCallouts,
  runWork,
  type AsyncHost,
  type Origin
} from './host';
import type { JobQueue } from './queue';

const REFUSING_KINDS = new Set(['FUTURE', 'BATCH_APEX', 'BATCH_START', 'BATCH_FINISH']);

export class Futures {
  constructor(
    private readonly host: AsyncHost,
    private readonly queue: JobQueue
  ) {}

  /** A call of an `@future` method. @throws ApexException AsyncException from a future or batch method; LimitException */
  call(methodName: string, hasCallout: boolean, run: () => void): void {
    if (REFUSING_KINDS.has(kernel.tx.kind)) {
      throwNew('System.AsyncException', `Future method cannot be called from a future or batch method: ${methodName}`);
    }
    kernel.tx.limits.count('futureCalls', 1);
    const dot = methodName.indexOf('.');
    const values = {
      ...newJobValues(this.host, methodName.slice(0, dot), 'Future'),
      MethodName: bareName(methodName.slice(dot + 1))
    };
    const id = this.host.records.insert('AsyncApexJob', values);
    const origin = currentOrigin();
    this.queue.add({ id, origin, notBefore: this.host.clock.now(), run: () => this.run(id, origin, hasCallout, run) });
  }

  private run(id: string, origin: Origin, hasCallout: boolean, run: () => void): void {
    const end = (values: Record<string, unknown>): void => {
      const completed = { ...values, CompletedDate: new ApexDatetime(this.host.clock.now()) };
      this.host.records.update('AsyncApexJob', id, completed);
    };
    this.host.records.update('AsyncApexJob', id, { Status: 'Processing' });
    try {
      runWork('FUTURE', origin, id, () => {
        if (!hasCallout) {
          refuseCallouts(
            'Callout not allowed from this future method. Please enable by annotating it with callout=true. eg, @Future(callout=true)'
          );
        }
        run();
      });
      end({ Status: 'Completed' });
    } catch (error) {
      end({ Status: 'Failed', NumberOfErrors: 1, ExtendedStatus: extendedStatus(error) });
      throw error;
    }
  }
}

/** `run(Set<Id>)` -> `run`. */
function bareName(text: string): string {
  const end = text.indexOf('(');
  return end < 0 ? text : text.slice(0, end);
}
