/**
 * The tree of a SOQL query. Static and dynamic SOQL share it; ast.ts exports it along with the rest of the tree.
 */
import type { Expression, NodeBase, Position } from './ast';

/** One SOQL query or sub-query. Static and dynamic SOQL share this tree. */
export interface SoqlQuery extends NodeBase {
  kind: 'SoqlQuery';
  /** `SELECT count()` (no argument) is `isCount` with no items. */
  isCount: boolean;
  select: SelectItem[];
  from: { object: string; alias: string | null; pos: Position }[];
  using: string | null;
  where: SoqlCondition | null;
  withClause: 'USER_MODE' | 'SYSTEM_MODE' | 'SECURITY_ENFORCED' | { other: string } | null;
  groupBy: SoqlGroupBy | null;
  having: SoqlCondition | null;
  orderBy: { field: SoqlField | SoqlFunction; descending: boolean; nulls: 'FIRST' | 'LAST' | null }[];
  limit: SoqlValue | null;
  offset: SoqlValue | null;
  forClause: 'UPDATE' | 'VIEW' | 'REFERENCE' | null;
  allRows: boolean;
}
export type SelectItem =
  | (SoqlField & { alias: string | null })
  | (SoqlFunction & { alias: string | null })
  | { kind: 'SubQuery'; pos: Position; query: SoqlQuery; alias: string | null }
  | SoqlTypeof;
export interface SoqlTypeof {
  kind: 'Typeof';
  pos: Position;
  name: string;
  whens: { object: string; fields: SoqlField[] }[];
  otherwise: SoqlField[];
}
/** `Account.Owner.Name` as parts. */
export interface SoqlField {
  kind: 'Field';
  pos: Position;
  path: string[];
}
/** `COUNT(Id)`, `toLabel(Status)`, `FORMAT(convertCurrency(Amount))`, `FIELDS(ALL)`, `CALENDAR_YEAR(CreatedDate)`, `DISTANCE(…)`. */
export interface SoqlFunction {
  kind: 'Function';
  pos: Position;
  name: string;
  args: (SoqlField | SoqlFunction | SoqlValue)[];
}
export interface SoqlGroupBy {
  kind: 'fields' | 'rollup' | 'cube';
  items: (SoqlField | SoqlFunction)[];
}
export type SoqlCondition =
  | { kind: 'And' | 'Or'; conditions: SoqlCondition[] }
  | { kind: 'Not'; condition: SoqlCondition }
  | {
      kind: 'Compare';
      pos: Position;
      field: SoqlField | SoqlFunction;
      operator: '=' | '!=' | '<' | '<=' | '>' | '>=' | 'LIKE' | 'IN' | 'NOT IN' | 'INCLUDES' | 'EXCLUDES';
      value: SoqlValue;
    };
export type SoqlValue =
  | { kind: 'Null' }
  | { kind: 'String'; value: string }
  | { kind: 'Number'; text: string }
  | { kind: 'Boolean'; value: boolean }
  /** As written: `2020-01-01`, `2020-01-01T00:00:00Z`, time literal. */
  | { kind: 'Date' | 'Datetime' | 'Time'; text: string }
  /** `TODAY`, `LAST_N_DAYS:30`: upper-cased name and n. */
  | { kind: 'DateFormula'; name: string; n: number | null }
  | { kind: 'Currency'; text: string }
  | { kind: 'List'; values: SoqlValue[] }
  | { kind: 'SubQuery'; query: SoqlQuery }
  /** `:expr`; static SOQL has `expression`; dynamic SOQL only `name` (its text, may be dotted). `slot` is set by the checker: index in the list of binds. */
  | { kind: 'Bind'; pos: Position; expression: Expression | null; name: string | null; slot?: number };
