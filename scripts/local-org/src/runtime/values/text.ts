/**
 * Values as text: `String.valueOf`, concatenation, System.debug.
 */
import { ApexBlob } from './blob';
import { valueContext } from './context';
import { ApexDate } from './date';
import { ApexDatetime } from './datetime';
import { ApexDecimal } from './decimal';
import { ApexDouble } from './double';
import { ApexEnum } from './enum';
import { ApexException } from './exception';
import { ApexList } from './list';
import { ApexMap } from './map';
import type { RtField, RtType } from './rttype';
import { ApexSet } from './set';
import { SObjectValue } from './sobject';
import { ApexTime } from './time';
import { ApexTypeValue, SObjectFieldValue, SObjectTypeValue } from './tokens';

/** Collections print so many elements, then `...`. */
const SHOWN_ELEMENTS = 10;

/**
 * `String.valueOf(value)`: date/times in the user's time zone. Null passes as null.
 */
export function toApexString(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof ApexDatetime) return value.toText(valueContext.timeZone());
  if (value instanceof ApexDate) return value.toIso();
  return textOf(value);
}

/** What `'' + value` appends: null as `null`, dates with a time of 00:00:00, date/times in GMT. */
export function toConcatString(value: unknown): string {
  return typeof value === 'string' ? value : textOf(value);
}

function textOf(value: unknown, seen = new Set<object>()): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value !== 'object') return String(value);
  if (value instanceof ApexDecimal || value instanceof ApexDouble || value instanceof ApexTime) return value.toText();
  if (value instanceof ApexDate) return `${value.toIso()} 00:00:00`;
  if (value instanceof ApexDatetime) return value.toText('GMT');
  if (value instanceof ApexBlob) return `Blob[${value.size}]`;
  if (value instanceof ApexEnum) return value.name;
  if (value instanceof ApexTypeValue) return value.type.name;
  if (value instanceof SObjectTypeValue) return value.schema.name;
  if (value instanceof SObjectFieldValue) return value.field.name;
  if (seen.has(value)) return '(already output)';
  return structureText(value, new Set(seen).add(value));
}

function structureText(value: object, seen: Set<object>): string {
  const own = value as { tostring$0?: () => string | null };
  if (typeof own.tostring$0 === 'function') return own.tostring$0() ?? 'null';
  if (value instanceof ApexException) return `${value.typeName}: ${value.getMessage()}`;
  if (value instanceof ApexList) return `(${elements(value.items, seen)})`;
  if (value instanceof ApexSet) return `{${elements(value.values(), seen)}}`;
  if (value instanceof ApexMap) return `{${entries(value, seen)}}`;
  if (value instanceof SObjectValue) return recordText(value, seen);
  return objectText(value, seen);
}

function elements(items: unknown[], seen: Set<object>): string {
  const shown = items.slice(0, SHOWN_ELEMENTS).map((v) => textOf(v, seen));
  if (items.length > SHOWN_ELEMENTS) shown.push('...');
  return shown.join(', ');
}

function entries(map: ApexMap, seen: Set<object>): string {
  const all = map.entries();
  const shown = all.slice(0, SHOWN_ELEMENTS).map(([k, v]) => `${textOf(k, seen)}=${textOf(v, seen)}`);
  if (all.length > SHOWN_ELEMENTS) shown.push('...');
  return shown.join(', ');
}

function recordText(record: SObjectValue, seen: Set<object>): string {
  const parts: string[] = [];
  for (const [name, value] of record.values) parts.push(`${name}=${textOf(value, seen)}`);
  for (const [name, parent] of record.parents) if (parent) parts.push(`${name}=${textOf(parent, seen)}`);
  return `${record.schema.name}:{${parts.join(', ')}}`;
}

/** Fields of a user class and its ancestors, ancestors first. */
export function allFields(type: RtType): RtField[] {
  const superclass = type.supertypes[0];
  const inherited = superclass?.isUser && superclass.kind === 'class' ? allFields(superclass) : [];
  return [...inherited, ...(type.fields ?? [])];
}

function objectText(value: object, seen: Set<object>): string {
  const type = (value as { rtType?: RtType }).rtType;
  if (!type) return String(value);
  const shortName = type.name.slice(type.name.lastIndexOf('.') + 1);
  if (!type.isUser) return platformObjectText(value, shortName);
  const fields = allFields(type)
    .filter((f) => !f.isStatic && !f.isProperty)
    .map((f) => `${f.name}=${textOf(f.get(value), seen)}`);
  return `${shortName}:[${fields.join(', ')}]`;
}

function platformObjectText(value: object, shortName: string): string {
  const own = value as { toText?: () => string };
  return typeof own.toText === 'function' ? own.toText() : `${shortName}:[]`;
}
