/**
 * Literals: values of numbers and strings, with an org's checks of their ranges and escapes.
 */
import type { ApexTerminalNode, LiteralContext } from '@apexdevtools/apex-parser';
import type { LiteralExpression, Position } from '../ast';
import { type ParseContext, span, tokenPos } from './context';
import { showLikeEscapes } from './like-escapes';

const MAX_INTEGER = 2147483647;
const MAX_LONG = 9223372036854775807n;

const ESCAPES: Record<string, string> = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r', '"': '"', "'": "'", '\\': '\\' };

/** Builds a literal. `negative`: it stands behind a unary minus, which the value includes; the range stays that of the digits. */
export function buildLiteral(ctx: LiteralContext, cx: ParseContext, negative = false): LiteralExpression {
  const base = { kind: 'Literal' as const, ...span(ctx) };
  const text = ctx.getText();
  if (ctx.IntegerLiteral()) return { ...base, literal: 'Integer', value: integerValue(text, base.pos, cx, negative) };
  if (ctx.LongLiteral()) return { ...base, literal: 'Long', value: longValue(text, base.pos, cx, negative) };
  if (ctx.NumberLiteral()) return { ...base, ...numberLiteral(text, negative) };
  if (ctx.BooleanLiteral()) return { ...base, literal: 'Boolean', value: text.toLowerCase() === 'true' };
  if (ctx.NULL()) return { ...base, literal: 'Null' };
  return { ...base, literal: 'String', value: stringValue(ctx.StringLiteral() ?? ctx.MultilineStringLiteral(), cx) };
}

/** Value of an integer literal; out of range it is an error, as in an org. */
export function integerValue(text: string, pos: Position, cx: ParseContext, negative: boolean): number {
  const value = Number(text);
  if (value > MAX_INTEGER) cx.error(pos, 'Illegal integer');
  return negative ? (value === 0 ? 0 : -value) : value;
}

/** Value of a literal such as `5L`. */
export function longValue(text: string, pos: Position, cx: ParseContext, negative: boolean): bigint {
  const value = BigInt(text.slice(0, -1));
  if (value > MAX_LONG) cx.error(pos, 'Illegal long');
  return negative ? -value : value;
}

function numberLiteral(text: string, negative: boolean): { literal: 'Decimal' | 'Double'; text: string } {
  const isDouble = text.endsWith('d') || text.endsWith('D');
  const digits = isDouble ? text.slice(0, -1) : text;
  return { literal: isDouble ? 'Double' : 'Decimal', text: negative ? `-${digits}` : digits };
}

/** Value of a string token: quotes removed, escapes resolved. A line break inside single quotes is an error. */
export function stringValue(node: ApexTerminalNode, cx: ParseContext): string {
  const text = node.getText();
  if (text.startsWith("'''") && text.length >= 6) return unescape(withoutFirstLineBreak(text.slice(3, -3)));
  const body = text.slice(1, -1);
  if (!cx.dynamicSoql && (body.includes('\n') || body.includes('\r'))) {
    cx.error(tokenPos(node.symbol), 'Illegal string literal: Line breaks are not allowed in string literals');
  }
  return cx.dynamicSoql ? unescape(showLikeEscapes(body)) : unescape(body);
}

function withoutFirstLineBreak(body: string): string {
  return body.startsWith('\r\n') ? body.slice(2) : body.slice(1);
}

function unescape(body: string): string {
  if (!body.includes('\\')) return body;
  let result = '';
  for (let i = 0; i < body.length; i++) {
    const next = body[i + 1];
    if (body[i] !== '\\' || next === undefined) {
      result += body[i];
    } else if (next === 'u' || next === 'U') {
      result += String.fromCharCode(parseInt(body.slice(i + 2, i + 6), 16));
      i += 5;
    } else {
      // `\%` and `\_` of SOQL keep their backslash: LIKE reads it.
      result += ESCAPES[next.toLowerCase()] ?? `\\${next}`;
      i += 1;
    }
  }
  return result;
}
