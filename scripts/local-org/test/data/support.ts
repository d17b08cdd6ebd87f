/**
 * An org of the test project (test/data/project), its services and short ways to use them.
 */
import path from 'node:path';
import { loadProject } from '../../src/schema/load';
import type { SObjectSchema } from '../../src/schema/model';
import { installData, openDatabase, type OrgData, type TriggerHandle } from '../../src/data';
import { kernel, provideServices, resetKernel, withTransaction } from '../../src/runtime/kernel';
import type { DmlOperation, DmlRequest, DmlResult } from '../../src/runtime/services';
import type { TriggerContext } from '../../src/runtime/transaction';
import { ApexDecimal, SObjectValue } from '../../src/runtime/values';

/** The clock of the tests. */
export const NOW = Date.parse('2026-03-18T10:00:00Z');

export interface TestOrg {
  data: OrgData;
  object(name: string): SObjectSchema;
  record(object: string, values?: Record<string, unknown>): SObjectValue;
  insert(...records: SObjectValue[]): void;
  dml(operation: DmlOperation, records: SObjectValue[], request?: Partial<DmlRequest>): DmlResult[];
  /** Values of the selected fields, one row a record. */
  rows(query: string, binds?: Record<string, unknown>, access?: 'user' | 'system' | null): unknown[][];
  records(query: string, binds?: Record<string, unknown>, access?: 'user' | 'system' | null): SObjectValue[];
  /** A user of that profile with permission sets. */
  user(profile: string, ...permissionSets: string[]): string;
  runAs<T>(userId: string, body: () => T): T;
  /** Triggers by `object event`. */
  trigger(object: string, event: string, run: (context: TriggerContext) => void): void;
  inTransaction<T>(body: () => T): T;
}

const project = loadProject([path.join(__dirname, 'project')]);
if (project.errors.length > 0) throw new Error(JSON.stringify(project.errors));

export function decimal(text: string): ApexDecimal {
  return ApexDecimal.tryParse(text)!;
}

/** Opens a new org; everything happens in one transaction that is never committed. */
export function openOrg(file = ':memory:'): TestOrg {
  resetKernel();
  const data = openDatabase(project, { file });
  installData(data, project.schema);
  provideServices({ now: () => NOW });
  const triggers = new Map<string, TriggerHandle[]>();
  data.setTriggers({ find: (object, event) => triggers.get(`${object} ${event}`) ?? [] });
  let users = 0;
  const org: TestOrg = {
    data,
    object: (name) => data.context.object(name),
    record: (object, values = {}) => {
      const record = new SObjectValue(data.context.object(object));
      for (const [name, value] of Object.entries(values)) record.setField(name, value);
      return record;
    },
    insert: (...records) => {
      const failed = org.dml('insert', records).filter((r) => !r.success);
      if (failed.length > 0) throw new Error(JSON.stringify(failed));
    },
    dml: (operation, records, request = {}) =>
      kernel.services.dml(operation, records, { allOrNone: true, access: null, sharing: 'without', ...request }),
    records: (query, binds = {}, access = null) =>
      kernel.services.dynamicQuery(query, (name) => binds[name], { access, sharing: 'without' })
        .items as SObjectValue[],
    rows: (query, binds = {}, access = null) =>
      org
        .records(query, binds, access)
        .map((r) =>
          [...r.queriedFields!].filter((f) => isSelected(r, f)).map((f) => plain(r.values.get(f) ?? r.parents.get(f)))
        ),
    user: (profile, ...permissionSets) => {
      const profileId = org.records(`SELECT Id FROM Profile WHERE Name = :name`, { name: profile })[0]!.id;
      const number = ++users;
      const user = org.record('User', {
        Username: `user${number}@test.example`,
        LastName: `User ${number}`,
        Email: `user${number}@test.example`,
        Alias: `u${number}`,
        TimeZoneSidKey: 'GMT',
        LocaleSidKey: 'en_US',
        LanguageLocaleKey: 'en_US',
        EmailEncodingKey: 'UTF-8',
        ProfileId: profileId
      });
      org.insert(user);
      data.assignPermissionSets(user.id!, permissionSets);
      return user.id!;
    },
    runAs: (userId, body) => {
      const { user } = kernel.tx;
      kernel.tx.user = kernel.services.loadUser(userId);
      try {
        return body();
      } finally {
        kernel.tx.user = user;
      }
    },
    trigger: (object, event, run) => {
      const key = `${object} ${event}`;
      const name = `${object.replace('__c', '')}Trigger`;
      triggers.set(key, [...(triggers.get(key) ?? []), { name, run: () => run(kernel.tx.trigger!) }]);
    },
    inTransaction: (body) => withTransaction({ rollback: true }, () => body())
  };
  return org;
}

/** Ids come along unasked: the record's own, and those of the parents that were selected. */
function isSelected(record: SObjectValue, name: string): boolean {
  const relationship = record.fieldSchema(name)?.relationshipName ?? null;
  return name !== 'Id' && (relationship === null || !record.parents.has(relationship));
}

function plain(value: unknown): unknown {
  if (value instanceof ApexDecimal) return value.toPlainString();
  if (value instanceof SObjectValue) return value.values.get('Name') ?? value.id;
  return value ?? null;
}
