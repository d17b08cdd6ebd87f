/**
 * Statements. Each ends in `;` or `}`, so that the next may follow on the same line.
 */
import type {
  BlockStatement,
  DmlStatement,
  Expression,
  LocalVariableStatement,
  ReturnStatement,
  RunAsStatement,
  Statement
} from '../ast';
import { emitAssign, emitStep } from './assign';
import type { BodyEmitter } from './body';
import { emitCondition, emitExpression } from './expressions';
import { emitDoWhile, emitFor, emitForEach, emitWhile } from './loops';
import { quote } from './names';
import { emitSwitch } from './switches';
import { emitTry } from './tries';

export function emitStatement(s: Statement, b: BodyEmitter): void {
  b.w.at(s.pos.line);
  switch (s.kind) {
    case 'Block':
      return emitBlock(s, b);
    case 'LocalVariable':
      return emitLocalVariable(s, b);
    case 'ExpressionStatement':
      return emitExpressionStatement(s.expression, b);
    case 'If':
      return emitIf(s, b);
    case 'Return':
      return emitReturn(s, b);
    case 'Throw':
      return emitThrow(s.value, b);
    case 'Break':
    case 'Continue':
      b.cover(s.pos.line);
      return b.w.write(s.kind === 'Break' ? 'break;' : 'continue;');
    case 'Dml':
      return emitDml(s, b);
    case 'RunAs':
      return emitRunAs(s, b);
    default:
      return emitLoopOrBranch(s, b);
  }
}

function emitLoopOrBranch(s: Statement, b: BodyEmitter): void {
  switch (s.kind) {
    case 'Switch':
      return emitSwitch(s, b);
    case 'For':
      return emitFor(s, b);
    case 'ForEach':
      return emitForEach(s, b);
    case 'While':
      return emitWhile(s, b);
    case 'DoWhile':
      return emitDoWhile(s, b);
    case 'Try':
      return emitTry(s, b);
    default:
      throw new Error(`No emitter for ${s.kind}`);
  }
}

/** Emits `{ … }`. */
export function emitBlock(s: BlockStatement, b: BodyEmitter): void {
  b.w.write('{');
  emitInside(s, b);
  b.w.write('}');
}

/** Emits the statements of a block (or the one statement) without braces, in a scope of their own. */
export function emitInside(s: Statement | null, b: BodyEmitter): void {
  b.scope(() => {
    if (s?.kind === 'Block') emitStatements(s, b);
    else if (s) emitStatement(s, b);
  });
}

/** Emits the statements of a block. An empty block counts for coverage itself, as in Salesforce's compiler. */
export function emitStatements(s: BlockStatement, b: BodyEmitter): void {
  if (s.statements.length === 0) {
    b.w.at(s.pos.line);
    b.cover(s.pos.line);
  }
  s.statements.forEach((item) => emitStatement(item, b));
}

/** Emits a body of a loop or branch with braces. */
export function emitBraced(s: Statement | null, b: BodyEmitter): void {
  b.w.write('{');
  emitInside(s, b);
  b.w.write('}');
}

function emitLocalVariable(s: LocalVariableStatement, b: BodyEmitter): void {
  coverDeclarators(s, b);
  emitDeclarators(s, b);
  b.w.write(';');
}

/** A variable counts for coverage on the line of its name, with or without a value. */
export function coverDeclarators(s: LocalVariableStatement, b: BodyEmitter): void {
  for (const line of new Set(s.declarators.map(({ pos }) => pos.line))) b.cover(line);
}

/** Emits `let a=1,b=null`. */
export function emitDeclarators(s: LocalVariableStatement, b: BodyEmitter): void {
  b.w.write('let ');
  s.declarators.forEach(({ symbol, init, name }, i) => {
    b.w.write(`${i > 0 ? ',' : ''}${symbol?.jsName ?? name}=`);
    if (init) emitExpression(init, b);
    else b.w.write('null');
    if (symbol) b.declare(symbol);
  });
}

function emitExpressionStatement(e: Expression, b: BodyEmitter): void {
  b.cover(e.pos.line);
  emitDiscarded(e, b);
  b.w.write(';');
}

/** Emits an expression whose value nobody uses. */
export function emitDiscarded(e: Expression, b: BodyEmitter): void {
  b.w.at(e.pos.line);
  if (e.kind === 'Assign') emitAssign(e, b, false);
  else if (e.kind === 'Postfix') emitStep(e, b, false);
  else if (e.kind === 'Unary' && (e.operator === '++' || e.operator === '--')) emitStep(e, b, false);
  else emitExpression(e, b);
}

function emitIf(s: Extract<Statement, { kind: 'If' }>, b: BodyEmitter): void {
  b.cover(s.pos.line);
  b.w.write('if(');
  emitCondition(s.condition, b);
  b.w.write(')');
  emitBraced(s.then, b);
  if (!s.otherwise) return;
  b.w.write('else');
  emitBraced(s.otherwise, b);
}

function emitReturn(s: ReturnStatement, b: BodyEmitter): void {
  b.cover(s.pos.line);
  if (s.value) {
    b.w.write('return(');
    emitExpression(s.value, b);
    b.w.write(');');
  } else {
    b.w.write(b.options.isConstructor ? 'return this;' : 'return;');
  }
}

function emitThrow(value: Expression, b: BodyEmitter): void {
  b.cover(value.pos.line);
  b.w.write('throw $r.thrown(');
  emitExpression(value, b);
  b.w.write(');');
}

function emitDml(s: DmlStatement, b: BodyEmitter): void {
  b.cover(s.pos.line);
  b.w.write(`$r.dml(${quote(s.operation)},`);
  emitExpression(s.target, b);
  b.w.write(`,${s.access === null ? 'null' : quote(s.access)}`);
  if (s.upsertFieldName !== undefined) b.w.write(`,${quote(s.upsertFieldName)}`);
  if (s.mergeSource) {
    b.w.write(',null,');
    emitExpression(s.mergeSource, b);
  }
  b.w.write(');');
}

function emitRunAs(s: RunAsStatement, b: BodyEmitter): void {
  b.cover(s.pos.line);
  const before = b.unique('$u');
  b.w.write(`{const ${before}=$r.beginRunAs(`);
  emitExpression(s.user, b);
  b.w.write(');try{');
  emitInside(s.body, b);
  b.w.write(`}finally{$r.endRunAs(${before})}}`);
}
