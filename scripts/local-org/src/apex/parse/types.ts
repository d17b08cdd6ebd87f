/**
 * Written types and names.
 */
import type {
  ApexParserRuleContext,
  CreatedNameContext,
  QualifiedNameContext,
  TypeArgumentsContext,
  TypeListContext,
  TypeRefContext
} from '@apexdevtools/apex-parser';
import type { TypeRef } from '../ast';
import { optional, span } from './context';

/** `Map<String, Foo.Bar>[]`. */
export function buildTypeRef(ctx: TypeRefContext): TypeRef {
  return {
    kind: 'TypeRef',
    ...span(ctx),
    parts: ctx.typeName_list().map((part) => ({
      name: (part.id() ?? part.LIST() ?? part.SET() ?? part.MAP()).getText(),
      args: typeArguments(optional(part.typeArguments()))
    })),
    arrayDims: ctx.arraySubscripts().LBRACK_list().length
  };
}

function typeArguments(ctx: TypeArgumentsContext | null): TypeRef[] {
  return ctx ? buildTypeList(ctx.typeList()) : [];
}

/** `A, B<C>`; nothing for an absent list. */
export function buildTypeList(ctx: TypeListContext | null): TypeRef[] {
  return ctx ? ctx.typeRef_list().map(buildTypeRef) : [];
}

/** The type after `new`. */
export function buildCreatedName(ctx: CreatedNameContext, arrayDims: number): TypeRef {
  return {
    kind: 'TypeRef',
    ...span(ctx),
    parts: ctx.idCreatedNamePair_list().map((part) => ({
      name: part.anyId().getText(),
      args: buildTypeList(optional(part.typeList()))
    })),
    arrayDims
  };
}

/** A dotted name in the place of a type, as in `catch (System.DmlException e)`. */
export function typeRefOfName(ctx: QualifiedNameContext): TypeRef {
  return plainTypeRef(
    ctx,
    ctx.id_list().map((id) => id.getText())
  );
}

/** A type without arguments at the place of `ctx`. */
export function plainTypeRef(ctx: ApexParserRuleContext, names: string[]): TypeRef {
  return { kind: 'TypeRef', ...span(ctx), parts: names.map((name) => ({ name, args: [] })), arrayDims: 0 };
}
