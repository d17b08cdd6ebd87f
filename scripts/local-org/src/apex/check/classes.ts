/** Checks declared types: their modifiers, members and bodies. */
import type {
  ClassDeclaration,
  ConstructorDeclaration,
  FieldDeclaration,
  InitializerBlock,
  Member,
  MethodDeclaration,
  Modifiers,
  Parameter,
  Position,
  PropertyDeclaration,
  TypeDeclaration
} from '../ast';
import { ERROR, isException, named, typeName, VOID } from '../symbols/basic';
import { accessOf, annotationOf, hasWord } from '../symbols/modifierset';
import type { SymbolTable } from '../symbols/table';
import type { ApexType, TypeSymbol } from '../types';
import { checkAnnotations, checkClassAnnotations, checkFieldAnnotations, checkMethodAnnotations } from './annotations';
import { apiVersionOf, BodyContext, type BodyOptions, type Findings } from './context';
import { checkConstructorBody, checkDefaultConstructor } from './constructors';
import { coerce } from './convert';
import { checkExpression } from './expressions';
import { blockCompletes } from './flow';
import { checkImplements, checkOverride } from './hierarchy';
import { checkIdentifier, checkMethodIdentifier, checkTypeIdentifier } from './identifiers';
import { checkMemberScope, checkTypeScope, checkWords, type Place } from './modifiers';
import { checkStatements } from './statements';

const PLACES: Record<TypeDeclaration['kind'], Place> = {
  ClassDeclaration: 'classes',
  InterfaceDeclaration: 'interfaces',
  EnumDeclaration: 'enums'
};

/** Checks the types and members of one file. */
export class TypeChecker {
  constructor(
    private readonly table: SymbolTable,
    private readonly findings: Findings,
    private readonly file: string,
    private readonly outerLocals?: BodyContext
  ) {}

  get apiVersion(): number {
    return apiVersionOf(this.table, this.file);
  }

  /** Reports an error of the file. */
  error(pos: Position, message: string): void {
    this.findings.errors.push({ file: this.file, line: pos.line, column: pos.column, message });
  }

  /** Checks a class, interface or enum and everything in it. */
  checkType(declaration: TypeDeclaration): void {
    const symbol = this.table.declared.get(declaration);
    if (symbol === undefined) return;
    const { modifiers, pos } = declaration;
    checkTypeIdentifier(this, declaration.name, pos, symbol.outer === null);
    checkWords(this, modifiers, PLACES[declaration.kind]);
    checkAnnotations(this, modifiers, PLACES[declaration.kind]);
    checkTypeScope(this, symbol, modifiers, pos);
    if (declaration.kind === 'ClassDeclaration') this.checkClass(declaration, symbol);
    else if (declaration.kind === 'InterfaceDeclaration')
      declaration.methods.forEach((item) => this.checkMethod(item, symbol));
    else declaration.constants.forEach(({ name, pos: at }) => checkIdentifier(this, name, at));
  }

  private checkClass(declaration: ClassDeclaration, symbol: TypeSymbol): void {
    checkClassAnnotations(this, declaration, symbol);
    checkImplements(this, this.table, symbol, declaration.pos);
    const hasConstructor = declaration.members.some((member) => member.kind === 'ConstructorDeclaration');
    if (!hasConstructor && !isException(named(symbol))) checkDefaultConstructor(this, symbol, declaration.pos);
    this.checkMembers(declaration.members, symbol);
  }

  /** Checks the members of a class body. */
  checkMembers(members: readonly Member[], symbol: TypeSymbol): void {
    for (const member of members) {
      switch (member.kind) {
        case 'FieldDeclaration':
          this.checkField(member, symbol);
          break;
        case 'PropertyDeclaration':
          this.checkProperty(member, symbol);
          break;
        case 'MethodDeclaration':
          this.checkMethod(member, symbol);
          break;
        case 'ConstructorDeclaration':
          this.checkConstructor(member, symbol);
          break;
        case 'InitializerBlock':
          this.checkInitializer(member, symbol);
          break;
        default:
          if (symbol.outer !== null) this.error(member.pos, 'Inner types are not allowed to have inner types');
          this.checkType(member);
      }
    }
  }

  private body(symbol: TypeSymbol, options: Omit<BodyOptions, 'inTest'>): BodyContext {
    const cx = new BodyContext(this.table, this.findings, symbol, { ...options, inTest: symbol.isTest });
    if (this.outerLocals !== undefined) cx.locals.inherit(this.outerLocals.locals);
    return cx;
  }

  private checkField(declaration: FieldDeclaration, symbol: TypeSymbol): void {
    const { modifiers } = declaration;
    checkWords(this, modifiers, 'fields');
    checkAnnotations(this, modifiers, 'fields');
    checkMemberScope(this, modifiers, 'fields', symbol, declaration.pos);
    const isStatic = hasWord(modifiers, 'static');
    for (const declarator of declaration.declarators) {
      checkIdentifier(this, declarator.name, declarator.pos);
      const type = declarator.symbol?.type ?? ERROR;
      checkFieldAnnotations(this, modifiers, type, 'fields', declarator.pos);
      if (declarator.init === null) continue;
      const cx = this.body(symbol, { kind: 'field', isStatic, returns: VOID });
      if (declarator.symbol !== undefined) cx.initialising = declarator.symbol;
      checkExpression(cx, declarator.init);
      coerce(cx, declarator.init, type);
    }
  }

  private checkProperty(declaration: PropertyDeclaration, symbol: TypeSymbol): void {
    const { modifiers, getter, setter } = declaration;
    checkWords(this, modifiers, 'properties');
    checkAnnotations(this, modifiers, 'properties');
    checkMemberScope(this, modifiers, 'properties', symbol, declaration.pos);
    checkIdentifier(this, declaration.name, declaration.pos);
    const type = declaration.symbol?.type ?? ERROR;
    checkFieldAnnotations(this, modifiers, type, 'properties', declaration.pos);
    const isStatic = hasWord(modifiers, 'static');
    if (getter === null && setter === null) this.error(declaration.pos, "Unexpected token '}'.");
    for (const accessor of [getter, setter]) {
      if (accessor !== null) this.checkAccessorScope(accessor.modifiers, modifiers, accessor.pos);
    }
    if (getter?.body) {
      const cx = this.body(symbol, { kind: 'accessor', isStatic, returns: type });
      checkStatements(cx, getter.body.statements);
      if (blockCompletes(getter.body))
        this.error(getter.pos, `Missing return statement required return type: ${typeName(type)}`);
    }
    if (setter?.body) {
      const cx = this.body(symbol, { kind: 'accessor', isStatic, returns: VOID });
      cx.declareLocal('value', type, setter.pos, false);
      checkStatements(cx, setter.body.statements);
    }
  }

  /** An accessor may be less visible than its property, not more. */
  private checkAccessorScope(own: Modifiers, property: Modifiers, pos: Position): void {
    const order = ['private', 'protected', 'public', 'global'] as const;
    const outer = accessOf(property, 'private');
    const access = accessOf(own, outer);
    if (order.indexOf(access) > order.indexOf(outer))
      this.error(pos, `Cannot declare ${access} accessor on ${outer} property`);
  }

  private checkParameters(cx: BodyContext, parameters: readonly Parameter[], types: readonly ApexType[]): void {
    for (const [i, parameter] of parameters.entries()) {
      checkWords(this, parameter.modifiers, 'parameters');
      checkIdentifier(this, parameter.name, parameter.pos);
      const type = types[i] ?? ERROR;
      parameter.symbol = cx.declareLocal(parameter.name, type, parameter.pos, hasWord(parameter.modifiers, 'final'));
    }
  }

  private checkMethod(declaration: MethodDeclaration, symbol: TypeSymbol): void {
    const method = declaration.symbol;
    if (method === undefined) return;
    const { modifiers, pos, body } = declaration;
    checkWords(this, modifiers, 'methods');
    checkAnnotations(this, modifiers, 'methods');
    checkMemberScope(this, modifiers, 'methods', symbol, pos);
    checkMethodIdentifier(this, declaration.name, pos);
    checkMethodAnnotations(this, declaration, method);
    checkOverride(this, this.table, declaration, method);
    this.checkAbstractness(declaration, symbol);
    const isStatic = method.isStatic || symbol.fullName.startsWith('__sfdc_trigger/');
    const cx = this.body(symbol, { kind: 'method', isStatic, returns: method.returns });
    if (method.isTestMethod || annotationOf(modifiers, 'testsetup') !== undefined) cx.options.inTest = true;
    this.checkParameters(
      cx,
      declaration.parameters,
      method.params.map((param) => param.type)
    );
    if (body === null) return;
    checkStatements(cx, body.statements);
    if (method.returns.kind === 'void' || method.returns.kind === 'error' || !blockCompletes(body)) return;
    this.error(pos, `Missing return statement required return type: ${typeName(method.returns)}`);
  }

  private checkAbstractness(declaration: MethodDeclaration, symbol: TypeSymbol): void {
    const { modifiers, pos, body } = declaration;
    const isAbstract = hasWord(modifiers, 'abstract');
    if (symbol.kind === 'interface') {
      const word = modifiers.words[0];
      if (word !== undefined) this.error(word.pos, `Unexpected token '${word.word}'.`);
      if (body !== null) this.error(pos, 'Abstract methods cannot have a body');
      return;
    }
    if (isAbstract && !symbol.isAbstract)
      this.error(pos, 'Defining type for abstract methods must be declared as abstract');
    if (isAbstract && body !== null) this.error(pos, 'Abstract methods cannot have a body');
    if (!isAbstract && body === null) this.error(pos, 'Method must have a body');
    this.checkNewProtected(modifiers, pos, symbol);
  }

  private checkNewProtected(modifiers: Modifiers, pos: Position, symbol: TypeSymbol): void {
    const isNew = hasWord(modifiers, 'protected') && !hasWord(modifiers, 'override');
    if (isNew && !symbol.isVirtual && !symbol.isAbstract) {
      this.error(pos, 'New protected methods cannot be defined in non-virtual classes');
    }
  }

  private checkConstructor(declaration: ConstructorDeclaration, symbol: TypeSymbol): void {
    const { modifiers } = declaration;
    checkWords(this, modifiers, 'constructors');
    checkAnnotations(this, modifiers, 'constructors');
    checkMemberScope(this, modifiers, 'constructors', symbol, declaration.pos);
    this.checkNewProtected(modifiers, declaration.pos, symbol);
    const cx = this.body(symbol, { kind: 'constructor', isStatic: false, returns: VOID });
    this.checkParameters(
      cx,
      declaration.parameters,
      (declaration.symbol?.params ?? []).map((param) => param.type)
    );
    checkConstructorBody(cx, declaration);
  }

  private checkInitializer(declaration: InitializerBlock, symbol: TypeSymbol): void {
    if (declaration.isStatic && symbol.outer !== null)
      this.error(declaration.pos, 'Inner types are not allowed to have static blocks');
    const cx = this.body(symbol, { kind: 'initializer', isStatic: declaration.isStatic, returns: VOID });
    checkStatements(cx, declaration.body.statements);
  }
}
