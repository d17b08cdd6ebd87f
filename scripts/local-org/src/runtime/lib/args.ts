/**
 * Checks that many members share.
 */
import { throwNew } from '../values';
import type { PlatformFunction } from './registry';

/** @throws NullPointerException `Argument cannot be null.` */
export function argumentNull(): never {
  return throwNew('System.NullPointerException', 'Argument cannot be null.');
}

/** The value, unless it is null. @throws NullPointerException `Argument cannot be null.` */
export function nonNull<T>(value: T | null | undefined): T {
  return value === null || value === undefined ? argumentNull() : value;
}

/** Members none of whose arguments may be null. */
export function withoutNulls(members: Record<string, PlatformFunction>): Record<string, PlatformFunction> {
  return Object.fromEntries(
    Object.entries(members).map(([key, fn]) => [
      key,
      (...args: unknown[]): unknown => {
        for (const arg of args) if (arg === null || arg === undefined) return argumentNull();
        return fn(...args) as unknown;
      }
    ])
  );
}
