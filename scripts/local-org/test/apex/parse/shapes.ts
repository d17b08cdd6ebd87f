/** Writes trees as short texts, for comparison in tests. */
import type { AnonymousUnit, Expression, Statement, TypeRef } from '../../../src/apex/ast';
import { parseUnit } from '../../../src/apex/parse';

/** The statements of a piece of Apex; fails on errors. */
export function statementsOf(source: string): Statement[] {
  const { unit, errors } = parseUnit(source, 'test', 'anonymous');
  if (errors.length > 0) throw new Error(errors.map((error) => error.message).join('; '));
  return (unit as AnonymousUnit).body.statements;
}

/** The tree of an expression. */
export function valueOf(expression: string): Expression {
  const [statement] = statementsOf(`return ${expression};`);
  if (statement?.kind !== 'Return' || !statement.value) throw new Error('no value');
  return statement.value;
}

export function typeText(type: TypeRef): string {
  const parts = type.parts.map(({ name, args }) => name + (args.length > 0 ? `<${args.map(typeText).join(',')}>` : ''));
  return parts.join('.') + '[]'.repeat(type.arrayDims);
}

function list(head: string, items: readonly Expression[]): string {
  return `(${[head, ...items.map(shapeOf)].join(' ')})`;
}

/** `(+ a (* b c))`. */
export function shapeOf(e: Expression): string {
  switch (e.kind) {
    case 'Literal':
      return 'value' in e ? String(e.value) : 'text' in e ? e.text : 'null';
    case 'Name':
      return e.name;
    case 'This':
    case 'Super':
      return e.kind.toLowerCase();
    case 'Binary':
      return list(e.operator, [e.left, e.right]);
    case 'Assign':
      return list(e.operator, [e.target, e.value]);
    case 'Unary':
      return list(e.operator, [e.operand]);
    case 'Postfix':
      return list(`post${e.operator}`, [e.operand]);
    case 'Ternary':
      return list('?', [e.condition, e.then, e.otherwise]);
    case 'Cast':
      return list(`cast ${typeText(e.typeRef)}`, [e.operand]);
    case 'Instanceof':
      return `(instanceof ${shapeOf(e.operand)} ${typeText(e.typeRef)})`;
    case 'Index':
      return list('[]', [e.target, e.index]);
    default:
      return structureOf(e);
  }
}

function structureOf(e: Expression): string {
  switch (e.kind) {
    case 'FieldAccess':
      return `(${e.safe ? '?.' : '.'} ${shapeOf(e.target)} ${e.name})`;
    case 'Call': {
      const target = e.target ? ` ${e.safe ? '?.' : '.'} ${shapeOf(e.target)}` : '';
      return list(`call${target} ${e.name}`, e.args);
    }
    case 'New':
      return list(`new ${typeText(e.typeRef)}`, e.args);
    case 'NewSObject':
      return `(new ${typeText(e.typeRef)} ${e.fields.map((f) => `${f.name}=${shapeOf(f.value)}`).join(' ')})`;
    case 'NewCollection': {
      if (e.size) return `(new ${typeText(e.typeRef)} size ${shapeOf(e.size)})`;
      const entries = e.entries.map(({ key, value }) => `${shapeOf(key)}=>${shapeOf(value)}`);
      return `(new ${typeText(e.typeRef)} {${[...e.elements.map(shapeOf), ...entries].join(' ')}})`;
    }
    case 'ClassRef':
      return `${typeText(e.typeRef)}.class`;
    default:
      return e.kind;
  }
}
