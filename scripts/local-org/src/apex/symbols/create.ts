/**
 * Makes type symbols that are not read from the platform's snapshot: of user declarations and of records.
 */
import type { SObjectSchema } from '../../schema/model';
import type { ApexType, MethodSymbol, TypeSymbol } from '../types';
import { VOID } from './basic';

type Required = Pick<TypeSymbol, 'kind' | 'origin' | 'name' | 'fullName'>;

/** A symbol with nothing in it yet. */
export function emptySymbol(parts: Required & Partial<TypeSymbol>): TypeSymbol {
  return {
    namespace: null,
    outer: null,
    typeParams: [],
    superclass: null,
    interfaces: [],
    isAbstract: false,
    isVirtual: false,
    access: 'public',
    isTest: false,
    sharing: null,
    methods: new Map(),
    fields: new Map(),
    constructors: [],
    inner: new Map(),
    enumConstants: [],
    ...parts
  };
}

/** The symbol of a record type; `superclass` is SObject, whose methods it has. Fields are found in the schema. */
export function recordSymbol(
  name: string,
  sobject: SObjectSchema | undefined,
  superclass: ApexType | null
): TypeSymbol {
  const symbol = emptySymbol({ kind: 'class', origin: 'sobject', name, fullName: name, access: 'global', superclass });
  return sobject === undefined ? symbol : { ...symbol, sobject };
}

/** A method that is in no source and no snapshot, such as the constructor a class has by default. */
export function syntheticMethod(
  owner: TypeSymbol,
  name: string,
  params: MethodSymbol['params'],
  returns: ApexType = VOID,
  extra: Partial<MethodSymbol> = {}
): MethodSymbol {
  return {
    owner,
    name,
    params,
    returns,
    isStatic: false,
    isAbstract: false,
    isVirtual: false,
    isOverride: false,
    access: 'public',
    isTestVisible: false,
    isTestMethod: false,
    annotations: [],
    ...extra
  };
}
