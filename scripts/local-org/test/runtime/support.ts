/** Calls of the platform library as emitted code makes them, through the registry. */
import '../../src/runtime/lib';
import { findPlatformConstructor, findPlatformInstance, findPlatformStatic } from '../../src/runtime/lib/registry';
import {
  ApexDecimal,
  ApexDouble,
  ApexException,
  ApexList,
  listOf,
  toConcatString,
  typeOf,
  OBJECT,
  type RtType
} from '../../src/runtime/values';

function typeNames(args: unknown[]): string[] {
  return args.map((arg) => (arg === null ? 'Object' : typeOf(arg).symbolName));
}

/** `Class.method(args)`; overloads are told apart by the types of the values. */
export function callStatic(className: string, method: string, ...args: unknown[]): unknown {
  const fn = findPlatformStatic(className, method, typeNames(args));
  if (!fn) throw new Error(`No static ${className}.${method}/${args.length}`);
  return fn(...args) as unknown;
}

/** `self.method(args)` of a class. */
export function callOn(className: string, method: string, self: unknown, ...args: unknown[]): unknown {
  const fn = findPlatformInstance(className, method, typeNames(args));
  if (!fn) throw new Error(`No method ${className}.${method}/${args.length}`);
  return fn(self, ...args) as unknown;
}

/** `new Class(args)`. */
export function construct(className: string, ...args: unknown[]): unknown {
  const found = findPlatformConstructor(className, typeNames(args));
  if (!found) throw new Error(`No constructor of ${className}/${args.length}`);
  return found.fn(...args) as unknown;
}

/** A method of String. */
export function string(method: string, self: string, ...args: unknown[]): unknown {
  return callOn('System.String', method, self, ...args);
}

/** As `'' + value` shows it. */
export function show(value: unknown): string {
  return toConcatString(value);
}

export function list(items: unknown[], type: RtType = OBJECT): ApexList {
  return new ApexList(listOf(type), items);
}
export function decimal(text: string): ApexDecimal {
  return ApexDecimal.tryParse(text)!;
}
export function double(value: number): ApexDouble {
  return new ApexDouble(value);
}

/** Type and message of the exception that `body` throws. */
export function thrownBy(body: () => unknown): string {
  try {
    body();
  } catch (error) {
    if (error instanceof ApexException) return `${error.typeName}: ${error.getMessage()}`;
    throw error;
  }
  throw new Error('Nothing was thrown');
}
