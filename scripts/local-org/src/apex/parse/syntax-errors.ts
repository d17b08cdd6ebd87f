/**
 * Collects what the parser reports and words it as an org does. An org reports the first error of a file; what follows it
 * is mostly the parser's confusion.
 */
import type { ApexToken } from '@apexdevtools/apex-parser';

/** The first syntax error of a source. `column` is 1-based. */
export interface SyntaxIssue {
  line: number;
  column: number;
  message: string;
  /** The token at fault, `<EOF>` at the end of the source. */
  token: string;
}

export class SyntaxErrors {
  private readonly found: SyntaxIssue[] = [];

  get isEmpty(): boolean {
    return this.found.length === 0;
  }

  /** The error that stands first in the source; null when there is none. */
  get first(): SyntaxIssue | null {
    return this.found.reduce<SyntaxIssue | null>(
      (best, error) => (best && !isBefore(error, best) ? best : error),
      null
    );
  }

  add(issue: SyntaxIssue): void {
    this.found.push(issue);
  }

  /** Takes an error of the lexer (no token) or the parser. */
  report(line: number, column: number, message: string, token: ApexToken | null): void {
    const text = token ? tokenText(token) : lexerText(message);
    this.found.push({ line, column, message: token ? parserMessage(message, text) : lexerMessage(text), token: text });
  }
}

function isBefore(a: SyntaxIssue, b: SyntaxIssue): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column);
}

/** Characters that look like an operator and are none. */
const NO_OPERATORS = '#%`';
const ESCAPE = /\\(?:u[0-9a-fA-F]{4}|[btnfrBTNFR"'\\])/g;

/** The lexer stops at a character that begins no token, or at a string that does not end or holds an unknown escape. */
function lexerMessage(text: string): string {
  if (text.startsWith("'")) return stringMessage(text);
  if (NO_OPERATORS.includes(text)) return `Found punctuation symbol or operator '${text}' that isn't valid in Apex.`;
  return text.charCodeAt(0) > 127
    ? invalidIdentifier(text)
    : `Unrecognized symbol '${text}', which is not a valid Apex identifier.`;
}

function stringMessage(text: string): string {
  const rest = text.replace(ESCAPE, '');
  const unknown = rest.indexOf('\\');
  if (unknown < 0) return "Missing closing quote character ' on string.";
  return `Illegal string literal: Invalid string literal ${text}'. Illegal character sequence ${rest.slice(unknown, unknown + 2)}' in string literal.`;
}

/** Message for a name with letters beyond ASCII. */
export function invalidIdentifier(name: string): string {
  const rule = "followed by any number of ASCII letters (a-z or A-Z), digits (0 - 9), '_'.";
  return `Invalid identifier '${name}'. Apex identifiers must start with an ASCII letter (a-z or A-Z) ${rule}`;
}

function tokenText(token: ApexToken): string {
  return token.type === -1 ? '<EOF>' : token.text;
}

/** "token recognition error at: 'x'" -> "x". */
function lexerText(message: string): string {
  const start = message.indexOf("'");
  return start < 0 ? message : message.slice(start + 1, -1);
}

const MISSING = /^missing (.+) at /s;
const EXTRANEOUS = /^extraneous input .* expecting (.+)$/s;
const MISMATCHED = /^mismatched input .* expecting (.+)$/s;

function parserMessage(message: string, token: string): string {
  const missing = expectedBy(MISSING, message);
  if (missing?.length === 1) return `Missing ${missing[0]} at '${token}'`;
  const extraneous = expectedBy(EXTRANEOUS, message);
  if (extraneous?.length === 1) return `Extra ${extraneous[0]}, at '${token}'.`;
  if (extraneous?.includes("'}'")) return `Expecting '}' but was: '${token}'`;
  if (extraneous?.includes("';'")) return `Extra ';', at '${token}'.`;
  return mismatchMessage(expectedBy(MISMATCHED, message) ?? [], token);
}

function mismatchMessage(expected: readonly string[], token: string): string {
  if (expected.includes("'catch'") && expected.length === 2) {
    return 'Try block must have at least one catch block or a finally block';
  }
  if (expected.length === 1) {
    return expected[0] === "'when'"
      ? 'Switch statement requires at least one when block'
      : `Expecting ${expected[0]} but was: '${token}'`;
  }
  return token === '<EOF>' && expected.includes("'}'")
    ? "Expecting '}' but was: '<EOF>'"
    : `Unexpected token '${token}'.`;
}

/** The tokens that a message lists: one, or a set in braces. */
function expectedBy(pattern: RegExp, message: string): string[] | null {
  const text = pattern.exec(message)?.[1];
  if (text === undefined) return null;
  const isSet = text.startsWith('{') && text.endsWith('}');
  return (isSet ? text.slice(1, -1).split(', ') : [text]).map(tokenName);
}

function tokenName(name: string): string {
  const quoted = name.startsWith("'") ? name : `'${name}'`;
  return quoted === "'from'" ? "'FROM'" : quoted;
}
