/**
 * System.Type.
 * Source: Apex Reference Guide, "Type Class".
 */
import { classes } from '../../../platform/snapshot';
import { parseTypeText, type TypeText } from '../../../platform/typeText';
import { findObject, kernel } from '../../kernel';
import {
  ApexList,
  ApexMap,
  ApexSet,
  ApexTypeValue,
  isSubtype,
  rtType,
  rtTypeOfSObject,
  SObjectTypeValue,
  SObjectValue,
  throwNew,
  type RtType
} from '../../values';
import { nonNull } from '../args';
import { findPlatformConstructor, platformClass } from '../registry';
import { hashOfString } from './string/search';

let platformNames: Map<string, string> | null = null;

function platformName(name: string): string | undefined {
  platformNames ??= new Map(Object.keys(classes).map((full) => [full.toLowerCase(), full]));
  const key = name.toLowerCase();
  return platformNames.get(key) ?? platformNames.get(`system.${key}`) ?? platformNames.get(`schema.${key}`);
}

/** A type by its written name: user types first, then the platform's, then objects. */
function typeOfText(text: TypeText): RtType | undefined {
  const args = text.args.map(typeOfText);
  if (args.some((arg) => arg === undefined)) return undefined;
  const user = args.length === 0 ? kernel.services.userType(text.name) : undefined;
  if (user) return user;
  if (args.length === 0) {
    const schema = findObject(text.name);
    if (schema) return rtTypeOfSObject(schema);
  }
  const full = platformName(text.name);
  return full === undefined ? undefined : rtType(full, args as RtType[]);
}

/** `List<Account>[]` and the like are not names of types; they answer undefined. */
export function typeByName(name: string): RtType | undefined {
  return /^[\w.<>, ]+$/.test(name) && name.trim() !== '' ? typeOfText(parseTypeText(name.trim())) : undefined;
}

function forName(name: string | null): ApexTypeValue | null {
  const type = typeByName(nonNull(name));
  return type ? ApexTypeValue.of(type) : null;
}

/** @throws TypeException for types that cannot be made without arguments */
export function newInstanceOf(type: RtType): unknown {
  if (type.sobject) return new SObjectValue(type.sobject);
  if (type.symbolName === 'System.List') return new ApexList(type);
  if (type.symbolName === 'System.Set') return new ApexSet(type);
  if (type.symbolName === 'System.Map') return new ApexMap(type);
  if (type.isUser) return newUserObject(type);
  const constructor = findPlatformConstructor(type.symbolName, []);
  if (!constructor) return throwNew('System.TypeException', `Type cannot be constructed: ${type.name}`);
  return constructor.fn() as unknown;
}

function newUserObject(type: RtType): unknown {
  if (type.kind !== 'class' || type.isAbstract) {
    return throwNew('System.TypeException', `Cannot create abstract type or interface: ${type.name}`);
  }
  const Maker = type.jsClass as new () => { $c?: () => unknown };
  const object = new Maker();
  if (typeof object.$c !== 'function') {
    return throwNew('System.TypeException', `Class ${type.name} must have a constructor with no arguments`);
  }
  return object.$c();
}

platformClass('System.Type', {
  statics: {
    'forName/1': forName,
    // The namespace of a project's own classes is empty.
    'forName/2': (namespace: string | null, name: string | null) =>
      forName(namespace ? `${namespace}.${nonNull(name)}` : name)
  },
  instance: {
    'equals/1': (self: ApexTypeValue, other: unknown) => self === other,
    'getName/0': (self: ApexTypeValue) => self.type.name,
    'hashCode/0': (self: ApexTypeValue) => hashOfString(self.type.name),
    'isAssignableFrom/1': (self: ApexTypeValue, other: ApexTypeValue | null) =>
      isSubtype(nonNull(other).type, self.type),
    'newInstance/0': (self: ApexTypeValue) => newInstanceOf(self.type),
    'toString/0': (self: ApexTypeValue) => self.type.name
  },
  fields: {
    SObjectType: { get: (self: ApexTypeValue) => (self.type.sobject ? SObjectTypeValue.of(self.type.sobject) : null) }
  }
});
