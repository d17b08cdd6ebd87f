/**
 * Setup objects and others do not mix in one transaction.
 * Source: Apex Developer Guide, "sObjects That Cannot Be Used Together in DML Operations": a User may be inserted without a
 * role beside other objects, and updated in fields that do not change what others see; `System.runAs` begins afresh.
 */
import type { SObjectSchema } from '../../schema/model';
import type { DmlError, DmlOperation } from '../../runtime/services';
import { kernel } from '../../runtime/kernel';
import type { UserContext } from '../../runtime/user';
import type { SObjectValue } from '../../runtime/values/sobject';
import { SETUP_OBJECTS } from '../security/profiles';
import { errors } from './errors';

const USER_FIELDS = ['UserRoleId', 'IsActive', 'ForecastEnabled', 'IsPortalEnabled', 'Username', 'ProfileId'];

function isSetup(schema: SObjectSchema, operation: DmlOperation, records: readonly SObjectValue[]): boolean | null {
  if (!SETUP_OBJECTS.has(schema.name)) return false;
  if (schema.name !== 'User') return true;
  const matters = (record: SObjectValue): boolean =>
    operation === 'insert'
      ? (record.values.get('UserRoleId') ?? null) !== null
      : USER_FIELDS.some((f) => record.values.has(f) && !record.queriedFields?.has(f));
  // Neither side: such users mix with everything.
  return records.some(matters) ? true : null;
}

interface Seen {
  setup: string | null;
  other: string | null;
}

/** Notes the statement; answers the error when it does not go with what the transaction did before. */
export function checkMixedDml(
  schema: SObjectSchema,
  operation: DmlOperation,
  records: readonly SObjectValue[]
): DmlError | null {
  const setup = isSetup(schema, operation, records);
  if (setup === null || schema.sort === 'platformEvent' || schema.sort === 'customSetting') return null;
  const byUser = kernel.tx.remember('data.mixedDml', () => new Map<UserContext, Seen>());
  let seen = byUser.get(kernel.tx.user);
  if (!seen) byUser.set(kernel.tx.user, (seen = { setup: null, other: null }));
  const against = setup ? seen.other : seen.setup;
  if (against !== null) return errors.mixedDml(schema.name, against);
  if (setup) seen.setup ??= schema.name;
  else seen.other ??= schema.name;
  return null;
}
