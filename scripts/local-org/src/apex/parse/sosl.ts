/**
 * SOSL: what a search returns. The words that it looks for are the search engine's, which only an org has.
 * Source: SOQL and SOSL Reference, "SOSL Syntax".
 */
import type * as cst from '@apexdevtools/apex-parser';
import type { SelectItem, SoqlCondition, SoqlQuery } from '../ast';
import { optional, ParseContext, posOf, span } from './context';
import { buildCountValue, buildOrder } from './soql';
import { buildCondition } from './soql-conditions';
import { SoqlSyntaxError } from './index';
import { parseRule } from './source';

/** A search without its words: one query for each object of RETURNING, whose records are those with the given ids. */
export interface Search {
  queries: SoqlQuery[];
  withClause: string | null;
}

/**
 * Parses the text of a search, as between the brackets of a static one or as a dynamic one has it.
 * @param ids what was found; the conditions and limits of RETURNING apply to them
 * @throws SoqlSyntaxError for a text that is no SOSL
 */
export function parseSosl(text: string, ids: readonly string[]): Search {
  const { tree, errors } = parseRule(`[${text}]`, (parser) =>
    isInBraces(text) ? parser.soslLiteralAlt() : parser.soslLiteral()
  );
  const first = errors.first;
  if (first) throw new SoqlSyntaxError(`unexpected token: '${first.token}'`, first.line, first.column, first.token);
  const cx = new ParseContext('', true);
  const clauses = tree.soslClauses();
  const specs = optional(clauses.fieldSpecList());
  const queries = specs ? specsOf(specs).map((spec) => buildReturned(spec, ids, cx)) : [];
  const withs = clauses.soslWithClause_list().map((clause) => clause.getText());
  return { queries, withClause: withs.length > 0 ? withs.join(' ') : null };
}

/** `FIND {words}`, the form of dynamic searches. */
function isInBraces(text: string): boolean {
  return text.trim().slice('FIND'.length).trimStart().startsWith('{');
}

function specsOf(list: cst.FieldSpecListContext): cst.FieldSpecContext[] {
  return [list.fieldSpec(), ...list.fieldSpecList_list().flatMap(specsOf)];
}

function fieldNames(list: cst.FieldListContext): string[] {
  return [...list.soslId_list().map((id) => id.getText()), ...list.fieldList_list().flatMap(fieldNames)];
}

/** `Contact(LastName, Account.Name WHERE … ORDER BY … LIMIT …)`; only the ids without a list of fields. */
function buildReturned(ctx: cst.FieldSpecContext, ids: readonly string[], cx: ParseContext): SoqlQuery {
  const pos = posOf(ctx);
  const fields = optional(ctx.fieldList());
  const names = fields ? fieldNames(fields) : ['Id'];
  const limit = optional(ctx.limitClause());
  const offset = optional(ctx.offsetClause());
  const condition = optional(ctx.logicalExpression());
  const order = optional(ctx.fieldOrderList());
  return {
    kind: 'SoqlQuery',
    ...span(ctx),
    isCount: false,
    select: names.map((name): SelectItem => ({ kind: 'Field', pos, path: name.split('.'), alias: null })),
    from: [{ object: ctx.soslId_list()[0]!.getText(), alias: null, pos }],
    using: null,
    where: among(ids, condition ? buildCondition(condition, cx) : null, pos),
    withClause: null,
    groupBy: null,
    having: null,
    orderBy: order ? order.fieldOrder_list().map((item) => buildOrder(item, cx)) : [],
    limit: limit ? buildCountValue(limit, cx) : null,
    offset: offset ? buildCountValue(offset, cx) : null,
    allRows: false,
    forClause: null
  };
}

function among(ids: readonly string[], more: SoqlCondition | null, pos: SoqlQuery['pos']): SoqlCondition {
  const isFound: SoqlCondition = {
    kind: 'Compare',
    pos,
    field: { kind: 'Field', pos, path: ['Id'] },
    operator: 'IN',
    value: { kind: 'List', values: ids.map((value) => ({ kind: 'String', value })) }
  };
  return more ? { kind: 'And', conditions: [isFound, more] } : isFound;
}
