/**
 * What the builders of the tree share: the file, the errors found while building, and positions.
 */
import type { ApexParserRuleContext, ApexToken } from '@apexdevtools/apex-parser';
import type { Position } from '../ast';
import type { CompileError } from '../types';

/** State of building the tree of one source. */
export class ParseContext {
  readonly errors: CompileError[] = [];

  constructor(
    readonly file: string,
    /** Dynamic SOQL: binds are names, not expressions. */
    readonly dynamicSoql = false
  ) {}

  /** Reports an error of the source at `at`. */
  error(at: Position, message: string): void {
    this.errors.push({ file: this.file, line: at.line, column: at.column, message });
  }
}

/** Where a node of the parser's tree begins. */
export function posOf(ctx: ApexParserRuleContext): Position {
  return tokenPos(ctx.start);
}

/** Where a token begins. */
export function tokenPos(token: ApexToken): Position {
  return { line: token.line, column: token.column + 1 };
}

/** `pos` and `endLine` of a node of the parser's tree. */
export function span(ctx: ApexParserRuleContext): { pos: Position; endLine: number } {
  return { pos: posOf(ctx), endLine: ctx.stop?.line ?? ctx.start.line };
}

/** The parser library's accessors answer null for what is absent, though they are typed otherwise. */
export function optional<T>(value: T): T | null {
  return value ?? null;
}

/** Where the token behind a node begins. */
export function posAfter(ctx: ApexParserRuleContext): Position {
  return tokenPos(tokenAfter(ctx));
}

/** The text of the token behind a node. */
export function textAfter(ctx: ApexParserRuleContext): string {
  return tokenAfter(ctx).text;
}

function tokenAfter(ctx: ApexParserRuleContext): ApexToken {
  const { tokens } = (ctx as unknown as { parser: { _input: { tokens: ApexToken[] } } }).parser._input;
  const last = ctx.stop ?? ctx.start;
  return tokens.slice(last.tokenIndex + 1).find((token) => token.channel === 0) ?? last;
}
