/**
 * Translates a pattern of java.util.regex (Apex's regular expressions) to JavaScript's RegExp with the flag `v`.
 * Flags are resolved while translating, groups become named (`g1`, `g2` …) so that helper groups do not shift their
 * numbers, possessive quantifiers and atomic groups become look-aheads with a back reference.
 * Source: Java SE API, java.util.regex.Pattern.
 */
import { throwNew, UnsupportedError } from '../values';
import { PREDEFINED, propertyClass } from './classes';

export interface Translation {
  /** Body of the JavaScript pattern. */
  source: string;
  /** The whole pattern ignores letter case. */
  ignoreCase: boolean;
  groupCount: number;
  /** Named groups: their numbers. */
  names: Map<string, number>;
}

interface Flags {
  i: boolean;
  s: boolean;
  m: boolean;
  x: boolean;
  d: boolean;
}

const ANY_END = '(?![\\s\\S])';
const ANY_START = '(?<![\\s\\S])';
const TERMINATOR = '(?:\\r\\n|[\\n\\r\\x85\\u2028\\u2029])';
const NOT_TERMINATOR = '[^\\n\\r\\x85\\u2028\\u2029]';
const FINAL_END = `(?=${TERMINATOR}?${ANY_END})`;
const SYNTAX = new Set('^$\\.*+?()[]{}|/'.split(''));
const CLASS_SYNTAX = new Set('()[]{}/-\\|&!#$%*+,.:;<=>?@^`~'.split(''));
const SIMPLE_ESCAPES: Record<string, string> = { t: '\\t', n: '\\n', r: '\\r', f: '\\f', a: '\\x07', e: '\\x1B' };

/** @throws StringException for patterns that Java rejects; UnsupportedError for those without translation */
export function translateRegex(pattern: string): Translation {
  return new Translator(pattern).run();
}

class Translator {
  private at = 0;
  private flags: Flags = { i: false, s: false, m: false, x: false, d: false };
  private groupCount = 0;
  private atomics = 0;
  private ignoreCase = false;
  private readonly names = new Map<string, number>();

  constructor(private readonly pattern: string) {}

  run(): Translation {
    this.leadingFlags();
    const source = this.alternatives();
    if (this.at < this.pattern.length) this.bad(`Unmatched closing ')'`);
    return { source, ignoreCase: this.ignoreCase, groupCount: this.groupCount, names: this.names };
  }

  private bad(message: string): never {
    return throwNew('System.StringException', `Invalid regex: ${message} near index ${this.at - 1}\n${this.pattern}`);
  }
  private unsupported(what: string): never {
    throw new UnsupportedError(`${what} in the regular expression ${this.pattern}`);
  }
  private peek(offset = 0): string {
    return this.pattern[this.at + offset] ?? '';
  }
  private next(): string {
    const code = this.pattern.codePointAt(this.at);
    if (code === undefined) return this.bad('Unexpected end of pattern');
    const c = String.fromCodePoint(code);
    this.at += c.length;
    return c;
  }
  private take(text: string): boolean {
    if (!this.pattern.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  /** `(?i)` at the very beginning applies to everything: the JavaScript flag does it best. */
  private leadingFlags(): void {
    const match = /^\(\?([a-zA-Z]+)\)/.exec(this.pattern);
    if (!match) return;
    this.setFlags(match[1]!, true);
    this.at = match[0].length;
    this.ignoreCase = this.flags.i;
  }

  private setFlags(letters: string, on: boolean): void {
    for (const letter of letters) {
      if (letter === 'i' || letter === 's' || letter === 'm' || letter === 'x' || letter === 'd')
        this.flags[letter] = on;
      else if (letter === 'U') this.unsupported('the flag U');
      else if (letter !== 'u') this.bad('Unknown inline modifier');
    }
    if (!on && this.ignoreCase && letters.includes('i')) this.unsupported('switching off case-insensitivity');
  }

  private alternatives(): string {
    const outer = { ...this.flags };
    let out = '';
    while (this.at < this.pattern.length && this.peek() !== ')') {
      if (this.take('|')) out += '|';
      else out += this.term();
    }
    this.flags = outer;
    return out;
  }

  private skipComments(): boolean {
    if (!this.flags.x) return false;
    if (/\s/.test(this.peek())) {
      this.at++;
      return true;
    }
    if (this.peek() !== '#') return false;
    while (this.at < this.pattern.length && this.peek() !== '\n') this.at++;
    return true;
  }

  private term(): string {
    if (this.skipComments()) return '';
    const atom = this.atom();
    if (atom === null) return '';
    return this.quantified(atom);
  }

  private quantified(atom: string): string {
    while (this.skipComments());
    const quantifier = this.quantifier();
    if (quantifier === '') return atom;
    if (this.take('+')) return this.atomic(`(?:${atom})${quantifier}`);
    const lazy = this.take('?') ? '?' : '';
    const whole = atom.length === 1 || /^(\\.|\[[^[\]\\]*\]|\(\?:.*\))$/s.test(atom) ? atom : `(?:${atom})`;
    return whole + quantifier + lazy;
  }

  private quantifier(): string {
    const c = this.peek();
    if (c === '*' || c === '+' || c === '?') {
      this.at++;
      return c;
    }
    if (c !== '{') return '';
    const match = /^\{(\d+)(,(\d*))?\}/.exec(this.pattern.slice(this.at));
    if (!match) return this.bad('Illegal repetition');
    this.at += match[0].length;
    return match[0];
  }

  private atomic(inner: string): string {
    const name = `a${++this.atomics}`;
    return `(?:(?=(?<${name}>${inner}))\\k<${name}>)`;
  }

  /** One atom; null for things that match nothing by themselves, as `(?i)`. */
  private atom(): string | null {
    const c = this.next();
    switch (c) {
      case '(':
        return this.group();
      case '[':
        return `[${this.classBody()}]`;
      case '.':
        return this.flags.s ? '[\\s\\S]' : this.flags.d ? '[^\\n]' : NOT_TERMINATOR;
      case '^':
        return this.flags.m ? `(?:${ANY_START}|(?<=${TERMINATOR})(?![\\n](?<=\\r\\n))(?!${ANY_END}))` : ANY_START;
      case '$':
        return this.flags.m ? `(?=${TERMINATOR}|${ANY_END})` : FINAL_END;
      case '\\':
        return this.escape();
      case '*':
      case '+':
      case '?':
        return this.bad(`Dangling meta character '${c}'`);
      default:
        return this.literal(c);
    }
  }

  private literal(c: string): string {
    const escaped = SYNTAX.has(c) ? `\\${c}` : c;
    if (!this.flags.i || this.ignoreCase || c.toLowerCase() === c.toUpperCase()) return escaped;
    return `[${c.toLowerCase()}${c.toUpperCase()}]`;
  }

  private group(): string | null {
    if (!this.take('?')) return this.capturing(++this.groupCount);
    if (this.take('<=')) return this.closed('(?<=');
    if (this.take('<!')) return this.closed('(?<!');
    if (this.take('=')) return this.closed('(?=');
    if (this.take('!')) return this.closed('(?!');
    if (this.take(':')) return this.closed('(?:');
    if (this.take('>')) return this.atomic(this.closed('(?:'));
    if (this.take('<')) return this.named();
    return this.inlineFlags();
  }

  private closed(open: string): string {
    const body = this.alternatives();
    if (!this.take(')')) this.bad('Unclosed group');
    return `${open}${body})`;
  }
  private capturing(number: number): string {
    return this.closed(`(?<g${number}>`);
  }
  private named(): string {
    const match = /^([a-zA-Z][a-zA-Z0-9]*)>/.exec(this.pattern.slice(this.at));
    if (!match) return this.bad("named capturing group is missing trailing '>'");
    this.at += match[0].length;
    const number = ++this.groupCount;
    this.names.set(match[1]!, number);
    return this.capturing(number);
  }
  private inlineFlags(): string | null {
    const match = /^([a-zA-Z]*)(?:-([a-zA-Z]+))?([:)])/.exec(this.pattern.slice(this.at));
    if (!match) return this.bad('Unknown inline modifier');
    this.at += match[0].length;
    const outer = { ...this.flags };
    this.setFlags(match[1]!, true);
    if (match[2]) this.setFlags(match[2], false);
    if (match[3] === ')') return null;
    const body = this.closed('(?:');
    this.flags = outer;
    return body;
  }

  private escape(): string {
    const c = this.next();
    if (c === 'Q') return this.quotation();
    if (/[1-9]/.test(c)) return this.backReference(c);
    if (c in PREDEFINED) return `[${PREDEFINED[c]}]`;
    if (c.toLowerCase() in PREDEFINED) return `[^${PREDEFINED[c.toLowerCase()]}]`;
    if (c === 'p' || c === 'P') return `[${c === 'P' ? '^' : ''}${this.property()}]`;
    switch (c) {
      case 'b':
      case 'B':
        return `\\${c}`;
      case 'A':
        return ANY_START;
      case 'z':
        return ANY_END;
      case 'Z':
        return FINAL_END;
      case 'R':
        return TERMINATOR.replace('[\\n', '[\\n\\x0B\\f');
      case 'k':
        return this.namedReference();
      case 'G':
      case 'X':
      case 'N':
        return this.unsupported(`\\${c}`);
      default:
        return this.characterEscape(c, false);
    }
  }

  private quotation(): string {
    const end = this.pattern.indexOf('\\E', this.at);
    const text = end < 0 ? this.pattern.slice(this.at) : this.pattern.slice(this.at, end);
    this.at = end < 0 ? this.pattern.length : end + 2;
    const literals = [...text].map((c) => this.literal(c));
    const last = literals.pop();
    if (last === undefined) return '(?:)';
    return literals.length === 0 ? last : `${literals.join('')}${this.quantified(last)}`;
  }

  /** As many digits as name an existing group. */
  private backReference(first: string): string {
    let number = Number(first);
    while (/\d/.test(this.peek()) && number * 10 + Number(this.peek()) <= this.groupCount) {
      number = number * 10 + Number(this.next());
    }
    return number > this.groupCount ? '(?!)' : `\\k<g${number}>`;
  }
  private namedReference(): string {
    const match = /^<([a-zA-Z][a-zA-Z0-9]*)>/.exec(this.pattern.slice(this.at));
    const number = match && this.names.get(match[1]!);
    if (!match || !number) return this.bad('named capturing group is missing or undefined');
    this.at += match[0].length;
    return `\\k<g${number}>`;
  }
  private property(): string {
    const braced = /^\{([^}]*)\}/.exec(this.pattern.slice(this.at));
    const name = braced ? braced[1]! : this.next();
    if (braced) this.at += braced[0].length;
    return propertyClass(name) ?? this.unsupported(`\\p{${name}}`);
  }

  /** A character by number or name, or an escaped sign. */
  private characterEscape(c: string, inClass: boolean): string {
    if (c in SIMPLE_ESCAPES) return SIMPLE_ESCAPES[c]!;
    const rest = this.pattern.slice(this.at);
    const numbered = {
      u: /^([0-9a-fA-F]{4})/,
      x: /^(?:([0-9a-fA-F]{2})|\{([0-9a-fA-F]+)\})/,
      0: /^([0-3]?[0-7]{1,2})/
    }[c];
    if (numbered) {
      const match = numbered.exec(rest);
      if (!match) return this.bad('Illegal escape sequence');
      this.at += match[0].length;
      return `\\u{${parseInt(match[1] ?? match[2]!, c === '0' ? 8 : 16).toString(16)}}`;
    }
    if (c === 'c') return `\\u{${(this.next().charCodeAt(0) ^ 64).toString(16)}}`;
    if (/[a-zA-Z]/.test(c)) return this.bad('Illegal/unsupported escape sequence');
    return inClass ? classLiteral(c) : this.literal(c);
  }

  /** After `[`, up to and including its `]`. */
  private classBody(): string {
    const negated = this.take('^');
    const operands: string[] = [];
    let current = '';
    for (let first = true; ; first = false) {
      if (this.at >= this.pattern.length) return this.bad('Unclosed character class');
      if (this.peek() === ']' && !first) break;
      if (this.take('&&')) {
        operands.push(current);
        current = '';
      } else current += this.classItem();
    }
    this.at++;
    operands.push(current);
    const body =
      operands.length === 1
        ? current
        : operands
            .filter((o) => o !== '')
            .map((o) => `[${o}]`)
            .join('&&');
    return (negated ? '^' : '') + body;
  }

  private classItem(): string {
    if (this.flags.x && /\s/.test(this.peek())) {
      this.at++;
      return '';
    }
    const from = this.classAtom();
    const isRange =
      this.peek() === '-' && this.peek(1) !== ']' && this.peek(1) !== '[' && !this.pattern.startsWith('-&&', this.at);
    if (!isRange || from.startsWith('[')) return from;
    this.at++;
    const to = this.classAtom();
    if (to.startsWith('[')) return `${from}\\-${to}`;
    return this.withCase(from, to);
  }

  /** Ranges of letters, when only a part of the pattern ignores letter case. */
  private withCase(from: string, to: string): string {
    const range = `${from}-${to}`;
    if (!this.flags.i || this.ignoreCase || !/^[a-zA-Z]-[a-zA-Z]$/.test(range)) return range;
    return `${range.toLowerCase()}${range.toUpperCase()}`;
  }

  private classAtom(): string {
    const c = this.next();
    if (c === '[') return `[${this.classBody()}]`;
    if (c !== '\\')
      return this.flags.i && !this.ignoreCase && /[a-zA-Z]/.test(c) && this.peek() !== '-'
        ? c.toLowerCase() + c.toUpperCase()
        : classLiteral(c);
    const escaped = this.next();
    if (escaped === 'Q') return this.classQuotation();
    if (escaped in PREDEFINED) return `[${PREDEFINED[escaped]}]`;
    if (escaped.toLowerCase() in PREDEFINED) return `[^${PREDEFINED[escaped.toLowerCase()]}]`;
    if (escaped === 'p' || escaped === 'P') return `[${escaped === 'P' ? '^' : ''}${this.property()}]`;
    return this.characterEscape(escaped, true);
  }

  private classQuotation(): string {
    const end = this.pattern.indexOf('\\E', this.at);
    if (end < 0) return this.bad('Unclosed character class');
    const text = this.pattern.slice(this.at, end);
    this.at = end + 2;
    return [...text].map(classLiteral).join('');
  }
}

function classLiteral(c: string): string {
  return CLASS_SYNTAX.has(c) ? `\\${c}` : c;
}
