/**
 * JSON.deserialize and JSON.deserializeStrict: values of a given type. Constructors and field initialisers do not run.
 * Source: Apex Reference Guide, "JSON Class", "Roundtrip Serialization and Deserialization".
 */
import type { FieldSchema } from '../../schema/model';
import { findObject } from '../kernel';
import { platformEnum } from '../lib/enums';
import {
  allFields,
  type ApexEnum,
  ApexList,
  ApexMap,
  ApexSet,
  ApexException,
  listOf,
  OBJECT,
  rtType,
  rtTypeOfSObject,
  SOBJECT,
  SObjectValue,
  throwNew,
  type RtField,
  type RtType
} from '../values';
import { isScalar, jsonFailure, jsonScalarOf, readKey, readScalar, type JsonSource } from './scalars';
import type { JsonEntry, JsonNode } from './tree';

/** The value of a node. @throws JSONException when the text does not fit the type */
export function typedValue(source: JsonSource, node: JsonNode, type: RtType): unknown {
  if (node.kind === 'null') return null;
  if (isScalar(type)) return readScalar(source, node, type);
  if (type === OBJECT) return throwNew('System.JSONException', 'Apex Type unsupported in JSON: Object');
  switch (type.symbolName) {
    case 'System.List':
    case 'System.Iterable':
      return new ApexList(listOf(type.args[0]!), elements(source, node, type));
    case 'System.Set':
      return new ApexSet(type, elements(source, node, type));
    case 'System.Map':
      return readMap(source, node, type);
    default:
      return readObject(source, node, type);
  }
}

function elements(source: JsonSource, node: JsonNode, type: RtType): unknown[] {
  const records = node.kind === 'object' ? queryResult(node.entries) : null;
  const array = records ?? node;
  if (array.kind !== 'array') {
    return throwNew('System.JSONException', `Malformed JSON: Expected '[' at the beginning of List/Set`);
  }
  return array.items.map((item) => typedValue(source, item, type.args[0]!));
}

/** `{"totalSize":1,"done":true,"records":[…]}`, as queries serialise. */
function queryResult(entries: JsonEntry[]): JsonNode | null {
  return entries.find((entry) => entry.key === 'records')?.value ?? null;
}

function objectEntries(node: JsonNode): JsonEntry[] {
  if (node.kind === 'object') return node.entries;
  return throwNew('System.JSONException', `Malformed JSON: Expected '{' at the beginning of object`);
}

function readMap(source: JsonSource, node: JsonNode, type: RtType): ApexMap {
  const map = new ApexMap(type);
  for (const entry of objectEntries(node)) {
    const key =
      type.args[0]!.kind === 'enum'
        ? enumConstantOf(source, entry.key, entry, type.args[0]!)
        : readKey(source, entry.key, entry.at, type.args[0]!);
    map.put(key, typedValue(source, entry.value, type.args[1]!));
  }
  return map;
}

function enumConstantOf(source: JsonSource, name: string, node: { at: number }, type: RtType): unknown {
  const constants = (type.enumValues?.() ?? []) as ApexEnum[];
  const found = constants.find((constant) => constant.name.toLowerCase() === name.toLowerCase());
  return found ?? jsonFailure(source, node, `The type ${type.name} does not have an enum value ${name}`);
}

function readObject(source: JsonSource, node: JsonNode, type: RtType): unknown {
  // Enums of the platform, such as StatusCode, get their constants when they are first asked for.
  if (type.kind === 'enum' || platformEnum(type.symbolName)) {
    if (node.kind !== 'string') return throwNew('System.JSONException', 'Illegal value for primitive');
    return enumConstantOf(source, node.value, node, type);
  }
  if (type.sobject || type === SOBJECT) return readRecord(source, objectEntries(node), type);
  if (type.kind === 'interface' || type.isAbstract) {
    return throwNew('System.JSONException', `Apex Type unsupported in JSON: ${type.name}`);
  }
  if (!type.fields || !type.jsClass) {
    return throwNew('System.JSONException', `Apex Type unsupported in JSON: ${type.symbolName}`);
  }
  return readClass(source, objectEntries(node), type);
}

function readClass(source: JsonSource, entries: JsonEntry[], type: RtType): unknown {
  const Maker = type.jsClass as new () => object;
  const object = new Maker();
  const fields = new Map<string, RtField>();
  for (const field of allFields(type)) if (!field.isStatic) fields.set(field.name.toLowerCase(), field);
  for (const entry of entries) {
    const field = fields.get(entry.key.toLowerCase());
    if (!field || field.isTransient || !field.writable) {
      if (source.strict)
        throwNew('System.JSONException', `Unexpected parameter encountered during deserialization: ${entry.key}`);
      continue;
    }
    field.set(object, typedValue(source, entry.value, field.type()));
  }
  if (object instanceof ApexException) object.message = object.text ?? '';
  return object;
}

function recordType(entries: JsonEntry[], type: RtType): RtType {
  if (type !== SOBJECT) return type;
  const attributes = entries.find((entry) => entry.key === 'attributes')?.value;
  const name = attributes?.kind === 'object' ? attributes.entries.find((e) => e.key === 'type')?.value : undefined;
  const schema = name?.kind === 'string' ? findObject(name.value) : undefined;
  if (schema) return rtTypeOfSObject(schema);
  return throwNew(
    'System.JSONException',
    'Nested object for polymorphic foreign key must have an attributes field before any other fields.'
  );
}

function readRecord(source: JsonSource, entries: JsonEntry[], type: RtType): SObjectValue {
  const record = new SObjectValue(recordType(entries, type).sobject!);
  for (const entry of entries) if (entry.key !== 'attributes') readRecordEntry(source, record, entry);
  return record;
}

function readRecordEntry(source: JsonSource, record: SObjectValue, entry: JsonEntry): void {
  const field = record.fieldSchema(entry.key);
  if (field) {
    record.values.set(field.name, fieldValue(source, entry.value, field));
    return;
  }
  const reference = record.relationshipField(entry.key);
  if (reference) {
    const parent = findObject(reference.referenceTo.length === 1 ? reference.referenceTo[0]! : '');
    const parentType = parent ? rtTypeOfSObject(parent) : SOBJECT;
    record.parents.set(reference.relationshipName!, typedValue(source, entry.value, parentType) as SObjectValue | null);
    return;
  }
  readChildren(source, record, entry);
}

function readChildren(source: JsonSource, record: SObjectValue, entry: JsonEntry): void {
  const child = record.schema.childRelationships.get(entry.key.toLowerCase());
  const schema = child && findObject(child.childObject);
  if (child && schema) {
    const list = typedValue(source, entry.value, listOf(rtTypeOfSObject(schema))) as ApexList | null;
    if (list) record.children.set(child.name, list);
    return;
  }
  if (source.strict) {
    throwNew('System.JSONException', `No such column '${entry.key}' on sobject of type ${record.schema.name}`);
  }
}

/** Checkboxes of records are also read from texts. */
function fieldValue(source: JsonSource, node: JsonNode, field: FieldSchema): unknown {
  const isText = field.type === 'BOOLEAN' && node.kind === 'string';
  return isText ? jsonScalarOf(node.value, fieldType(field)) : typedValue(source, node, fieldType(field));
}

function fieldType(field: FieldSchema): RtType {
  return rtType(`System.${field.apexType}`);
}
