/**
 * SOSL in tests, where an org answers it from Test.setFixedSearchResults. The search index itself is an org's alone:
 * outside tests SOSL is refused by name.
 * Source: Apex Developer Guide, "Adding SOSL Queries to Unit Tests".
 */
import { SoqlSyntaxError } from '../../apex/parse';
import { parseSosl, type Search } from '../../apex/parse/sosl';
import { kernel } from '../../runtime/kernel';
import type { QueryOptions } from '../../runtime/services';
import { UnsupportedError } from '../../runtime/values/errors';
import { ApexList } from '../../runtime/values/list';
import { listOf, SOBJECT } from '../../runtime/values/rttype';
import { queryException } from './errors';
import type { QueryEngine } from './execute';

/** An id that no record has. */
const NO_RECORD = '000000000000000AAA';

/**
 * One list for each object of RETURNING, in its order. Without fixed results all are empty.
 * @throws QueryException for a text that is no SOSL
 */
export function search(engine: QueryEngine, text: string, fixed: string[] | null, options: QueryOptions): ApexList {
  kernel.tx.limits.count('soslQueries', 1);
  if (!kernel.tx.isTest)
    throw new UnsupportedError('SOSL outside tests', "its words are looked up in an org's search index");
  const { queries, withClause } = parsed(text, fixed && fixed.length > 0 ? fixed : [NO_RECORD]);
  if (queries.length === 0) throw new UnsupportedError('SOSL without RETURNING');
  if (withClause !== null) throw new UnsupportedError(`${withClause} in SOSL`);
  return new ApexList(
    listOf(listOf(SOBJECT)),
    queries.map((query) => engine.found(query, options))
  );
}

function parsed(text: string, ids: readonly string[]): Search {
  try {
    return parseSosl(text, ids);
  } catch (error) {
    if (error instanceof SoqlSyntaxError) throw queryException(error.message);
    throw error;
  }
}
