/**
 * Types and their members.
 */
import type * as cst from '@apexdevtools/apex-parser';
import type {
  Accessor,
  ClassDeclaration,
  EnumDeclaration,
  FieldDeclaration,
  InterfaceDeclaration,
  Member,
  MethodDeclaration,
  Modifiers,
  Parameter,
  PropertyDeclaration,
  TypeDeclaration
} from '../ast';
import { type ParseContext, optional, posOf, span, tokenPos } from './context';
import { buildModifiers } from './modifiers';
import { buildBlock, buildDeclarators } from './statements';
import { buildTypeList, buildTypeRef } from './types';

/** The type that a class file consists of. */
export function buildTypeDeclaration(ctx: cst.TypeDeclarationContext, cx: ParseContext): TypeDeclaration {
  const modifiers = buildModifiers(ctx.modifier_list(), cx);
  if (ctx.classDeclaration()) return buildClass(ctx.classDeclaration(), modifiers, cx);
  if (ctx.interfaceDeclaration()) return buildInterface(ctx.interfaceDeclaration(), modifiers, cx);
  return buildEnum(ctx.enumDeclaration(), modifiers);
}

function buildClass(ctx: cst.ClassDeclarationContext, modifiers: Modifiers, cx: ParseContext): ClassDeclaration {
  const extendsType = optional(ctx.typeRef());
  const members = ctx.classBody().classBodyDeclaration_list();
  return {
    kind: 'ClassDeclaration',
    ...span(ctx),
    pos: posOf(ctx.id()),
    name: ctx.id().getText(),
    modifiers,
    extendsType: extendsType ? buildTypeRef(extendsType) : null,
    implementsTypes: buildTypeList(optional(ctx.typeList())),
    members: members.map((member) => buildBodyDeclaration(member, cx)).filter((member) => member !== null)
  };
}

function buildInterface(
  ctx: cst.InterfaceDeclarationContext,
  modifiers: Modifiers,
  cx: ParseContext
): InterfaceDeclaration {
  const comma = optional(ctx.typeList())?.COMMA_list()[0];
  if (comma) cx.error(tokenPos(comma.symbol), "Expecting '{' but was: ','");
  return {
    kind: 'InterfaceDeclaration',
    ...span(ctx),
    pos: posOf(ctx.id()),
    name: ctx.id().getText(),
    modifiers,
    extendsTypes: buildTypeList(optional(ctx.typeList())),
    methods: ctx
      .interfaceBody()
      .interfaceMethodDeclaration_list()
      .map((method) => buildMethod(method, null, buildModifiers(method.modifier_list(), cx), cx))
  };
}

function buildEnum(ctx: cst.EnumDeclarationContext, modifiers: Modifiers): EnumDeclaration {
  const constants = optional(ctx.enumConstants());
  return {
    kind: 'EnumDeclaration',
    ...span(ctx),
    pos: posOf(ctx.id()),
    name: ctx.id().getText(),
    modifiers,
    constants: constants ? constants.id_list().map((id) => ({ name: id.getText(), pos: posOf(id) })) : []
  };
}

/** A member of a class body; null for a lone semicolon. */
function buildBodyDeclaration(ctx: cst.ClassBodyDeclarationContext, cx: ParseContext): Member | null {
  const block = optional(ctx.block());
  if (block) {
    return { kind: 'InitializerBlock', ...span(ctx), isStatic: ctx.STATIC() !== null, body: buildBlock(block, cx) };
  }
  const member = optional(ctx.memberDeclaration());
  if (!member) {
    cx.error(posOf(ctx), "Extra '}', at ';'.");
    return null;
  }
  const modifiers = buildModifiers(ctx.modifier_list(), cx);
  const constructor_ = optional(member.constructorDeclaration());
  if (!constructor_) return buildMember(member, modifiers, cx);
  return {
    kind: 'ConstructorDeclaration',
    ...span(constructor_),
    modifiers,
    name: constructor_.qualifiedName().getText(),
    parameters: buildParameters(constructor_.formalParameters(), cx),
    body: buildBlock(constructor_.block(), cx)
  };
}

type AnyMemberContext =
  cst.MemberDeclarationContext | cst.TriggerMemberDeclarationContext | cst.AnonymousMemberDeclarationContext;

/** A member of a class, a trigger or anonymous code, constructors excepted. */
export function buildMember(ctx: AnyMemberContext, modifiers: Modifiers, cx: ParseContext): Member {
  const method = optional(ctx.methodDeclaration());
  if (method) return buildMethod(method, optional(method.block()), modifiers, cx);
  if (ctx.fieldDeclaration()) return buildField(ctx.fieldDeclaration(), modifiers, cx);
  if (ctx.propertyDeclaration()) return buildProperty(ctx.propertyDeclaration(), modifiers, cx);
  if (ctx.classDeclaration()) return buildClass(ctx.classDeclaration(), modifiers, cx);
  if (ctx.interfaceDeclaration()) return buildInterface(ctx.interfaceDeclaration(), modifiers, cx);
  return buildEnum(ctx.enumDeclaration(), modifiers);
}

function buildMethod(
  ctx: cst.MethodDeclarationContext | cst.InterfaceMethodDeclarationContext,
  block: cst.BlockContext | null,
  modifiers: Modifiers,
  cx: ParseContext
): MethodDeclaration {
  const returnType = optional(ctx.typeRef());
  return {
    kind: 'MethodDeclaration',
    ...span(ctx),
    pos: posOf(ctx.id()),
    modifiers,
    returnType: returnType ? buildTypeRef(returnType) : null,
    name: ctx.id().getText(),
    parameters: buildParameters(ctx.formalParameters(), cx),
    body: block ? buildBlock(block, cx) : null
  };
}

function buildParameters(ctx: cst.FormalParametersContext, cx: ParseContext): Parameter[] {
  const list = optional(ctx.formalParameterList())?.formalParameter_list() ?? [];
  return list.map((parameter) => ({
    kind: 'Parameter',
    ...span(parameter),
    modifiers: buildModifiers(parameter.modifier_list(), cx),
    type: buildTypeRef(parameter.typeRef()),
    name: parameter.id().getText()
  }));
}

/** `private Integer a = 1, b;` */
export function buildField(ctx: cst.FieldDeclarationContext, modifiers: Modifiers, cx: ParseContext): FieldDeclaration {
  return {
    kind: 'FieldDeclaration',
    ...span(ctx),
    modifiers,
    type: buildTypeRef(ctx.typeRef()),
    declarators: buildDeclarators(ctx.variableDeclarators(), cx)
  };
}

function buildProperty(
  ctx: cst.PropertyDeclarationContext,
  modifiers: Modifiers,
  cx: ParseContext
): PropertyDeclaration {
  let getter: Accessor | null = null;
  let setter: Accessor | null = null;
  for (const block of ctx.propertyBlock_list()) {
    const isGetter = optional(block.getter()) !== null;
    if (isGetter ? getter : setter) cx.error(posOf(block), `Duplicate ${isGetter ? 'getter' : 'setter'} in property`);
    const accessor = buildAccessor(block, cx);
    if (isGetter) getter = accessor;
    else setter = accessor;
  }
  return {
    kind: 'PropertyDeclaration',
    ...span(ctx),
    pos: posOf(ctx.id()),
    modifiers,
    type: buildTypeRef(ctx.typeRef()),
    name: ctx.id().getText(),
    getter,
    setter
  };
}

function buildAccessor(ctx: cst.PropertyBlockContext, cx: ParseContext): Accessor {
  const accessor = ctx.getter() ?? ctx.setter();
  const block = optional(accessor.block());
  return {
    ...span(accessor),
    modifiers: buildModifiers(ctx.modifier_list(), cx),
    body: block ? buildBlock(block, cx) : null
  };
}
