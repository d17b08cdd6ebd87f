/**
 * Modifiers and annotations.
 */
import type * as cst from '@apexdevtools/apex-parser';
import type { Annotation, ModifierWord, Modifiers } from '../ast';
import { type ParseContext, optional, posOf, span, tokenPos } from './context';
import { stringValue } from './literals';

/** Modifiers and annotations in source order. */
export function buildModifiers(list: cst.ModifierContext[], cx: ParseContext): Modifiers {
  const modifiers: Modifiers = { words: [], annotations: [] };
  for (const modifier of list) {
    const annotation = optional(modifier.annotation());
    if (annotation) modifiers.annotations.push(buildAnnotation(annotation, cx));
    else modifiers.words.push({ word: wordOf(modifier), pos: posOf(modifier) });
  }
  return modifiers;
}

function wordOf(ctx: cst.ModifierContext): ModifierWord {
  const tokens = (ctx.children ?? []) as cst.ApexParseTree[];
  return tokens.map((token) => token.getText().toLowerCase()).join(' ') as ModifierWord;
}

function buildAnnotation(ctx: cst.AnnotationContext, cx: ParseContext): Annotation {
  const single = optional(ctx.elementValue());
  const pairs = optional(ctx.elementValuePairs())?.elementValuePair_list() ?? [];
  const comma = optional(ctx.elementValuePairs())?.COMMA_list()[0];
  if (comma) cx.error(tokenPos(comma.symbol), "Expecting ')' but was: ','");
  const args = pairs.map((pair) => ({
    name: pair.id().getText(),
    value: valueText(pair.elementValue(), cx),
    pos: posOf(pair)
  }));
  if (single) args.push({ name: 'value', value: valueText(single, cx), pos: posOf(single) });
  return { kind: 'Annotation', ...span(ctx), name: ctx.id().getText(), args };
}

function valueText(ctx: cst.ElementValueContext, cx: ParseContext): string {
  const literal = ctx.literal();
  const text = literal.StringLiteral() ?? literal.MultilineStringLiteral();
  return text ? stringValue(text, cx) : ctx.getText();
}
