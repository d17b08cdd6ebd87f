/**
 * The running org: one a process, everything synchronous. Other folders fill `kernel.services`; Apex runs inside
 * `withTransaction`.
 */
import type { Schema, SObjectSchema } from '../schema/model';
import type { Translations } from '../schema/translations';
import type { Services } from './services';
import { Transaction, type TransactionOptions } from './transaction';
import { UnsupportedError, useSObjectSchemas, valueContext } from './values';

/** What does not change from transaction to transaction. */
export interface Org {
  schema: Schema;
  /** Names of objects and fields in other languages. */
  translations: Translations;
  /** Where its server listens; null when it serves nothing. */
  baseUrl: string | null;
  /** sourceApiVersion, e.g. `65.0`. */
  apiVersion: string;
}

export interface Kernel {
  org: Org;
  /** The current transaction. */
  tx: Transaction;
  services: Services;
}

const emptyOrg = (): Org => ({
  schema: { objects: new Map(), metadataRecords: new Map(), labels: new Map() },
  translations: new Map(),
  baseUrl: null,
  apiVersion: '65.0'
});

/** Slots that nobody has filled refuse by name. */
function emptyServices(): Services {
  const defaults: Partial<Services> = {
    now: () => Date.now(),
    debug: () => undefined,
    emailSent: () => undefined,
    notificationSent: () => undefined,
    userType: () => undefined
  };
  return new Proxy(defaults as Services, {
    get(target, name) {
      const value = Reflect.get(target, name) as unknown;
      if (value !== undefined || typeof name !== 'string') return value;
      return () => {
        throw new UnsupportedError(`the service ${name}`, 'nothing provides it in this process');
      };
    }
  });
}

export const kernel: Kernel = {
  org: emptyOrg(),
  tx: new Transaction(),
  services: emptyServices()
};

valueContext.timeZone = () => kernel.tx.user.timeZone;
valueContext.locale = () => kernel.tx.user.locale;
valueContext.now = () => kernel.services.now();
useSObjectSchemas(
  (name) => findObject(name),
  () => kernel.org.schema
);

/** Object by name in any letter case. */
export function findObject(name: string): SObjectSchema | undefined {
  const objects = kernel.org.schema.objects;
  return objects.get(name.toLowerCase()) ?? objects.get(name);
}

/** Fills slots; later calls replace earlier ones. */
export function provideServices(services: Partial<Services>): void {
  Object.assign(kernel.services, services);
}

/** Forgets all services and the schema: for tests that wire an org of their own. */
export function resetKernel(): void {
  kernel.services = emptyServices();
  kernel.org = emptyOrg();
  kernel.tx = new Transaction();
}

/**
 * Runs `body` in a new transaction: fresh statics and limits. Storage is committed when it returns (unless
 * `options.rollback`), rolled back when it throws. Transactions may nest; the outer one goes on afterwards.
 */
export function withTransaction<T>(options: TransactionOptions, body: (tx: Transaction) => T): T {
  const outer = kernel.tx;
  const tx = new Transaction({ user: outer.user, ...options });
  const token = kernel.services.beginTransaction();
  kernel.tx = tx;
  try {
    const result = body(tx);
    if (options.rollback) kernel.services.rollbackTransaction(token);
    else kernel.services.commitTransaction(token);
    return result;
  } catch (error) {
    kernel.services.rollbackTransaction(token);
    throw error;
  } finally {
    kernel.tx = outer;
  }
}
