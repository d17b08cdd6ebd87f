/**
 * What components see of Apex: types for everything with @AuraEnabled, read from the parser's tree.
 */
import type {
  Annotation,
  ClassDeclaration,
  EnumDeclaration,
  Member,
  MethodDeclaration,
  Modifiers,
  TypeDeclaration,
  TypeRef
} from '../apex/ast';
import { parseUnit } from '../apex/parse';
import type { ApexSource } from '../project/files';

/** TypeScript of Apex's own types as JSON carries them. */
const PLATFORM_TYPES: Readonly<Record<string, string>> = {
  string: 'string',
  id: 'string',
  blob: 'string',
  date: 'string',
  datetime: 'string',
  time: 'string',
  boolean: 'boolean',
  integer: 'number',
  long: 'number',
  double: 'number',
  decimal: 'number',
  object: 'unknown'
};

/** A method that components may call. */
export interface AuraMethod {
  /** `InsightsRunsController.loadRuns`. */
  readonly name: string;
  readonly parameters: readonly string[];
  readonly isCacheable: boolean;
  readonly file: string;
}

/** The text of the declarations, and the methods in them. */
export interface ApexDeclarations {
  readonly text: string;
  readonly methods: readonly AuraMethod[];
}

/**
 * Declares the global namespace `Apex` with one interface for each class that has @AuraEnabled members, and one module for
 * each @AuraEnabled method.
 *
 * @param sources the project's Apex; triggers are left out
 * @throws Error naming the class and the type when a component would see a type that is neither Apex's own nor declared
 */
export function declareApex(sources: readonly ApexSource[]): ApexDeclarations {
  const types = sources.filter((source) => source.kind === 'class').flatMap((source) => parse(source));
  return new ApexDeclarer(types).declare();
}

interface ParsedType {
  readonly file: string;
  readonly type: TypeDeclaration;
}

function parse({ file, source }: ApexSource): ParsedType[] {
  const { unit, errors } = parseUnit(source, file, 'class');
  const [error] = errors;
  if (error) throw new Error(`${file}:${error.line}:${error.column} ${error.message}`);
  return unit?.kind === 'ClassUnit' ? [{ file, type: unit.type }] : [];
}

class ApexDeclarer {
  private readonly methods: AuraMethod[] = [];
  private readonly byName = new Map<string, ParsedType>();
  private where = '';

  constructor(private readonly types: readonly ParsedType[]) {
    for (const parsed of types) this.byName.set(parsed.type.name.toLowerCase(), parsed);
  }

  declare(): ApexDeclarations {
    const interfaces: string[] = [];
    const modules: string[] = [];
    for (const { file, type } of this.types) {
      if (type.kind !== 'ClassDeclaration') continue;
      interfaces.push(...this.interfacesOf(type, file));
      modules.push(...this.modulesOf(type, file));
    }
    const namespace = `declare namespace Apex {\n${interfaces.map(indent).join('\n')}\n}`;
    return { text: [namespace, ...modules].join('\n\n'), methods: this.methods };
  }

  private interfacesOf(type: ClassDeclaration, file: string): string[] {
    this.where = `${file}: ${type.name}`;
    const inner = type.members.flatMap((member) =>
      member.kind === 'ClassDeclaration' ? this.interfacesOf(member, file) : []
    );
    this.where = `${file}: ${type.name}`;
    const own = this.interfaceOf(type);
    const nested = inner.length > 0 ? [`namespace ${type.name} {\n${inner.map(indent).join('\n')}\n}`] : [];
    return [...own, ...nested];
  }

  private interfaceOf(type: ClassDeclaration): string[] {
    const members = type.members.flatMap((member) => this.propertiesOf(member, type));
    const parent = type.extendsType ? this.parentOf(type.extendsType) : '';
    if (members.length === 0 && parent === '') return [];
    return [`interface ${type.name}${parent} {\n${members.map(indent).join('\n')}\n}`];
  }

  /** A parent is named only where it is declared itself: one without @AuraEnabled members is not. */
  private parentOf(reference: TypeRef): string {
    const parent = this.byName.get(reference.parts.map((part) => part.name.toLowerCase()).join('.'))?.type;
    if (parent?.kind !== 'ClassDeclaration') return '';
    return this.isDeclared(parent) ? ` extends ${parent.name}` : '';
  }

  private isDeclared(type: ClassDeclaration): boolean {
    return isSeen(type) || (type.extendsType !== null && this.parentOf(type.extendsType) !== '');
  }

  private propertiesOf(member: Member, owner: ClassDeclaration): string[] {
    if (member.kind === 'PropertyDeclaration' && auraEnabled(member.modifiers)) {
      return [`${member.name}?: ${this.typeOf(member.type, owner)} | null;`];
    }
    if (member.kind === 'FieldDeclaration' && auraEnabled(member.modifiers)) {
      return member.declarators.map(({ name }) => `${name}?: ${this.typeOf(member.type, owner)} | null;`);
    }
    return [];
  }

  private modulesOf(type: ClassDeclaration, file: string): string[] {
    return type.members.flatMap((member) => {
      if (member.kind !== 'MethodDeclaration') return [];
      const annotation = auraEnabled(member.modifiers);
      const isStatic = member.modifiers.words.some(({ word }) => word === 'static');
      return annotation && isStatic ? [this.moduleOf(type, member, annotation, file)] : [];
    });
  }

  private moduleOf(type: ClassDeclaration, method: MethodDeclaration, annotation: Annotation, file: string): string {
    this.where = `${file}: ${type.name}.${method.name}`;
    const name = `${type.name}.${method.name}`;
    const isCacheable = annotation.args.some(
      (argument) => argument.name.toLowerCase() === 'cacheable' && argument.value.toLowerCase() === 'true'
    );
    this.methods.push({ name, isCacheable, file, parameters: method.parameters.map((parameter) => parameter.name) });
    const parameters = method.parameters.map(
      (parameter) => `${parameter.name}: ${this.typeOf(parameter.type, type)} | null | undefined`
    );
    const given = parameters.length === 0 ? 'Record<string, never>' : `{ ${parameters.join('; ')} }`;
    const result = method.returnType ? this.typeOf(method.returnType, type) : 'void';
    const call = `(parameters${parameters.length === 0 ? '?' : ''}: ${given}): Promise<${result}>;`;
    const adapter = isCacheable ? [`adapter: WireAdapter<${given}, ${result}>;`] : [];
    const body = [`const method: {`, ...[call, ...adapter].map(indent), '};', 'export default method;'];
    return `declare module '@salesforce/apex/${name}' {\n${body.map(indent).join('\n')}\n}`;
  }

  private typeOf(reference: TypeRef, owner: ClassDeclaration): string {
    const plain = this.plainTypeOf(reference, owner);
    return `${plain}${'[]'.repeat(reference.arrayDims)}`;
  }

  private plainTypeOf(reference: TypeRef, owner: ClassDeclaration): string {
    const last = reference.parts[reference.parts.length - 1]!;
    const name = reference.parts.map((part) => part.name).join('.');
    const key = name.toLowerCase().replace(/^system\./, '');
    if (['list', 'set', 'iterable'].includes(key)) return `${this.elementOf(last.args[0]!, owner)}[]`;
    if (key === 'map') return `Record<string, ${this.typeOf(last.args[1]!, owner)}>`;
    return PLATFORM_TYPES[key] ?? this.declaredType(name, owner) ?? this.recordType(name);
  }

  private elementOf(reference: TypeRef, owner: ClassDeclaration): string {
    const element = this.typeOf(reference, owner);
    return element.includes('|') ? `(${element})` : element;
  }

  private declaredType(name: string, owner: ClassDeclaration): string | undefined {
    const [first = '', second] = name.toLowerCase().split('.');
    if (second === undefined) {
      const nested = innerType(owner, first);
      if (nested) return this.nameOf(nested, `Apex.${owner.name}.${nested.name}`);
    }
    const outer = this.byName.get(first)?.type;
    if (!outer) return undefined;
    if (second === undefined) return this.nameOf(outer, `Apex.${outer.name}`);
    const inner = outer.kind === 'ClassDeclaration' ? innerType(outer, second) : undefined;
    return inner && this.nameOf(inner, `Apex.${outer.name}.${inner.name}`);
  }

  private nameOf(type: TypeDeclaration, name: string): string {
    if (type.kind === 'EnumDeclaration') return enumOf(type);
    if (type.kind === 'ClassDeclaration' && this.isDeclared(type)) return name;
    throw new Error(`${this.where}: components would see ${type.name}, which has no @AuraEnabled member`);
  }

  /** Records cross as objects with their fields; which ones, only the query knows. */
  private recordType(name: string): string {
    const isRecord =
      name.toLowerCase() === 'sobject' || /__[a-z]+$/i.test(name) || STANDARD_RECORDS.has(name.toLowerCase());
    if (isRecord) return 'Record<string, unknown>';
    throw new Error(`${this.where}: components cannot be given a ${name}`);
  }
}

/** The standard objects that this generator takes for records; others are named as unknown until they are needed. */
const STANDARD_RECORDS = new Set(['account', 'contact', 'lead', 'opportunity', 'case', 'user']);

function innerType(owner: ClassDeclaration, name: string): ClassDeclaration | EnumDeclaration | undefined {
  for (const member of owner.members) {
    const isType = member.kind === 'ClassDeclaration' || member.kind === 'EnumDeclaration';
    if (isType && member.name.toLowerCase() === name) return member;
  }
  return undefined;
}

/** Whether components see members of a class itself. */
function isSeen(type: ClassDeclaration): boolean {
  return type.members.some(
    (member) =>
      (member.kind === 'PropertyDeclaration' || member.kind === 'FieldDeclaration') && auraEnabled(member.modifiers)
  );
}

function enumOf(type: EnumDeclaration): string {
  return type.constants.map((constant) => `'${constant.name}'`).join(' | ');
}

function auraEnabled(modifiers: Modifiers): Annotation | undefined {
  return modifiers.annotations.find((annotation) => annotation.name.toLowerCase() === 'auraenabled');
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}
