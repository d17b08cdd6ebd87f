/**
 * The platform's classes as type symbols, made from the snapshot when they are first asked for.
 */
import type { PlatformTypes } from '../apex/symbols/env';
import type { ApexType, FieldSymbol, MethodSymbol, TypeSymbol } from '../apex/types';
import { classes, type ClassesSnapshot, type ClassSnapshot } from './snapshot';
import { parseMemberText, parseTypeText, type MemberText, type TypeText } from './typeText';

/** What the platform's types need from elsewhere. */
export interface PlatformTypesOptions {
  /** See `PlatformTypes.isImplemented`; absent: everything counts as implemented. */
  isImplemented?: PlatformTypes['isImplemented'];
  /**
   * The symbol of a record type, for the few signatures that name one (`Auth.RegistrationHandler.createUser` returns User).
   * Where it knows none, the signature has SObject instead.
   */
  recordType?: (name: string) => TypeSymbol | undefined;
}

const VOID: ApexType = { kind: 'void' };

class Platform implements PlatformTypes {
  readonly namespaces: ReadonlySet<string>;
  private readonly fullNames = new Map<string, string>();
  private readonly symbols = new Map<string, TypeSymbol>();

  constructor(
    private readonly snapshot: ClassesSnapshot,
    private readonly options: PlatformTypesOptions
  ) {
    for (const name of Object.keys(snapshot)) this.fullNames.set(name.toLowerCase(), name);
    this.namespaces = new Set([...this.fullNames.keys()].map((name) => name.slice(0, name.indexOf('.'))));
  }

  find(name: string): TypeSymbol | undefined {
    const key = name.toLowerCase();
    const candidates = key.includes('.') ? [key, `system.${key}`, `schema.${key}`] : [`system.${key}`, `schema.${key}`];
    for (const candidate of candidates) {
      const fullName = this.fullNames.get(candidate);
      if (fullName !== undefined) return this.symbol(fullName);
    }
    return undefined;
  }

  isImplemented(owner: string, member: string, params: readonly string[] | null): boolean {
    return this.options.isImplemented?.(owner, member, params) ?? true;
  }

  /** The symbol of a class of the snapshot, by its full name in canonical case. */
  private symbol(fullName: string): TypeSymbol {
    const known = this.symbols.get(fullName);
    if (known) return known;
    const symbol = this.makeSymbol(fullName, this.snapshot[fullName]!);
    this.symbols.set(fullName, symbol);
    return symbol;
  }

  private makeSymbol(fullName: string, snapshot: ClassSnapshot): TypeSymbol {
    const parts = fullName.split('.');
    const outerName = parts.length > 2 ? parts.slice(0, -1).join('.') : null;
    const members = new LazyMembers(() => this.makeMembers(symbol, snapshot));
    const innerTypes = (outer: TypeSymbol): Map<string, TypeSymbol> => this.innerTypes(outer);
    const typeOf = (text: string): ApexType => this.type(parseTypeText(text), snapshot.typeParams ?? []);
    let superclass: ApexType | null | undefined;
    let interfaces: ApexType[] | undefined;
    let inner: Map<string, TypeSymbol> | undefined;
    const isRoot = fullName === 'System.Object' || snapshot.kind === 'interface';
    const symbol: TypeSymbol = {
      kind: snapshot.kind,
      origin: 'platform',
      name: parts[parts.length - 1]!,
      fullName,
      namespace: parts[0]!,
      outer: outerName !== null && this.snapshot[outerName] ? this.symbol(outerName) : null,
      typeParams: snapshot.typeParams ?? [],
      get superclass() {
        if (superclass === undefined) superclass = isRoot ? null : typeOf(snapshot.extends ?? 'Object');
        return superclass;
      },
      get interfaces() {
        return (interfaces ??= (snapshot.implements ?? []).map(typeOf));
      },
      isAbstract: snapshot.kind === 'interface' || snapshot.isAbstract === true,
      isVirtual: snapshot.isVirtual === true || fullName === 'System.Object',
      access: 'global',
      isTest: false,
      sharing: null,
      get methods() {
        return members.get().methods;
      },
      get fields() {
        return members.get().fields;
      },
      get constructors() {
        return members.get().constructors;
      },
      get inner() {
        return (inner ??= innerTypes(symbol));
      },
      enumConstants: snapshot.constants ?? []
    };
    return symbol;
  }

  private innerTypes(outer: TypeSymbol): Map<string, TypeSymbol> {
    const prefix = `${outer.fullName}.`;
    const names = Object.keys(this.snapshot).filter(
      (name) => name.startsWith(prefix) && !name.slice(prefix.length).includes('.')
    );
    return new Map(names.map((name) => [name.slice(prefix.length).toLowerCase(), this.symbol(name)]));
  }

  private makeMembers(owner: TypeSymbol, snapshot: ClassSnapshot): Members {
    const members: Members = { methods: new Map(), fields: new Map(), constructors: [] };
    for (const text of snapshot.members ?? []) this.addMember(members, owner, parseMemberText(text));
    if (snapshot.kind === 'enum') this.addEnumMembers(members, owner, snapshot.constants ?? []);
    return members;
  }

  private addMember(into: Members, owner: TypeSymbol, member: MemberText): void {
    if (member.params === null) {
      into.fields.set(
        member.name.toLowerCase(),
        this.field(owner, member.name, this.typeIn(owner, member.type!), member)
      );
      return;
    }
    const method = this.method(owner, member);
    if (member.isConstructor) into.constructors.push(method);
    else addMethod(into.methods, method);
  }

  /** Every enum has its constants, `values()`, `valueOf(name)`, `name()` and `ordinal()`. */
  private addEnumMembers(into: Members, owner: TypeSymbol, constants: string[]): void {
    const type: ApexType = { kind: 'named', symbol: owner, args: [] };
    for (const name of constants) {
      const field = this.field(owner, name, type, { isStatic: true, isFinal: true });
      into.fields.set(name.toLowerCase(), { ...field, isEnumConstant: true });
    }
    const self = owner.fullName;
    for (const text of [
      `static List<${self}> values()`,
      `static ${self} valueOf(String)`,
      'String name()',
      'Integer ordinal()'
    ]) {
      addMethod(into.methods, this.method(owner, parseMemberText(text)));
    }
  }

  private field(
    owner: TypeSymbol,
    name: string,
    type: ApexType,
    is: { isStatic: boolean; isFinal: boolean }
  ): FieldSymbol {
    return {
      owner,
      name,
      type,
      isStatic: is.isStatic,
      isFinal: is.isFinal,
      access: 'global',
      isTestVisible: false,
      isTransient: false,
      isProperty: false,
      hasGetter: false,
      hasSetter: false,
      isEnumConstant: false,
      annotations: []
    };
  }

  private method(owner: TypeSymbol, member: MemberText): MethodSymbol {
    return {
      owner,
      name: member.name,
      params: (member.params ?? []).map((type, index) => ({
        name: `param${index + 1}`,
        type: this.typeIn(owner, type)
      })),
      returns: member.type === null ? VOID : this.typeIn(owner, member.type),
      isStatic: member.isStatic,
      isAbstract: owner.kind === 'interface',
      isVirtual: owner.isVirtual && !member.isStatic && !member.isConstructor,
      isOverride: false,
      access: 'global',
      isTestVisible: false,
      isTestMethod: false,
      annotations: []
    };
  }

  private typeIn(owner: TypeSymbol, text: TypeText): ApexType {
    return this.type(text, owner.typeParams);
  }

  private type(text: TypeText, typeParams: readonly string[]): ApexType {
    if (text.name === 'void') return VOID;
    if (typeParams.includes(text.name)) return { kind: 'typevar', name: text.name };
    const symbol = text.name.startsWith('@') ? this.record(text.name.slice(1)) : this.find(text.name);
    if (!symbol) throw new Error(`Platform snapshot: unknown type ${text.name}`);
    return { kind: 'named', symbol, args: text.args.map((arg) => this.type(arg, typeParams)) };
  }

  private record(name: string): TypeSymbol {
    return this.options.recordType?.(name) ?? this.symbol('System.SObject');
  }
}

interface Members {
  methods: Map<string, MethodSymbol[]>;
  fields: Map<string, FieldSymbol>;
  constructors: MethodSymbol[];
}

function addMethod(methods: Map<string, MethodSymbol[]>, method: MethodSymbol): void {
  const key = method.name.toLowerCase();
  const family = methods.get(key);
  if (family) family.push(method);
  else methods.set(key, [method]);
}

class LazyMembers {
  private members: Members | undefined;

  constructor(private readonly make: () => Members) {}

  get(): Members {
    return (this.members ??= this.make());
  }
}

/** The platform's types for one compilation or org. */
export function createPlatformTypes(options: PlatformTypesOptions = {}): PlatformTypes {
  return new Platform(classes, options);
}
