/** Scalars of typed deserialisation. */
import {
  ApexBlob,
  ApexDate,
  ApexDatetime,
  ApexDecimal,
  ApexDouble,
  ApexTime,
  BLOB,
  BOOLEAN,
  DATE,
  DATETIME,
  DECIMAL,
  DOUBLE,
  ID,
  INTEGER,
  LONG,
  STRING,
  throwNew,
  TIME,
  tryToId,
  type RtType
} from '../values';
import { placeOf, type JsonNode } from './tree';

/** The text being read, for places in errors. */
export interface JsonSource {
  text: string;
  strict: boolean;
}

/** @throws JSONException with the place of the node */
export function jsonFailure(source: JsonSource, node: { at: number }, message: string): never {
  const { line, column } = placeOf(source.text, node.at);
  return throwNew('System.JSONException', `${message} at [line:${line}, column:${column}]`);
}

/** Text of a scalar; null for objects and arrays. */
function scalarText(node: JsonNode): string | null {
  if (node.kind === 'string') return node.value;
  if (node.kind === 'number') return node.text;
  return node.kind === 'boolean' ? String(node.value) : null;
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

type Reader = (text: string, fail: (message: string) => never, node: JsonNode) => unknown;

function wholeNumber(text: string, fail: (message: string) => never, low: bigint, high: bigint): bigint {
  const value = /^[+-]?\d+$/.test(text) ? BigInt(text.replace('+', '')) : null;
  if (value === null || value < low || value > high) return fail(`For input string: "${text}"`);
  return value;
}

/** `2011-10-04T16:58:54.858Z`, offsets as `+0000` or `+00:00`, dates without time. */
function readDatetime(text: string): ApexDatetime | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:?\d\d)?)?$/.exec(text);
  if (!match) return null;
  const [y, mo, d, h, mi, s] = match.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number
  ];
  if (mo < 1 || mo > 12 || d < 1 || d > 31 || h > 24 || mi > 59 || s > 59) return null;
  const millis = Number((match[7] ?? '').padEnd(3, '0').slice(0, 3));
  const zone = /^([+-])(\d\d):?(\d\d)$/.exec(match[8] ?? '');
  const offset = zone ? (Number(zone[2]) * 60 + Number(zone[3])) * (zone[1] === '-' ? -60000 : 60000) : 0;
  return new ApexDatetime(ApexDatetime.ofUtc(y, mo, d, h, mi, s, millis).ms - offset);
}

function readTime(text: string): ApexTime | null {
  const match = /^(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?Z?$/.exec(text);
  if (!match) return null;
  const [h, m, s] = match.slice(1, 4).map((part) => Number(part ?? 0)) as [number, number, number];
  return h > 23 || m > 59 || s > 59 ? null : ApexTime.of(h, m, s, Number((match[4] ?? '').padEnd(3, '0')));
}

const READERS = new Map<RtType, Reader>([
  [STRING, (text) => text],
  [ID, (text, fail) => tryToId(text) ?? (text === '' ? null : fail(`Invalid id: ${text}`))],
  [INTEGER, (text, fail) => Number(wholeNumber(text, fail, -2147483648n, 2147483647n))],
  [LONG, (text, fail) => wholeNumber(text, fail, -(2n ** 63n), 2n ** 63n - 1n)],
  [DECIMAL, (text, fail) => (NUMBER.test(text) ? ApexDecimal.tryParse(text)! : fail(badDecimal(text)))],
  [DOUBLE, (text, fail) => (NUMBER.test(text) ? new ApexDouble(Number(text)) : fail(`For input string: "${text}"`))],
  [BOOLEAN, readBoolean],
  [DATE, (text, fail) => ApexDate.tryParseIso(text.slice(0, 10)) ?? fail(`Invalid format: "${text}"`)],
  [DATETIME, (text, fail) => readDatetime(text) ?? fail(`Invalid format: "${text}"`)],
  [TIME, (text, fail) => readTime(text) ?? fail(`Invalid format: "${text}"`)],
  [BLOB, (text) => new ApexBlob(Buffer.from(text, 'base64'))]
]);

function badDecimal(text: string): string {
  if (text === '') return 'N/A';
  return `Character ${text[0]} is neither a decimal digit number, decimal point, nor "e" notation exponential mark.`;
}

function readBoolean(text: string, fail: (message: string) => never, node: JsonNode): boolean {
  if (node.kind === 'boolean') return node.value;
  return fail(`Illegal value for boolean: ${text}`);
}

export function isScalar(type: RtType): boolean {
  return READERS.has(type);
}

/** @throws JSONException */
export function readScalar(source: JsonSource, node: JsonNode, type: RtType): unknown {
  const text = scalarText(node);
  const fail = (message: string): never => jsonFailure(source, node, message);
  if (text === null) return fail('Illegal value for primitive');
  return READERS.get(type)!(text, fail, node);
}

/** A key of a map of scalars. @throws JSONException */
export function readKey(source: JsonSource, key: string, at: number, type: RtType): unknown {
  const reader = READERS.get(type);
  const node: JsonNode = { kind: 'string', value: key, at, end: at };
  if (!reader) return throwNew('System.JSONException', `Apex Type unsupported in JSON: ${type.name}`);
  return reader(key, (message) => jsonFailure(source, node, message), node);
}

/** A scalar from text that is no JSON, as CSV files have it. @throws JSONException when it does not fit */
export function jsonScalarOf(text: string, type: RtType): unknown {
  const isBoolean = type === BOOLEAN && /^(true|false)$/i.test(text);
  const node: JsonNode = isBoolean
    ? { kind: 'boolean', value: text.toLowerCase() === 'true', at: 0, end: 0 }
    : { kind: 'string', value: text, at: 0, end: 0 };
  return readScalar({ text, strict: false }, node, type);
}
