/** The tree of a Salesforce formula. */
import type { ApexDecimal } from '../../runtime/values/decimal';

export type Formula =
  | { kind: 'Number'; value: ApexDecimal }
  | { kind: 'Text'; value: string }
  | { kind: 'Boolean'; value: boolean }
  | { kind: 'Null' }
  /** `Name`, `Account.Owner.Name`, `$User.Id`. */
  | { kind: 'Reference'; path: string[] }
  /** Function name in upper case. */
  | { kind: 'Call'; name: string; args: Formula[] }
  | { kind: 'Binary'; operator: BinaryOperator; left: Formula; right: Formula }
  | { kind: 'Negate'; operand: Formula }
  | { kind: 'Not'; operand: Formula };

export type BinaryOperator = '+' | '-' | '*' | '/' | '^' | '&' | '=' | '<>' | '<' | '<=' | '>' | '>=' | '&&' | '||';

/** A formula that cannot be read or uses something that the local org does not know. */
export class FormulaError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FormulaError';
  }
}

/** Visits every node. */
export function walk(formula: Formula, visit: (node: Formula) => void): void {
  visit(formula);
  switch (formula.kind) {
    case 'Call':
      formula.args.forEach((a) => walk(a, visit));
      break;
    case 'Binary':
      walk(formula.left, visit);
      walk(formula.right, visit);
      break;
    case 'Negate':
    case 'Not':
      walk(formula.operand, visit);
      break;
    default:
  }
}
