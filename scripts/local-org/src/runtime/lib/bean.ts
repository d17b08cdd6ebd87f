/**
 * Platform classes that only hold properties: fields, `getX`, `isX` and `setX` made from the snapshot's members.
 */
import { classes } from '../../platform/snapshot';
import { parseMemberText, type MemberText, type TypeText } from '../../platform/typeText';
import { ApexObject, rtType, type RtField, type RtType } from '../values';
import { platformClass, type PlatformClassDefinition, type PlatformFunction } from './registry';

/** An object of such a class: values by lower-cased property name. */
export class Bean extends ApexObject {
  readonly values = new Map<string, unknown>();

  constructor(private readonly beanType: RtType) {
    super();
  }
  override get rtType(): RtType {
    return this.beanType;
  }
  get(name: string): unknown {
    return this.values.get(name.toLowerCase()) ?? null;
  }
  set(name: string, value: unknown): this {
    this.values.set(name.toLowerCase(), value);
    return this;
  }
}

/** `System.String`, `Database.Error`, `System.List<…>`: types of the snapshot as run-time types. */
export function rtTypeOfText(text: TypeText): RtType {
  const name = text.name.startsWith('@') ? text.name.slice(1) : text.name;
  const args = text.args.map(rtTypeOfText);
  const isQualified = name.includes('.') || text.name.startsWith('@');
  return rtType(isQualified ? name : `System.${name}`, args);
}

interface Property {
  name: string;
  type: TypeText;
}

function accessorName(member: MemberText): string | null {
  const match = /^(get|is|set)([A-Z].*)$/.exec(member.name);
  return match ? match[2]! : null;
}

/** Properties of a class and its ancestors. */
function propertiesOf(className: string): Map<string, Property> {
  const found = new Map<string, Property>();
  const snapshot = classes[className];
  if (!snapshot) return found;
  if (snapshot.extends)
    for (const [key, property] of propertiesOf(qualified(snapshot.extends))) found.set(key, property);
  for (const text of snapshot.members ?? []) {
    const member = parseMemberText(text);
    if (member.isStatic || member.isConstructor) continue;
    if (member.params === null) add(found, member.name, member.type!);
    else if (/^(get|is)[A-Z]/.test(member.name) && member.params.length === 0)
      add(found, accessorName(member)!, member.type!);
    else if (/^set[A-Z]/.test(member.name) && member.params.length === 1)
      add(found, accessorName(member)!, member.params[0]!);
  }
  return found;
}

function add(into: Map<string, Property>, name: string, type: TypeText): void {
  const key = name.toLowerCase();
  if (!into.has(key)) into.set(key, { name, type });
}

function qualified(name: string): string {
  return name.includes('.') ? name : `System.${name}`;
}

function accessors(className: string): Record<string, PlatformFunction> {
  const members: Record<string, PlatformFunction> = {};
  for (const property of propertiesOf(className).values()) {
    const read = (self: Bean): unknown => self.get(property.name);
    members[`get${property.name}/0`] = read;
    members[`is${property.name}/0`] = read;
    members[`set${property.name}/1`] = (self: Bean, value: unknown) => void self.set(property.name, value);
  }
  return members;
}

function jsonFields(className: string): RtField[] {
  return [...propertiesOf(className).values()].map((property) => ({
    name: property.name.charAt(0).toLowerCase() + property.name.slice(1),
    type: () => rtTypeOfText(property.type),
    isStatic: false,
    isTransient: false,
    readable: true,
    writable: true,
    get: (object) => (object as Bean).get(property.name),
    set: (object, value) => void (object as Bean).set(property.name, value)
  }));
}

/** What a bean class has beyond its properties. */
export interface BeanOptions extends PlatformClassDefinition {
  /** Whether Apex code may construct it without arguments. Default true. */
  constructible?: boolean;
  /** First values of new objects. */
  defaults?: () => Record<string, unknown>;
}

/** Declares a class of properties; answers a maker of its objects. */
export function beanClass(className: string, options: BeanOptions = {}): (values?: Record<string, unknown>) => Bean {
  const type = rtType(className);
  const make = (values: Record<string, unknown> = {}): Bean => {
    const bean = new Bean(type);
    for (const [name, value] of Object.entries({ ...options.defaults?.(), ...values })) bean.set(name, value);
    return bean;
  };
  const fields = Object.fromEntries(
    [...propertiesOf(className).values()].map((property) => [
      property.name,
      {
        get: (self: Bean) => self.get(property.name),
        set: (self: Bean, value: unknown) => void self.set(property.name, value)
      }
    ])
  );
  type.fields = jsonFields(className);
  type.jsClass = class extends Bean {
    constructor() {
      super(type);
      for (const [name, value] of Object.entries(options.defaults?.() ?? {})) this.set(name, value);
    }
  };
  platformClass(className, {
    ...options,
    jsClass: undefined,
    construct: { ...(options.constructible === false ? {} : { '/0': () => make() }), ...options.construct },
    instance: { ...accessors(className), ...options.instance },
    fields: { ...fields, ...options.fields }
  });
  return make;
}
