/**
 * Run-time descriptions of types. They are interned, so two types are the same exactly when the objects are.
 */
import type { SObjectSchema } from '../../schema/model';

/** A field or property of a user class as reflection (JSON, String.valueOf) sees it. */
export interface RtField {
  /** Declared letter case. */
  readonly name: string;
  /** Lazily, because types refer to each other. */
  readonly type: () => RtType;
  readonly isStatic: boolean;
  readonly isTransient: boolean;
  /** Property with accessor bodies. */
  readonly isProperty?: boolean;
  /** Whether other classes (JSON) may read or write it: a property without setter is not written. */
  readonly readable: boolean;
  readonly writable: boolean;
  get(object: object): unknown;
  set(object: object, value: unknown): void;
}

export type RtKind = 'class' | 'interface' | 'enum' | 'sobject';

export interface RtType {
  /** As `Type.getName()` prints it: `List<Account>`, `Outer.Inner`, `String`, `Database.SaveResult`. */
  readonly name: string;
  /** `System.List`, `Outer.Inner`, `Account`. */
  readonly symbolName: string;
  readonly args: readonly RtType[];
  kind: RtKind;
  /** Direct supertypes: superclass first, then interfaces. */
  supertypes: RtType[];
  /** The emitted class of a user type, or the library's class of a platform type. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  jsClass?: any;
  sobject?: SObjectSchema;
  /** User classes: own fields in declaration order, without inherited ones. */
  fields?: readonly RtField[];
  /** Enums: the constants in order. */
  enumValues?: () => unknown[];
  isAbstract?: boolean;
  /** True for types of the project, false for the platform's. */
  isUser?: boolean;
}

const interned = new Map<string, RtType>();
const platformSupertypes = new Map<string, string[]>();

/** How the current org's objects are found. `schema` is anything that changes when the org does. */
interface SchemaSource {
  find(name: string): SObjectSchema | undefined;
  schema(): unknown;
}
let source: SchemaSource | null = null;

/** Names without a dot may be objects of the org, which may be loaded (or replaced) after the type was named. */
class TypeRecord implements RtType {
  supertypes: RtType[] = [];
  jsClass?: unknown;
  fields?: readonly RtField[];
  enumValues?: () => unknown[];
  isAbstract?: boolean;
  isUser?: boolean;
  private ownKind: RtKind = 'class';
  private found: SObjectSchema | undefined;
  private foundIn: unknown = null;
  private readonly mayBeObject: boolean;

  constructor(
    readonly name: string,
    readonly symbolName: string,
    readonly args: readonly RtType[]
  ) {
    this.mayBeObject = !symbolName.includes('.');
  }

  get sobject(): SObjectSchema | undefined {
    if (!this.mayBeObject || this.isUser) return undefined;
    const schema = source?.schema();
    if (schema !== this.foundIn) {
      this.foundIn = schema;
      this.found = source?.find(this.symbolName);
    }
    return this.found;
  }
  set sobject(schema: SObjectSchema | undefined) {
    this.found = schema;
    this.foundIn = source?.schema() ?? null;
  }
  get kind(): RtKind {
    return this.sobject ? 'sobject' : this.ownKind;
  }
  set kind(kind: RtKind) {
    this.ownKind = kind;
  }
}

function displayName(symbolName: string, args: readonly RtType[]): string {
  const base = symbolName.startsWith('System.') ? symbolName.slice('System.'.length) : symbolName;
  return args.length === 0 ? base : `${base}<${args.map((a) => a.name).join(',')}>`;
}

/** The run-time type of that symbol and those type arguments. */
export function rtType(symbolName: string, args: readonly RtType[] = []): RtType {
  const key = args.length === 0 ? symbolName : `${symbolName}<${args.map((a) => typeKey(a)).join(',')}>`;
  let type = interned.get(key);
  if (!type) {
    type = new TypeRecord(displayName(symbolName, args), symbolName, args);
    interned.set(key, type);
    fillPlatformType(type);
  }
  return type;
}

function typeKey(type: RtType): string {
  return type.args.length === 0 ? type.symbolName : `${type.symbolName}<${type.args.map(typeKey).join(',')}>`;
}

function fillPlatformType(type: RtType): void {
  for (const name of platformSupertypes.get(type.symbolName) ?? []) type.supertypes.push(rtType(name, type.args));
}

/** Tells how to find object schemas by name; called once by the kernel. */
export function useSObjectSchemas(find: SchemaSource['find'], schema: SchemaSource['schema']): void {
  source = { find, schema };
}

/** The run-time type of an object's records. */
export function rtTypeOfSObject(schema: SObjectSchema): RtType {
  const type = rtType(schema.name);
  if (type.sobject !== schema) type.sobject = schema;
  return type;
}

/** Declares supertypes of a platform type (superclass first); its type arguments pass on to them. */
export function definePlatformSupertypes(symbolName: string, supertypes: string[]): void {
  platformSupertypes.set(symbolName, supertypes);
  for (const type of interned.values()) {
    if (type.symbolName === symbolName) type.supertypes = supertypes.map((name) => rtType(name, type.args));
  }
}

/** What the emitter knows of a user type. */
export interface UserTypeDefinition {
  name: string;
  kind: 'class' | 'interface' | 'enum';
  superclass: RtType | null;
  interfaces: RtType[];
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  jsClass: any;
  isAbstract?: boolean;
  fields?: RtField[];
  enumValues?: () => unknown[];
}

/** Registers (or replaces) a user type; references to it by `rtType(name)` made before see the definition. */
export function defineUserType(definition: UserTypeDefinition): RtType {
  const type = rtType(definition.name);
  type.kind = definition.kind;
  type.isUser = true;
  type.jsClass = definition.jsClass;
  type.isAbstract = definition.isAbstract === true || definition.kind === 'interface';
  type.fields = definition.fields ?? [];
  type.enumValues = definition.enumValues;
  type.supertypes = [...(definition.superclass ? [definition.superclass] : []), ...definition.interfaces];
  return type;
}

/** Whether `type` is `target` or inherits from it, by declared supertypes only. */
export function inherits(type: RtType, target: RtType): boolean {
  if (type === target) return true;
  return type.supertypes.some((s) => inherits(s, target));
}

/** Whether `type` or one of its supertypes is the platform or user type of that symbol, whatever its arguments. */
export function inheritsSymbol(type: RtType, symbolName: string): boolean {
  if (type.symbolName === symbolName) return true;
  return type.supertypes.some((s) => inheritsSymbol(s, symbolName));
}

export const OBJECT = rtType('System.Object');
export const STRING = rtType('System.String');
export const ID = rtType('System.Id');
export const INTEGER = rtType('System.Integer');
export const LONG = rtType('System.Long');
export const DOUBLE = rtType('System.Double');
export const DECIMAL = rtType('System.Decimal');
export const BOOLEAN = rtType('System.Boolean');
export const DATE = rtType('System.Date');
export const DATETIME = rtType('System.Datetime');
export const TIME = rtType('System.Time');
export const BLOB = rtType('System.Blob');
export const SOBJECT = rtType('System.SObject');
export const TYPE = rtType('System.Type');

/** `List<T>`. */
export function listOf(element: RtType): RtType {
  return rtType('System.List', [element]);
}
/** `Set<T>`. */
export function setOf(element: RtType): RtType {
  return rtType('System.Set', [element]);
}
/** `Map<K,V>`. */
export function mapOf(key: RtType, value: RtType): RtType {
  return rtType('System.Map', [key, value]);
}
