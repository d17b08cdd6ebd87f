/**
 * Members of platform classes, found once for each place of a file that uses them.
 */
import {
  findPlatformConstructor,
  findPlatformField,
  findPlatformInstance,
  findPlatformStatic,
  refusal,
  type PlatformField,
  type PlatformFunction
} from '../lib/registry';
import { type ApexObject, nullPointer, rtType, typeOf, UnsupportedError, type RtType } from '../values';

/** A static method; a missing one refuses by name when it is called. */
export function staticMethod(owner: string, name: string, types: string[]): PlatformFunction {
  return findPlatformStatic(owner, name, types) ?? refusal(owner, name, types);
}

/** A method of objects whose class is known: `fn(self, …args)`. */
export function instanceMethod(owner: string, name: string, types: string[]): PlatformFunction {
  return findPlatformInstance(owner, name, types) ?? refusal(owner, name, types);
}

/** Name of a user method that overrides or implements a platform method; see DESIGN.md. */
function overridingName(owner: string, name: string, arity: number): string {
  return owner === 'System.Schedulable' ? 'execute$schedulable' : `${name.toLowerCase()}$${arity}`;
}

/**
 * A method that the project's classes may implement or override: the object's own method when it has one, else the
 * library's for the object's class, else for the declared class.
 */
export function virtualMethod(owner: string, name: string, types: string[]): PlatformFunction {
  const own = overridingName(owner, name, types.length);
  const declared = findPlatformInstance(owner, name, types);
  const byClass = new Map<string, PlatformFunction>();
  const find = (className: string): PlatformFunction => {
    const known = byClass.get(className);
    if (known) return known;
    const found = findPlatformInstance(className, name, types) ?? declared ?? refusal(owner, name, types);
    byClass.set(className, found);
    return found;
  };
  return (self: unknown, ...args: unknown[]): unknown => {
    if (self === null) return nullPointer();
    const method = (self as Record<string, PlatformFunction | undefined>)[own];
    if (typeof method === 'function') return method.apply(self, args) as unknown;
    return find(typeOf(self).symbolName)(self, ...args) as unknown;
  };
}

/** A constructor. `type`: what is constructed; generic classes take it first. */
export function platformNew(owner: string, types: string[], type: RtType): PlatformFunction {
  const found = findPlatformConstructor(owner, types);
  if (!found) return refusal(owner, '<init>', types);
  if (!found.generic) return found.fn;
  const { fn } = found;
  return (...args: unknown[]): unknown => fn(type, ...args) as unknown;
}

/** A static property or constant, as a function that reads it. */
export function platformStatic(owner: string, name: string): () => unknown {
  const field = findPlatformField(owner, name);
  return field ? () => field.get(undefined) : refusal(owner, name, null);
}

/** A property of objects. */
export function platformField(owner: string, name: string): Required<PlatformField> {
  const field = findPlatformField(owner, name);
  const refuse = refusal(owner, name, null);
  return { get: field?.get ?? refuse, set: field?.set ?? refuse };
}

/** The class that user subclasses of a platform class extend. */
export function platformBase(owner: string): new () => ApexObject {
  const jsClass = rtType(owner).jsClass as (new () => ApexObject) | undefined;
  if (!jsClass) throw new UnsupportedError(`${owner} as a superclass`);
  return jsClass;
}
