/**
 * String: static methods, and those that take regular expressions.
 * Source: Apex Reference Guide, "String Class".
 */
import {
  type ApexDate,
  type ApexDatetime,
  ApexList,
  ApexSet,
  listOf,
  STRING,
  throwNew,
  toApexString,
  toConcatString,
  valueContext
} from '../../../values';
import { nonNull, withoutNulls } from '../../args';
import { platformClass } from '../../registry';
import { compileRegex, splitByRegex } from '../../../regex';
import { javaReplaceAll } from '../../../regex/replace';
import { messageFormat } from './messageFormat';
import { isSpace } from './search';

function isBlank(text: string | null): boolean {
  return text === null || [...text].every(isSpace);
}

function joinValues(values: unknown, separator: string): string {
  if (values instanceof ApexList || values instanceof ApexSet) {
    return [...values].map((v) => (v === null ? '' : toConcatString(v))).join(separator);
  }
  const iterable = values as { iterator$0?: () => { hasnext$0(): boolean; next$0(): unknown } };
  if (typeof iterable.iterator$0 !== 'function') return throwNew('System.TypeException', 'Argument is not iterable');
  const parts: string[] = [];
  for (const it = iterable.iterator$0(); it.hasnext$0();) {
    const value = it.next$0();
    parts.push(value === null ? '' : toConcatString(value));
  }
  return parts.join(separator);
}

function commonPrefix(list: ApexList): string {
  const texts = list.items as (string | null)[];
  if (texts.length === 0 || texts.includes(null)) return '';
  let prefix = texts[0]!;
  for (const text of texts) while (!text!.startsWith(prefix)) prefix = prefix.slice(0, -1);
  return prefix;
}

const strings = (items: string[]): ApexList => new ApexList(listOf(STRING), items);
const valueOf = (value: unknown): string | null => toApexString(value);

platformClass('System.String', {
  statics: {
    'isBlank/1': isBlank,
    'isNotBlank/1': (s: string | null) => !isBlank(s),
    'isEmpty/1': (s: string | null) => s === null || s === '',
    'isNotEmpty/1': (s: string | null) => s !== null && s !== '',
    'join/2': (values: unknown, separator: string | null) => joinValues(nonNull(values), nonNull(separator)),
    'format/2': (pattern: string | null, args: ApexList | null) => messageFormat(nonNull(pattern), args?.items ?? []),
    'fromCharArray/1': (codes: ApexList | null) => String.fromCharCode(...(nonNull(codes).items as number[])),
    'getCommonPrefix/1': (list: ApexList | null) => commonPrefix(nonNull(list)),
    'valueOf/1': valueOf,
    'valueOf(Date)': (date: ApexDate | null) => date && date.toIso(),
    'valueOf(Datetime)': (dt: ApexDatetime | null) => dt && dt.toText(valueContext.timeZone()),
    'valueOfGmt/1': (dt: ApexDatetime | null) => nonNull(dt).toText('GMT')
  },
  instance: withoutNulls({
    'split/1': (s: string, regex: string) => strings(splitByRegex(compileRegex(regex), s, 0)),
    'split/2': (s: string, regex: string, limit: number) => strings(splitByRegex(compileRegex(regex), s, limit)),
    'replaceAll/2': (s: string, regex: string, by: string) => javaReplaceAll(compileRegex(regex), s, by, true),
    'replaceFirst/2': (s: string, regex: string, by: string) => javaReplaceAll(compileRegex(regex), s, by, false)
  })
});
