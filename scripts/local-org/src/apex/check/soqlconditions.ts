/** WHERE and HAVING. */
import type { SoqlCondition, SoqlQuery, SoqlValue } from '../ast';
import type { FieldSchema } from '../../schema/model';
import type { BodyContext } from './context';
import type { BindChecker } from './soqlbinds';
import type { QueryScope } from './soqlfields';
import { isAggregate } from './soqlfunctions';

type Comparison = Extract<SoqlCondition, { kind: 'Compare' }>;

/** Checks conditions; `nested` checks a query that a field is compared with. */
export function checkConditions(
  cx: BodyContext,
  condition: SoqlCondition,
  scope: QueryScope,
  binds: BindChecker,
  nested: (query: SoqlQuery) => void
): void {
  if (condition.kind === 'Compare') {
    checkComparison(cx, condition, scope, binds, nested);
  } else if (condition.kind === 'Not') {
    checkConditions(cx, condition.condition, scope, binds, nested);
  } else {
    for (const item of condition.conditions) checkConditions(cx, item, scope, binds, nested);
  }
}

const MANY = new Set(['IN', 'NOT IN', 'INCLUDES', 'EXCLUDES']);

function checkComparison(
  cx: BodyContext,
  condition: Comparison,
  scope: QueryScope,
  binds: BindChecker,
  nested: (query: SoqlQuery) => void
): void {
  const { field: node, operator, value } = condition;
  const direct = node.kind === 'Field' ? scope.field(node) : undefined;
  if (node.kind === 'Function') scope.checkFunction(node, 'where', binds);
  if (direct !== undefined && !direct.filterable) {
    cx.error(condition.pos, `field '${direct.name}' can not be filtered in a query call`);
  }
  if (value.kind === 'SubQuery') nested(value.query);
  else binds.checkCompared(value, direct, MANY.has(operator));
  if (direct === undefined) return;
  checkOperator(cx, condition, direct);
  if (node.kind === 'Field' || !isAggregate(node.name)) checkLiteral(cx, condition, direct, value);
}

function checkOperator(cx: BodyContext, condition: Comparison, field: FieldSchema): void {
  const { operator } = condition;
  const isMulti = field.type === 'MULTIPICKLIST';
  if ((operator === 'INCLUDES' || operator === 'EXCLUDES') && !isMulti) {
    cx.error(condition.pos, `includes and excludes are only valid for multi-select picklists: ${field.name}`);
  } else if (operator === 'LIKE' && field.apexType !== 'String') {
    cx.error(condition.pos, `invalid operator on ${typeWord(field)} field`);
  } else if (['<', '>', '<=', '>='].includes(operator) && (field.apexType === 'Boolean' || isMulti)) {
    cx.error(condition.pos, `invalid operator on ${typeWord(field)} field`);
  }
}

/** How the messages of queries call the types of fields. */
function typeWord(field: FieldSchema): string {
  const words: Record<string, string> = {
    Boolean: 'boolean',
    Integer: 'int',
    Long: 'long',
    Double: 'double',
    Decimal: 'double',
    Date: 'date',
    Datetime: 'dateTime',
    Time: 'time'
  };
  if (field.type === 'CURRENCY') return 'currency';
  if (field.type === 'PERCENT') return 'percent';
  return words[field.apexType] ?? (field.type === 'ID' || field.type === 'REFERENCE' ? 'id' : 'string');
}

function literalFits(value: SoqlValue, field: FieldSchema): boolean {
  const numeric = ['Integer', 'Long', 'Double', 'Decimal'].includes(field.apexType);
  switch (value.kind) {
    case 'String':
      return ['String', 'Id', 'Blob', 'Object'].includes(field.apexType) || field.type === 'COMBOBOX';
    case 'Number':
      return numeric || field.apexType === 'Object';
    case 'Currency':
      return numeric;
    case 'Boolean':
      return field.apexType === 'Boolean';
    case 'Date':
      return field.apexType === 'Date';
    case 'Datetime':
      return field.apexType === 'Datetime';
    case 'Time':
      return field.apexType === 'Time';
    case 'DateFormula':
      return field.apexType === 'Date' || field.apexType === 'Datetime';
    default:
      return true;
  }
}

function checkLiteral(cx: BodyContext, condition: Comparison, field: FieldSchema, value: SoqlValue): void {
  if (value.kind === 'List') {
    for (const item of value.values) checkLiteral(cx, condition, field, item);
    return;
  }
  if (literalFits(value, field)) return;
  const quoted = ['string', 'id'].includes(typeWord(field))
    ? 'should be enclosed in quotes'
    : 'should not be enclosed in quotes';
  cx.error(
    condition.pos,
    `value of filter criterion for field '${field.name}' must be of type ${typeWord(field)} and ${quoted}`
  );
}
