/** Logical functions of formulas. */
import { FormulaError, type Formula } from './ast';
import { equal, evaluate, isBlank, type FormulaContext, type FormulaValue } from './evaluate';
import type { FormulaFunctions } from './functions';

function pathOf(name: string, formula: Formula): string[] {
  if (formula.kind !== 'Reference') throw new FormulaError(`Function ${name} may only be used with a field`);
  return formula.path;
}

function needs<T>(what: T | undefined, name: string): T {
  if (what === undefined) throw new FormulaError(`Function ${name} may not be used in this type of formula`);
  return what;
}

/** `CASE(expression, value1, result1, … , else)`. */
function runCase(args: Formula[], context: FormulaContext): FormulaValue {
  if (args.length % 2 !== 0) throw new FormulaError("Incorrect number of parameters for function 'CASE()'");
  const subject = evaluate(args[0]!, context);
  for (let i = 1; i + 1 < args.length; i += 2) {
    if (equal(subject, evaluate(args[i]!, context), context)) return evaluate(args[i + 1]!, context);
  }
  return evaluate(args[args.length - 1]!, context);
}

export const LOGIC_FUNCTIONS: FormulaFunctions = {
  IF: {
    min: 3,
    max: 3,
    run: ([test, yes, no], c) => evaluate(evaluate(test!, c) === true ? yes! : no!, c)
  },
  AND: { min: 1, max: Infinity, run: (args, c) => args.every((a) => evaluate(a, c) === true) },
  OR: { min: 1, max: Infinity, run: (args, c) => args.some((a) => evaluate(a, c) === true) },
  NOT: { min: 1, max: 1, run: ([a], c) => evaluate(a!, c) !== true },
  CASE: { min: 4, max: Infinity, run: runCase },
  ISBLANK: { min: 1, max: 1, run: ([a], c) => isBlank(evaluate(a!, c)) },
  // Text is never null for ISNULL, even when it is empty.
  ISNULL: { min: 1, max: 1, run: ([a], c) => evaluate(a!, c) === null },
  BLANKVALUE: {
    min: 2,
    max: 2,
    run: ([a, b], c) => {
      const value = evaluate(a!, c);
      return isBlank(value) ? evaluate(b!, c) : value;
    }
  },
  NULLVALUE: { min: 2, max: 2, run: ([a, b], c) => evaluate(a!, c) ?? evaluate(b!, c) },
  ISPICKVAL: {
    min: 2,
    max: 2,
    run: ([field, value], c) => {
      const wanted = evaluate(value!, c);
      const actual = c.value(pathOf('ISPICKVAL', field!));
      return isBlank(wanted) ? isBlank(actual) : actual === wanted;
    }
  },
  INCLUDES: {
    min: 2,
    max: 2,
    run: ([field, value], c) => {
      const actual = c.value(pathOf('INCLUDES', field!));
      return typeof actual === 'string' && actual.split(';').includes(String(evaluate(value!, c)));
    }
  },
  ISNEW: { min: 0, max: 0, run: (_, c) => needs(c.isNew, 'ISNEW')() },
  ISCHANGED: { min: 1, max: 1, run: ([f], c) => needs(c.isChanged, 'ISCHANGED')(pathOf('ISCHANGED', f!)) },
  PRIORVALUE: { min: 1, max: 1, run: ([f], c) => needs(c.priorValue, 'PRIORVALUE')(pathOf('PRIORVALUE', f!)) }
};
