/**
 * Fields and functions of SOQL.
 */
import type * as cst from '@apexdevtools/apex-parser';
import type { SoqlField, SoqlFunction, SoqlValue } from '../ast';
import { type ParseContext, optional, posOf } from './context';
import { stringValue } from './literals';
import { buildBind, buildSignedNumber } from './soql-values';

/** `Account.Owner.Name`. */
export function buildField(ctx: cst.FieldNameContext): SoqlField {
  return { kind: 'Field', pos: posOf(ctx), path: ctx.soqlId_list().map((id) => id.getText()) };
}

/** `COUNT(Id)`, `CALENDAR_YEAR(convertTimezone(CreatedDate))`, `DISTANCE(Location__c, GEOLOCATION(1, 2), 'km')`. */
export function buildFunction(ctx: cst.SoqlFunctionContext, cx: ParseContext): SoqlFunction {
  return { kind: 'Function', pos: posOf(ctx), name: ctx.start.text, args: functionArgs(ctx, cx) };
}

function functionArgs(ctx: cst.SoqlFunctionContext, cx: ParseContext): SoqlFunction['args'] {
  const date = optional(ctx.dateFieldName());
  if (date) return [dateArgument(date)];
  if (ctx.fieldName()) return [buildField(ctx.fieldName())];
  if (ctx.soqlFunction()) return [buildFunction(ctx.soqlFunction(), cx)];
  const fields = optional(ctx.soqlFieldsParameter());
  if (fields) return [{ kind: 'Field', pos: posOf(fields), path: [fields.getText()] }];
  if (!ctx.DISTANCE()) return [];
  const unit = ctx.StringLiteral() ?? ctx.MultilineStringLiteral();
  return [
    ...ctx.locationValue_list().map((location) => locationArgument(location, cx)),
    { kind: 'String', value: stringValue(unit, cx) }
  ];
}

function dateArgument(ctx: cst.DateFieldNameContext): SoqlField | SoqlFunction {
  const field = buildField(ctx.fieldName());
  return ctx.CONVERT_TIMEZONE() ? { kind: 'Function', pos: posOf(ctx), name: ctx.start.text, args: [field] } : field;
}

function locationArgument(ctx: cst.LocationValueContext, cx: ParseContext): SoqlField | SoqlFunction | SoqlValue {
  if (ctx.fieldName()) return buildField(ctx.fieldName());
  if (ctx.boundExpression()) return buildBind(ctx.boundExpression(), cx);
  const args = ctx.coordinateValue_list().map((value) => {
    const bound = optional(value.boundExpression());
    return bound ? buildBind(bound, cx) : buildSignedNumber(value.signedNumber());
  });
  return { kind: 'Function', pos: posOf(ctx), name: ctx.start.text, args };
}
