/** Number functions of formulas. */
import { ApexDecimal, type RoundingMode } from '../../runtime/values/decimal';
import type { Formula } from './ast';
import { evaluate, number, type FormulaContext } from './evaluate';
import type { FormulaFunction, FormulaFunctions } from './functions';

function num(formula: Formula, context: FormulaContext): ApexDecimal | null {
  return number(evaluate(formula, context), context);
}

function onNumber(run: (value: ApexDecimal) => ApexDecimal | null): FormulaFunction {
  return {
    min: 1,
    max: 1,
    run: ([a], c) => {
      const value = num(a!, c);
      return value === null ? null : run(value);
    }
  };
}

function onDouble(run: (value: number) => number): FormulaFunction {
  return onNumber((v) => {
    const result = run(v.toNumber());
    return Number.isFinite(result) ? ApexDecimal.fromDouble(result) : null;
  });
}

function rounded(value: ApexDecimal, digits: number, mode: RoundingMode): ApexDecimal {
  if (digits >= 0) return value.setScale(digits, mode);
  const unit = new ApexDecimal(10n ** BigInt(-digits), 0);
  return value.divide(unit, 0, mode).multiply(unit);
}

function rounding(mode: RoundingMode): FormulaFunction {
  return {
    min: 2,
    max: 2,
    run: ([a, digits], c) => {
      const value = num(a!, c);
      const places = num(digits!, c);
      return value === null || places === null ? null : rounded(value, Number(places.toBigInt()), mode);
    }
  };
}

/** CEILING and FLOOR round away from and towards zero: CEILING(-2.5) is -3, FLOOR(-2.5) is -2 (Salesforce Help). */
function extreme(sign: 1 | -1): FormulaFunction {
  return {
    min: 1,
    max: Infinity,
    run: (args, c) => {
      const values = args.map((a) => num(a, c)).filter((v): v is ApexDecimal => v !== null);
      if (values.length === 0) return null;
      return values.reduce((best, v) => (v.compareTo(best) * sign > 0 ? v : best));
    }
  };
}

/** The result has the sign of the divisor, as in spreadsheets. */
function modulo(a: ApexDecimal, b: ApexDecimal): ApexDecimal | null {
  if (b.unscaled === 0n) return null;
  const quotient = a.divide(b, 0, 'FLOOR');
  return a.subtract(quotient.multiply(b));
}

export const MATH_FUNCTIONS: FormulaFunctions = {
  ABS: onNumber((v) => v.abs()),
  CEILING: onNumber((v) => v.setScale(0, 'UP')),
  FLOOR: onNumber((v) => v.setScale(0, 'DOWN')),
  MCEILING: onNumber((v) => v.setScale(0, 'CEILING')),
  MFLOOR: onNumber((v) => v.setScale(0, 'FLOOR')),
  SQRT: onDouble(Math.sqrt),
  EXP: onDouble(Math.exp),
  LN: onDouble(Math.log),
  LOG: onDouble(Math.log10),
  ROUND: rounding('HALF_UP'),
  TRUNC: { ...rounding('DOWN'), min: 1, run: ([a, d], c) => rounding('DOWN').run([a!, d ?? ZERO], c) },
  MAX: extreme(1),
  MIN: extreme(-1),
  MOD: {
    min: 2,
    max: 2,
    run: ([a, b], c) => {
      const value = num(a!, c);
      const divisor = num(b!, c);
      return value === null || divisor === null ? null : modulo(value, divisor);
    }
  }
};

const ZERO: Formula = { kind: 'Number', value: ApexDecimal.ZERO };
