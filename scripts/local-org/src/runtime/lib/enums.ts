/** The platform's enums: constants from the snapshot, one object each. */
import { classes } from '../../platform/snapshot';
import { ApexEnum, ApexList, listOf, rtType, throwNew, type RtType } from '../values';
import { argumentNull } from './args';
import type { PlatformFunction } from './registry';

const constants = new Map<string, ApexEnum[]>();
let namesByKey: Map<string, string> | null = null;

function canonicalName(name: string): string | undefined {
  if (namesByKey === null) {
    namesByKey = new Map();
    for (const [full, snapshot] of Object.entries(classes)) {
      if (snapshot.kind === 'enum') namesByKey.set(full.toLowerCase(), full);
    }
  }
  return namesByKey.get(name.toLowerCase());
}

/** The constants in order; undefined when there is no such enum. */
export function platformEnum(name: string): ApexEnum[] | undefined {
  const full = canonicalName(name);
  if (full === undefined) return undefined;
  let values = constants.get(full);
  if (!values) {
    const type = rtType(full);
    type.kind = 'enum';
    values = (classes[full]!.constants ?? []).map((constant, i) => new ApexEnum(type, constant, i));
    const all = values;
    type.enumValues = () => all;
    constants.set(full, values);
  }
  return values;
}

/** A constant that the library itself needs. */
export function enumConstant(enumName: string, constant: string): ApexEnum {
  const wanted = constant.toLowerCase();
  const found = platformEnum(enumName)?.find((value) => value.name.toLowerCase() === wanted);
  if (!found) throw new Error(`The platform's enum ${enumName} has no constant ${constant}`);
  return found;
}

/** `Season.values()` of any enum. */
export function enumValues(type: RtType): ApexList {
  return new ApexList(listOf(type), [...(type.enumValues?.() ?? [])]);
}

/**
 * `Season.valueOf('WINTER')` of any enum; ignores letter case.
 * @throws NoSuchElementException `No enum constant Season.WINTER`
 */
export function enumValueOf(type: RtType, name: string | null): unknown {
  if (name === null) return argumentNull();
  const wanted = name.toLowerCase();
  const found = (type.enumValues?.() as ApexEnum[]).find((value) => value.name.toLowerCase() === wanted);
  return found ?? throwNew('System.NoSuchElementException', `No enum constant ${type.name}.${name}`);
}

/** Static methods of a platform enum. */
export function enumStatic(enumName: string, member: string): PlatformFunction | undefined {
  const values = platformEnum(enumName);
  if (!values) return undefined;
  const type = values[0]?.rtType ?? rtType(enumName);
  switch (member.toLowerCase()) {
    case 'values':
      return () => enumValues(type);
    case 'valueof':
      return (name: string | null) => enumValueOf(type, name);
    default:
      return undefined;
  }
}

/** Methods of enum constants, of the platform's enums and the project's alike. */
export const ENUM_METHODS: Record<string, PlatformFunction> = {
  name: (self: ApexEnum) => self.name,
  ordinal: (self: ApexEnum) => self.ordinal
};
