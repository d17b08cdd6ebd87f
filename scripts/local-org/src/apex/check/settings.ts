/** Static methods that custom settings and custom metadata types have, typed by their object. */
import type { NamedType } from '../symbols/basic';
import { syntheticMethod } from '../symbols/create';
import type { FoundMethod } from '../symbols/lookup';
import type { SymbolTable } from '../symbols/table';
import type { ApexType } from '../types';

/** Methods called on the name of a record type: those of settings, and `Account.getSObjectType()`. */
export function recordStatics(table: SymbolTable, type: NamedType, name: string): FoundMethod[] {
  if (name.toLowerCase() !== 'getsobjecttype') return settingMethods(table, type, name);
  const returns = table.builtins.type('Schema.SObjectType');
  const owner = table.builtins.symbol('System.SObject');
  return [
    {
      symbol: syntheticMethod(owner, 'getSObjectType', [], returns, { isStatic: true, access: 'global' }),
      params: [],
      returns
    }
  ];
}

/** The methods of that name; empty for objects that are neither. */
function settingMethods(table: SymbolTable, type: NamedType, name: string): FoundMethod[] {
  const schema = table.objectSchema(type.symbol.name);
  if (schema === undefined || (schema.sort !== 'customSetting' && schema.sort !== 'customMetadata')) return [];
  const { builtins } = table;
  const make = (methodName: string, params: ApexType[], returns: ApexType): FoundMethod => {
    const named = params.map((param, i) => ({ name: `arg${i}`, type: param }));
    const owner = builtins.symbol('System.SObject');
    return {
      symbol: syntheticMethod(owner, methodName, named, returns, { isStatic: true, access: 'global' }),
      params,
      returns
    };
  };
  const all = (): FoundMethod[] => [make('getAll', [], builtins.map(builtins.string, type))];
  const byName = (methodName: string): FoundMethod => make(methodName, [builtins.string], type);
  const hierarchy = schema.settingType === 'Hierarchy';
  switch (name.toLowerCase()) {
    case 'getall':
      return hierarchy ? [] : all();
    case 'getinstance':
      if (hierarchy) return [make('getInstance', [], type), make('getInstance', [builtins.id], type)];
      return [byName('getInstance')];
    case 'getvalues':
      if (schema.sort === 'customMetadata') return [];
      return hierarchy ? [make('getValues', [builtins.id], type)] : [byName('getValues')];
    case 'getorgdefaults':
      return hierarchy ? [make('getOrgDefaults', [], type)] : [];
    default:
      return [];
  }
}
