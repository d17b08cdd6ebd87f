/**
 * The platform's classes: implementations by class and member. A key is `name(Type,Type)` with simple type names, or
 * `name/arity`; the more specific wins. Look-up ignores letter case.
 */
import { classes as snapshot } from '../../platform/snapshot';
import { definePlatformSupertypes, rtType, UnsupportedError } from '../values';
import { ENUM_METHODS, enumStatic, platformEnum } from './enums';

// Implementations take whatever the checker has let through; the signature snapshot is their contract.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type PlatformFunction = (...args: any[]) => any;

/** A property: `self` is undefined for static ones. */
export interface PlatformField {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  get: (self: any) => unknown;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  set?: (self: any, value: any) => void;
}

export interface PlatformClassDefinition {
  statics?: Record<string, PlatformFunction>;
  /** First parameter is the object. */
  instance?: Record<string, PlatformFunction>;
  /** `/0`, `/2`, `(String,Blob)`. Generic classes get their RtType as `this`-less first argument when `generic`. */
  construct?: Record<string, PlatformFunction>;
  /** Constructors receive the RtType of the constructed type first (List, Set, Map). */
  generic?: boolean;
  fields?: Record<string, PlatformField>;
  /** Class of its objects, for `new` in user subclasses and for reflection. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  jsClass?: any;
  /** Supertypes, superclass first: members are looked for there next. */
  extends?: string[];
}

type MemberTable = Map<string, PlatformFunction>;

interface PlatformClass {
  name: string;
  statics: MemberTable;
  instance: MemberTable;
  construct: MemberTable;
  fields: Map<string, PlatformField>;
  supertypes: string[];
  generic: boolean;
}

const classes = new Map<string, PlatformClass>();

function addAll(table: MemberTable, members: Record<string, PlatformFunction> = {}): void {
  for (const [key, fn] of Object.entries(members)) table.set(key.toLowerCase().replaceAll(' ', ''), fn);
}

/** Declares a platform class, or more members of one declared before (big classes are split by theme). */
export function platformClass(name: string, definition: PlatformClassDefinition): void {
  let entry = classes.get(name.toLowerCase());
  if (!entry) {
    entry = {
      name,
      statics: new Map(),
      instance: new Map(),
      construct: new Map(),
      fields: new Map(),
      supertypes: [],
      generic: false
    };
    classes.set(name.toLowerCase(), entry);
  }
  addAll(entry.statics, definition.statics);
  addAll(entry.instance, definition.instance);
  addAll(entry.construct, definition.construct);
  for (const [key, field] of Object.entries(definition.fields ?? {})) entry.fields.set(key.toLowerCase(), field);
  if (definition.generic) entry.generic = true;
  if (definition.extends) {
    entry.supertypes = definition.extends;
    definePlatformSupertypes(name, definition.extends);
  }
  if (definition.jsClass) rtType(name).jsClass = definition.jsClass;
}

/** `List<Account>` and `System.List` are both `list` in keys. */
function simpleName(type: string): string {
  const bare = type.split('<')[0]!;
  return bare.slice(bare.lastIndexOf('.') + 1).toLowerCase();
}

function* lineage(className: string): Generator<PlatformClass> {
  const seen = new Set<string>();
  const queue = [className];
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    const entry = classes.get(name.toLowerCase());
    if (!entry || seen.has(entry.name)) continue;
    seen.add(entry.name);
    yield entry;
    queue.push(...entry.supertypes);
  }
  const object = classes.get('system.object');
  if (object && !seen.has(object.name)) yield object;
}

function find(table: MemberTable, member: string, types: readonly string[]): PlatformFunction | undefined {
  const name = member.toLowerCase();
  return table.get(`${name}(${types.map(simpleName).join(',')})`) ?? table.get(`${name}/${types.length}`);
}

/** A method (static or of objects), or undefined. Parameter types in any form: `String`, `System.List<String>`. */
export function findPlatformMethod(
  className: string,
  member: string,
  paramTypes: readonly string[]
): { fn: PlatformFunction; isStatic: boolean } | undefined {
  const instance = findPlatformInstance(className, member, paramTypes);
  if (instance) return { fn: instance, isStatic: false };
  const statics = findPlatformStatic(className, member, paramTypes);
  return statics && { fn: statics, isStatic: true };
}

/** A static method; separate from `findPlatformMethod` because a class may have both of a name (`Date.format`). */
export function findPlatformStatic(
  className: string,
  member: string,
  paramTypes: readonly string[]
): PlatformFunction | undefined {
  for (const entry of lineage(className)) {
    const fn = find(entry.statics, member, paramTypes);
    if (fn) return fn;
  }
  return enumStatic(className, member);
}

/** A method of objects. */
export function findPlatformInstance(
  className: string,
  member: string,
  paramTypes: readonly string[]
): PlatformFunction | undefined {
  if (paramTypes.length === 0 && ENUM_METHODS[member.toLowerCase()] && platformEnum(className)) {
    return ENUM_METHODS[member.toLowerCase()];
  }
  for (const entry of lineage(className)) {
    const fn = find(entry.instance, member, paramTypes);
    if (fn) return fn;
  }
  return interfaceMethod(className, member, paramTypes.length);
}

/** A method of a platform interface: the object brings it, as user classes name it. */
function interfaceMethod(className: string, member: string, arity: number): PlatformFunction | undefined {
  if (snapshot[className]?.kind !== 'interface') return undefined;
  const name = `${member.toLowerCase()}$${arity}`;
  return (self: Record<string, PlatformFunction | undefined>, ...args: unknown[]): unknown => {
    const method = self[name];
    if (!method) throw new UnsupportedError(`${className}.${member} of an object that does not bring it`);
    return method.apply(self, args) as unknown;
  };
}

/** A property or constant. */
export function findPlatformField(className: string, member: string): PlatformField | undefined {
  for (const entry of lineage(className)) {
    const field = entry.fields.get(member.toLowerCase());
    if (field) return field;
  }
  const constant = platformEnum(className)?.find((value) => value.name.toLowerCase() === member.toLowerCase());
  return constant && { get: () => constant };
}

/** A constructor. Generic classes' constructors take their RtType first. */
export function findPlatformConstructor(
  className: string,
  paramTypes: readonly string[]
): { fn: PlatformFunction; generic: boolean } | undefined {
  const entry = classes.get(className.toLowerCase());
  if (!entry) return undefined;
  const fn = find(entry.construct, '', paramTypes);
  return fn ? { fn, generic: entry.generic } : undefined;
}

/**
 * Whether the local org has a member: a method by name and parameter types, a constructor (`<init>`), or a property or
 * constant (no parameter types).
 */
export function isImplemented(className: string, member: string, paramTypes: readonly string[] | null): boolean {
  if (member === '<init>') return findPlatformConstructor(className, paramTypes ?? []) !== undefined;
  if (paramTypes === null) return findPlatformField(className, member) !== undefined;
  return findPlatformMethod(className, member, paramTypes) !== undefined;
}

/** Whether anything of the class is known. */
export function isKnownClass(className: string): boolean {
  return classes.has(className.toLowerCase());
}

/** A function that refuses the member by name when it is called. */
export function refusal(className: string, member: string, paramTypes: readonly string[] | null): PlatformFunction {
  const types = paramTypes === null ? '' : `(${paramTypes.join(', ')})`;
  const what = member === '<init>' ? `new ${className}${types}` : `${className}.${member}${types}`;
  return () => {
    throw new UnsupportedError(what);
  };
}
