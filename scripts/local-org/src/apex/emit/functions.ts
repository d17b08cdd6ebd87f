/**
 * Functions: methods, constructors, accessors and initialisers, with what surrounds their bodies: the count of the call
 * depth and the sharing of the class.
 */
import type { BlockStatement, Expression, Parameter, Statement } from '../ast';
import type { FieldSymbol, TypeSymbol } from '../types';
import { BodyEmitter, type BodyOptions } from './body';
import type { FileEmitter } from './file';
import { nonNullLocals } from './nonnull';
import { emitStatements } from './statements';
import { some } from './walk';

/** What a function is, beside its body. */
export interface FunctionShape extends BodyOptions {
  /** Text before the parameters: `static foo$`, `get_x`. */
  head: string;
  parameters: readonly Parameter[];
  /** JavaScript names of parameters that no declaration lists (`value` of a setter). */
  extraParameters?: readonly string[];
  /** Emitted before and after the statements of the body. */
  before?: (b: BodyEmitter) => void;
  after?: string;
  /** The platform's library may call it: it always has a frame, so that no error of JavaScript leaves it. */
  isEntry?: boolean;
  /** `Class.Foo.bar`, for stack traces. */
  traceName: string;
  endLine: number;
}

/** Emits a function with a block of statements. */
export function emitFunction(file: FileEmitter, shape: FunctionShape, body: BlockStatement): void {
  emitFunctionOf(file, shape, body, (b) => emitStatements(body, b));
}

/** Emits a function whose inside `emitBody` writes; `node` is what it consists of. */
export function emitFunctionOf(
  file: FileEmitter,
  shape: FunctionShape,
  node: Statement | Expression,
  emitBody: (b: BodyEmitter) => void
): void {
  const b = new BodyEmitter(file, shape);
  const start = file.w.line;
  b.nonNullLocals = nonNullLocals(node as Statement);
  file.w.write(`${shape.head}(${parameterNames(shape).join(',')}){`);
  const declarations = file.w.reserve();
  shape.parameters.forEach(({ symbol }) => symbol && b.declare(symbol));
  const isCounted = shape.isConstructor || shape.isEntry || some(node, mayCall);
  if (isCounted) file.w.write(openFrame(shape.owner));
  shape.before?.(b);
  emitBody(b);
  file.w.at(shape.endLine);
  if (isCounted) file.w.write(closeFrame(shape.owner));
  file.w.write(`${shape.after ?? ''}}`);
  file.w.fill(declarations, b.declarations());
  file.methods.push({ name: shape.traceName, start: Math.min(start, node.pos.line), end: shape.endLine });
}

function parameterNames(shape: FunctionShape): string[] {
  const declared = shape.parameters.map((parameter) => parameter.symbol?.jsName ?? parameter.name);
  return [...declared, ...(shape.extraParameters ?? [])];
}

function openFrame(owner: TypeSymbol): string {
  const sharing = declaredSharing(owner);
  const enter = sharing ? `const $h=$x.sharing;$x.sharing="${sharing}";` : '';
  return `const $x=$K.tx;$x.stackDepth++;${enter}try{if($x.stackDepth>1000||((++$x.limits.calls)&1023)===0)$r.checkFrame($x);`;
}

function closeFrame(owner: TypeSymbol): string {
  return `}catch(e){throw $r.passing(e)}finally{$x.stackDepth--;${declaredSharing(owner) ? '$x.sharing=$h;' : ''}}`;
}

/** Classes without a word on sharing, and `inherited sharing`, run with the caller's. */
function declaredSharing(owner: TypeSymbol): 'with' | 'without' | null {
  return owner.sharing === 'with' || owner.sharing === 'without' ? owner.sharing : null;
}

/** Whether a node may run other Apex code, so that the depth of calls matters. */
function mayCall(node: object): boolean {
  const item = node as Expression | Statement;
  switch (item.kind) {
    case 'Call':
    case 'New':
    case 'NewSObject':
    case 'Soql':
    case 'Sosl':
    case 'Dml':
    case 'RunAs':
    case 'ForEach':
      return true;
    case 'Name':
    case 'FieldAccess':
      return item.ref?.kind === 'field' && hasAccessor(item.ref.symbol);
    default:
      return false;
  }
}

function hasAccessor(field: FieldSymbol): boolean {
  return field.hasGetter || field.hasSetter || field.isStatic;
}
