/**
 * Whether statements complete: what follows one that does not is unreachable, and a method must not complete without a
 * value. Loops, `finally` and `System.runAs` always count as completing, even `while (true)`; so Salesforce's compiler.
 */
import type { BlockStatement, Statement } from '../ast';

/** Whether control can go on after the statement. */
export function completes(statement: Statement): boolean {
  switch (statement.kind) {
    case 'Return':
    case 'Throw':
      return false;
    case 'Block':
      return blockCompletes(statement);
    case 'If':
      return statement.otherwise === null || completes(statement.then) || completes(statement.otherwise);
    case 'Try':
      return blockCompletes(statement.body) || statement.catches.some((clause) => blockCompletes(clause.body));
    case 'Switch':
      if (statement.otherwise === null || blockCompletes(statement.otherwise)) return true;
      return statement.cases.some((item) => blockCompletes(item.body));
    default:
      return true;
  }
}

/** Whether control can reach the end of the block. */
export function blockCompletes(block: BlockStatement): boolean {
  return block.statements.every(completes);
}
