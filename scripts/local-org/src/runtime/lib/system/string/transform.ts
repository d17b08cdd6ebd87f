/**
 * String: cutting, padding, replacing. Behaviour follows Apache Commons Lang 2.
 * Source: Apex Reference Guide, "String Class".
 */
import { listOf, INTEGER, STRING, ApexList, throwNew } from '../../../values';
import { withoutNulls } from '../../args';
import { platformClass } from '../../registry';
import { javaTrim } from './trim';
import { isDigit, isLetter, isSpace } from './search';

/** @throws StringException `Starting position out of bounds: 7` */
function substring(text: string, start: number, end: number = text.length): string {
  if (start < 0 || start > text.length) throwNew('System.StringException', `Starting position out of bounds: ${start}`);
  if (end < start || end > text.length) throwNew('System.StringException', `Ending position out of bounds: ${end}`);
  return text.slice(start, end);
}

function abbreviate(text: string, width: number, offset = 0): string {
  if (width < 4) throwNew('System.StringException', `Minimum abbreviation width is 4`);
  if (text.length <= width) return text;
  let start = Math.min(offset, text.length);
  if (text.length - start < width - 3) start = text.length - (width - 3);
  if (start <= 4) return `${text.slice(0, width - 3)}...`;
  if (width < 7) throwNew('System.StringException', 'Minimum abbreviation width with offset is 7');
  if (start + width - 3 < text.length) return `...${abbreviate(text.slice(start), width - 3)}`;
  return `...${text.slice(text.length - (width - 3))}`;
}

function padding(length: number, pad: string): string {
  const unit = pad === '' ? ' ' : pad;
  return length <= 0 ? '' : unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
}

function center(text: string, size: number, pad = ' '): string {
  const missing = size - text.length;
  if (missing <= 0) return text;
  const left = Math.floor(missing / 2);
  return padding(left, pad) + text + padding(missing - left, pad);
}

function mid(text: string, start: number, length: number): string {
  if (length < 0 || start > text.length) return '';
  const from = Math.max(0, start);
  return text.slice(from, from + length);
}

function overlay(text: string, part: string, start: number, end: number): string {
  const clamp = (n: number): number => Math.min(Math.max(n, 0), text.length);
  const [from, to] = [clamp(start), clamp(end)].sort((a, b) => a - b) as [number, number];
  return text.slice(0, from) + part + text.slice(to);
}

function substringBetween(text: string, open: string, close: string): string | null {
  const start = text.indexOf(open);
  if (start < 0) return null;
  const end = text.indexOf(close, start + open.length);
  return end < 0 ? null : text.slice(start + open.length, end);
}

function after(text: string, index: number, length: number): string {
  return index < 0 ? '' : text.slice(index + length);
}

function swapCase(text: string): string {
  return [...text].map((c) => (c === c.toUpperCase() ? c.toLowerCase() : c.toUpperCase())).join('');
}

/** Character type as java.lang.Character.getType tells kinds apart, as far as splitting sees it. */
function charType(c: string): string {
  if (/\p{Lu}/u.test(c)) return 'upper';
  if (/\p{Ll}/u.test(c)) return 'lower';
  if (isLetter(c)) return 'letter';
  if (isDigit(c)) return 'digit';
  if (isSpace(c)) return 'space';
  const category = ['Pc', 'Pd', 'Ps', 'Pe', 'Pi', 'Pf', 'Po', 'Sm', 'Sc', 'Sk', 'So', 'Cc', 'Zs'];
  return category.find((name) => new RegExp(`\\p{${name}}`, 'u').test(c)) ?? 'other';
}

function splitByType(text: string, camelCase: boolean): string[] {
  const parts: string[] = [];
  let lastType = '';
  for (const c of text) {
    const type = charType(c);
    const last = parts.length - 1;
    if (type === lastType) parts[last] += c;
    else if (camelCase && type === 'lower' && lastType === 'upper') startCamelWord(parts, c);
    else parts.push(c);
    lastType = type;
  }
  return parts;
}

/** The last capital before a small letter begins the next word: `ASFRules` -> `ASF`, `Rules`. */
function startCamelWord(parts: string[], c: string): void {
  const last = parts.pop()!;
  if (last.length > 1) parts.push(last.slice(0, -1));
  parts.push(last.slice(-1) + c);
}

function repeat(text: string, times: number): string {
  return times <= 0 ? '' : text.repeat(times);
}

/** `separator` stands between the copies. */
function repeatWith(text: string, separator: string, times: number): string {
  return times <= 0 ? '' : Array.from({ length: times }, () => text).join(separator);
}

function removeIgnoringCase(text: string, part: string, atEnd: boolean): string {
  const lower = text.toLowerCase();
  const small = part.toLowerCase();
  if (atEnd) return lower.endsWith(small) ? text.slice(0, text.length - part.length) : text;
  return lower.startsWith(small) ? text.slice(part.length) : text;
}

function difference(text: string, other: string): string {
  let i = 0;
  while (i < text.length && i < other.length && text[i] === other[i]) i++;
  return i === text.length && i === other.length ? '' : other.slice(i);
}

const strings = (items: string[]): ApexList => new ApexList(listOf(STRING), items);

/** Salesforce locales as BCP 47 tags. */
function languageTag(locale: string): string {
  return locale.replaceAll('_', '-');
}

platformClass('System.String', {
  instance: withoutNulls({
    'abbreviate/1': (s: string, width: number) => abbreviate(s, width),
    'abbreviate/2': (s: string, width: number, offset: number) => abbreviate(s, width, offset),
    'capitalize/0': (s: string) => s.charAt(0).toUpperCase() + s.slice(1),
    'uncapitalize/0': (s: string) => s.charAt(0).toLowerCase() + s.slice(1),
    'center/1': (s: string, size: number) => center(s, size),
    'center/2': center,
    'deleteWhitespace/0': (s: string) => [...s].filter((c) => !isSpace(c)).join(''),
    'difference/1': difference,
    'getChars/0': (s: string) =>
      new ApexList(
        listOf(INTEGER),
        Array.from({ length: s.length }, (_, i) => s.charCodeAt(i))
      ),
    'left/1': (s: string, length: number) => s.slice(0, Math.max(0, length)),
    'leftPad/1': (s: string, size: number) => padding(size - s.length, ' ') + s,
    'leftPad/2': (s: string, size: number, pad: string) => padding(size - s.length, pad) + s,
    'rightPad/1': (s: string, size: number) => s + padding(size - s.length, ' '),
    'rightPad/2': (s: string, size: number, pad: string) => s + padding(size - s.length, pad),
    'right/1': (s: string, length: number) => (length <= 0 ? '' : s.slice(-length)),
    'mid/2': mid,
    'normalizeSpace/0': (s: string) => javaTrim(s).split(/[\s]+/).join(' '),
    'overlay/3': overlay,
    'remove/1': (s: string, part: string) => (part === '' ? s : s.replaceAll(part, '')),
    'removeEnd/1': (s: string, part: string) => (s.endsWith(part) ? s.slice(0, s.length - part.length) : s),
    'removeEndIgnoreCase/1': (s: string, part: string) => removeIgnoringCase(s, part, true),
    'removeStart/1': (s: string, part: string) => (s.startsWith(part) ? s.slice(part.length) : s),
    'removeStartIgnoreCase/1': (s: string, part: string) => removeIgnoringCase(s, part, false),
    'repeat/1': repeat,
    'repeat/2': repeatWith,
    'replace/2': (s: string, part: string, by: string) => s.replaceAll(part, () => by),
    'reverse/0': (s: string) => [...s].reverse().join(''),
    'splitByCharacterType/0': (s: string) => strings(splitByType(s, false)),
    'splitByCharacterTypeCamelCase/0': (s: string) => strings(splitByType(s, true)),
    'substring/1': (s: string, start: number) => substring(s, start),
    'substring/2': substring,
    'substringAfter/1': (s: string, part: string) => after(s, s.indexOf(part), part.length),
    'substringAfterLast/1': (s: string, part: string) =>
      part === '' ? '' : after(s, s.lastIndexOf(part), part.length),
    'substringBefore/1': (s: string, part: string) => (s.includes(part) ? s.slice(0, s.indexOf(part)) : s),
    'substringBeforeLast/1': (s: string, part: string) =>
      part !== '' && s.includes(part) ? s.slice(0, s.lastIndexOf(part)) : s,
    'substringBetween/1': (s: string, tag: string) => substringBetween(s, tag, tag),
    'substringBetween/2': substringBetween,
    'swapCase/0': swapCase,
    'toLowerCase/0': (s: string) => s.toLowerCase(),
    'toLowerCase/1': (s: string, locale: string) => s.toLocaleLowerCase(languageTag(locale)),
    'toUpperCase/0': (s: string) => s.toUpperCase(),
    'toUpperCase/1': (s: string, locale: string) => s.toLocaleUpperCase(languageTag(locale)),
    'trim/0': javaTrim
  })
});
