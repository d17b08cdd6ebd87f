/**
 * Queries in code, static and dynamic.
 */
import type { SoqlQuery } from '../../apex/ast';
import { kernel } from '../kernel';
import { findPlatformStatic, refusal, type PlatformFunction } from '../lib/registry';
import { StaticQuery, withBindResolver } from '../queryText';
import type { QueryOptions } from '../services';
import { ApexList, SObjectValue, allFields, listOf, rtTypeOfSObject, SOBJECT, throwNew, type RtType } from '../values';

/** Records that a loop over lists takes at a time. */
const CHUNK = 200;

function options(): QueryOptions {
  return { access: null, sharing: kernel.tx.sharing };
}

function query(tree: SoqlQuery, binds: unknown[]): ApexList {
  return kernel.services.query(tree, binds, options());
}

/** The one row of a query. @throws QueryException when there is none or more than one */
function singleQuery(tree: SoqlQuery, binds: unknown[]): unknown {
  const { items } = query(tree, binds);
  if (items.length === 0) return throwNew('System.QueryException', 'List has no rows for assignment to SObject');
  if (items.length > 1) return throwNew('System.QueryException', 'List has more than 1 row for assignment to SObject');
  return items[0];
}

/** `for (List<X> rows : [SELECT …])`. */
function* queryChunks(tree: SoqlQuery, binds: unknown[]): Generator<ApexList> {
  const { items, rtType } = query(tree, binds);
  for (let i = 0; i < items.length; i += CHUNK) yield new ApexList(rtType, items.slice(i, i + CHUNK));
}

/** The value of a bind: `name` alone, or followed by fields of a record or properties of an object. */
function bindValue(find: (name: string) => unknown, path: string): unknown {
  const [head, ...rest] = path.split('.');
  let value = find(head!.toLowerCase());
  for (const name of rest) value = value === undefined || value === null ? value : memberOf(value as object, name);
  return value;
}

function memberOf(value: object, name: string): unknown {
  if (value instanceof SObjectValue) return value.get(name);
  const type = (value as { rtType?: RtType }).rtType;
  const field = type ? allFields(type).find((item) => item.name.toLowerCase() === name.toLowerCase()) : undefined;
  return field?.get(value);
}

/** Calls a method of Database with a dynamic query, which may bind to the names that `find` knows (in lower case). */
function withBinds(find: (name: string) => unknown, fn: PlatformFunction, args: unknown[]): unknown {
  return withBindResolver(
    (path) => bindValue(find, path),
    () => fn(...args) as unknown
  );
}

/** `Database.getQueryLocator([SELECT …])`. */
function queryLocator(tree: SoqlQuery, binds: unknown[], ...rest: unknown[]): unknown {
  const types = ['List', ...rest.map(() => 'Object')];
  const fn =
    findPlatformStatic('System.Database', 'getQueryLocator', types) ??
    refusal('System.Database', 'getQueryLocator', types);
  return fn(new StaticQuery(tree, binds), ...rest) as unknown;
}

export const queries = {
  /** The tree of a query, kept as text in emitted code. */
  soql: (json: string): SoqlQuery => JSON.parse(json) as SoqlQuery,
  query,
  singleQuery,
  countQuery: (tree: SoqlQuery, binds: unknown[]): number => kernel.services.countQuery(tree, binds, options()),
  queryRows: (tree: SoqlQuery, binds: unknown[]): unknown[] => query(tree, binds).items,
  queryChunks,
  withBinds,
  queryLocator,
  /** `[FIND …]`. */
  sosl: (text: string): ApexList => kernel.services.search(text, kernel.tx.test?.fixedSearchResults ?? null, options())
};

/** A list of records of one object. */
export function listOfRecords(rows: SObjectValue[]): ApexList {
  const [first] = rows;
  return new ApexList(listOf(first ? rtTypeOfSObject(first.schema) : SOBJECT), rows);
}
