/**
 * String: looking for text. Behaviour follows Apache Commons Lang 2, which Apex's String methods are documented after.
 * Source: Apex Reference Guide, "String Class".
 */
import { throwNew } from '../../../values';
import { withoutNulls } from '../../args';
import { platformClass } from '../../registry';

function isLetter(c: string): boolean {
  return /\p{L}/u.test(c);
}
function isDigit(c: string): boolean {
  return /\p{Nd}/u.test(c);
}
function isSpace(c: string): boolean {
  return /\s/.test(c) && c !== '\u00a0' && c !== '\u2007' && c !== '\u202f';
}

/** Commons Lang: true for every character, and for the empty string as given. */
function every(text: string, test: (c: string) => boolean, whenEmpty: boolean): boolean {
  if (text === '') return whenEmpty;
  for (const c of text) if (!test(c)) return false;
  return true;
}

function some(text: string, test: (c: string) => boolean): boolean {
  for (const c of text) if (test(c)) return true;
  return false;
}

function indexOfAny(text: string, test: (c: string) => boolean): number {
  for (let i = 0; i < text.length; i++) if (test(text[i]!)) return i;
  return -1;
}

function indexOfDifference(a: string, b: string): number {
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  return i === a.length && i === b.length ? -1 : i;
}

function countMatches(text: string, part: string): number {
  return part === '' ? 0 : text.split(part).length - 1;
}

/** Distance, or -1 when it is above the threshold. */
function levenshtein(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}

function charAt(text: string, index: number): number {
  if (index < 0 || index >= text.length)
    return throwNew('System.StringException', `String index out of range: ${index}`);
  return text.charCodeAt(index);
}

function codePointAt(text: string, index: number): number {
  if (index < 0 || index >= text.length) return throwNew('System.StringException', `Index out of bounds: ${index}`);
  return text.codePointAt(index)!;
}

function codePointBefore(text: string, index: number): number {
  if (index < 1 || index > text.length) return throwNew('System.StringException', `Index out of bounds: ${index}`);
  const isPair = index > 1 && text.codePointAt(index - 2)! > 0xffff;
  return text.codePointAt(isPair ? index - 2 : index - 1)!;
}

function offsetByCodePoints(text: string, index: number, count: number): number {
  let at = index;
  for (let left = Math.abs(count); left > 0; left--) {
    const inPair = count > 0 ? text.codePointAt(at)! > 0xffff : at > 1 && text.codePointAt(at - 2)! > 0xffff;
    at += Math.sign(count) * (inPair ? 2 : 1);
    if (at < 0 || at > text.length) return throwNew('System.StringException', `Index out of bounds: ${index}`);
  }
  return at;
}

const lower = (text: string): string => text.toLowerCase();

platformClass('System.String', {
  instance: {
    ...withoutNulls({
      'contains/1': (s: string, part: string) => s.includes(part),
      'containsAny/1': (s: string, chars: string) => some(s, (c) => chars.includes(c)),
      'containsIgnoreCase/1': (s: string, part: string) => lower(s).includes(lower(part)),
      'containsNone/1': (s: string, chars: string) => !some(s, (c) => chars.includes(c)),
      'containsOnly/1': (s: string, chars: string) => every(s, (c) => chars.includes(c), true),
      'containsWhitespace/0': (s: string) => some(s, isSpace),
      'countMatches/1': countMatches,
      'endsWith/1': (s: string, part: string) => s.endsWith(part),
      'endsWithIgnoreCase/1': (s: string, part: string) => lower(s).endsWith(lower(part)),
      'startsWith/1': (s: string, part: string) => s.startsWith(part),
      'startsWithIgnoreCase/1': (s: string, part: string) => lower(s).startsWith(lower(part)),
      'indexOf/1': (s: string, part: string) => s.indexOf(part),
      'indexOf/2': (s: string, part: string, from: number) => s.indexOf(part, from),
      'indexOfAny/1': (s: string, chars: string) => indexOfAny(s, (c) => chars.includes(c)),
      'indexOfAnyBut/1': (s: string, chars: string) => indexOfAny(s, (c) => !chars.includes(c)),
      'indexOfChar/1': (s: string, code: number) => s.indexOf(String.fromCodePoint(code)),
      'indexOfChar/2': (s: string, code: number, from: number) => s.indexOf(String.fromCodePoint(code), from),
      'indexOfDifference/1': indexOfDifference,
      'indexOfIgnoreCase/1': (s: string, part: string) => lower(s).indexOf(lower(part)),
      'indexOfIgnoreCase/2': (s: string, part: string, from: number) => lower(s).indexOf(lower(part), from),
      'lastIndexOf/1': (s: string, part: string) => s.lastIndexOf(part),
      'lastIndexOf/2': (s: string, part: string, from: number) => (from < 0 ? -1 : s.lastIndexOf(part, from)),
      'lastIndexOfChar/1': (s: string, code: number) => s.lastIndexOf(String.fromCodePoint(code)),
      'lastIndexOfChar/2': (s: string, code: number, from: number) =>
        from < 0 ? -1 : s.lastIndexOf(String.fromCodePoint(code), from),
      'lastIndexOfIgnoreCase/1': (s: string, part: string) => lower(s).lastIndexOf(lower(part)),
      'lastIndexOfIgnoreCase/2': (s: string, part: string, from: number) =>
        from < 0 ? -1 : lower(s).lastIndexOf(lower(part), from),
      'charAt/1': charAt,
      'codePointAt/1': codePointAt,
      'codePointBefore/1': codePointBefore,
      'codePointCount/2': (s: string, from: number, to: number) => [...s.slice(from, to)].length,
      'offsetByCodePoints/2': offsetByCodePoints,
      'getLevenshteinDistance/1': levenshtein,
      'getLevenshteinDistance/2': (s: string, other: string, threshold: number) => {
        const distance = levenshtein(s, other);
        return distance > threshold ? -1 : distance;
      },
      'isAllLowerCase/0': (s: string) => every(s, (c) => /\p{Ll}/u.test(c), false),
      'isAllUpperCase/0': (s: string) => every(s, (c) => /\p{Lu}/u.test(c), false),
      'isAlpha/0': (s: string) => every(s, isLetter, false),
      'isAlphaSpace/0': (s: string) => every(s, (c) => isLetter(c) || c === ' ', true),
      'isAlphanumeric/0': (s: string) => every(s, (c) => isLetter(c) || isDigit(c), false),
      'isAlphanumericSpace/0': (s: string) => every(s, (c) => isLetter(c) || isDigit(c) || c === ' ', true),
      'isAsciiPrintable/0': (s: string) => every(s, (c) => c >= ' ' && c <= '~', true),
      'isNumeric/0': (s: string) => every(s, isDigit, false),
      'isNumericSpace/0': (s: string) => every(s, (c) => isDigit(c) || c === ' ', true),
      'isWhitespace/0': (s: string) => every(s, isSpace, true),
      'length/0': (s: string) => s.length,
      'compareTo/1': (s: string, other: string) => compareJava(s, other)
    }),
    'equals/1': (s: string, other: unknown) => s === other,
    'equalsIgnoreCase/1': (s: string, other: string | null) => other !== null && lower(s) === lower(other),
    'hashCode/0': hashOfString,
    'toString/0': (s: string) => s
  }
});

/** Java's String.compareTo: difference of the first differing characters, else of the lengths. */
export function compareJava(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const difference = a.charCodeAt(i) - b.charCodeAt(i);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Java's String.hashCode. */
export function hashOfString(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return hash;
}

export { isSpace, isLetter, isDigit };
