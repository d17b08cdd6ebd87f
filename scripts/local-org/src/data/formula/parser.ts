/**
 * Reads a Salesforce formula. Operators from weak to strong: `||`, `&&`, comparison, `+ - &`, `* /`, `^`, sign.
 * Source: Salesforce Help, "Formula Operators and Functions".
 */
import { ApexDecimal } from '../../runtime/values/decimal';
import { FormulaError, type BinaryOperator, type Formula } from './ast';
import { tokenize, type Token } from './lexer';

const LEVELS: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['=', '==', '<>', '!=', '<', '<=', '>', '>='],
  ['+', '-', '&'],
  ['*', '/'],
  ['^']
];
const SAME_AS: Record<string, BinaryOperator> = { '==': '=', '!=': '<>' };

class Parser {
  private at = 0;
  constructor(private readonly tokens: Token[]) {}

  parse(): Formula {
    const formula = this.binary(0);
    const rest = this.tokens[this.at]!;
    if (rest.kind !== 'end') throw new FormulaError(`Syntax error. Extra '${rest.text}' at character ${rest.at + 1}`);
    return formula;
  }

  private peek(): Token {
    return this.tokens[this.at]!;
  }

  private accept(text: string): boolean {
    const token = this.peek();
    if (token.kind !== 'operator' || token.text !== text) return false;
    this.at++;
    return true;
  }

  private expect(text: string): void {
    if (this.accept(text)) return;
    const token = this.peek();
    throw new FormulaError(`Syntax error. Missing '${text}' at character ${token.at + 1}`);
  }

  private binary(level: number): Formula {
    const operators = LEVELS[level];
    if (!operators) return this.unary();
    let left = this.binary(level + 1);
    for (;;) {
      const token = this.peek();
      if (token.kind !== 'operator' || !operators.includes(token.text)) return left;
      this.at++;
      const operator = SAME_AS[token.text] ?? (token.text as BinaryOperator);
      left = { kind: 'Binary', operator, left, right: this.binary(level + 1) };
    }
  }

  private unary(): Formula {
    if (this.accept('-')) return { kind: 'Negate', operand: this.unary() };
    if (this.accept('+')) return this.unary();
    if (this.accept('!')) return { kind: 'Not', operand: this.unary() };
    return this.primary();
  }

  private primary(): Formula {
    const token = this.peek();
    this.at++;
    if (token.kind === 'number') return { kind: 'Number', value: ApexDecimal.tryParse(token.text)! };
    if (token.kind === 'text') return { kind: 'Text', value: token.text };
    if (token.kind === 'name') return this.name(token);
    if (token.kind === 'operator' && token.text === '(') {
      const inner = this.binary(0);
      this.expect(')');
      return inner;
    }
    throw new FormulaError(`Syntax error. Found '${token.text}' at character ${token.at + 1}`);
  }

  private name(token: Token): Formula {
    const word = token.text.toUpperCase();
    if (this.accept('(')) return { kind: 'Call', name: word, args: this.args() };
    if (word === 'TRUE' || word === 'FALSE') return { kind: 'Boolean', value: word === 'TRUE' };
    if (word === 'NULL') return { kind: 'Null' };
    return { kind: 'Reference', path: token.text.split('.') };
  }

  private args(): Formula[] {
    const args: Formula[] = [];
    if (this.accept(')')) return args;
    do args.push(this.binary(0));
    while (this.accept(','));
    this.expect(')');
    return args;
  }
}

const parsed = new Map<string, Formula>();

/** The tree of a formula; the same text is read once. @throws FormulaError */
export function parseFormula(source: string): Formula {
  let formula = parsed.get(source);
  if (!formula) parsed.set(source, (formula = new Parser(tokenize(source)).parse()));
  return formula;
}
