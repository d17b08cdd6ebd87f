/** Methods of a user class as Test.createStub needs them, from the checker's symbols. */
import type { ApexType, MethodSymbol, TypeSymbol } from '../../../apex/types';
import type { UserMethod } from '../../services';
import { OBJECT, rtType, type RtType } from '../../values';

/** Run-time type of a checked type; type parameters and errors are Object. */
export function rtTypeOfApex(type: ApexType): RtType {
  return type.kind === 'named' ? rtType(type.symbol.fullName, type.args.map(rtTypeOfApex)) : OBJECT;
}

function userMethod(method: MethodSymbol): UserMethod {
  return {
    name: method.name,
    jsNames: [method.jsName!, ...(method.jsAliases ?? [])],
    returns: method.returns.kind === 'void' ? null : rtTypeOfApex(method.returns),
    params: method.params.map((param) => ({ name: param.name, type: rtTypeOfApex(param.type) }))
  };
}

/** Instance methods of the type and its user-written ancestors that a stub can take over: all but private ones. */
export function stubMethods(symbol: TypeSymbol): UserMethod[] {
  const own = [...symbol.methods.values()].flat().filter((m) => !m.isStatic && m.access !== 'private' && m.jsName);
  const parents = [symbol.superclass, ...symbol.interfaces].flatMap((type) =>
    type?.kind === 'named' && type.symbol.origin === 'user' ? stubMethods(type.symbol) : []
  );
  const taken = new Set(own.flatMap((m) => [m.jsName!, ...(m.jsAliases ?? [])]));
  return [...own.map(userMethod), ...parents.filter((m) => !m.jsNames.some((name) => taken.has(name)))];
}
