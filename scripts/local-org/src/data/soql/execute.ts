/**
 * Runs queries: decides on access, plans, counts limits, makes the result.
 */
import type { SoqlQuery, SoqlValue } from '../../apex/ast';
import { parseSoql, SoqlSyntaxError } from '../../apex/parse';
import { newObject } from '../../schema/defaults';
import type { SObjectSchema } from '../../schema/model';
import { kernel } from '../../runtime/kernel';
import type { AccessMode, BindResolver, QueryOptions } from '../../runtime/services';
import { UnsupportedError } from '../../runtime/values/errors';
import { ApexList } from '../../runtime/values/list';
import { listOf, rtTypeOfSObject } from '../../runtime/values/rttype';
import { type SObjectValue } from '../../runtime/values/sobject';
import type { PermissionStore } from '../security/permissions';
import type { Sharing } from '../security/sharing';
import type { SqlValue } from '../storage/columns';
import type { OrgDatabase } from '../storage/database';
import type { QueryCheck } from './access';
import { queryException } from './errors';
import { attachChildren, makeAggregate, makeRecord, type ObjectByPrefix } from './materialize';
import type { AggregatePlan, ChildPlan, Param, QueryInput, RecordPlan } from './plan';
import { Planner, type PlannedQuery } from './planner';
import { PARENT_IDS } from './planRecords';

/** Records that a query locator reads from the database at a time; as in an org, 2,000 a batch of a cursor. */
const LOCATOR_PAGE = 2000;

const AGGREGATE_RESULT = newObject('AggregateResult', 'Aggregate Result', 'Aggregate Results', 'standard');

interface Mode {
  check: QueryCheck;
  sharing: boolean;
}

/** What a query may see: the clause in its text, then the AccessLevel argument, then the transaction's default. */
function modeOf(query: SoqlQuery, options: QueryOptions): Mode {
  const { withClause } = query;
  if (withClause !== null && typeof withClause === 'object') {
    throw queryException(`The local org does not know WITH ${withClause.other}`);
  }
  const enforced = withClause === 'SECURITY_ENFORCED';
  const fromText: AccessMode | null =
    withClause === 'USER_MODE' ? 'user' : withClause === 'SYSTEM_MODE' ? 'system' : null;
  const access = fromText ?? options.access ?? kernel.tx.defaultAccess;
  if (access === 'user') return { check: 'user', sharing: true };
  return { check: enforced ? 'enforced' : 'none', sharing: options.sharing === 'with' };
}

type CachedPlans = Map<string, PlannedQuery>;

export class QueryEngine {
  private readonly plans = new WeakMap<SoqlQuery, CachedPlans>();
  private readonly prefixes = new Map<string, SObjectSchema>();

  constructor(
    private readonly database: OrgDatabase,
    private readonly permissions: PermissionStore,
    private readonly sharing: Sharing
  ) {
    for (const schema of database.schema.objects.values()) {
      if (schema.keyPrefix) this.prefixes.set(schema.keyPrefix, schema);
    }
  }

  readonly byPrefix: ObjectByPrefix = (prefix) => this.prefixes.get(prefix);

  /** Static SOQL: the list of records or AggregateResults. */
  query(query: SoqlQuery, binds: unknown[], options: QueryOptions): ApexList {
    return this.run(
      query,
      options,
      this.input((slot) => binds[slot!])
    );
  }

  count(query: SoqlQuery, binds: unknown[], options: QueryOptions): number {
    return this.runCount(
      query,
      options,
      this.input((slot) => binds[slot!])
    );
  }

  dynamic(text: string, binds: BindResolver | null, options: QueryOptions): ApexList {
    const query = parseText(text);
    if (query.isCount) throw queryException('Grouped query or COUNT() must be run with Database.countQuery');
    return this.run(query, options, this.input(resolverOf(binds)));
  }

  dynamicCount(text: string, binds: BindResolver | null, options: QueryOptions): number {
    return this.runCount(parseText(text), options, this.input(resolverOf(binds)));
  }

  /** Reads a result in pages; each page sees the ids fixed when the locator was made, as an org's query cursor does. */
  locator(text: string, binds: BindResolver | null, options: QueryOptions): Iterable<SObjectValue> {
    return this.locate(parseText(text), this.input(resolverOf(binds)), options);
  }

  staticLocator(query: SoqlQuery, binds: unknown[], options: QueryOptions): Iterable<SObjectValue> {
    return this.locate(
      query,
      this.input((slot) => binds[slot!]),
      options
    );
  }

  private input(bind: QueryInput['bind']): QueryInput {
    const { user } = kernel.tx;
    return { bind, now: kernel.services.now(), timeZone: user.timeZone, userId: user.id };
  }

  /** Rows of an aggregate query that the platform makes for itself: no limits, no permissions. */
  internalRows(text: string, bind: (name: string) => unknown): SqlValue[][] {
    const input = this.input((_, name) => bind(name!));
    const { plan } = this.plan(parseText(text), { access: 'system', sharing: 'without' }, input);
    return this.rows(plan.sql, plan.params, input);
  }

  /** Records of one object of a search, which is no query of its own. Binds have no names here. */
  found(query: SoqlQuery, options: QueryOptions): ApexList {
    const input = this.input((_, name) => {
      throw new UnsupportedError(`binds in the RETURNING clause of SOSL (:${name ?? ''})`);
    });
    const { plan } = this.plan(query, options, input);
    const records = this.records(plan as RecordPlan, this.rows(plan.sql, plan.params, input), input, false);
    return new ApexList(listOf(rtTypeOfSObject((plan as RecordPlan).shape.schema!)), records);
  }

  /** Records of a query that the platform makes for itself. */
  internalRecords(text: string, bind: (name: string) => unknown): SObjectValue[] {
    const input = this.input((_, name) => bind(name!));
    const { plan } = this.plan(parseText(text), { access: 'system', sharing: 'without' }, input);
    return this.records(plan as RecordPlan, this.rows(plan.sql, plan.params, input), input, false);
  }

  /** Plans, once for each tree, mode and user. */
  plan(query: SoqlQuery, options: QueryOptions, input: QueryInput): PlannedQuery {
    const planned = this.planFor(query, options, false);
    return planned.nullTests.some((test) => test(input) === 1) ? this.planFor(query, options, true) : planned;
  }

  private planFor(query: SoqlQuery, options: QueryOptions, nullInLists: boolean): PlannedQuery {
    const mode = modeOf(query, options);
    const userId = kernel.tx.user.id;
    const isPlain = mode.check === 'none' && !mode.sharing;
    const nulls = nullInLists ? 'null ' : '';
    const key = isPlain ? nulls : `${nulls}${mode.check} ${mode.sharing} ${userId} ${this.permissions.version}`;
    let cached = this.plans.get(query);
    if (!cached) this.plans.set(query, (cached = new Map()));
    let planned = cached.get(key);
    if (planned) return planned;
    planned = new Planner(this.database, {
      check: mode.check,
      permissions: this.permissions.of(userId),
      sharing: mode.sharing ? (schema, alias) => this.sharing.filter(schema, alias, userId, 'read') : null,
      nullInLists
    }).plan(query);
    if (cached.size > 20) cached.clear();
    cached.set(key, planned);
    return planned;
  }

  private prepared(query: SoqlQuery, options: QueryOptions, input: QueryInput): PlannedQuery {
    kernel.tx.limits.count('soqlQueries', 1);
    const planned = this.plan(query, options, input);
    for (const l of planned.lookups) this.database.wantIndex(l.object, l.column, l.expression);
    return planned;
  }

  private run(query: SoqlQuery, options: QueryOptions, input: QueryInput): ApexList {
    const { plan } = this.prepared(query, options, input);
    if (plan.kind === 'count') throw queryException('COUNT() answers an Integer, not a list');
    if (plan.kind === 'aggregate') return this.aggregates(plan, input);
    const records = this.records(plan, this.rows(plan.sql, plan.params, input), input, true);
    return new ApexList(listOf(rtTypeOfSObject(plan.shape.schema!)), records);
  }

  private rows(sql: string, params: Param[], input: QueryInput): SqlValue[][] {
    return this.database.all(
      sql,
      params.map((p) => p(input))
    );
  }

  private records(plan: RecordPlan, rows: SqlValue[][], input: QueryInput, counted: boolean): SObjectValue[] {
    if (counted) kernel.tx.limits.count('soqlRows', rows.length);
    const records = rows.map((row) => makeRecord(plan.shape, row, this.byPrefix)!);
    for (const child of plan.children) this.children(child, records, input, counted);
    return records;
  }

  private children(child: ChildPlan, parents: SObjectValue[], input: QueryInput, counted: boolean): void {
    const ids = JSON.stringify(parents.map((p) => p.id));
    const params = child.plan.params.map((p) => (p === PARENT_IDS ? ids : p(input)));
    const limit = (child.plan.limit?.(input) ?? Infinity) as number;
    const offset = (child.plan.offset?.(input) ?? 0) as number;
    const rows = this.database.all(child.plan.sql, params);
    const made = attachChildren(parents, child, rows, this.byPrefix, { limit, offset });
    if (!counted) return;
    kernel.tx.limits.count('aggregateQueries', 1);
    kernel.tx.limits.count('soqlRows', made.length);
  }

  /** Each result of COUNT functions alone counts as one row; other aggregates count as the rows that they read. */
  private aggregates(plan: AggregatePlan, input: QueryInput): ApexList {
    const rows = this.rows(plan.sql, plan.params, input);
    const read = plan.onlyCounts ? rows.length : rows.reduce((sum, row) => sum + Number(row[plan.countIndex]), 0);
    kernel.tx.limits.count('soqlRows', read);
    const names = new Set(plan.columns.map((c) => c.name));
    const schema = this.database.findObject('AggregateResult') ?? AGGREGATE_RESULT;
    const results = rows.map((row) => makeAggregate(plan, row, schema, names));
    return new ApexList(listOf(rtTypeOfSObject(schema)), results);
  }

  private runCount(query: SoqlQuery, options: QueryOptions, input: QueryInput): number {
    const { plan } = this.prepared(query, options, input);
    if (plan.kind !== 'count') throw queryException('countQuery() needs SELECT COUNT()');
    const count = Number(this.rows(plan.sql, plan.params, input)[0]![0]);
    kernel.tx.limits.count('soqlRows', 1);
    return count;
  }

  private locate(query: SoqlQuery, input: QueryInput, options: QueryOptions): Iterable<SObjectValue> {
    const { plan } = this.prepared(query, options, input);
    if (plan.kind !== 'records') throw queryException('A query locator needs a query of records');
    // Binds and order are fixed now; the records themselves are read page by page, in the cursor's order.
    const ids = this.rows(plan.sql, plan.params, input).map((row) => row[plan.shape.idIndex] as string);
    return this.pages(query, ids, input, options);
  }

  private *pages(query: SoqlQuery, ids: string[], input: QueryInput, options: QueryOptions): Generator<SObjectValue> {
    for (let at = 0; at < ids.length; at += LOCATOR_PAGE) {
      const page = ids.slice(at, at + LOCATOR_PAGE);
      const pageInput: QueryInput = {
        ...input,
        bind: (slot, name) => (name === PAGE_BIND ? idList(page) : input.bind(slot, name))
      };
      const { plan } = this.plan(pageQuery(query), options, pageInput);
      const rows = this.rows(plan.sql, plan.params, pageInput);
      const records = this.records(plan as RecordPlan, rows, pageInput, false);
      const byId = new Map(records.map((r) => [r.id!, r]));
      for (const id of page) {
        const record = byId.get(id);
        if (record) yield record;
      }
    }
  }
}

const PAGE_BIND = '$page';
const pageQueries = new WeakMap<SoqlQuery, SoqlQuery>();

/** The locator's query for one page of its ids. */
function pageQuery(query: SoqlQuery): SoqlQuery {
  let page = pageQueries.get(query);
  if (!page) {
    const { pos } = query;
    const value: SoqlValue = { kind: 'Bind', pos, expression: null, name: PAGE_BIND };
    const where = {
      kind: 'Compare' as const,
      pos,
      field: { kind: 'Field' as const, pos, path: ['Id'] },
      operator: 'IN' as const,
      value
    };
    page = { ...query, where, orderBy: [], limit: null, offset: null };
    pageQueries.set(query, page);
  }
  return page;
}

/** A list of ids as a bind variable holds it. */
export function idList(ids: string[]): ApexList {
  return new ApexList(listOf(rtTypeOfSObject(AGGREGATE_RESULT)), ids);
}

function resolverOf(binds: BindResolver | null): QueryInput['bind'] {
  return (_, name) => {
    const value = binds?.(name!);
    if (value === undefined) throw queryException(`Variable does not exist: ${name}`);
    return value;
  };
}

/** @throws QueryException in the words of an org when the text is no SOQL */
function parseText(text: string): SoqlQuery {
  try {
    return parseSoql(text);
  } catch (error) {
    if (error instanceof SoqlSyntaxError) throw queryException(error.message);
    throw error;
  }
}
