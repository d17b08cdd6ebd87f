/** Text functions of formulas. */
import { ApexDate } from '../../runtime/values/date';
import { ApexDatetime } from '../../runtime/values/datetime';
import { ApexDecimal } from '../../runtime/values/decimal';
import { ApexTime } from '../../runtime/values/time';
import { idChecksum } from '../../runtime/values/ids';
import { FormulaError, type Formula } from './ast';
import { evaluate, number, text, type FormulaContext, type FormulaValue } from './evaluate';
import type { FormulaFunction, FormulaFunctions } from './functions';

function str(formula: Formula, context: FormulaContext): string {
  return text(evaluate(formula, context));
}
function int(formula: Formula, context: FormulaContext): number {
  return Number((number(evaluate(formula, context), context) ?? ApexDecimal.ZERO).toBigInt());
}

function onText(run: (value: string) => FormulaValue): FormulaFunction {
  return { min: 1, max: 1, run: ([a], c) => run(str(a!, c)) };
}

/** `TEXT(x)`: numbers without trailing zeros, date/times in GMT with a Z, picklists as their value. */
function toText(value: FormulaValue): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (value instanceof ApexDecimal) return value.stripTrailingZeros().toPlainString();
  if (value instanceof ApexDate) return value.toIso();
  if (value instanceof ApexDatetime) return `${value.toText('GMT')}Z`;
  if (value instanceof ApexTime) return value.toText();
  throw new FormulaError(
    "Incorrect parameter type for function 'TEXT()'. Expected Number, Date, Date/Time, Picklist, received Boolean"
  );
}

/** Java's syntax that JavaScript reads differently is refused rather than misread. */
function fullMatch(value: string, pattern: string): boolean {
  const flags = /^\(\?([ims]+)\)/.exec(pattern);
  const body = flags ? pattern.slice(flags[0].length) : pattern;
  if (/[*+?}]\+|\\[pPGZzAQE]|&&\[|\(\?>/.test(body)) {
    throw new FormulaError(`The local org does not know the regular expression ${pattern}`);
  }
  return new RegExp(`^(?:${body})$`, flags ? flags[1] : '').test(value);
}

function escapeHtml(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

function hyperlink(args: Formula[], c: FormulaContext): string {
  const target = args[2] ? str(args[2], c) : '_blank';
  return `<a href="${escapeHtml(str(args[0]!, c))}" target="${target}">${escapeHtml(str(args[1]!, c))}</a>`;
}

function image(args: Formula[], c: FormulaContext): string {
  const size = args[2] && args[3] ? ` style="height:${int(args[2], c)}px; width:${int(args[3], c)}px;"` : '';
  return `<img src="${escapeHtml(str(args[0]!, c))}" alt="${escapeHtml(str(args[1]!, c))}"${size} border="0"/>`;
}

function pad(left: boolean): FormulaFunction {
  return {
    min: 2,
    max: 3,
    run: ([a, size, filler], c) => {
      const value = str(a!, c);
      const length = int(size!, c);
      const fill = filler ? str(filler, c) : ' ';
      if (value.length >= length) return value.slice(0, length);
      return left ? value.padStart(length, fill) : value.padEnd(length, fill);
    }
  };
}

export const TEXT_FUNCTIONS: FormulaFunctions = {
  TEXT: { min: 1, max: 1, run: ([a], c) => toText(evaluate(a!, c)) },
  VALUE: onText((v) => (v.trim() === '' ? null : ApexDecimal.tryParse(v.trim()))),
  LEN: onText((v) => ApexDecimal.fromInteger(v.length)),
  UPPER: { min: 1, max: 2, run: ([a], c) => str(a!, c).toUpperCase() },
  LOWER: { min: 1, max: 2, run: ([a], c) => str(a!, c).toLowerCase() },
  TRIM: onText((v) => v.trim()),
  BR: { min: 0, max: 0, run: () => '\n' },
  CASESAFEID: onText((v) => (v.length === 15 ? v + idChecksum(v) : v)),
  INITCAP: onText((v) =>
    v.toLowerCase().replace(/(^|[^\p{L}\p{N}])(\p{L})/gu, (_, p: string, l: string) => p + l.toUpperCase())
  ),
  REVERSE: onText((v) => [...v].reverse().join('')),
  // An empty text is contained in every text.
  CONTAINS: { min: 2, max: 2, run: ([a, b], c) => str(a!, c).includes(str(b!, c)) },
  BEGINS: { min: 2, max: 2, run: ([a, b], c) => str(a!, c).startsWith(str(b!, c)) },
  LEFT: { min: 2, max: 2, run: ([a, n], c) => str(a!, c).slice(0, Math.max(0, int(n!, c))) },
  RIGHT: {
    min: 2,
    max: 2,
    run: ([a, n], c) => {
      const count = Math.max(0, int(n!, c));
      return count === 0 ? '' : str(a!, c).slice(-count);
    }
  },
  MID: {
    min: 3,
    max: 3,
    run: ([a, from, n], c) => {
      const start = Math.max(1, int(from!, c)) - 1;
      return str(a!, c).slice(start, start + Math.max(0, int(n!, c)));
    }
  },
  FIND: {
    min: 2,
    max: 3,
    run: ([part, a, from], c) => {
      const start = from ? int(from, c) : 1;
      if (start < 1) return ApexDecimal.ZERO;
      return ApexDecimal.fromInteger(str(a!, c).indexOf(str(part!, c), start - 1) + 1);
    }
  },
  SUBSTITUTE: { min: 3, max: 3, run: ([a, old, by], c) => substitute(str(a!, c), str(old!, c), str(by!, c)) },
  REGEX: { min: 2, max: 2, run: ([a, pattern], c) => fullMatch(str(a!, c), str(pattern!, c)) },
  HYPERLINK: { min: 2, max: 3, run: hyperlink },
  IMAGE: { min: 2, max: 4, run: image },
  LPAD: pad(true),
  RPAD: pad(false)
};

function substitute(value: string, old: string, by: string): string {
  return old === '' ? value : value.split(old).join(by);
}
