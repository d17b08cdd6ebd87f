/**
 * Database.query and its like, query locators and cursors' refusal.
 * Source: Apex Reference Guide, "Database Class", "QueryLocator Class".
 */
import { kernel } from '../../kernel';
import { currentBinds, StaticQuery } from '../../queryText';
import type { BindResolver, QueryOptions } from '../../services';
import {
  ApexList,
  type ApexMap,
  ApexObject,
  listOf,
  rtType,
  SOBJECT,
  type SObjectValue,
  throwNew,
  type RtType
} from '../../values';
import { nonNull } from '../args';
import { platformClass } from '../registry';
import type { AccessLevel } from './AccessLevel';

function options(access: AccessLevel | null | undefined): QueryOptions {
  return { access: access?.mode ?? null, sharing: kernel.tx.sharing };
}

/** Binds from a map: keys ignore letter case. @throws QueryException `Duplicate key …` */
function mapResolver(binds: ApexMap): BindResolver {
  const byName = new Map<string, unknown>();
  for (const [key, value] of binds.entries()) {
    const name = String(key).toLowerCase();
    if (byName.has(name))
      throwNew('System.QueryException', `The bindMap consists of duplicate case-insensitive keys: [${String(key)}]`);
    byName.set(name, value);
  }
  return (name) => byName.get(name.toLowerCase());
}

function query(text: string | null, binds: BindResolver | null, access?: AccessLevel | null): ApexList {
  return kernel.services.dynamicQuery(nonNull(text), binds, options(access));
}
function countQuery(text: string | null, binds: BindResolver | null, access?: AccessLevel | null): number {
  return kernel.services.dynamicCountQuery(nonNull(text), binds, options(access));
}

const LOCATOR = rtType('Database.QueryLocator');
const ITERATOR = rtType('Database.QueryLocatorIterator');

/** What a batch's start method answers. Rows are fetched when they are walked. */
export class QueryLocator extends ApexObject {
  constructor(
    readonly text: string,
    /** Opens the result. */
    readonly open: () => Iterable<SObjectValue>
  ) {
    super();
  }
  override get rtType(): RtType {
    return LOCATOR;
  }
  [Symbol.iterator](): Iterator<SObjectValue> {
    return this.open()[Symbol.iterator]();
  }
  iterator$0(): QueryLocatorIterator {
    return new QueryLocatorIterator(this);
  }
}

class QueryLocatorIterator extends ApexObject {
  private readonly rows: Iterator<SObjectValue>;
  private ahead: IteratorResult<SObjectValue>;
  constructor(locator: QueryLocator) {
    super();
    this.rows = locator.open()[Symbol.iterator]();
    this.ahead = this.rows.next();
  }
  override get rtType(): RtType {
    return ITERATOR;
  }
  hasnext$0(): boolean {
    return this.ahead.done !== true;
  }
  next$0(): SObjectValue {
    if (this.ahead.done === true) return throwNew('System.NoSuchElementException', 'Iterator has no more elements');
    const { value } = this.ahead;
    this.ahead = this.rows.next();
    return value;
  }
}

function locator(
  source: string | StaticQuery | null,
  binds: BindResolver | null,
  access?: AccessLevel | null
): QueryLocator {
  const withOptions = options(access);
  if (source instanceof StaticQuery) {
    return new QueryLocator('', () => kernel.services.staticQueryLocator(source.query, source.binds, withOptions));
  }
  const text = nonNull(source);
  return new QueryLocator(text, () => kernel.services.queryLocator(text, binds, withOptions));
}

platformClass('System.Database', {
  statics: {
    'query/1': (text: string | null) => query(text, currentBinds()),
    'query/2': (text: string | null, access: AccessLevel | null) => query(text, currentBinds(), nonNull(access)),
    'queryWithBinds/3': (text: string | null, binds: ApexMap | null, access: AccessLevel | null) =>
      query(text, mapResolver(nonNull(binds)), nonNull(access)),
    'countQuery/1': (text: string | null) => countQuery(text, currentBinds()),
    'countQuery/2': (text: string | null, access: AccessLevel | null) =>
      countQuery(text, currentBinds(), nonNull(access)),
    'countQueryWithBinds/3': (text: string | null, binds: ApexMap | null, access: AccessLevel | null) =>
      countQuery(text, mapResolver(nonNull(binds)), nonNull(access)),
    'getQueryLocator/1': (source: string | StaticQuery | null) => locator(source, currentBinds()),
    'getQueryLocator/2': (source: string | StaticQuery | null, access: AccessLevel | null) =>
      locator(source, currentBinds(), nonNull(access)),
    'getQueryLocatorWithBinds/3': (text: string | null, binds: ApexMap | null, access: AccessLevel | null) =>
      locator(text, mapResolver(nonNull(binds)), nonNull(access))
  }
});

platformClass('Database.QueryLocator', {
  jsClass: QueryLocator,
  instance: {
    'getQuery/0': (self: QueryLocator) => self.text,
    'iterator/0': (self: QueryLocator) => self.iterator$0()
  }
});

platformClass('Database.QueryLocatorIterator', {
  instance: {
    'hasNext/0': (self: QueryLocatorIterator) => self.hasnext$0(),
    'next/0': (self: QueryLocatorIterator) => self.next$0()
  },
  extends: ['System.Iterator']
});

platformClass('System.Search', {
  statics: {
    'query/1': (text: string | null) => search(text),
    'query/2': (text: string | null, access: AccessLevel | null) => search(text, nonNull(access))
  }
});

function search(text: string | null, access?: AccessLevel): ApexList {
  const fixed = kernel.tx.test?.fixedSearchResults ?? null;
  const found = kernel.services.search(nonNull(text), fixed, options(access));
  return new ApexList(listOf(listOf(SOBJECT)), found.items);
}
