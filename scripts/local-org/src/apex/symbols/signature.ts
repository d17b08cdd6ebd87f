/** Signatures: sameness of parameters and their text in messages. */
import type { ApexType, MethodSymbol } from '../types';
import { sameType, symbolName, typeName } from './basic';

/** Whether the method's parameters have exactly these types. */
export function sameParams(method: Pick<MethodSymbol, 'params'>, types: readonly ApexType[]): boolean {
  return (
    method.params.length === types.length &&
    method.params.every((param, i) => sameType(param.type, types[i] ?? { kind: 'error' }))
  );
}

/** `void Foo.run(Integer, List<String>)`; without owner for constructors of exceptions. */
export function signatureText(method: MethodSymbol, withOwner = true): string {
  const owner = withOwner ? `${symbolName(method.owner)}.` : '';
  return `${typeName(method.returns)} ${owner}${method.name}(${method.params.map((param) => typeName(param.type)).join(', ')})`;
}

/** `void run(Integer, NULL)`: a call as messages show it. */
export function callText(name: string, args: readonly ApexType[]): string {
  return `void ${name}(${args.map(typeName).join(', ')})`;
}
