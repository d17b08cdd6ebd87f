/**
 * JSON.serialize.
 * Source: Apex Reference Guide, "JSON Class"; the spacing of serializePretty is that of Jackson's default printer.
 */
import {
  allFields,
  ApexBlob,
  ApexDate,
  ApexDatetime,
  ApexDecimal,
  ApexDouble,
  ApexEnum,
  ApexException,
  ApexList,
  ApexMap,
  ApexSet,
  ApexTime,
  ApexTypeValue,
  SObjectFieldValue,
  SObjectTypeValue,
  SObjectValue,
  throwNew,
  toConcatString,
  typeOf,
  type RtType
} from '../values';
import { kernel } from '../kernel';

/** JSON as a tree of text, to be printed compactly or prettily. */
export type JsonText = string | { entries: [string, JsonText][] } | { items: JsonText[] };

const CONTROLS: Record<string, string> = {
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '"': '\\"',
  '\\': '\\\\'
};

/** A string with quotes, escaped as Jackson does. */
export function quoteJson(text: string): string {
  // eslint-disable-next-line no-control-regex
  const escaped = text.replace(/["\\\u0000-\u001f]/g, (c) => {
    return CONTROLS[c] ?? `\\u${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  });
  return `"${escaped}"`;
}

/** `2011-10-04T16:58:54.858Z`. */
export function datetimeText(value: ApexDatetime): string {
  return value.toIso();
}

function unsupported(type: RtType): never {
  return throwNew('System.JSONException', `Apex Type unsupported in JSON: ${type.symbolName}`);
}

/** @throws JSONException for values that JSON cannot hold */
export function toJson(value: unknown, omitNulls: boolean): JsonText {
  switch (typeof value) {
    case 'string':
      return quoteJson(value);
    case 'number':
    case 'bigint':
    case 'boolean':
      return String(value);
    default:
      return value === null || value === undefined ? 'null' : objectJson(value as object, omitNulls);
  }
}

function objectJson(value: object, omitNulls: boolean): JsonText {
  if (value instanceof ApexDecimal) return value.toPlainString();
  if (value instanceof ApexDouble) return value.toText();
  if (value instanceof ApexDate) return quoteJson(value.toIso());
  if (value instanceof ApexDatetime) return quoteJson(datetimeText(value));
  if (value instanceof ApexTime) return quoteJson(value.toText());
  if (value instanceof ApexBlob) return quoteJson(value.bytes.toString('base64'));
  if (value instanceof ApexEnum) return quoteJson(value.name);
  if (value instanceof ApexList) return { items: value.items.map((v) => toJson(v, omitNulls)) };
  if (value instanceof ApexSet) return { items: value.values().map((v) => toJson(v, omitNulls)) };
  if (value instanceof ApexMap) return mapJson(value, omitNulls);
  if (value instanceof SObjectValue) return recordJson(value, omitNulls);
  return instanceJson(value, omitNulls);
}

function mapJson(map: ApexMap, omitNulls: boolean): JsonText {
  return { entries: map.entries().map(([k, v]): [string, JsonText] => [keyText(k), toJson(v, omitNulls)]) };
}

function keyText(key: unknown): string {
  if (key === null) return throwNew('System.JSONException', 'Null key for a Map not allowed in JSON');
  if (key instanceof ApexDate) return key.toIso();
  if (key instanceof ApexDatetime) return datetimeText(key);
  if (key instanceof SObjectTypeValue || key instanceof SObjectFieldValue) return toConcatString(key);
  const isScalar = typeof key !== 'object' || key instanceof ApexEnum || key instanceof ApexDecimal;
  if (isScalar || key instanceof ApexDouble || key instanceof ApexTime) return toConcatString(key);
  return throwNew('System.JSONException', `Map keys of type ${typeOf(key).name} are not supported`);
}

/** Fields of user classes: those with a value, getters run; static and transient ones are left out. */
function instanceJson(value: object, omitNulls: boolean): JsonText {
  const type = typeOf(value);
  if (value instanceof ApexTypeValue || value instanceof SObjectTypeValue || value instanceof SObjectFieldValue) {
    return unsupported(type);
  }
  if (value instanceof ApexException && !type.isUser) return unsupported(type);
  if (!type.fields) return unsupported(type);
  const entries: [string, JsonText][] = [];
  for (const field of allFields(type)) {
    if (field.isStatic || field.isTransient || !field.readable) continue;
    const fieldValue = field.get(value) ?? null;
    if (omitNulls && fieldValue === null) continue;
    entries.push([field.name, toJson(fieldValue, omitNulls)]);
  }
  return { entries };
}

function attributes(record: SObjectValue): JsonText {
  const entries: [string, JsonText][] = [['type', quoteJson(record.schema.name)]];
  if (record.id !== null) {
    const path = `/services/data/v${kernel.org.apiVersion}/sobjects/${record.schema.name}/${record.id}`;
    entries.push(['url', quoteJson(path)]);
  }
  return { entries };
}

/** Fields that were set or queried, then parents and children. Queried fields without a value are left out. */
function recordJson(record: SObjectValue, omitNulls: boolean): JsonText {
  const entries: [string, JsonText][] = [['attributes', attributes(record)]];
  for (const [name, value] of record.values) {
    const isDatetime = value instanceof ApexDatetime;
    entries.push([name, isDatetime ? quoteJson(value.toIso().replace('Z', '+0000')) : toJson(value, omitNulls)]);
  }
  for (const [name, parent] of record.parents) if (parent) entries.push([name, recordJson(parent, omitNulls)]);
  for (const [name, list] of record.children) {
    if (list.items.length === 0) continue;
    entries.push([
      name,
      {
        entries: [
          ['totalSize', String(list.items.length)],
          ['done', 'true'],
          ['records', toJson(list, omitNulls)]
        ]
      }
    ]);
  }
  return { entries };
}

/** Without any blanks. */
export function printCompact(json: JsonText): string {
  if (typeof json === 'string') return json;
  if ('items' in json) return `[${json.items.map(printCompact).join(',')}]`;
  return `{${json.entries.map(([key, value]) => `${quoteJson(key)}:${printCompact(value)}`).join(',')}}`;
}

/** Objects on lines of their own, arrays in one line. */
export function printPretty(json: JsonText, indent = ''): string {
  if (typeof json === 'string') return json;
  if ('items' in json) {
    if (json.items.length === 0) return '[ ]';
    return `[ ${json.items.map((item) => printPretty(item, indent)).join(', ')} ]`;
  }
  if (json.entries.length === 0) return '{ }';
  const inner = `${indent}  `;
  const lines = json.entries.map(([key, value]) => `${inner}${quoteJson(key)} : ${printPretty(value, inner)}`);
  return `{\n${lines.join(',\n')}\n${indent}}`;
}
