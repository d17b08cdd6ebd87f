/**
 * System.Security and SObjectAccessDecision.
 * Source: Apex Reference Guide, "Security Class"; Apex Developer Guide, "Enforce Security With the stripInaccessible Method".
 */
import type { FieldSchema } from '../../../schema/model';
import { kernel } from '../../kernel';
import {
  type ApexEnum,
  ApexList,
  ApexMap,
  ApexSet,
  INTEGER,
  mapOf,
  setOf,
  type SObjectValue,
  STRING,
  throwNew
} from '../../values';
import { nonNull } from '../args';
import { beanClass } from '../bean';
import { platformClass } from '../registry';

const decision = beanClass('System.SObjectAccessDecision', { constructible: false });

type Check = (object: string, field: FieldSchema) => boolean;

const permission = (object: string, field: FieldSchema) => kernel.services.permissions.field(object, field.name);

/** What each kind of access asks of a field. Ids are never removed. */
const FIELD_CHECKS: Record<string, Check> = {
  READABLE: (object, field) => permission(object, field).accessible,
  CREATABLE: (object, field) => field.createable && permission(object, field).createable,
  UPDATABLE: (object, field) => field.updateable && permission(object, field).updateable,
  UPSERTABLE: (object, field) => {
    const access = permission(object, field);
    return (field.createable || field.updateable) && access.createable && access.updateable;
  }
};

function objectAllowed(kind: string, object: string): boolean {
  const access = kernel.services.permissions.object(object);
  if (kind === 'READABLE') return access.accessible;
  if (kind === 'CREATABLE') return access.createable;
  return kind === 'UPDATABLE' ? access.updateable : access.createable && access.updateable;
}

class Stripper {
  readonly removed = new Map<string, Set<string>>();
  readonly modified = new Set<number>();
  private readonly known = new Map<FieldSchema, boolean>();

  constructor(private readonly kind: string) {}

  private isAllowed(object: string, field: FieldSchema): boolean {
    let allowed = this.known.get(field);
    if (allowed === undefined) {
      allowed = field.name === 'Id' || FIELD_CHECKS[this.kind]!(object, field);
      this.known.set(field, allowed);
    }
    return allowed;
  }

  private note(object: string, field: string, index: number): void {
    const fields = this.removed.get(object) ?? new Set<string>();
    this.removed.set(object, fields.add(field));
    this.modified.add(index);
  }

  /** A copy of the record without what the user may not use. */
  strip(record: SObjectValue, index: number): SObjectValue {
    const copy = record.copy();
    const object = record.schema.name;
    for (const name of [...copy.values.keys()]) {
      const field = record.fieldSchema(name);
      if (!field || this.isAllowed(object, field)) continue;
      copy.values.delete(name);
      copy.queriedFields?.delete(name);
      this.note(object, name, index);
    }
    this.stripRelated(record, copy, index);
    return copy;
  }

  private stripRelated(record: SObjectValue, copy: SObjectValue, index: number): void {
    for (const [name, parent] of record.parents) {
      const reference = record.relationshipField(name);
      if (reference && !this.isAllowed(record.schema.name, reference)) copy.parents.delete(name);
      else if (parent) copy.parents.set(name, this.strip(parent, index));
    }
    for (const [name, list] of record.children) {
      const stripped = list.items.map((child) => this.strip(child as SObjectValue, index));
      copy.children.set(name, new ApexList(list.rtType, stripped));
    }
  }
}

function stripInaccessible(
  access: ApexEnum | null,
  list: ApexList | null,
  checkObject: boolean | null = true
): unknown {
  const kind = nonNull(access).name;
  const records = nonNull(list).items as SObjectValue[];
  const [first] = records;
  if (nonNull(checkObject) && first && !objectAllowed(kind, first.schema.name)) {
    throwNew('System.NoAccessException', `No access to entity: ${first.schema.name}`);
  }
  const stripper = new Stripper(kind);
  const stripped = records.map((record, i) => stripper.strip(nonNull(record), i));
  const removed = [...stripper.removed].map(([object, names]): [unknown, unknown] => [
    object,
    new ApexSet(setOf(STRING), names)
  ]);
  return decision({
    records: new ApexList(list!.rtType, stripped),
    removedFields: new ApexMap(mapOf(STRING, setOf(STRING)), removed),
    modifiedIndexes: new ApexSet(setOf(INTEGER), stripper.modified)
  });
}

platformClass('System.Security', {
  statics: { 'stripInaccessible/2': stripInaccessible, 'stripInaccessible/3': stripInaccessible }
});
