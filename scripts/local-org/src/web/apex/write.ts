/**
 * Values of Apex as a Lightning component receives them from an `@AuraEnabled` method.
 * Source: Lightning Web Components Developer Guide, "Call Apex Methods"; Lightning Aura Components Developer Guide,
 * "Custom Apex Class Types": of an object of a class only annotated members are sent.
 */
import type { Program } from '../../apex/program';
import {
  ApexDate,
  ApexDatetime,
  ApexDecimal,
  ApexDouble,
  ApexEnum,
  ApexException,
  ApexList,
  ApexMap,
  ApexSet,
  ApexTime,
  SObjectValue,
  toConcatString,
  typeOf,
  UnsupportedError,
  type RtField,
  type RtType
} from '../../runtime/values';
import { enterApex } from '../../apex/program';

/** What JSON holds. */
export type JsonValue = null | boolean | number | string | JsonValue[] | { [name: string]: JsonValue };

/** A member of a class that components see. */
interface AuraMember {
  name: string;
  read(object: object): unknown;
}

/** Sees which members of a class components may read and write. */
export class AuraMembers {
  private readonly known = new Map<RtType, AuraMember[]>();

  constructor(private readonly program: Program) {}

  /** Members that are sent: annotated fields and properties, inherited ones first, and annotated `get…` methods. */
  readable(type: RtType): AuraMember[] {
    let members = this.known.get(type);
    if (members === undefined) this.known.set(type, (members = this.findReadable(type)));
    return members;
  }

  private findReadable(type: RtType): AuraMember[] {
    const fields = this.fields(type).filter((field) => field.readable);
    const members = fields.map(({ name, get }) => ({ name, read: (object: object) => get(object) }));
    const getters = this.lineage(type).flatMap((ancestor) => this.getters(ancestor));
    return [...members, ...getters];
  }

  /** Annotated fields and properties of the class and its ancestors. */
  fields(type: RtType): RtField[] {
    return this.lineage(type).flatMap((ancestor) => {
      const names = new Set(this.program.classInfo(ancestor.symbolName)?.auraMembers ?? []);
      return (ancestor.fields ?? []).filter((field) => !field.isStatic && names.has(field.name));
    });
  }

  /** The class and its superclasses of the project, the eldest first. */
  private lineage(type: RtType): RtType[] {
    const [superclass] = type.supertypes;
    return [...(superclass?.isUser && superclass.kind === 'class' ? this.lineage(superclass) : []), type];
  }

  /** `@AuraEnabled public String getName()` is sent as `name`. */
  private getters(type: RtType): AuraMember[] {
    const methods = this.program.classInfo(type.symbolName)?.methods ?? [];
    return methods
      .filter(({ isStatic, annotations }) => !isStatic && annotations.some(({ name }) => name === 'auraenabled'))
      .map(({ name, jsName }) => {
        const bare = name.slice('get'.length);
        const read = (object: object): unknown => (object as Record<string, () => unknown>)[jsName]!();
        return { name: bare.charAt(0).toLowerCase() + bare.slice(1), read };
      });
  }
}

/** Makes JSON of Apex values. Call it inside the transaction of the call: getters are Apex code. */
export class AuraWriter {
  constructor(private readonly members: AuraMembers) {}

  /** @throws UnsupportedError for values that no component can be given */
  write(value: unknown): JsonValue {
    switch (typeof value) {
      case 'string':
      case 'number':
      case 'boolean':
        return value;
      case 'bigint':
        return Number(value);
      default:
        return value === null || value === undefined ? null : this.object(value as object);
    }
  }

  private object(value: object): JsonValue {
    if (value instanceof ApexDecimal || value instanceof ApexDouble) return Number(toConcatString(value));
    if (value instanceof ApexDate || value instanceof ApexDatetime) return value.toIso();
    if (value instanceof ApexTime) return value.ms;
    if (value instanceof ApexEnum) return value.name;
    if (value instanceof ApexList) return value.items.map((item) => this.write(item));
    if (value instanceof ApexSet) return value.values().map((item) => this.write(item));
    if (value instanceof ApexMap) return this.map(value);
    if (value instanceof SObjectValue) return this.record(value);
    const type = typeOf(value);
    if (!type.isUser || value instanceof ApexException)
      throw new UnsupportedError(`${type.name} as a result for components`);
    return this.instance(value, type);
  }

  private map(map: ApexMap): JsonValue {
    return Object.fromEntries(map.entries().map(([key, item]) => [keyText(key), this.write(item)]));
  }

  /** Members without a value are left out. */
  private instance(value: object, type: RtType): JsonValue {
    const written: Record<string, JsonValue> = {};
    for (const { name, read } of this.members.readable(type)) {
      const member = enterApex(() => read(value)) ?? null;
      if (member !== null) written[name] = this.write(member);
    }
    return written;
  }

  /** Fields with a value, then parents and lists of children. */
  private record(record: SObjectValue): JsonValue {
    const written: Record<string, JsonValue> = {};
    for (const [name, value] of record.values)
      if (value !== null && value !== undefined) written[name] = this.write(value);
    for (const [name, parent] of record.parents) if (parent) written[name] = this.record(parent);
    for (const [name, list] of record.children) if (list.items.length > 0) written[name] = this.write(list);
    return written;
  }
}

function keyText(key: unknown): string {
  return key instanceof ApexEnum ? key.name : toConcatString(key);
}
