/** Words of a Salesforce formula. */
import { FormulaError } from './ast';

export type TokenKind = 'number' | 'text' | 'name' | 'operator' | 'end';

export interface Token {
  kind: TokenKind;
  text: string;
  /** 0-based place in the formula. */
  at: number;
}

const OPERATORS = [
  '&&',
  '||',
  '<>',
  '!=',
  '==',
  '<=',
  '>=',
  '+',
  '-',
  '*',
  '/',
  '^',
  '&',
  '=',
  '<',
  '>',
  '(',
  ')',
  ',',
  '!'
];
const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t' };

function isNameStart(c: string): boolean {
  return /[\p{L}_$]/u.test(c);
}
function isNamePart(c: string): boolean {
  return /[\p{L}\p{N}_.$:]/u.test(c);
}
function isDigit(c: string | undefined): boolean {
  return c !== undefined && c >= '0' && c <= '9';
}

/** @throws FormulaError on a character or string that no formula has */
export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  let at = skipBlank(source, 0);
  while (at < source.length) {
    const token = readToken(source, at);
    tokens.push(token.token);
    at = skipBlank(source, token.end);
  }
  tokens.push({ kind: 'end', text: '', at: source.length });
  return tokens;
}

function skipBlank(source: string, from: number): number {
  let at = from;
  for (;;) {
    while (at < source.length && /\s/.test(source[at]!)) at++;
    if (!source.startsWith('/*', at)) return at;
    const end = source.indexOf('*/', at + 2);
    if (end < 0) throw new FormulaError(`The comment at character ${at + 1} does not end`);
    at = end + 2;
  }
}

function readToken(source: string, at: number): { token: Token; end: number } {
  const c = source[at]!;
  if (c === '"' || c === "'") return readText(source, at, c);
  if (isDigit(c) || (c === '.' && isDigit(source[at + 1]))) return readNumber(source, at);
  if (isNameStart(c)) return readWhile(source, at, 'name', isNamePart);
  const operator = OPERATORS.find((o) => source.startsWith(o, at));
  if (!operator) throw new FormulaError(`Syntax error. Found '${c}' at character ${at + 1}`);
  return { token: { kind: 'operator', text: operator, at }, end: at + operator.length };
}

function readWhile(
  source: string,
  at: number,
  kind: TokenKind,
  part: (c: string) => boolean
): { token: Token; end: number } {
  let end = at + 1;
  while (end < source.length && part(source[end]!)) end++;
  return { token: { kind, text: source.slice(at, end), at }, end };
}

function readNumber(source: string, at: number): { token: Token; end: number } {
  const match = /^(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?/.exec(source.slice(at))!;
  return { token: { kind: 'number', text: match[0], at }, end: at + match[0].length };
}

function readText(source: string, at: number, delimiter: string): { token: Token; end: number } {
  let text = '';
  for (let i = at + 1; i < source.length; i++) {
    const c = source[i]!;
    if (c === delimiter) return { token: { kind: 'text', text, at }, end: i + 1 };
    if (c === '\\' && i + 1 < source.length) {
      const next = source[++i]!;
      text += ESCAPES[next] ?? next;
    } else {
      text += c;
    }
  }
  throw new FormulaError(`The text that begins at character ${at + 1} does not end`);
}
