/**
 * All types that a program can name: its own classes, the platform's and the org's records.
 */
import type { FieldSchema, SObjectSchema } from '../../schema/model';
import type { CompilationUnit, PropertyDeclaration, TypeDeclaration } from '../ast';
import type { ApexType, CompileError, FieldSymbol, TypeSymbol } from '../types';
import { named, superChain } from './basic';
import { Builtins } from './builtins';
import { recordSymbol } from './create';
import type { CompileEnv } from './env';

/** Objects that queries answer and that no schema describes. */
const PSEUDO_OBJECTS = ['AggregateResult'];

/** Looks up types by name, without regard to letter case. */
export class SymbolTable {
  /** Top-level user types by lower-cased name. */
  readonly userTypes = new Map<string, TypeSymbol>();
  /** The class that stands for a trigger or an anonymous block, which holds its methods. */
  readonly unitSymbols = new Map<CompilationUnit, TypeSymbol>();
  /** Symbols of declarations, inner ones too. */
  readonly declared = new Map<TypeDeclaration, TypeSymbol>();
  /** Declarations of properties: which accessors they have. */
  readonly properties = new Map<FieldSymbol, PropertyDeclaration>();
  /** Errors found while building: duplicates, unknown types, hierarchy. */
  readonly errors: CompileError[] = [];
  readonly builtins: Builtins;
  private readonly records = new Map<string, TypeSymbol>();

  constructor(
    readonly units: readonly CompilationUnit[],
    readonly env: CompileEnv
  ) {
    this.builtins = new Builtins(env.platform);
  }

  /** A record type by API name, or undefined. */
  record(name: string): TypeSymbol | undefined {
    const key = name.toLowerCase();
    const known = this.records.get(key);
    if (known !== undefined) return known;
    const schema = this.objectSchema(key);
    const pseudo = PSEUDO_OBJECTS.find((item) => item.toLowerCase() === key);
    if (schema === undefined && pseudo === undefined) return undefined;
    const symbol = recordSymbol(schema?.name ?? pseudo ?? name, schema, this.builtins.sobject);
    this.records.set(key, symbol);
    return symbol;
  }

  /** The schema of an object by API name, or undefined. */
  objectSchema(name: string): SObjectSchema | undefined {
    return this.env.schema.objects.get(name.toLowerCase());
  }

  /** The Apex type of the values of a field. */
  fieldType(field: FieldSchema): ApexType {
    const symbol = this.env.platform.find(field.apexType);
    return symbol === undefined ? this.builtins.object : named(symbol);
  }

  /** A type seen from no class: user type, then platform (System, Schema), then record. */
  globalType(name: string): TypeSymbol | undefined {
    return this.userTypes.get(name.toLowerCase()) ?? this.env.platform.find(name) ?? this.record(name);
  }

  /** An inner type of `owner` or of its superclasses. */
  innerType(owner: TypeSymbol, name: string): TypeSymbol | undefined {
    const key = name.toLowerCase();
    for (const item of superChain(named(owner))) {
      const found = item.symbol.inner.get(key);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** A simple type name seen from inside `from`: inner types of it and of the classes around it, then the global ones. */
  visibleType(name: string, from: TypeSymbol | null): TypeSymbol | undefined {
    for (let scope = from; scope !== null; scope = scope.outer) {
      if (scope.origin === 'user' && scope.name.toLowerCase() === name.toLowerCase()) return scope;
      const found = this.innerType(scope, name);
      if (found !== undefined) return found;
    }
    return this.globalType(name);
  }

  isNamespace(name: string): boolean {
    return this.env.platform.namespaces.has(name.toLowerCase());
  }

  /** A type inside a platform namespace; records stand in `Schema`. */
  namespaceType(namespace: string, name: string): TypeSymbol | undefined {
    const found = this.env.platform.find(`${namespace}.${name}`);
    if (found !== undefined) return found;
    return namespace.toLowerCase() === 'schema' ? this.record(name) : undefined;
  }

  /** A dotted type name seen from inside `from`. */
  qualifiedType(parts: readonly string[], from: TypeSymbol | null): TypeSymbol | undefined {
    const [first, second] = parts;
    if (first === undefined) return undefined;
    const head = this.visibleType(first, from);
    const viaClass = head === undefined ? undefined : this.descend(head, parts.slice(1));
    if (viaClass !== undefined || second === undefined) return viaClass;
    if (!this.isNamespace(first)) return undefined;
    const inNamespace = this.namespaceType(first, second);
    return inNamespace === undefined ? undefined : this.descend(inNamespace, parts.slice(2));
  }

  private descend(from: TypeSymbol, names: readonly string[]): TypeSymbol | undefined {
    let current: TypeSymbol | undefined = from;
    for (const name of names) {
      if (current === undefined) return undefined;
      current = this.innerType(current, name);
    }
    return current;
  }
}
