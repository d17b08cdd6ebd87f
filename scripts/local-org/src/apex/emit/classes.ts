/**
 * Classes, interfaces and enums. A type is a JavaScript class made when it is first needed, because it needs its
 * superclass; an inner type is made by a static method of the class around it, so that it keeps its lines.
 */
import type { ClassDeclaration, EnumDeclaration, Member, TypeDeclaration } from '../ast';
import type { ApexType, MethodSymbol, TypeSymbol } from '../types';
import { emitConstructors } from './constructors';
import { emitFieldMembers, StaticInitialisers } from './fields';
import type { FileEmitter } from './file';
import { emitFunction } from './functions';
import { classBinding, isPlatformType, methodName, quote } from './names';
import { emitReflection } from './reflection';

/** Emits a type as an expression of a JavaScript function that makes it. */
export function emitTypeMaker(file: FileEmitter, declaration: TypeDeclaration): void {
  const symbol = declaration.symbol;
  if (!symbol) throw new Error(`${declaration.name} has no symbol`);
  file.w.write('{');
  file.withClassInScope(symbol, () => {
    if (declaration.kind === 'ClassDeclaration') emitClass(file, declaration, symbol);
    else if (declaration.kind === 'EnumDeclaration') emitEnum(file, declaration, symbol);
    else emitInterface(file, symbol);
  });
  file.w.at(declaration.endLine ?? file.w.line);
  file.w.write(`return ${classBinding(symbol)}}`);
}

function emitEnum(file: FileEmitter, declaration: EnumDeclaration, symbol: TypeSymbol): void {
  const names = declaration.constants.map((constant) => quote(constant.name)).join(',');
  const binding = classBinding(symbol);
  file.w.write(`class ${binding} extends $r.ApexEnum{}`);
  emitReflection(file, symbol);
  file.w.write(`$r.defineEnum(${binding},[${names}]);`);
}

function emitInterface(file: FileEmitter, symbol: TypeSymbol): void {
  file.w.write(`class ${classBinding(symbol)}{}`);
  emitReflection(file, symbol);
}

function emitClass(file: FileEmitter, declaration: ClassDeclaration, symbol: TypeSymbol): void {
  file.w.at(declaration.pos.line);
  file.w.write(`class ${classBinding(symbol)} extends (${superText(file, symbol)}){`);
  emitClassBody(file, declaration.members, symbol, declaration.endLine);
  file.w.write('}');
  emitReflection(file, symbol);
}

/** The class that a class extends, as text. */
function superText(file: FileEmitter, symbol: TypeSymbol): string {
  const parent = symbol.superclass;
  if (parent?.kind !== 'named' || isPlatformType(parent, 'System.Object')) return '$r.ApexObject';
  if (parent.symbol.origin === 'user') return file.classRef(parent.symbol);
  return isPlatformType(parent, 'System.Exception')
    ? '$r.ApexException'
    : `$r.platformBase(${quote(parent.symbol.fullName)})`;
}

/** Emits the members of a class, a trigger or an anonymous block inside the braces of a JavaScript class. */
export function emitClassBody(
  file: FileEmitter,
  members: readonly Member[],
  symbol: TypeSymbol,
  endLine: number | undefined
): void {
  const statics = new StaticInitialisers(file, symbol, members);
  const initialisers = emitMembers(file, members, symbol, statics);
  // What no source line holds stands on the last one, where no method's lines are.
  file.w.at(endLine ?? file.w.line);
  emitConstructors(file, members, symbol, { hasInitialisers: initialisers.length > 0, touch: statics.touch });
  if (initialisers.length > 0) {
    const calls = initialisers.map((name) => `this.${name}();`).join('');
    file.w.write(`$init_${classBinding(symbol)}(){${calls}}`);
  }
  statics.finish();
}

/** Emits the members in the order of their lines; answers the names of the instance initialisers in order. */
function emitMembers(
  file: FileEmitter,
  members: readonly Member[],
  symbol: TypeSymbol,
  statics: StaticInitialisers
): string[] {
  const initialisers: string[] = [];
  for (const member of members) {
    file.w.at(member.pos.line);
    switch (member.kind) {
      case 'MethodDeclaration':
        if (member.symbol && member.body) {
          emitMethod(file, { ...member, symbol: member.symbol, body: member.body }, symbol, statics.touch);
        }
        break;
      case 'ClassDeclaration':
      case 'InterfaceDeclaration':
      case 'EnumDeclaration':
        file.w.write(`static $t_${member.name}()`);
        emitTypeMaker(file, member);
        break;
      case 'ConstructorDeclaration':
        emitConstructors(file, [member], symbol, {
          hasInitialisers: hasInitialisers(members),
          touch: statics.touch,
          only: true
        });
        break;
      default:
        initialisers.push(...emitFieldMembers(file, member, symbol, statics, initialisers.length));
    }
  }
  return initialisers;
}

/** Whether objects have something to initialise. */
function hasInitialisers(members: readonly Member[]): boolean {
  return members.some((member) => {
    if (member.kind === 'InitializerBlock') return !member.isStatic;
    if (member.kind !== 'FieldDeclaration') return false;
    return member.declarators.some(({ init, symbol }) => init !== null && !symbol?.isStatic);
  });
}

type Method = Extract<Member, { kind: 'MethodDeclaration' }>;
type EmittedMethod = Method & { symbol: MethodSymbol; body: NonNullable<Method['body']> };

function emitMethod(file: FileEmitter, member: EmittedMethod, owner: TypeSymbol, touch: string): void {
  const { symbol } = member;
  const name = methodName(symbol);
  emitFunction(
    file,
    {
      owner,
      isStatic: symbol.isStatic,
      head: (symbol.isStatic ? 'static ' : '') + name,
      parameters: member.parameters,
      isEntry: belongsToPlatform(symbol),
      before: symbol.isStatic && touch ? (b) => b.w.write(touch) : undefined,
      traceName: traceName(owner, symbol.name),
      endLine: member.endLine ?? member.pos.line
    },
    member.body
  );
  // A static method may implement an interface: objects answer to the alias, the class holds the method.
  const target = symbol.isStatic ? classBinding(owner) : 'this';
  for (const alias of symbol.jsAliases ?? []) {
    const parameters = symbol.params.map((_, i) => `a${i}`).join(',');
    file.w.write(`${alias}(${parameters}){return ${target}.${name}(${parameters})}`);
  }
}

/** Whether the method overrides or implements one of the platform's, whose names end in a number or are special. */
function belongsToPlatform(symbol: MethodSymbol): boolean {
  const names = [methodName(symbol), ...(symbol.jsAliases ?? [])];
  return symbol.isTestMethod || names.some((name) => /\$(\d+|schedulable)$/.test(name));
}

/** Name of a method in a stack trace. */
export function traceName(owner: TypeSymbol, method: string): string {
  if (owner.fullName.startsWith('__sfdc_trigger/')) return `Trigger.${owner.fullName.slice('__sfdc_trigger/'.length)}`;
  return owner.fullName === 'AnonymousBlock' ? 'AnonymousBlock' : `Class.${owner.fullName}.${method}`;
}

/** A type without arguments. */
export function plainType(symbol: TypeSymbol): ApexType {
  return { kind: 'named', symbol, args: [] };
}
