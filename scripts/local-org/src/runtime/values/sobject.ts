import type { FieldSchema, SObjectSchema } from '../../schema/model';
import { throwNew } from './exception';
import { coerceToField } from './fieldvalue';
import type { ApexList } from './list';
import { rtTypeOfSObject, type RtType } from './rttype';

/** An error added to a record, by `addError` or by DML. */
export interface RecordError {
  message: string;
  /** API name, or null for the record. */
  field: string | null;
  statusCode: string;
}

/**
 * A record. `values` holds what was set or queried, by canonical API name; a field that was queried and is null is in
 * `queriedFields` only. Records from SOQL answer for queried fields only.
 */
export class SObjectValue {
  readonly values = new Map<string, unknown>();
  /** Parents by relationship name (`Owner`, `Foo__r`); null when queried and empty. */
  readonly parents = new Map<string, SObjectValue | null>();
  /** Children by child relationship name. */
  readonly children = new Map<string, ApexList>();
  /** Relationships with so many children that an org has not read them all: only a loop reaches the rest. */
  readonly partlyRead = new Set<string>();
  /** Fields and relationships that the query asked for; null for records not made by a query. */
  queriedFields: Set<string> | null = null;
  /** Set on records that may not be changed: Trigger.old, Trigger.new after saving. */
  readOnly = false;
  errors: RecordError[] = [];
  /** DML options set by `setOptions`. */
  options: unknown = null;

  constructor(readonly schema: SObjectSchema) {}

  get rtType(): RtType {
    return rtTypeOfSObject(this.schema);
  }
  get id(): string | null {
    return (this.values.get('Id') as string | undefined) ?? null;
  }

  /** Field by name in any letter case; undefined when the object has none. */
  fieldSchema(name: string): FieldSchema | undefined {
    return this.schema.fields.get(name.toLowerCase());
  }

  /** The reference field behind a relationship name in any letter case. */
  relationshipField(relationship: string): FieldSchema | undefined {
    const wanted = relationship.toLowerCase();
    for (const field of this.schema.fields.values()) {
      if (field.relationshipName !== null && field.relationshipName.toLowerCase() === wanted) return field;
    }
    return undefined;
  }

  private isAggregate(): boolean {
    return this.schema.name === 'AggregateResult';
  }

  /**
   * Reads a field by canonical name, as `record.Field__c` does (checkboxes: `getCheckbox`).
   * @throws SObjectException when the record was queried without the field
   */
  getField(name: string): unknown {
    const value = this.values.get(name);
    if (value !== undefined) return value;
    if (this.queriedFields !== null && !this.queriedFields.has(name) && name !== 'Id') return this.notQueried(name);
    return null;
  }

  /**
   * `record.Checkbox__c`: true only if the value is non-null and true, unlike `get('Checkbox__c')`.
   * Source: Apex Developer Guide, "Accessing SObject Fields".
   */
  getCheckbox(name: string): boolean {
    return this.getField(name) === true;
  }

  private notQueried(name: string): never {
    return throwNew(
      'System.SObjectException',
      `SObject row was retrieved via SOQL without querying the requested field: ${this.schema.name}.${name}`
    );
  }

  /** Assigns a field by canonical name; the checker has made the types agree. */
  setField(name: string, value: unknown): void {
    if (this.readOnly) throwNew('System.FinalException', 'Record is read-only');
    this.values.set(name, value);
  }

  /** `record.Parent__r`. */
  getParent(relationship: string): SObjectValue | null {
    const parent = this.parents.get(relationship);
    if (parent !== undefined) return parent;
    if (this.queriedFields !== null && !this.queriedFields.has(relationship)) return this.notQueried(relationship);
    return null;
  }
  setParent(relationship: string, parent: SObjectValue | null): void {
    if (this.readOnly) throwNew('System.FinalException', 'Record is read-only');
    this.parents.set(relationship, parent);
  }

  /**
   * `record.Children__r` where it is not looped over.
   * @throws QueryException for more children than an org has read
   */
  getChildren(relationship: string, makeEmpty: () => ApexList): ApexList {
    this.requireAllRead(relationship);
    return this.allChildren(relationship, makeEmpty);
  }

  /**
   * @throws QueryException for more children than an org has read
   * Source: Apex Developer Guide, "SOQL For Loops"; Salesforce Help, article 000381135
   */
  requireAllRead(relationship: string): void {
    if (!this.partlyRead.has(relationship)) return;
    throwNew('System.QueryException', 'Aggregate query has too many rows for direct assignment, use FOR loop');
  }

  /** The children as a loop sees them. */
  allChildren(relationship: string, makeEmpty: () => ApexList): ApexList {
    const list = this.children.get(relationship);
    if (list !== undefined) return list;
    if (this.queriedFields !== null && !this.queriedFields.has(relationship)) return this.notQueried(relationship);
    const empty = makeEmpty();
    this.children.set(relationship, empty);
    return empty;
  }

  /** Canonical name of a field. @throws SObjectException `Invalid field X for Lead` */
  resolveField(name: string): string {
    if (this.isAggregate()) return this.resolveAlias(name);
    const field = this.fieldSchema(name);
    if (!field) return throwNew('System.SObjectException', `Invalid field ${name} for ${this.schema.name}`);
    return field.name;
  }

  private resolveAlias(name: string): string {
    const wanted = name.toLowerCase();
    for (const alias of this.values.keys()) if (alias.toLowerCase() === wanted) return alias;
    for (const alias of this.queriedFields ?? []) if (alias.toLowerCase() === wanted) return alias;
    return throwNew('System.SObjectException', `Invalid field ${name} for AggregateResult`);
  }

  /** `get(name)`: any letter case. */
  get(name: string | null): unknown {
    if (name === null) return throwNew('System.NullPointerException', 'Argument cannot be null.');
    return this.getField(this.resolveField(name));
  }

  /** `put(name, value)`: answers the former value. @throws SObjectException for unknown fields and wrong types */
  put(name: string | null, value: unknown): unknown {
    if (name === null) return throwNew('System.NullPointerException', 'Argument cannot be null.');
    const canonical = this.resolveField(name);
    const old = this.values.get(canonical) ?? null;
    const field = this.schema.fields.get(canonical.toLowerCase());
    this.setField(canonical, field ? coerceToField(field, value) : value);
    return old;
  }

  /** `isSet(name)`: assigned, or asked for in the query. */
  isSet(name: string): boolean {
    const canonical = this.resolveField(name);
    return this.values.has(canonical) || this.queriedFields?.has(canonical) === true;
  }

  addError(message: string, field: string | null = null): void {
    this.errors.push({ message, field, statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' });
  }

  /** A copy with the same values; relationships are shared, or copied as well when `deep`. */
  copy(deep = false): SObjectValue {
    const copy = new SObjectValue(this.schema);
    for (const [name, value] of this.values) copy.values.set(name, value);
    for (const [name, parent] of this.parents) copy.parents.set(name, deep && parent ? parent.copy(true) : parent);
    if (deep) this.copyChildrenTo(copy);
    copy.queriedFields = this.queriedFields === null ? null : new Set(this.queriedFields);
    return copy;
  }

  private copyChildrenTo(copy: SObjectValue): void {
    for (const [name, list] of this.children) copy.children.set(name, list);
    for (const name of this.partlyRead) copy.partlyRead.add(name);
  }
}
