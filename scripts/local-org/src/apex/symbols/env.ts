/**
 * What the checker knows of the world outside the sources: the platform's classes and the objects of the org.
 */
import type { Schema } from '../../schema/model';
import type { TypeSymbol } from '../types';

/**
 * The platform's classes, as `src/platform` reads them from its snapshot. All look-ups ignore letter case.
 * Record types are not asked for here: the checker makes them from the schema.
 */
export interface PlatformTypes {
  /**
   * A top-level platform class: `String` and `System.String`, `SObjectField` and `Schema.SObjectField`,
   * `Database.SaveResult`. A bare name is looked for in the namespaces System and Schema, in this order, and nowhere else.
   * Classes inside platform classes are found by their dotted name (`Messaging.Email.X`) and in `TypeSymbol.inner`.
   */
  find(name: string): TypeSymbol | undefined;
  /** Lower-cased names of the platform's namespaces: `system`, `schema`, `database`, `messaging` … */
  readonly namespaces: ReadonlySet<string>;
  /**
   * Whether the local org's runtime library has the member. `owner` is the full name (`System.String`), `member` its name
   * (`<init>` for constructors; a field or property has `params` null), `params` the simple names of the parameter types.
   */
  isImplemented(owner: string, member: string, params: readonly string[] | null): boolean;
}

/** The newest API version whose rules are known. */
export const NEWEST_API_VERSION = 65;

/** What a compilation is checked against. */
export interface CompileEnv {
  readonly platform: PlatformTypes;
  readonly schema: Schema;
  /** API version of a file, as its `-meta.xml` says: some rules came with a version. Absent: the newest known, 65. */
  apiVersionOf?(file: string): number;
}
