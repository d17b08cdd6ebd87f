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

  /** Takes an error of the lexer (no token) or the parser. */
  report(line: number, column: number, message: string, token: ApexToken | null): void {
    const text = token ? tokenText(token) : lexerText(message);
    this.found.push({ line, column, message: token ? parserMessage(message, text) : lexerMessage(text), token: text });
  }
}

function isBefore(a: SyntaxIssue, b: SyntaxIssue): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column);
}

/** The lexer stops at a character that begins no token, or at a string that does not end or holds an unknown escape. */
function lexerMessage(text: string): string {
  if (!text.startsWith("'")) return `Unrecognized symbol '${text}', which is not a valid Apex identifier.`;
  const cause = text.includes('\\') ? `Invalid string literal ${text}` : 'Line breaks not allowed in string literals';
  return `Illegal string literal: ${cause}`;
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
const EXTRANEOUS = /^extraneous input /s;
const MISMATCHED_ONE = /^mismatched input .* expecting ([^{}]+|'[{}]')$/s;

function parserMessage(message: string, token: string): string {
  const missing = MISSING.exec(message);
  if (missing) return `Missing ${tokenName(missing[1]!)} at '${token}'`;
  if (EXTRANEOUS.test(message)) return `Extra '${token}', at '${token}'.`;
  const expected = MISMATCHED_ONE.exec(message);
  if (expected) return `Expecting ${tokenName(expected[1]!)} but was: '${token}'`;
  return `Unexpected token '${token}'.`;
}

function tokenName(name: string): string {
  return name.startsWith("'") ? name : `'${name}'`;
}
