/**
 * Fields, properties and initialiser blocks. Instance fields are JavaScript fields, set by initialisers that the
 * constructor calls. Static ones live in a holder that each transaction makes anew.
 */
import type { Accessor, Expression, FieldDeclaration, InitializerBlock, Member, PropertyDeclaration } from '../ast';
import type { FieldSymbol, TypeSymbol } from '../types';
import { traceName } from './classes';
import { emitExpression } from './expressions';
import type { FileEmitter } from './file';
import { emitFunction, emitFunctionOf } from './functions';
import { classBinding, fieldProperty, getterName, setterName, superSymbol } from './names';
import { some } from './walk';

/** Collects what a class's statics need. */
export class StaticInitialisers {
  private readonly initialisers: string[] = [];
  private readonly storage: string[] = [];
  /** Statement that initialises the statics when the class is first used; empty when nobody could tell. */
  readonly touch: string;

  constructor(
    private readonly file: FileEmitter,
    private readonly owner: TypeSymbol,
    members: readonly Member[]
  ) {
    this.touch = members.some(hasEffect) ? `${classBinding(owner)}.$s;` : '';
  }

  addStorage(property: string): void {
    this.storage.push(`${property}:null`);
  }

  /** Answers the name of the next initialiser. */
  addInitialiser(): string {
    const name = `$is${this.initialisers.length}`;
    this.initialisers.push(name);
    return name;
  }

  /** Emits the holder and its initialisation. */
  finish(): void {
    if (this.storage.length === 0 && this.initialisers.length === 0) return;
    const binding = classBinding(this.owner);
    const parent = superSymbol(this.owner);
    const first = parent ? `${this.file.classRef(parent)}.$s;` : '';
    const calls = this.initialisers.map((name) => `${binding}.${name}();`).join('');
    this.file.w.write(
      `static $tx=null;static $h=null;static $new(){return{${this.storage.join(',')}}}static $static(){${first}${calls}}` +
        `static get $s(){const t=$K.tx;return ${binding}.$tx===t?${binding}.$h:$r.statics(${binding},t)}`
    );
  }
}

/** Whether initialising the statics of a member can be noticed elsewhere. */
function hasEffect(member: Member): boolean {
  if (member.kind === 'InitializerBlock') return member.isStatic;
  if (member.kind !== 'FieldDeclaration') return false;
  return member.declarators.some(({ init, symbol }) => symbol?.isStatic && init !== null && some(init, callsCode));
}

function callsCode(node: object): boolean {
  const { kind } = node as Expression;
  return kind === 'Call' || kind === 'New' || kind === 'Soql' || kind === 'Sosl';
}

/** Emits a field, property or initialiser; answers the names of instance initialisers, numbered from `count`. */
export function emitFieldMembers(
  file: FileEmitter,
  member: Member,
  owner: TypeSymbol,
  statics: StaticInitialisers,
  count: number
): string[] {
  if (member.kind === 'FieldDeclaration') return emitFields(file, member, owner, statics, count);
  if (member.kind === 'PropertyDeclaration') emitProperty(file, member, owner, statics);
  if (member.kind === 'InitializerBlock') return emitInitialiser(file, member, owner, statics, count);
  return [];
}

function emitFields(
  file: FileEmitter,
  member: FieldDeclaration,
  owner: TypeSymbol,
  statics: StaticInitialisers,
  count: number
): string[] {
  const names: string[] = [];
  for (const { symbol, init, pos } of member.declarators) {
    if (!symbol) continue;
    file.w.at(pos.line);
    if (symbol.isStatic) statics.addStorage(fieldProperty(symbol));
    else emitFieldStorage(file, symbol, init === null ? pos.line : null);
    if (!init) continue;
    const name = symbol.isStatic ? statics.addInitialiser() : `$i${count + names.length}${classBinding(owner)}`;
    if (!symbol.isStatic) names.push(name);
    emitFieldInitialiser(file, name, symbol, init, owner, isTextConstant(member, init) ? null : pos.line);
  }
  return names;
}

/** A field without a value counts for coverage when an object is made: `line`; null for others. */
function emitFieldStorage(file: FileEmitter, symbol: FieldSymbol, line: number | null): void {
  if (line !== null) file.coverable.add(line);
  file.w.write(`${fieldProperty(symbol)}=${line === null ? 'null' : `($c[${line}]=1,null)`};`);
}

/** A constant text: Salesforce's compiler puts it where it is used, so that its line does not count. */
function isTextConstant(member: FieldDeclaration, init: Expression): boolean {
  const words = member.modifiers.words.map(({ word }) => word);
  const isText = init.kind === 'Literal' && init.literal === 'String';
  return isText && words.includes('static') && words.includes('final');
}

function emitStorage(file: FileEmitter, symbol: FieldSymbol, statics: StaticInitialisers): void {
  if (symbol.isStatic) statics.addStorage(fieldProperty(symbol));
  else file.w.write(`${fieldProperty(symbol)}=null;`);
}

function emitFieldInitialiser(
  file: FileEmitter,
  name: string,
  symbol: FieldSymbol,
  init: Expression,
  owner: TypeSymbol,
  line: number | null
): void {
  const object = symbol.isStatic ? `${classBinding(owner)}.$s` : 'this';
  emitFunctionOf(
    file,
    {
      owner,
      isStatic: symbol.isStatic,
      head: (symbol.isStatic ? 'static ' : '') + name,
      parameters: [],
      traceName: traceName(owner, symbol.isStatic ? '<clinit>' : '<init>'),
      endLine: init.endLine ?? init.pos.line
    },
    init,
    (b) => {
      if (line !== null) b.cover(line);
      b.w.write(`${object}.${fieldProperty(symbol)}=`);
      emitExpression(init, b);
      b.w.write(';');
    }
  );
}

function emitInitialiser(
  file: FileEmitter,
  member: InitializerBlock,
  owner: TypeSymbol,
  statics: StaticInitialisers,
  count: number
): string[] {
  const name = member.isStatic ? statics.addInitialiser() : `$i${count}${classBinding(owner)}`;
  emitFunction(
    file,
    {
      owner,
      isStatic: member.isStatic,
      head: (member.isStatic ? 'static ' : '') + name,
      parameters: [],
      traceName: traceName(owner, member.isStatic ? '<clinit>' : '<init>'),
      endLine: member.endLine ?? member.pos.line
    },
    member.body
  );
  return member.isStatic ? [] : [name];
}

function emitProperty(
  file: FileEmitter,
  member: PropertyDeclaration,
  owner: TypeSymbol,
  statics: StaticInitialisers
): void {
  const { symbol } = member;
  if (!symbol) return;
  emitStorage(file, symbol, statics);
  if (symbol.hasGetter && member.getter) emitAccessor(file, member, member.getter, owner, symbol, 'get');
  if (symbol.hasSetter && member.setter) emitAccessor(file, member, member.setter, owner, symbol, 'set');
}

function emitAccessor(
  file: FileEmitter,
  member: PropertyDeclaration,
  accessor: Accessor,
  owner: TypeSymbol,
  symbol: FieldSymbol,
  side: 'get' | 'set'
): void {
  const head = (symbol.isStatic ? 'static ' : '') + (side === 'get' ? getterName(symbol) : setterName(symbol));
  if (!accessor.body) {
    emitAutoAccessor(file, head, owner, symbol, side);
    return;
  }
  file.w.at(accessor.pos.line);
  emitFunction(
    file,
    {
      owner,
      isStatic: symbol.isStatic,
      accessorOf: symbol,
      head,
      parameters: [],
      extraParameters: side === 'set' ? ['value'] : [],
      traceName: traceName(owner, member.name),
      endLine: accessor.endLine ?? accessor.pos.line
    },
    accessor.body
  );
}

/** A virtual property without bodies still has accessors, so that subclasses can override them. */
function emitAutoAccessor(
  file: FileEmitter,
  head: string,
  owner: TypeSymbol,
  symbol: FieldSymbol,
  side: 'get' | 'set'
): void {
  const storage = `${symbol.isStatic ? `${classBinding(owner)}.$s` : 'this'}.${fieldProperty(symbol)}`;
  file.w.write(side === 'get' ? `${head}(){return ${storage}}` : `${head}(value){${storage}=value}`);
}
