import {
  ApexParserFactory,
  FieldNameContext,
  FromNameListContext,
  QueryContext,
  SelectEntryContext,
  SoqlIdContext,
  SubQueryContext,
  TypeOfContext,
  type WhenClauseContext
} from '@apexdevtools/apex-parser';

/** A path of a query, such as `Owner.Name`, with its place. */
export interface QueryPath {
  readonly parts: readonly string[];
  readonly line: number;
  readonly column: number;
}

/** A query or sub-query, with the paths that it names itself. */
export interface Query {
  /** What stands after FROM: an object, or for a sub-query in SELECT a child relationship. */
  readonly from: readonly { readonly path: QueryPath; readonly alias: string | undefined }[];
  readonly paths: QueryPath[];
  /** Names that the query gives to its own columns (`COUNT(Id) total`). */
  readonly aliases: Set<string>;
  /** The query around a sub-query in SELECT. */
  readonly parent: Query | undefined;
  /** Fields that are read only when a polymorphic reference points at an object. */
  readonly typed: { readonly object: QueryPath; readonly path: QueryPath }[];
}

/** The part of a node of the parser's tree that the walk needs. */
interface Node {
  readonly children?: Node[] | null;
  getText(): string;
}

/** The static queries of a class or trigger, read from the parser's own tree. */
export function queriesOf(source: string, isTrigger: boolean): Query[] {
  const parser = ApexParserFactory.createParser(source);
  const tree = isTrigger ? parser.triggerUnit() : parser.compilationUnit();
  const found: Query[] = [];
  walk(tree as unknown as Node, undefined, found);
  return found;
}

function walk(node: Node, current: Query | undefined, found: Query[]): void {
  if (node instanceof QueryContext || node instanceof SubQueryContext) {
    const isChild = node instanceof SubQueryContext && node.parentCtx instanceof SelectEntryContext;
    const query = start(node.fromNameList(), isChild ? current : undefined);
    found.push(query);
    walkChildren(node as unknown as Node, query, found);
    return;
  }
  if (node instanceof FromNameListContext) return;
  if (current && node instanceof TypeOfContext) {
    addTypeOf(node, current);
    return;
  }
  if (current && node instanceof FieldNameContext) current.paths.push(pathOf(node));
  if (current && node instanceof SelectEntryContext) noteAlias(node, current);
  walkChildren(node, current, found);
}

function walkChildren(node: Node, current: Query | undefined, found: Query[]): void {
  for (const child of node.children ?? []) walk(child, current, found);
}

function start(from: FromNameListContext, parent: Query | undefined): Query {
  const sources = from.fieldName_list().map((name) => ({ path: pathOf(name), alias: aliasAfter(from, name) }));
  return { from: sources, paths: [], aliases: new Set(), parent, typed: [] };
}

function aliasAfter(from: FromNameListContext, name: FieldNameContext): string | undefined {
  const children = (from as unknown as Node).children ?? [];
  const next = children[children.indexOf(name as unknown as Node) + 1];
  return next instanceof SoqlIdContext ? next.getText().toLowerCase() : undefined;
}

function noteAlias(entry: SelectEntryContext, query: Query): void {
  const alias = entry.soqlId() as SoqlIdContext | null;
  if (alias) query.aliases.add(alias.getText().toLowerCase());
}

/** `TYPEOF What WHEN Account THEN Phone ELSE Name END`: the fields after THEN belong to the object after WHEN. */
function addTypeOf(node: TypeOfContext, query: Query): void {
  query.paths.push(pathOf(node.fieldName()));
  for (const when of node.whenClause_list()) addWhen(when, query);
}

function addWhen(when: WhenClauseContext, query: Query): void {
  const object = pathOf(when.fieldName());
  for (const field of when.fieldNameList().fieldName_list()) query.typed.push({ object, path: pathOf(field) });
}

function pathOf(context: FieldNameContext): QueryPath {
  const parts = context.soqlId_list().map((part) => part.getText());
  return { parts, line: context.start.line, column: context.start.column + 1 };
}
