/**
 * What emitted code hands to `Database.query` and its like beside their arguments: the names around the call that a
 * dynamic query may bind to, and static queries that are wanted as a locator.
 */
import type { SoqlQuery } from '../apex/ast';
import type { BindResolver } from './services';

/** A query in brackets as the argument of `Database.getQueryLocator`, which runs it page by page. */
export class StaticQuery {
  constructor(
    readonly query: SoqlQuery,
    readonly binds: unknown[]
  ) {}
}

let current: BindResolver | null = null;

/** Runs `body` while dynamic queries may bind to what `resolver` finds. */
export function withBindResolver<T>(resolver: BindResolver, body: () => T): T {
  const outer = current;
  current = resolver;
  try {
    return body();
  } finally {
    current = outer;
  }
}

/** The names around the call of `Database.query`, `countQuery` or `getQueryLocator`; null outside such a call. */
export function currentBinds(): BindResolver | null {
  return current;
}
