/**
 * `new …`: objects, records with fields, collections.
 */
import type * as cst from '@apexdevtools/apex-parser';
import type { Expression, NewCollectionExpression, NewSObjectExpression, TypeRef } from '../ast';
import { type ParseContext, optional, posAfter, span, textAfter, tokenPos } from './context';
import { buildExpression, buildExpressions } from './expressions';
import { buildCreatedName } from './types';

/** Builds the expression of a `new`. */
export function buildCreator(ctx: cst.NewExpressionContext, cx: ParseContext): Expression {
  const creator = ctx.creator();
  const array = optional(creator.arrayCreatorRest());
  const typeRef = buildCreatedName(creator.createdName(), array ? 1 : 0);
  const arguments_ = optional(creator.classCreatorRest());
  if (arguments_) {
    return newObject(ctx, typeRef, buildExpressions(optional(arguments_.arguments().expressionList()), cx));
  }
  return newCollection(ctx, typeRef, cx);
}

/** `new X(a, b)`, or with `name = value` for each argument a record. */
function newObject(ctx: cst.NewExpressionContext, typeRef: TypeRef, args: Expression[]): Expression {
  const fields = args.map(assignedField);
  if (args.length === 0 || !fields.every((field) => field !== null))
    return { kind: 'New', ...span(ctx), typeRef, args };
  return { kind: 'NewSObject', ...span(ctx), typeRef, fields: fields as NewSObjectExpression['fields'] };
}

function assignedField(arg: Expression): NewSObjectExpression['fields'][number] | null {
  if (arg.kind !== 'Assign' || arg.operator !== '=' || arg.target.kind !== 'Name' || arg.parens) return null;
  return { name: arg.target.name, pos: arg.pos, value: arg.value };
}

function newCollection(ctx: cst.NewExpressionContext, typeRef: TypeRef, cx: ParseContext): NewCollectionExpression {
  const creator = ctx.creator();
  const array = optional(creator.arrayCreatorRest());
  const items = optional(array ? array.arrayInitializer() : creator.setCreatorRest());
  const pairs = optional(creator.mapCreatorRest());
  const size = array ? optional(array.expression()) : null;
  if (array && !size && !items) cx.error(posAfter(array), `Expecting '{' but was: '${textAfter(array)}'`);
  const keyed = typeRef.parts.at(-1)?.name.toLowerCase();
  if (pairs && (keyed === 'list' || keyed === 'set')) {
    const arrow = pairs.mapCreatorRestPair(0).MAPTO();
    cx.error(tokenPos(arrow.symbol), "Expecting '}' but was: '=>'");
  }
  return {
    kind: 'NewCollection',
    ...span(ctx),
    typeRef,
    elements: items ? items.expression_list().map((item) => buildExpression(item, cx)) : [],
    entries: pairs ? pairs.mapCreatorRestPair_list().map((pair) => buildEntry(pair, cx)) : [],
    size: size ? buildExpression(size, cx) : null
  };
}

function buildEntry(pair: cst.MapCreatorRestPairContext, cx: ParseContext): { key: Expression; value: Expression } {
  return { key: buildExpression(pair.expression(0), cx), value: buildExpression(pair.expression(1), cx) };
}
