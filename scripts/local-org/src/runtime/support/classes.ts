/**
 * Classes of the project: their definition, statics, reflection; constants of enums.
 */
import type { Transaction } from '../transaction';
import {
  ApexEnum,
  ApexList,
  ApexObject,
  defineUserType,
  listOf,
  nullPointer,
  throwNew,
  type RtField,
  type RtType
} from '../values';

/** Classes of a program by full name; each is made when it is first read. */
export type ClassTable = Record<string, unknown>;

/** Registers the maker of a class. */
export function define(classes: ClassTable, name: string, make: () => unknown): void {
  let isMaking = false;
  Object.defineProperty(classes, name, {
    configurable: true,
    enumerable: true,
    get: () => {
      if (isMaking) throw new Error(`Class ${name} needs itself to be defined`);
      isMaking = true;
      try {
        const value = make();
        Object.defineProperty(classes, name, { value, enumerable: true, configurable: true });
        return value;
      } finally {
        isMaking = false;
      }
    }
  });
}

/** name, type, bits (1 static, 2 transient, 4 accessor bodies, 8 writable), storage, getter, setter. */
type FieldRow = [string, RtType, number, string, string | null, string | null];

// Emitted classes are known to TypeScript by nothing but their shape here.
/* eslint-disable @typescript-eslint/no-explicit-any */
function fieldOf(jsClass: any, [name, type, bits, storage, getter, setter]: FieldRow): RtField {
  const isStatic = (bits & 1) !== 0;
  const holder = (object: any): any => (isStatic ? jsClass.$s : object);
  const owner = (object: any): any => (isStatic ? jsClass : object);
  return {
    name,
    type: () => type,
    isStatic,
    isTransient: (bits & 2) !== 0,
    isProperty: (bits & 4) !== 0,
    readable: true,
    writable: (bits & 8) !== 0,
    get: (object) => (getter ? owner(object)[getter]() : holder(object)[storage]),
    set: (object, value) => {
      if (setter) owner(object)[setter](value);
      else holder(object)[storage] = value;
    }
  };
}

/** Tells the runtime of a type, and its objects of their type. */
export function defineType(
  jsClass: any,
  name: string,
  kind: 'class' | 'interface' | 'enum',
  superclass: RtType | null,
  interfaces: RtType[],
  fields: FieldRow[],
  isAbstract: boolean
): void {
  const type = defineUserType({
    name,
    kind,
    superclass,
    interfaces,
    jsClass,
    isAbstract,
    fields: fields.map((row) => fieldOf(jsClass, row))
  });
  Object.defineProperty(jsClass.prototype, 'rtType', { value: type });
  jsClass.$type = type;
}

/** Makes the constants of an enum: `e_NAME` of its class. */
export function defineEnum(jsClass: any, names: string[]): void {
  const type = jsClass.$type as RtType;
  const constants = names.map((name, i) => Object.freeze(new jsClass(type, name, i)) as ApexEnum);
  for (const constant of constants) jsClass[`e_${constant.name}`] = constant;
  type.enumValues = () => constants;
}

/** The static holder of a class in a transaction: made, and its initialisers run, on first use. */
export function statics(jsClass: any, tx: Transaction): any {
  const known = tx.statics.get(jsClass);
  if (known !== undefined) {
    jsClass.$tx = tx;
    return (jsClass.$h = known);
  }
  const holder = jsClass.$new();
  tx.statics.set(jsClass, holder);
  jsClass.$tx = tx;
  jsClass.$h = holder;
  jsClass.$static();
  return holder;
}

/** `value.clone()` of an object of a user class: a shallow copy. */
export function cloneObject(object: any): unknown {
  return Object.assign(Object.create(Object.getPrototypeOf(object)), object);
}
/* eslint-enable @typescript-eslint/no-explicit-any */

function constantsOf(type: RtType): ApexEnum[] {
  return (type.enumValues?.() ?? []) as ApexEnum[];
}

export const enums = {
  enumName: (value: ApexEnum | null): string => (value ?? nullPointer()).name,
  enumOrdinal: (value: ApexEnum | null): number => (value ?? nullPointer()).ordinal,
  enumValues: (type: RtType): ApexList => new ApexList(listOf(type), [...constantsOf(type)]),
  /** @throws NoSuchElementException `No enum const class X.y` */
  enumValueOf: (type: RtType, name: string | null): ApexEnum => {
    const wanted = (name ?? nullPointer()).toLowerCase();
    const found = constantsOf(type).find((constant) => constant.name.toLowerCase() === wanted);
    return found ?? throwNew('System.NoSuchElementException', `No enum const class ${type.name}.${name}`);
  }
};

export { ApexEnum, ApexObject };
