/** Constructors: chaining comes first, and the superclass must have what is called. */
import type { CallExpression, ConstructorDeclaration, Position, Statement } from '../ast';
import { symbolName } from '../symbols/basic';
import type { TypeSymbol } from '../types';
import type { BodyContext } from './context';
import { checkStatements } from './statements';

interface Reporter {
  error(pos: Position, message: string): void;
}

function chainCall(statement: Statement): CallExpression | undefined {
  if (statement.kind !== 'ExpressionStatement' || statement.expression.kind !== 'Call') return undefined;
  const call = statement.expression;
  const name = call.name.toLowerCase();
  return call.target === null && (name === 'this' || name === 'super') ? call : undefined;
}

/** Checks the body of a constructor. */
export function checkConstructorBody(cx: BodyContext, declaration: ConstructorDeclaration): void {
  const { statements } = declaration.body;
  for (const [i, statement] of statements.entries()) {
    const call = i > 0 ? chainCall(statement) : undefined;
    if (call !== undefined) {
      cx.error(call.pos, `Call to '${call.name.toLowerCase()}()' must be the first statement in a constructor method`);
    }
  }
  const chains = statements[0] !== undefined && chainCall(statements[0]) !== undefined;
  if (!chains) checkDefaultConstructor(cx, cx.owner, declaration.pos);
  checkStatements(cx, statements);
}

/** The superclass is constructed without arguments unless something else is said. */
export function checkDefaultConstructor(cx: Reporter, symbol: TypeSymbol, pos: Position): void {
  const parent = symbol.superclass?.kind === 'named' ? symbol.superclass.symbol : undefined;
  if (parent === undefined || parent.origin !== 'user') return;
  const hasDefault = parent.constructors.some((item) => item.params.length === 0);
  if (!hasDefault) cx.error(pos, `No default constructor available in super type: ${symbolName(parent)}`);
}
