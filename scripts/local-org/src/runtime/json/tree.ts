/**
 * JSON text to a tree that keeps the text of numbers (Integer, Long, Decimal and Double differ) and positions for errors.
 * Error messages follow Jackson's, which an org passes on.
 */
import { throwNew } from '../values';

export type JsonNode =
  | { kind: 'object'; entries: JsonEntry[]; at: number; end: number }
  | { kind: 'array'; items: JsonNode[]; at: number; end: number }
  | { kind: 'string'; value: string; at: number; end: number }
  | { kind: 'number'; text: string; at: number; end: number }
  | { kind: 'boolean'; value: boolean; at: number; end: number }
  | { kind: 'null'; at: number; end: number };

export interface JsonEntry {
  key: string;
  at: number;
  value: JsonNode;
}

/** How an error tells its place: `at input location [1,2]` or `at [line:1, column:2]`. */
export type PlaceStyle = 'input' | 'line';

/** Line and column, both from 1, of an offset. */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - (before.lastIndexOf('\n') + 1) + 1 };
}

const EXPECTED_VALUE = `expected a valid value (number, String, array, object, 'true', 'false' or 'null')`;
const ESCAPES: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\', '/': '/' };
/** Deeper nesting is refused instead of exhausting the stack. */
const MAXIMUM_DEPTH = 1000;

/** @throws JSONException in Jackson's words */
export function parseJson(text: string, style: PlaceStyle): JsonNode {
  return new TreeReader(text, style).document();
}

class TreeReader {
  private at = 0;
  private depth = 0;

  constructor(
    private readonly text: string,
    private readonly style: PlaceStyle
  ) {}

  document(): JsonNode {
    this.space();
    if (this.at >= this.text.length) return this.fail('No content to map to Object due to end of input', null);
    return this.value();
  }

  private fail(message: string, offset: number | null): never {
    if (offset === null) return throwNew('System.JSONException', message);
    const { line, column } = placeOf(this.text, offset);
    const place =
      this.style === 'input' ? `input location [${line},${column + 1}]` : `[line:${line}, column:${column + 1}]`;
    return throwNew('System.JSONException', `${message} at ${place}`);
  }
  private unexpected(expectation: string): never {
    const c = this.text[this.at]!;
    return this.fail(`Unexpected character ('${c}' (code ${c.charCodeAt(0)})): ${expectation}`, this.at);
  }
  private ended(message: string): never {
    return this.fail(`Unexpected end-of-input: ${message}`, this.text.length);
  }
  private opened(kind: string, start: number): string {
    const { line, column } = placeOf(this.text, start);
    return `expected close marker for ${kind} (from [line:${line}, column:${column}])`;
  }
  private space(): void {
    while (/[ \t\r\n]/.test(this.text[this.at] ?? '')) this.at++;
  }

  private value(): JsonNode {
    if (++this.depth > MAXIMUM_DEPTH) this.fail('Exceeded max depth', this.at);
    const node = this.anyValue();
    this.depth--;
    return node;
  }

  private anyValue(): JsonNode {
    const c = this.text[this.at];
    if (c === '{') return this.object();
    if (c === '[') return this.array();
    if (c === '"') return this.string();
    if (c !== undefined && /[-0-9]/.test(c)) return this.number();
    if (c !== undefined && /[a-zA-Z]/.test(c)) return this.word();
    if (c === undefined) return this.ended('expected a value');
    return this.unexpected(EXPECTED_VALUE);
  }

  private object(): JsonNode {
    const start = this.at++;
    const entries: JsonEntry[] = [];
    for (;;) {
      this.space();
      const c = this.text[this.at];
      if (c === undefined) return this.ended(this.opened('OBJECT', start));
      if (c === '}' && entries.length === 0) break;
      if (c !== '"') return this.unexpected('was expecting double-quote to start field name');
      entries.push(this.entry(start));
      if (this.separator('OBJECT', '}', start)) continue;
      break;
    }
    this.at++;
    return { kind: 'object', entries, at: start, end: this.at };
  }

  private entry(start: number): JsonEntry {
    const name = this.string();
    this.space();
    if (this.at >= this.text.length) return this.ended(this.opened('OBJECT', start));
    if (this.text[this.at] !== ':') return this.unexpected('was expecting a colon to separate field name and value');
    this.at++;
    this.space();
    if (this.at >= this.text.length) return this.ended(this.opened('OBJECT', start));
    return { key: name.value, at: name.at, value: this.value() };
  }

  /** True at a comma; false at the closing mark, which is not consumed. */
  private separator(kind: string, close: string, start: number): boolean {
    this.space();
    const c = this.text[this.at];
    if (c === ',') {
      this.at++;
      return true;
    }
    if (c === close) return false;
    if (c === undefined) return this.ended(this.opened(kind, start));
    return this.unexpected(`was expecting comma to separate ${kind} entries`);
  }

  private array(): JsonNode {
    const start = this.at++;
    const items: JsonNode[] = [];
    for (;;) {
      this.space();
      const c = this.text[this.at];
      if (c === undefined) return this.ended(this.opened('ARRAY', start));
      if (c === ']' && items.length === 0) break;
      items.push(this.value());
      if (!this.separator('ARRAY', ']', start)) break;
    }
    this.at++;
    return { kind: 'array', items, at: start, end: this.at };
  }

  private string(): JsonNode & { kind: 'string' } {
    const start = this.at++;
    let value = '';
    for (;;) {
      const c = this.text[this.at];
      if (c === undefined) return this.ended('was expecting closing quote for a string value');
      if (c === '"') break;
      if (c === '\\') value += this.escape();
      else if (c < ' ') return this.fail(this.controlMessage(c), this.at);
      else {
        value += c;
        this.at++;
      }
    }
    this.at++;
    return { kind: 'string', value, at: start, end: this.at };
  }

  private controlMessage(c: string): string {
    return (
      `Illegal unquoted character ((CTRL-CHAR, code ${c.charCodeAt(0)})): ` +
      'has to be escaped using backslash to be included in string value'
    );
  }

  private escape(): string {
    const c = this.text[this.at + 1];
    if (c === 'u') {
      const code = this.text.slice(this.at + 2, this.at + 6);
      if (!/^[0-9a-fA-F]{4}$/.test(code)) {
        this.at += 2;
        return this.unexpected('expected a hex-digit for character escape sequence');
      }
      this.at += 6;
      return String.fromCharCode(parseInt(code, 16));
    }
    const escaped = ESCAPES[c ?? ''];
    if (c === undefined) return this.ended('was expecting closing quote for a string value');
    if (escaped === undefined) {
      return this.fail(`Unrecognized character escape '${c}' (code ${c.charCodeAt(0)})`, this.at + 1);
    }
    this.at += 2;
    return escaped;
  }

  private number(): JsonNode {
    const start = this.at;
    const match = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/.exec(this.text.slice(start, start + 400));
    if (!match) {
      this.at++;
      if (this.at >= this.text.length) return this.ended('expected a digit');
      return this.unexpected('expected digit (0-9) to follow minus sign, for valid numeric value');
    }
    this.at += match[0].length;
    if (/\d/.test(this.text[this.at] ?? '')) this.fail('Invalid numeric value: Leading zeroes not allowed', this.at);
    return { kind: 'number', text: match[0], at: start, end: this.at };
  }

  private word(): JsonNode {
    const start = this.at;
    const word = /^[a-zA-Z_$0-9]+/.exec(this.text.slice(start, start + 200))![0];
    this.at += word.length;
    if (word === 'null') return { kind: 'null', at: start, end: this.at };
    if (word === 'true' || word === 'false')
      return { kind: 'boolean', value: word === 'true', at: start, end: this.at };
    return this.fail(`Unrecognized token '${word}': was expecting 'true', 'false' or 'null'`, this.at - 1);
  }
}
