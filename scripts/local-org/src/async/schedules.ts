/**
 * Scheduled Apex: CronTrigger, CronJobDetail and what fires them.
 * Source: Apex Developer Guide, "Apex Scheduler".
 */
import { kernel } from '../runtime/kernel';
import { ApexDatetime, throwNew } from '../runtime/values';
import { cloneState } from './cloneState';
import { SchedulableContext } from './contexts';
import { nextFireTime } from './cron';
import {
  callApex,
  currentOrigin,
  extendedStatus,
  implementsInterface,
  newJobValues,
  refuseCallouts,
  runWork,
  typeNameOf,
  type AsyncHost,
  type Origin
} from './host';

/** CronJobDetail.JobType of scheduled Apex. */
const SCHEDULED_APEX = '7';
const MAX_SCHEDULED = 100;

interface Schedule {
  triggerId: string;
  /** Its AsyncApexJob, where it has one. */
  jobId: string | null;
  /** Null: fires once. */
  cron: string | null;
  /** Called in the schedule's own transaction. */
  execute: (triggerId: string) => void;
  origin: Origin;
  next: number | null;
}

/** `0 30 8 5 3 ? 2026`: the expression of one instant. */
function cronOf(instant: number, zone: string): string {
  const { second, minute, hour, day, month, year } = new ApexDatetime(instant).parts(zone);
  return `${second} ${minute} ${hour} ${day} ${month} ? ${year}`;
}

function executeSchedulable(job: object): (triggerId: string) => void {
  return (triggerId) => {
    refuseCallouts('Callout from scheduled Apex not supported.');
    callApex(cloneState(job), ['execute$schedulable', 'execute$1'], new SchedulableContext(triggerId));
  };
}

export class Schedules {
  private schedules: Schedule[] = [];

  constructor(private readonly host: AsyncHost) {}

  /** System.schedule. Answers the id of the CronTrigger. @throws ApexException AsyncException, StringException */
  add(name: string, cron: string, job: object): string {
    if (!implementsInterface(job, 'System.Schedulable')) {
      return throwNew('System.AsyncException', 'Argument must be an object that implements Schedulable');
    }
    const origin = currentOrigin();
    const next = nextFireTime(cron, this.host.clock.now(), origin.user.timeZone);
    if (next === null) {
      throwNew('System.AsyncException', 'Based on configured schedule, the given trigger will never fire.');
    }
    const values = newJobValues(this.host, typeNameOf(job), 'ScheduledApex');
    return this.store(name, { cron, next: next!, execute: executeSchedulable(cloneState(job)), origin }, values);
  }

  /** Schedules `execute` for one instant: System.scheduleBatch. */
  addOnce(name: string, instant: number, execute: () => void): string {
    return this.store(name, { cron: null, next: instant, execute, origin: currentOrigin() }, null);
  }

  private store(
    name: string,
    schedule: Omit<Schedule, 'triggerId' | 'jobId'>,
    jobValues: Record<string, unknown> | null
  ): string {
    this.checkName(name);
    const { records, clock } = this.host;
    const { timeZone, id } = schedule.origin.user;
    const triggerId = records.insert('CronTrigger', {
      CronJobDetailId: records.insert('CronJobDetail', { Name: name, JobType: SCHEDULED_APEX }),
      CronExpression: schedule.cron ?? cronOf(schedule.next!, timeZone),
      NextFireTime: new ApexDatetime(schedule.next!),
      StartTime: new ApexDatetime(clock.now()),
      State: 'WAITING',
      TimesTriggered: 0,
      TimeZoneSidKey: timeZone,
      OwnerId: id
    });
    const jobId =
      jobValues === null ? null : records.insert('AsyncApexJob', { ...jobValues, CronTriggerId: triggerId });
    this.schedules.push({ ...schedule, triggerId, jobId });
    return triggerId;
  }

  private checkName(name: string): void {
    const active = this.host.records.find('CronTrigger', {}).filter((trigger) => trigger['State'] !== 'DELETED');
    const details = new Set(active.map((trigger) => trigger['CronJobDetailId']));
    const taken = this.host.records.find('CronJobDetail', { Name: name }).some((detail) => details.has(detail['Id']));
    if (taken) throwNew('System.AsyncException', `The Apex job named "${name}" is already scheduled for execution.`);
    if (active.length >= MAX_SCHEDULED) {
      throwNew(
        'System.AsyncException',
        `You have exceeded the maximum number (${MAX_SCHEDULED}) of Apex scheduled jobs.`
      );
    }
  }

  /** Ends a schedule by the id of its CronTrigger. False when there is none. */
  abort(triggerId: string): boolean {
    const trigger = this.host.records.read('CronTrigger', triggerId);
    if (trigger === null || trigger['State'] === 'DELETED') return false;
    const now = new ApexDatetime(this.host.clock.now());
    for (const job of this.host.records.find('AsyncApexJob', { CronTriggerId: triggerId })) {
      this.host.records.update('AsyncApexJob', String(job['Id']), { Status: 'Aborted', CompletedDate: now });
    }
    this.host.records.delete('CronTrigger', triggerId);
    this.host.records.delete('CronJobDetail', String(trigger['CronJobDetailId']));
    return true;
  }

  /** The schedules whose records are still there: those of undone transactions and aborted ones are gone. */
  private live(inTest: boolean): Schedule[] {
    return this.schedules.filter((schedule) => schedule.origin.inTest === inTest && this.isLive(schedule));
  }

  private isLive(schedule: Schedule): boolean {
    return this.host.records.read('CronTrigger', schedule.triggerId)?.['State'] === 'WAITING';
  }

  /** When the next schedule fires; null when none does. */
  nextDue(): number | null {
    const times = this.live(false).flatMap((schedule) => (schedule.next === null ? [] : [schedule.next]));
    return times.length === 0 ? null : Math.min(...times);
  }

  /** Fires the schedule that is due first at `now`. False when none is. */
  fireNext(now: number): boolean {
    const due = this.live(false)
      .filter((schedule) => schedule.next !== null && schedule.next <= now)
      .sort((a, b) => a.next! - b.next!)[0];
    if (!due) return false;
    const at = due.next!;
    due.next = due.cron === null ? null : nextFireTime(due.cron, Math.max(at, now), due.origin.user.timeZone);
    this.fire(due);
    return true;
  }

  /** Fires every schedule of a test once, whenever it were due. */
  fireTests(): void {
    const due = this.live(true);
    this.schedules = this.schedules.filter((schedule) => !due.includes(schedule));
    for (const schedule of due) this.fire(schedule);
  }

  /** Drops schedules that tests left. */
  forgetTests(): void {
    this.schedules = this.schedules.filter((schedule) => !schedule.origin.inTest);
  }

  private fire(schedule: Schedule): void {
    const { records } = this.host;
    const { triggerId, jobId, origin } = schedule;
    // Test.stopTest runs the job and leaves its CronTrigger as it was (apex-recipes asserts so after stopTest).
    if (!origin.inTest) this.countFiring(schedule);
    try {
      runWork('SCHEDULED', origin, triggerId, () => schedule.execute(triggerId));
    } catch (error) {
      if (jobId !== null)
        records.update('AsyncApexJob', jobId, { ExtendedStatus: extendedStatus(error), NumberOfErrors: 1 });
      if (origin.inTest) throw error;
      kernel.services.unhandled(error as Error);
    } finally {
      if (schedule.next === null) this.complete(schedule);
    }
  }

  private countFiring({ triggerId, next }: Schedule): void {
    const { records, clock } = this.host;
    records.update('CronTrigger', triggerId, {
      TimesTriggered: Number(records.read('CronTrigger', triggerId)?.['TimesTriggered'] ?? 0) + 1,
      PreviousFireTime: new ApexDatetime(clock.now()),
      NextFireTime: next === null ? null : new ApexDatetime(next)
    });
  }

  /** A schedule that never fires again is shown as deleted, and its name is free. */
  private complete({ triggerId, jobId }: Schedule): void {
    this.host.records.update('CronTrigger', triggerId, { State: 'DELETED', NextFireTime: null });
    const completed = { Status: 'Completed', CompletedDate: new ApexDatetime(this.host.clock.now()) };
    if (jobId !== null) this.host.records.update('AsyncApexJob', jobId, completed);
  }

  /**
   * Takes up schedules that an earlier process left in the org's storage. `makeJob` makes the object from the id of its
   * ApexClass record; where it answers null, because the class is gone or its objects have state, the schedule is removed.
   */
  restore(makeJob: (apexClassId: string) => object | null): string[] {
    const removed: string[] = [];
    for (const trigger of this.host.records.find('CronTrigger', { State: 'WAITING' })) {
      const triggerId = String(trigger['Id']);
      if (this.schedules.some((schedule) => schedule.triggerId === triggerId)) continue;
      const job = this.host.records.find('AsyncApexJob', { CronTriggerId: triggerId })[0];
      const object = job === undefined ? null : makeJob(String(job['ApexClassId']));
      if (object === null || job === undefined) {
        const detail = this.host.records.read('CronJobDetail', String(trigger['CronJobDetailId']));
        removed.push(String(detail?.['Name'] ?? triggerId));
        this.abort(triggerId);
        continue;
      }
      const user = kernel.services.loadUser(String(trigger['OwnerId']));
      const cron = String(trigger['CronExpression']);
      const next =
        (trigger['NextFireTime'] as ApexDatetime | null)?.ms ??
        nextFireTime(cron, this.host.clock.now(), user.timeZone);
      const execute = executeSchedulable(object);
      this.schedules.push({
        triggerId,
        jobId: String(job['Id']),
        cron,
        execute,
        origin: { user, inTest: false },
        next
      });
    }
    return removed;
  }
}
