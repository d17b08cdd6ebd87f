/**
 * The tree of an Apex source file: what the parser makes, the checker annotates and the emitter reads.
 *
 * Nodes are plain objects told apart by `kind`. The parser fills everything but the fields marked "set by the checker".
 * Names keep the letter case of the source; Apex compares them without regard to case.
 */
import type { SoqlQuery } from './soql-ast';
import type { ApexType, Conversion, FieldSymbol, LocalSymbol, MethodSymbol, TypeSymbol } from './types';

export type * from './soql-ast';

/** A place in a source file: 1-based line and 1-based column, as an org reports them. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** What every node carries: where it begins. `endLine` is the line of its last token. */
export interface NodeBase {
  pos: Position;
  endLine?: number;
}

/** A written type: `Map<String, List<Account>>`, `Outer.Inner`, `Integer[]` (as `List` with one argument and `array`). */
export interface TypeRef extends NodeBase {
  kind: 'TypeRef';
  /** Dotted parts as written, each with its own type arguments. */
  parts: { name: string; args: TypeRef[] }[];
  /** How many `[]` follow; each wraps the type in a List. */
  arrayDims: number;
}

export interface Annotation extends NodeBase {
  kind: 'Annotation';
  name: string;
  /** `@Foo(a=1 b='x')`; `@Foo('x')` and `@Foo(x)` have the single key `value`. Values as source text for identifiers and literals, unquoted for strings. */
  args: { name: string; value: string; pos: Position }[];
}

/** Modifiers in source order, lower-cased; `with sharing` is one word `with sharing`. */
export interface Modifiers {
  words: { word: ModifierWord; pos: Position }[];
  annotations: Annotation[];
}
export type ModifierWord =
  | 'global'
  | 'public'
  | 'protected'
  | 'private'
  | 'static'
  | 'final'
  | 'abstract'
  | 'virtual'
  | 'override'
  | 'transient'
  | 'testmethod'
  | 'webservice'
  | 'with sharing'
  | 'without sharing'
  | 'inherited sharing';

// ---------------------------------------------------------------------------------------------------- files and types

export type CompilationUnit = ClassUnit | TriggerUnit | AnonymousUnit;

export interface ClassUnit extends NodeBase {
  kind: 'ClassUnit';
  file: string;
  type: TypeDeclaration;
}

export type TriggerEvent =
  | 'before insert'
  | 'before update'
  | 'before delete'
  | 'after insert'
  | 'after update'
  | 'after delete'
  | 'after undelete';

export interface TriggerUnit extends NodeBase {
  kind: 'TriggerUnit';
  file: string;
  name: string;
  objectName: string;
  events: { event: TriggerEvent; pos: Position }[];
  /** Methods, fields and types declared in a trigger body are rare but legal. */
  members: Member[];
  body: BlockStatement;
}

/** Execute-anonymous source: statements with methods and classes among them. */
export interface AnonymousUnit extends NodeBase {
  kind: 'AnonymousUnit';
  file: string;
  members: Member[];
  body: BlockStatement;
}

export type TypeDeclaration = ClassDeclaration | InterfaceDeclaration | EnumDeclaration;

interface TypeDeclarationBase extends NodeBase {
  name: string;
  modifiers: Modifiers;
  /** Set by the checker. */
  symbol?: TypeSymbol;
}
export interface ClassDeclaration extends TypeDeclarationBase {
  kind: 'ClassDeclaration';
  extendsType: TypeRef | null;
  implementsTypes: TypeRef[];
  members: Member[];
}
export interface InterfaceDeclaration extends TypeDeclarationBase {
  kind: 'InterfaceDeclaration';
  extendsTypes: TypeRef[];
  methods: MethodDeclaration[];
}
export interface EnumDeclaration extends TypeDeclarationBase {
  kind: 'EnumDeclaration';
  constants: { name: string; pos: Position }[];
}

export type Member =
  | FieldDeclaration
  | PropertyDeclaration
  | MethodDeclaration
  | ConstructorDeclaration
  | InitializerBlock
  | TypeDeclaration;

/** `private static final Integer A = 1, B;` */
export interface FieldDeclaration extends NodeBase {
  kind: 'FieldDeclaration';
  modifiers: Modifiers;
  type: TypeRef;
  declarators: { name: string; pos: Position; init: Expression | null; symbol?: FieldSymbol }[];
}
export interface PropertyDeclaration extends NodeBase {
  kind: 'PropertyDeclaration';
  modifiers: Modifiers;
  type: TypeRef;
  name: string;
  getter: Accessor | null;
  setter: Accessor | null;
  symbol?: FieldSymbol;
}
export interface Accessor extends NodeBase {
  modifiers: Modifiers;
  /** null for `get;` and `set;`. */
  body: BlockStatement | null;
}
export interface Parameter extends NodeBase {
  kind: 'Parameter';
  modifiers: Modifiers;
  type: TypeRef;
  name: string;
  symbol?: LocalSymbol;
}
export interface MethodDeclaration extends NodeBase {
  kind: 'MethodDeclaration';
  modifiers: Modifiers;
  /** null for void. */
  returnType: TypeRef | null;
  name: string;
  parameters: Parameter[];
  body: BlockStatement | null;
  symbol?: MethodSymbol;
}
export interface ConstructorDeclaration extends NodeBase {
  kind: 'ConstructorDeclaration';
  modifiers: Modifiers;
  /** As written; must equal the class name. */
  name: string;
  parameters: Parameter[];
  body: BlockStatement;
  symbol?: MethodSymbol;
}
/** `{ … }` or `static { … }` in a class body. */
export interface InitializerBlock extends NodeBase {
  kind: 'InitializerBlock';
  isStatic: boolean;
  body: BlockStatement;
}

// --------------------------------------------------------------------------------------------------------- statements

export type Statement =
  | BlockStatement
  | LocalVariableStatement
  | ExpressionStatement
  | IfStatement
  | SwitchStatement
  | ForStatement
  | ForEachStatement
  | WhileStatement
  | DoWhileStatement
  | TryStatement
  | ReturnStatement
  | ThrowStatement
  | BreakStatement
  | ContinueStatement
  | DmlStatement
  | RunAsStatement;

export interface BlockStatement extends NodeBase {
  kind: 'Block';
  statements: Statement[];
}
export interface LocalVariableStatement extends NodeBase {
  kind: 'LocalVariable';
  modifiers: Modifiers;
  type: TypeRef;
  declarators: { name: string; pos: Position; init: Expression | null; symbol?: LocalSymbol }[];
}
export interface ExpressionStatement extends NodeBase {
  kind: 'ExpressionStatement';
  expression: Expression;
}
export interface IfStatement extends NodeBase {
  kind: 'If';
  condition: Expression;
  then: Statement;
  otherwise: Statement | null;
}
export interface SwitchStatement extends NodeBase {
  kind: 'Switch';
  subject: Expression;
  cases: SwitchCase[];
  /** `when else`. */
  otherwise: BlockStatement | null;
}
export interface SwitchCase extends NodeBase {
  when: WhenValues | WhenType;
  body: BlockStatement;
}
/** Literals, `null`, and enum constants (as NameExpression of one part). */
export interface WhenValues {
  kind: 'WhenValues';
  values: Expression[];
}
export interface WhenType {
  kind: 'WhenType';
  type: TypeRef;
  name: string;
  symbol?: LocalSymbol;
}
export interface ForStatement extends NodeBase {
  kind: 'For';
  init: LocalVariableStatement | Expression[] | null;
  condition: Expression | null;
  update: Expression[];
  body: Statement | null;
}
export interface ForEachStatement extends NodeBase {
  kind: 'ForEach';
  type: TypeRef;
  name: string;
  iterable: Expression;
  body: Statement | null;
  symbol?: LocalSymbol;
  /** Set by the checker: how `iterable` is walked. `query` and `queryChunks` are SOQL for loops (one record; lists of 200). */
  mode?: 'list' | 'set' | 'iterable' | 'query' | 'queryChunks';
}
export interface WhileStatement extends NodeBase {
  kind: 'While';
  condition: Expression;
  body: Statement | null;
}
export interface DoWhileStatement extends NodeBase {
  kind: 'DoWhile';
  body: Statement;
  condition: Expression;
}
export interface TryStatement extends NodeBase {
  kind: 'Try';
  body: BlockStatement;
  catches: { pos: Position; type: TypeRef; name: string; body: BlockStatement; symbol?: LocalSymbol }[];
  finallyBody: BlockStatement | null;
}
export interface ReturnStatement extends NodeBase {
  kind: 'Return';
  value: Expression | null;
}
export interface ThrowStatement extends NodeBase {
  kind: 'Throw';
  value: Expression;
}
export interface BreakStatement extends NodeBase {
  kind: 'Break';
}
export interface ContinueStatement extends NodeBase {
  kind: 'Continue';
}
export interface DmlStatement extends NodeBase {
  kind: 'Dml';
  operation: 'insert' | 'update' | 'upsert' | 'delete' | 'undelete' | 'merge';
  access: 'user' | 'system' | null;
  target: Expression;
  /** merge: the record or list merged into `target`. */
  mergeSource: Expression | null;
  /** upsert: the external id field as written, e.g. `Ext__c` or `Account.Ext__c`. */
  upsertField: { text: string; pos: Position } | null;
  /** Set by the checker: canonical API name of upsertField. */
  upsertFieldName?: string;
}
export interface RunAsStatement extends NodeBase {
  kind: 'RunAs';
  user: Expression;
  body: BlockStatement;
}

// -------------------------------------------------------------------------------------------------------- expressions

export interface ExpressionBase extends NodeBase {
  /** Static type. Set by the checker on every expression that is a value. */
  type?: ApexType;
  /** Implicit conversion that the context applies to the value after it is computed. Set by the checker; absent = none. */
  conv?: Conversion;
  /** Written in parentheses: ends the chain that a `?.` inside it cuts short. */
  parens?: boolean;
}

export type Expression =
  | LiteralExpression
  | NameExpression
  | FieldAccessExpression
  | CallExpression
  | NewExpression
  | NewCollectionExpression
  | NewSObjectExpression
  | IndexExpression
  | UnaryExpression
  | PostfixExpression
  | BinaryExpression
  | AssignExpression
  | TernaryExpression
  | CastExpression
  | InstanceofExpression
  | ThisExpression
  | SuperExpression
  | ClassRefExpression
  | SoqlExpression
  | SoslExpression;

export type LiteralExpression = ExpressionBase & { kind: 'Literal' } & (
    | { literal: 'Integer'; value: number }
    | { literal: 'Long'; value: bigint }
    /** `1.5` is a Double or Decimal literal by context (Apex: Decimal); `1.5d` is Double. `text` is the digits as written, no suffix. */
    | { literal: 'Decimal' | 'Double'; text: string }
    /** Value with escapes resolved. `'''…'''` multi-line literals too. */
    | { literal: 'String'; value: string }
    | { literal: 'Boolean'; value: boolean }
    | { literal: 'Null' }
  );

/** A single identifier: local, field of this class or an outer class, property, type name (as qualifier), enum constant in `when`. */
export interface NameExpression extends ExpressionBase {
  kind: 'Name';
  name: string;
  /** Set by the checker. */
  ref?: NameRef;
}
export type NameRef =
  | { kind: 'local'; symbol: LocalSymbol }
  /** Instance field when `symbol.isStatic` is false (receiver is `this`). */
  | { kind: 'field'; symbol: FieldSymbol }
  | { kind: 'type'; type: ApexType }
  /** A platform namespace used as qualifier (`Schema`, `System`); never a value. */
  | { kind: 'namespace'; name: string };

/** `a.b`, `a?.b`; also `Type.staticField`, `Enum.CONSTANT`, `record.Field__c`, `record.Parent__r`, `Account.Name` (SObjectField token). */
export interface FieldAccessExpression extends ExpressionBase {
  kind: 'FieldAccess';
  target: Expression;
  name: string;
  namePos: Position;
  safe: boolean;
  ref?: MemberRef;
}
export type MemberRef =
  | NameRef
  /** Field or parent/child relationship of a record; `name` is the canonical API name. */
  | { kind: 'sobjectField'; name: string }
  /** `Account.Name`, `Account.SObjectType`, `Schema.Account.fields.Name`, `Account.Name.getDescribe`'s target: describe tokens. */
  | { kind: 'fieldToken'; object: string; field: string }
  | { kind: 'objectToken'; object: string }
  /** `Schema.SObjectType.Account`, `SObjectType.Account.fields`, `…fieldSets`: describe results by name. */
  | {
      kind: 'describe';
      object: string;
      part: 'object' | 'fields' | 'fieldSets' | 'field' | 'fieldSet';
      member?: string;
    }
  | { kind: 'label'; name: string; namespace: string | null }
  /** Trigger.new, Trigger.isInsert … */
  | { kind: 'triggerContext'; name: string }
  /** `Foo__c.getInstance()`'s receiver and other typed statics of custom settings and metadata types. */
  | { kind: 'sobjectType'; object: string };

/** `f(x)`, `a.f(x)`, `a?.f(x)`, `this(x)`, `super(x)`. */
export interface CallExpression extends ExpressionBase {
  kind: 'Call';
  /** null for unqualified calls. */
  target: Expression | null;
  /** For constructor chaining `this` or `super`. */
  name: string;
  namePos: Position;
  safe: boolean;
  args: Expression[];
  /** Set by the checker: the method chosen, and how it is called. */
  method?: MethodSymbol;
  dispatch?: 'static' | 'virtual' | 'super' | 'thisConstructor' | 'superConstructor';
}
/** `new Foo(a)`. */
export interface NewExpression extends ExpressionBase {
  kind: 'New';
  typeRef: TypeRef;
  args: Expression[];
  constructorSymbol?: MethodSymbol;
}
/**
 * `new List<X>{…}`, `new X[]{…}`, `new X[3]`, `new Set<X>{…}`, `new Map<K,V>{ k => v }`; `new List<X>(arg)` is a NewExpression.
 * `typeRef` is the type of the whole collection: `X` with one array dimension for `new X[3]`.
 */
export interface NewCollectionExpression extends ExpressionBase {
  kind: 'NewCollection';
  typeRef: TypeRef;
  elements: Expression[];
  entries: { key: Expression; value: Expression }[];
  /** `new Integer[3]`. */
  size: Expression | null;
}
/** `new Account(Name = 'x')`; `new Account()` is a NewExpression whose type is a record (constructorSymbol unset). */
export interface NewSObjectExpression extends ExpressionBase {
  kind: 'NewSObject';
  typeRef: TypeRef;
  /** `fieldName`: canonical API name, set by the checker. */
  fields: { name: string; pos: Position; value: Expression; fieldName?: string }[];
}
export interface IndexExpression extends ExpressionBase {
  kind: 'Index';
  target: Expression;
  index: Expression;
}
export interface UnaryExpression extends ExpressionBase {
  kind: 'Unary';
  operator: '+' | '-' | '!' | '~' | '++' | '--';
  operand: Expression;
}
export interface PostfixExpression extends ExpressionBase {
  kind: 'Postfix';
  operator: '++' | '--';
  operand: Expression;
}
export type BinaryOperator =
  | '+'
  | '-'
  | '*'
  | '/'
  | '<<'
  | '>>'
  | '>>>'
  | '&'
  | '|'
  | '^'
  | '&&'
  | '||'
  | '??'
  | '=='
  | '!='
  | '==='
  | '!=='
  | '<>'
  | '<'
  | '>'
  | '<='
  | '>=';
export interface BinaryExpression extends ExpressionBase {
  kind: 'Binary';
  operator: BinaryOperator;
  left: Expression;
  right: Expression;
  /** Set by the checker: the kind both operands have after their `conv`; decides which operation is emitted. */
  operandKind?: OperandKind;
}
/** What an operator works on. `id`: both sides are Ids; `object`: equality by Apex rules on anything else. */
export type OperandKind =
  'Integer' | 'Long' | 'Double' | 'Decimal' | 'String' | 'Id' | 'Boolean' | 'Date' | 'Datetime' | 'Time' | 'Object';
export interface AssignExpression extends ExpressionBase {
  kind: 'Assign';
  operator: '=' | '+=' | '-=' | '*=' | '/=' | '&=' | '|=' | '^=' | '<<=' | '>>=' | '>>>=';
  target: Expression;
  value: Expression;
  /** Compound assignment: the operation's operand kind; `resultConv` turns its result into the target's type. */
  operandKind?: OperandKind;
  resultConv?: Conversion;
  /** Compound assignment: conversion of the target's old value before the operation. */
  targetConv?: Conversion;
}
export interface TernaryExpression extends ExpressionBase {
  kind: 'Ternary';
  condition: Expression;
  then: Expression;
  otherwise: Expression;
}
export interface CastExpression extends ExpressionBase {
  kind: 'Cast';
  typeRef: TypeRef;
  operand: Expression;
}
export interface InstanceofExpression extends ExpressionBase {
  kind: 'Instanceof';
  operand: Expression;
  typeRef: TypeRef;
  /** Set by the checker. */
  testType?: ApexType;
}
export interface ThisExpression extends ExpressionBase {
  kind: 'This';
}
export interface SuperExpression extends ExpressionBase {
  kind: 'Super';
}
/** `Foo.class`, `List<Integer>.class`. */
export interface ClassRefExpression extends ExpressionBase {
  kind: 'ClassRef';
  typeRef: TypeRef;
  refType?: ApexType;
}
export interface SoqlExpression extends ExpressionBase {
  kind: 'Soql';
  query: SoqlQuery;
  /** Set by the checker: what the context wants. Default `list`. */
  result?: 'list' | 'single' | 'count';
}
export interface SoslExpression extends ExpressionBase {
  kind: 'Sosl';
  /** Source text between the brackets. */
  text: string;
}
