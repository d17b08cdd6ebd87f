/** All formula functions that the local org knows, by upper-case name. */
import type { Formula } from './ast';
import type { FormulaContext, FormulaValue } from './evaluate';
import { DATE_FUNCTIONS } from './dateFunctions';
import { LOGIC_FUNCTIONS } from './logicFunctions';
import { MATH_FUNCTIONS } from './mathFunctions';
import { TEXT_FUNCTIONS } from './textFunctions';

export interface FormulaFunction {
  /** Fewest and most arguments. */
  min: number;
  max: number;
  run(args: Formula[], context: FormulaContext): FormulaValue;
}
export type FormulaFunctions = Record<string, FormulaFunction>;

export const FUNCTIONS: FormulaFunctions = Object.assign(
  Object.create(null) as FormulaFunctions,
  LOGIC_FUNCTIONS,
  TEXT_FUNCTIONS,
  MATH_FUNCTIONS,
  DATE_FUNCTIONS
);
