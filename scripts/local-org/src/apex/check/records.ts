/** Fields and relationships of records, as Apex code names them. */
import { named, type NamedType } from '../symbols/basic';
import type { SymbolTable } from '../symbols/table';
import type { FieldSchema, SObjectSchema } from '../../schema/model';
import type { ApexType } from '../types';

/** A name that can follow a record. */
export interface RecordMember {
  /** Canonical API name of the field or relationship. */
  name: string;
  type: ApexType;
  kind: 'field' | 'parent' | 'children';
  field?: FieldSchema;
}

/** Type of the record that a reference leads to; references to several objects lead to a Name. */
export function parentType(table: SymbolTable, field: FieldSchema): ApexType {
  const [only] = field.referenceTo;
  const target = field.referenceTo.length === 1 && only !== undefined ? table.record(only) : table.record('Name');
  return target === undefined ? table.builtins.sobject : named(target);
}

/** The field whose parent relationship has that name. */
export function parentField(schema: SObjectSchema, relationship: string): FieldSchema | undefined {
  const key = relationship.toLowerCase();
  for (const field of schema.fields.values()) {
    if (field.relationshipName?.toLowerCase() === key) return field;
  }
  return undefined;
}

/** A field, parent or child relationship of a record type; undefined when there is none of that name. */
export function recordMember(table: SymbolTable, record: NamedType, name: string): RecordMember | undefined {
  const schema = table.objectSchema(record.symbol.name);
  if (schema === undefined) return undefined;
  const field = schema.fields.get(name.toLowerCase());
  if (field !== undefined) return { name: field.name, type: table.fieldType(field), kind: 'field', field };
  const parent = parentField(schema, name);
  if (parent !== undefined) {
    return { name: parent.relationshipName ?? name, type: parentType(table, parent), kind: 'parent', field: parent };
  }
  const children = schema.childRelationships.get(name.toLowerCase());
  if (children === undefined) return undefined;
  const child = table.record(children.childObject);
  const item = child === undefined ? table.builtins.sobject : named(child);
  return { name: children.name, type: table.builtins.list(item), kind: 'children' };
}
