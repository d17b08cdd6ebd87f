/** Second step of building symbols: fields, properties, methods and constructors of every declared type. */
import type {
  ConstructorDeclaration,
  FieldDeclaration,
  Member,
  MethodDeclaration,
  Parameter,
  PropertyDeclaration,
  TypeRef
} from '../ast';
import type { Access, ApexType, FieldSymbol, MethodSymbol, TypeSymbol } from '../types';
import { isException, named, sameType, VOID } from './basic';
import { syntheticMethod } from './create';
import { reporter } from './declare';
import { accessOf, annotationNames, annotationOf, hasWord } from './modifierset';
import { resolveType } from './resolve';
import { signatureText, sameParams } from './signature';
import type { SymbolTable } from './table';

/** Name of constructors. */
export const CONSTRUCTOR = '<init>';

/** Whether a method has these parameters; the type arguments of interfaces do not tell methods apart. */
function clashes(method: MethodSymbol, types: readonly ApexType[]): boolean {
  const isSame = (a: ApexType, b: ApexType): boolean =>
    sameType(a, b) ||
    (a.kind === 'named' && b.kind === 'named' && a.symbol === b.symbol && a.symbol.kind === 'interface');
  return (
    method.params.length === types.length && method.params.every((param, i) => isSame(param.type, types[i] ?? VOID))
  );
}

/** Fills the members of a class, an interface, an enum, or of the class behind a trigger or anonymous block. */
export class MemberBuilder {
  private readonly report;

  constructor(
    private readonly table: SymbolTable,
    private readonly owner: TypeSymbol
  ) {
    this.report = reporter(table, owner.file ?? '');
  }

  /** Adds the members of a class body. */
  addAll(members: readonly Member[]): void {
    for (const member of members) {
      if (member.kind === 'FieldDeclaration') this.addFields(member);
      else if (member.kind === 'PropertyDeclaration') this.addProperty(member);
      else if (member.kind === 'MethodDeclaration') this.addMethod(member);
      else if (member.kind === 'ConstructorDeclaration') this.addConstructor(member);
    }
  }

  /** The constructors that a class has without declaring them. */
  addImpliedConstructors(): void {
    if (isException(named(this.owner))) this.addExceptionConstructors();
    else if (this.owner.constructors.length === 0)
      this.owner.constructors.push(syntheticMethod(this.owner, CONSTRUCTOR, []));
  }

  private addExceptionConstructors(): void {
    const { string, exception } = this.table.builtins;
    const message = { name: 'message', type: string };
    const cause = { name: 'cause', type: exception };
    for (const params of [[], [message], [cause], [message, cause]]) {
      const types = params.map((param) => param.type);
      const own = this.owner.constructors.find((item) => sameParams(item, types));
      if (own !== undefined) {
        this.report(
          own.pos ?? { line: 1, column: 1 },
          `System exception constructor already defined: ${signatureText(own, false)}`
        );
        continue;
      }
      this.owner.constructors.push(syntheticMethod(this.owner, CONSTRUCTOR, params));
    }
  }

  /** The constants of an enum. */
  addConstants(constants: readonly { name: string; pos: { line: number; column: number } }[]): void {
    for (const { name, pos } of constants) {
      this.owner.enumConstants.push(name);
      this.addField({
        ...this.fieldBase(name, named(this.owner), 'public', pos),
        isStatic: true,
        isFinal: true,
        isEnumConstant: true
      });
    }
  }

  private type(ref: TypeRef): ApexType {
    return resolveType(this.table, ref, this.owner, this.report);
  }

  private fieldBase(name: string, type: ApexType, access: Access, pos: FieldSymbol['pos']): FieldSymbol {
    return {
      owner: this.owner,
      name,
      type,
      isStatic: false,
      isFinal: false,
      access,
      isTestVisible: false,
      isTransient: false,
      isProperty: false,
      hasGetter: false,
      hasSetter: false,
      isEnumConstant: false,
      annotations: [],
      ...(pos === undefined ? {} : { pos })
    };
  }

  private addField(field: FieldSymbol): void {
    const key = field.name.toLowerCase();
    const known = this.owner.fields.get(key);
    if (known === undefined) this.owner.fields.set(key, field);
    else if (field.pos !== undefined) this.report(field.pos, `Duplicate field: ${field.name}`);
  }

  private addFields(declaration: FieldDeclaration): void {
    const { modifiers } = declaration;
    const type = this.type(declaration.type);
    for (const declarator of declaration.declarators) {
      const field: FieldSymbol = {
        ...this.fieldBase(declarator.name, type, accessOf(modifiers, 'private'), declarator.pos),
        isStatic: hasWord(modifiers, 'static'),
        isFinal: hasWord(modifiers, 'final'),
        isTestVisible: annotationOf(modifiers, 'testvisible') !== undefined,
        isTransient: hasWord(modifiers, 'transient'),
        annotations: annotationNames(modifiers)
      };
      declarator.symbol = field;
      this.addField(field);
    }
  }

  private addProperty(declaration: PropertyDeclaration): void {
    const { modifiers, getter, setter } = declaration;
    const overridable =
      hasWord(modifiers, 'virtual') || hasWord(modifiers, 'abstract') || hasWord(modifiers, 'override');
    const access = accessOf(modifiers, 'private');
    const field: FieldSymbol = {
      ...this.fieldBase(declaration.name, this.type(declaration.type), access, declaration.pos),
      isStatic: hasWord(modifiers, 'static'),
      isTestVisible: annotationOf(modifiers, 'testvisible') !== undefined,
      isTransient: hasWord(modifiers, 'transient'),
      isProperty: true,
      hasGetter: overridable || (getter?.body ?? null) !== null,
      hasSetter: overridable || (setter?.body ?? null) !== null,
      annotations: annotationNames(modifiers),
      ...(setter === null ? {} : { setterAccess: accessOf(setter.modifiers, access) })
    };
    declaration.symbol = field;
    this.table.properties.set(field, declaration);
    this.addField(field);
  }

  private params(list: readonly Parameter[]): { name: string; type: ApexType }[] {
    return list.map((parameter) => {
      const type = this.type(parameter.type);
      return { name: parameter.name, type };
    });
  }

  private addMethod(declaration: MethodDeclaration): void {
    const { modifiers } = declaration;
    const inInterface = this.owner.kind === 'interface';
    const returns = declaration.returnType === null ? VOID : this.type(declaration.returnType);
    const isAbstract = inInterface || hasWord(modifiers, 'abstract');
    const method: MethodSymbol = syntheticMethod(
      this.owner,
      declaration.name,
      this.params(declaration.parameters),
      returns,
      {
        isStatic: hasWord(modifiers, 'static') || hasWord(modifiers, 'testmethod') || hasWord(modifiers, 'webservice'),
        isAbstract,
        isVirtual: isAbstract || hasWord(modifiers, 'virtual'),
        isOverride: hasWord(modifiers, 'override'),
        access: accessOf(modifiers, inInterface ? (this.owner.access === 'global' ? 'global' : 'public') : 'private'),
        isTestVisible: annotationOf(modifiers, 'testvisible') !== undefined,
        isTestMethod: hasWord(modifiers, 'testmethod') || annotationOf(modifiers, 'istest') !== undefined,
        annotations: annotationNames(modifiers),
        pos: declaration.pos
      }
    );
    declaration.symbol = method;
    const key = method.name.toLowerCase();
    const family = this.owner.methods.get(key) ?? [];
    this.addUnique(method, family);
    this.owner.methods.set(key, family);
  }

  private addConstructor(declaration: ConstructorDeclaration): void {
    if (declaration.name.toLowerCase() !== this.owner.name.toLowerCase()) {
      this.report(declaration.pos, `Invalid constructor name: ${declaration.name}`);
      return;
    }
    const constructor = syntheticMethod(this.owner, CONSTRUCTOR, this.params(declaration.parameters), VOID, {
      access: accessOf(declaration.modifiers, 'private'),
      isTestVisible: annotationOf(declaration.modifiers, 'testvisible') !== undefined,
      annotations: annotationNames(declaration.modifiers),
      pos: declaration.pos
    });
    declaration.symbol = constructor;
    this.addUnique(constructor, this.owner.constructors);
  }

  private addUnique(method: MethodSymbol, siblings: MethodSymbol[]): void {
    const types = method.params.map((param) => param.type);
    if (siblings.some((sibling) => clashes(sibling, types))) {
      const where = `from the type ${this.owner.fullName}`;
      this.report(
        method.pos ?? { line: 1, column: 1 },
        `Method already defined: ${method.name} ${signatureText(method)} ${where}`
      );
    } else {
      siblings.push(method);
    }
  }
}
