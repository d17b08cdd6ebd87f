/**
 * Character classes of java.util.regex as the inside of a JavaScript class (flag `v`).
 * Source: Java SE API, java.util.regex.Pattern, tables of predefined, POSIX, java.lang.Character and Unicode classes.
 */

/** What `\d`, `\s` and the like stand for: ASCII only, as Java without UNICODE_CHARACTER_CLASS. */
export const PREDEFINED: Record<string, string> = {
  d: '0-9',
  s: '\\x20\\t\\n\\x0B\\f\\r',
  w: 'a-zA-Z_0-9',
  h: '\\x20\\xA0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000',
  v: '\\n\\x0B\\f\\r\\x85\\u2028\\u2029'
};

const POSIX: Record<string, string> = {
  Lower: 'a-z',
  Upper: 'A-Z',
  ASCII: '\\x00-\\x7F',
  Alpha: 'a-zA-Z',
  Digit: '0-9',
  Alnum: 'a-zA-Z0-9',
  Punct: '!-\\/:-@\\[-`\\{-~',
  Graph: '!-~',
  Print: '\\x20-~',
  Blank: '\\x20\\t',
  Cntrl: '\\x00-\\x1F\\x7F',
  XDigit: '0-9a-fA-F',
  Space: '\\x20\\t\\n\\x0B\\f\\r',
  javaLowerCase: '\\p{Lowercase}',
  javaUpperCase: '\\p{Uppercase}',
  javaWhitespace: '\\t-\\r\\x1C-\\x20\\u1680\\u2000-\\u2006\\u2008-\\u200a\\u2028\\u2029\\u205f\\u3000',
  javaLetter: '\\p{L}',
  javaDigit: '\\p{Nd}',
  javaLetterOrDigit: '\\p{L}\\p{Nd}',
  L1: '\\x00-\\xFF',
  all: '\\u{0}-\\u{10FFFF}',
  LC: '\\p{Lu}\\p{Ll}\\p{Lt}',
  LD: '\\p{L}\\p{Nd}'
};

const BINARY: Record<string, string> = {
  alphabetic: 'Alphabetic',
  ideographic: 'Ideographic',
  lowercase: 'Lowercase',
  uppercase: 'Uppercase',
  white_space: 'White_Space',
  hex_digit: 'Hex_Digit',
  assigned: 'Assigned',
  emoji: 'Emoji'
};

function valid(inside: string): boolean {
  try {
    new RegExp(`[${inside}]`, 'v');
    return true;
  } catch {
    return false;
  }
}

function scriptOrCategory(name: string): string | null {
  const value = name.charAt(0).toUpperCase() + name.slice(1);
  const candidates = [`\\p{${value}}`, `\\p{Script=${value}}`];
  return candidates.find(valid) ?? null;
}

/** The inside of a class for `\p{name}`, or null when there is no translation. */
export function propertyClass(name: string): string | null {
  const direct = POSIX[name];
  if (direct) return direct;
  const equals = /^(\w+)=(\w+)$/.exec(name);
  if (equals) {
    const key = equals[1]!.toLowerCase();
    const known: Record<string, string> = { gc: 'gc', general_category: 'gc', sc: 'sc', script: 'sc' };
    const candidate = known[key] ? `\\p{${known[key]}=${equals[2]}}` : null;
    return candidate !== null && valid(candidate) ? candidate : null;
  }
  if (name.startsWith('Is')) {
    const bare = name.slice(2);
    const binary = BINARY[bare.toLowerCase()];
    return binary ? `\\p{${binary}}` : scriptOrCategory(bare);
  }
  const category = `\\p{${name}}`;
  return /^[A-Z][a-z]?$/.test(name) && valid(category) ? category : null;
}
