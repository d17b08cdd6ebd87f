/**
 * Constructors: methods that initialise an object and answer it. Unlike in Java, the initialisers of a class run before
 * the superclass's constructor (Salesforce's compiler emits them so); then comes the body.
 */
import type { BlockStatement, ConstructorDeclaration, Member, Statement } from '../ast';
import type { MethodSymbol, TypeSymbol } from '../types';
import type { BodyEmitter } from './body';
import { traceName } from './classes';
import type { FileEmitter } from './file';
import { emitFunctionOf } from './functions';
import { classBinding, methodName } from './names';
import { emitStatement } from './statements';

interface ConstructorOptions {
  hasInitialisers: boolean;
  /** Text that makes the class initialise its statics. */
  touch: string;
  /** Only the declared constructor given, not the implied ones. */
  only?: boolean;
}

/** Emits one declared constructor (`only`), or else those that the class has without declaring them. */
export function emitConstructors(
  file: FileEmitter,
  members: readonly Member[],
  owner: TypeSymbol,
  options: ConstructorOptions
): void {
  const declared = members.filter((member) => member.kind === 'ConstructorDeclaration');
  if (options.only) {
    for (const member of declared) emitDeclared(file, member, owner, options);
    return;
  }
  const symbols = new Set(declared.map((member) => member.symbol));
  for (const implied of owner.constructors) if (!symbols.has(implied)) emitImplied(file, implied, owner, options);
}

function initialise(owner: TypeSymbol, options: ConstructorOptions): string {
  return options.hasInitialisers ? `this.$init_${classBinding(owner)}();` : '';
}

/** A constructor in no source: passes its arguments to the superclass's. */
function emitImplied(
  file: FileEmitter,
  constructor: MethodSymbol,
  owner: TypeSymbol,
  options: ConstructorOptions
): void {
  const name = methodName(constructor);
  const parameters = constructor.params.map((_, i) => `a${i}`).join(',');
  const body = `${initialise(owner, options)}super.${name}(${parameters});return this`;
  file.w.write(`${name}(${parameters}){${options.touch}${body}}`);
}

function emitDeclared(
  file: FileEmitter,
  member: ConstructorDeclaration,
  owner: TypeSymbol,
  options: ConstructorOptions
): void {
  if (!member.symbol) return;
  const [first] = member.body.statements;
  const chained = isConstructorCall(first) ? first : null;
  emitFunctionOf(
    file,
    {
      owner,
      isConstructor: true,
      head: methodName(member.symbol),
      parameters: member.parameters,
      before: (b) => b.w.write(options.touch),
      after: 'return this',
      traceName: traceName(owner, '<init>'),
      endLine: member.endLine ?? member.pos.line
    },
    member.body,
    (b) => emitBody(b, member.body, chained, initialise(owner, options))
  );
}

/** `this(…)` leaves the initialising to the constructor it calls. */
function emitBody(b: BodyEmitter, body: BlockStatement, chained: Statement | null, initialisers: string): void {
  const isThis = chained?.kind === 'ExpressionStatement' && dispatchOf(chained) === 'thisConstructor';
  if (!isThis) b.w.write(initialisers);
  if (body.statements.length === 0) b.cover(body.pos.line);
  if (chained) emitStatement(chained, b);
  else b.w.write('super.$c();');
  for (const statement of body.statements) if (statement !== chained) emitStatement(statement, b);
}

function isConstructorCall(statement: Statement | undefined): statement is Statement {
  const dispatch = statement?.kind === 'ExpressionStatement' ? dispatchOf(statement) : undefined;
  return dispatch === 'thisConstructor' || dispatch === 'superConstructor';
}

function dispatchOf(statement: Extract<Statement, { kind: 'ExpressionStatement' }>): string | undefined {
  return statement.expression.kind === 'Call' ? statement.expression.dispatch : undefined;
}
