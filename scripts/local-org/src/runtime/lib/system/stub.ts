/**
 * Test.createStub: objects whose methods ask a StubProvider.
 * Source: Apex Developer Guide, "Build a Mocking Framework with the Stub API".
 */
import { kernel } from '../../kernel';
import type { UserMethod } from '../../services';
import { ApexList, ApexTypeValue, listOf, OBJECT, rtType, STRING, throwNew, TYPE, type RtType } from '../../values';

interface StubProvider {
  handlemethodcall$6(
    stub: object,
    name: string,
    returns: ApexTypeValue | null,
    paramTypes: ApexList,
    paramNames: ApexList,
    args: ApexList
  ): unknown;
}

function handler(provider: StubProvider, method: UserMethod): (...args: unknown[]) => unknown {
  const types = method.params.map((param) => ApexTypeValue.of(param.type));
  const names = method.params.map((param) => param.name);
  const returns = method.returns && ApexTypeValue.of(method.returns);
  return function (this: object, ...args: unknown[]): unknown {
    return provider.handlemethodcall$6(
      this,
      method.name,
      returns,
      new ApexList(listOf(TYPE), [...types]),
      new ApexList(listOf(STRING), [...names]),
      new ApexList(listOf(OBJECT), args)
    );
  };
}

/** Stubs are of a class of their own, whose name code can see in `String.valueOf(stub)`. */
function stubType(type: RtType): RtType {
  const stub = rtType(`${type.symbolName}__sfdc_ApexStub`);
  stub.supertypes = [type];
  stub.isUser = true;
  stub.fields = [];
  return stub;
}

/** @throws TypeException for types that cannot be stubbed */
export function createStub(type: RtType, provider: object): object {
  if (!kernel.tx.isTest) return throwNew('System.TypeException', 'Test.createStub can only be called from a test');
  if (!type.isUser || type.kind === 'enum') {
    return throwNew('System.TypeException', `Cannot create a stub of type ${type.name}`);
  }
  const parent = (type.jsClass as { prototype: object } | undefined)?.prototype ?? Object.prototype;
  const prototype = Object.create(parent) as Record<string, unknown>;
  Object.defineProperty(prototype, 'rtType', { value: stubType(type) });
  for (const method of kernel.services.userMethods(type.symbolName)) {
    const handle = handler(provider as StubProvider, method);
    for (const name of method.jsNames) prototype[name] = handle;
  }
  return Object.create(prototype) as object;
}
