/**
 * Types and symbols shared by the parser, the checker, the emitter and the platform's description.
 *
 * There is one sort of symbol for all types, whether written by the user, described by the platform snapshot or derived
 * from object metadata: a String is the platform class `System.String`, a List is `System.List` with one type parameter,
 * a record type is a symbol of origin `sobject`.
 */
import type { Modifiers, Position, TypeDeclaration } from './ast';
import type { SObjectSchema } from '../schema/model';

/** A type as it appears in an expression or a signature. Instances are not interned: compare with `sameType`. */
export type ApexType =
  | { readonly kind: 'named'; readonly symbol: TypeSymbol; readonly args: readonly ApexType[] }
  /** A type parameter of a platform class (`T` of List<T>). */
  | { readonly kind: 'typevar'; readonly name: string }
  | { readonly kind: 'void' }
  /** The type of `null`; assignable to everything. */
  | { readonly kind: 'null' }
  /** Result of an erroneous expression: silences follow-up errors. */
  | { readonly kind: 'error' };

export type TypeOrigin = 'user' | 'platform' | 'sobject';

/** A class, interface, enum or record type. */
export interface TypeSymbol {
  readonly kind: 'class' | 'interface' | 'enum';
  readonly origin: TypeOrigin;
  /** Simple name in canonical letter case: `Inner`, `String`, `Account`. */
  readonly name: string;
  /** Unique key: `Outer.Inner` for user types, `Namespace.Name[.Inner]` for platform types (`System.String`, `Database.SaveResult`), API name for records (`Account`). */
  readonly fullName: string;
  /** Platform namespace (`System`, `Database`, `Schema`); null for user and record types. */
  readonly namespace: string | null;
  readonly outer: TypeSymbol | null;
  readonly typeParams: readonly string[];
  superclass: ApexType | null;
  interfaces: ApexType[];
  isAbstract: boolean;
  isVirtual: boolean;
  access: Access;
  isTest: boolean;
  sharing: 'with' | 'without' | 'inherited' | null;
  /** By lower-cased name; own members only. */
  readonly methods: Map<string, MethodSymbol[]>;
  readonly fields: Map<string, FieldSymbol>;
  readonly constructors: MethodSymbol[];
  readonly inner: Map<string, TypeSymbol>;
  /** Enum constants in order, canonical case. */
  readonly enumConstants: string[];
  /** origin `sobject`. */
  readonly sobject?: SObjectSchema;
  /** origin `user`. */
  readonly declaration?: TypeDeclaration;
  readonly modifiers?: Modifiers;
  readonly file?: string;
}

export type Access = 'global' | 'public' | 'protected' | 'private';

/** A method or constructor. */
export interface MethodSymbol {
  readonly owner: TypeSymbol;
  /** Canonical letter case; `<init>` for constructors. */
  readonly name: string;
  readonly params: readonly { name: string; type: ApexType }[];
  /** void type for constructors. */
  readonly returns: ApexType;
  readonly isStatic: boolean;
  readonly isAbstract: boolean;
  readonly isVirtual: boolean;
  readonly isOverride: boolean;
  readonly access: Access;
  readonly isTestVisible: boolean;
  readonly isTestMethod: boolean;
  /** Names of annotations, lower-cased. */
  readonly annotations: readonly string[];
  readonly pos?: Position;
  /**
   * JavaScript name of user methods, see DESIGN.md "Names in emitted code". Methods of one family (a method and what
   * overrides or implements it) share it; a method that belongs to several families has the others in `jsAliases`.
   */
  jsName?: string;
  jsAliases?: string[];
}

/** A field, property or enum constant. */
export interface FieldSymbol {
  readonly owner: TypeSymbol;
  readonly name: string;
  readonly type: ApexType;
  readonly isStatic: boolean;
  readonly isFinal: boolean;
  readonly access: Access;
  readonly isTestVisible: boolean;
  readonly isTransient: boolean;
  readonly isProperty: boolean;
  /** Property whose reads (writes) go through `get_x()` (`set_x(v)`): it has a body, or is virtual, abstract or override. */
  readonly hasGetter: boolean;
  readonly hasSetter: boolean;
  readonly setterAccess?: Access;
  readonly isEnumConstant: boolean;
  readonly annotations: readonly string[];
  readonly pos?: Position;
}

/** A local variable, parameter, loop or catch variable. `jsName` is unique inside the method. */
export interface LocalSymbol {
  readonly name: string;
  readonly type: ApexType;
  readonly isFinal: boolean;
  jsName: string;
}

/**
 * Implicit conversions, named FROM_TO. All pass null through.
 * `toDouble`/`toDecimal`/`toLong` name their source by `from`.
 */
export type Conversion =
  | {
      kind:
        | 'IntegerToLong'
        | 'IntegerToDouble'
        | 'IntegerToDecimal'
        | 'LongToDouble'
        | 'LongToDecimal'
        | 'DoubleToDecimal'
        | 'DecimalToDouble';
    }
  /** A String where an Id is wanted: checked at run time (StringException: Invalid id), 15 characters become 18. */
  | { kind: 'StringToId' }
  | { kind: 'DateToDatetime' }
  /** Anything concatenated to a String. */
  | { kind: 'ToString'; from: ApexType }
  /** A query result or list of one where a single record is wanted: exactly one row or QueryException. */
  | { kind: 'ListToSingle' }
  /** A list where a list of another record type is wanted (List<SObject> to List<Account>): checked at run time. */
  | { kind: 'CheckedCast'; to: ApexType };

/** A compile error or warning in an org's words. */
export interface CompileError {
  file: string;
  line: number;
  column: number;
  message: string;
}

/** A platform member that the code uses and the local org lacks: listed when compiled, refused when reached. */
export interface UnsupportedMember {
  file: string;
  line: number;
  column: number;
  /** `System.Crypto.sign(String, Blob, Blob)`. */
  member: string;
}
