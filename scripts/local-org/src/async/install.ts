/**
 * Puts asynchronous Apex into an org with data.
 */
import type { OrgData } from '../data';
import { kernel, provideServices } from '../runtime/kernel';
import type { UserContext } from '../runtime/user';
import { Clock } from './clock';
import { AsyncEngine } from './engine';
import { StoredSystemRecords } from './systemRecords';

/** Setting under which the database keeps how far the clock has been moved. */
const CLOCK_SETTING = 'clock';

export interface InstalledAsync {
  engine: AsyncEngine;
  clock: Clock;
  /** Notes in the database where the clock stands, so that a later process goes on from there. */
  saveClock(): void;
}

/** Id of the ApexClass record of a class, or null. */
function apexClassId(data: OrgData, className: string): string | null {
  const row = data.context.database.all('SELECT "Id" FROM "ApexClass" WHERE fold("Name") = fold(?)', [className])[0];
  return row ? String(row[0]) : null;
}

/** The user of platform-event triggers: the org's Automated Process. */
function automatedProcess(data: OrgData): UserContext {
  const row = data.context.database.all('SELECT "Id" FROM "User" WHERE "UserType" = ? LIMIT 1', [
    'AutomatedProcess'
  ])[0];
  const user = row ? kernel.services.loadUser(String(row[0])) : data.adminUser();
  return { ...user, firstName: 'Automated', lastName: 'Process', name: 'Automated Process' };
}

/**
 * Makes the engine of an org and fills the kernel's slots with it. Call it after `installData`.
 * A clock that an earlier process moved ahead of real time goes on where it stood.
 */
export function installAsync(data: OrgData, clock = new Clock()): InstalledAsync {
  const saved = data.setting(CLOCK_SETTING);
  if (saved !== null) clock.advanceTo(Number(saved));
  const engine = new AsyncEngine({
    clock,
    records: new StoredSystemRecords(data.context.database),
    triggers: { find: (object, event) => data.context.triggers.find(object, event) },
    apexClassId: (className) => apexClassId(data, className),
    automatedProcessUser: () => automatedProcess(data)
  });
  provideServices(engine.services());
  provideServices(engine.following(kernel.services));
  return { engine, clock, saveClock: () => data.setSetting(CLOCK_SETTING, String(clock.now())) };
}
