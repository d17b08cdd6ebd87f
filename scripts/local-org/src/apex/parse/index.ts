/**
 * Text to tree: Apex classes, triggers and anonymous code, and dynamic SOQL.
 */
import type * as cst from '@apexdevtools/apex-parser';
import type {
  AnonymousUnit,
  ClassUnit,
  CompilationUnit,
  FieldDeclaration,
  LocalVariableStatement,
  Member,
  SoqlQuery,
  Statement,
  TriggerEvent,
  TriggerUnit
} from '../ast';
import type { CompileError } from '../types';
import { ParseContext, optional, posOf, span } from './context';
import { buildField, buildMember, buildTypeDeclaration } from './declarations';
import { hideLikeEscapes } from './like-escapes';
import { buildModifiers } from './modifiers';
import { buildQuery } from './soql';
import { parseRule } from './source';
import { buildStatement } from './statements';

export type SourceKind = 'class' | 'trigger' | 'anonymous';

/** A parsed source. `unit` is null when the text is no Apex; with errors of other sorts (an illegal integer) it is there. */
export interface ParseResult {
  unit: CompilationUnit | null;
  errors: CompileError[];
}

/** Parses one Apex source. `file` is what the errors name. */
export function parseUnit(source: string, file: string, kind: SourceKind): ParseResult {
  const { tree, errors } = parseRule(source, (parser) => {
    if (kind === 'class') return parser.compilationUnit();
    return kind === 'trigger' ? parser.triggerUnit() : parser.anonymousUnit();
  });
  const first = errors.first;
  if (first) {
    return { unit: null, errors: [{ file, line: first.line, column: first.column, message: first.message }] };
  }
  const cx = new ParseContext(file);
  return { unit: buildUnit(tree, kind, cx), errors: cx.errors };
}

function buildUnit(tree: cst.ApexParserRuleContext, kind: SourceKind, cx: ParseContext): CompilationUnit {
  if (kind === 'class') return buildClassUnit(tree as cst.CompilationUnitContext, cx);
  if (kind === 'trigger') return buildTriggerUnit(tree as cst.TriggerUnitContext, cx);
  return buildAnonymousUnit(tree as cst.AnonymousUnitContext, cx);
}

function buildClassUnit(ctx: cst.CompilationUnitContext, cx: ParseContext): ClassUnit {
  return { kind: 'ClassUnit', ...span(ctx), file: cx.file, type: buildTypeDeclaration(ctx.typeDeclaration(), cx) };
}

function buildTriggerUnit(ctx: cst.TriggerUnitContext, cx: ParseContext): TriggerUnit {
  const block = ctx.triggerBlock();
  const { members, statements } = splitBody(block.triggerBlockMember_list(), cx);
  return {
    kind: 'TriggerUnit',
    ...span(ctx),
    file: cx.file,
    name: ctx.id(0).getText(),
    objectName: ctx.id(1).getText(),
    events: ctx.triggerCase_list().map((event) => ({ event: eventOf(event), pos: posOf(event) })),
    members,
    body: { kind: 'Block', ...span(block), statements }
  };
}

function eventOf(ctx: cst.TriggerCaseContext): TriggerEvent {
  const tokens = (ctx.children ?? []) as cst.ApexParseTree[];
  return tokens.map((token) => token.getText().toLowerCase()).join(' ') as TriggerEvent;
}

function buildAnonymousUnit(ctx: cst.AnonymousUnitContext, cx: ParseContext): AnonymousUnit {
  const block = ctx.anonymousBlock();
  const { members, statements } = splitBody(block.anonymousBlockMember_list(), cx);
  const where = { pos: { line: 1, column: 1 }, endLine: ctx.stop?.line ?? 1 };
  return { kind: 'AnonymousUnit', ...where, file: cx.file, members, body: { kind: 'Block', ...where, statements } };
}

type BodyMemberContext = cst.TriggerBlockMemberContext | cst.AnonymousBlockMemberContext;

/** Tells statements from declared methods, properties and types. The grammar takes local variables for fields here. */
function splitBody(list: BodyMemberContext[], cx: ParseContext): { members: Member[]; statements: Statement[] } {
  const members: Member[] = [];
  const statements: Statement[] = [];
  for (const item of list) {
    const statement = optional(item.statement());
    if (statement) {
      statements.push(buildStatement(statement, cx));
      continue;
    }
    const declaration = declarationOf(item);
    const modifiers = buildModifiers(item.modifier_list(), cx);
    const field = optional(declaration.fieldDeclaration());
    if (field && !modifiers.words.some(({ word }) => word === 'static')) {
      statements.push(asLocalVariable(buildField(field, modifiers, cx)));
    } else {
      members.push(buildMember(declaration, modifiers, cx));
    }
  }
  return { members, statements };
}

function asLocalVariable(field: FieldDeclaration): LocalVariableStatement {
  const declarators = field.declarators.map(({ name, pos, init }) => ({ name, pos, init }));
  return { ...field, kind: 'LocalVariable', declarators };
}

function declarationOf(
  item: BodyMemberContext
): cst.TriggerMemberDeclarationContext | cst.AnonymousMemberDeclarationContext {
  return 'triggerMemberDeclaration' in item ? item.triggerMemberDeclaration() : item.anonymousMemberDeclaration();
}

/** A dynamic query that is no SOQL. `column` is 1-based in the query's text, `token` the token at fault. */
export class SoqlSyntaxError extends Error {
  constructor(
    message: string,
    readonly line: number,
    readonly column: number,
    readonly token: string
  ) {
    super(message);
    this.name = 'SoqlSyntaxError';
  }
}

const parsedQueries = new Map<string, SoqlQuery>();
const MAX_REMEMBERED_QUERIES = 500;

/**
 * Parses the text of a dynamic query. The result is shared between calls: do not change it.
 * Throws SoqlSyntaxError in the words of a QueryException: "unexpected token: 'x'".
 */
export function parseSoql(text: string): SoqlQuery {
  const known = parsedQueries.get(text);
  if (known) return known;
  const { tree, errors } = parseRule(hideLikeEscapes(text), (parser) => parser.query());
  const first = errors.first;
  if (first) {
    throw new SoqlSyntaxError(`unexpected token: '${first.token}'`, first.line, first.column, first.token);
  }
  const cx = new ParseContext('', true);
  const query = buildQuery(tree, cx);
  const error = cx.errors[0];
  if (error) throw new SoqlSyntaxError(error.message, error.line, error.column, '');
  if (parsedQueries.size >= MAX_REMEMBERED_QUERIES) parsedQueries.clear();
  parsedQueries.set(text, query);
  return query;
}
