/**
 * What other parts of the org need to know of a program's classes without their trees: test methods, annotated methods.
 */
import type { Annotation, ClassDeclaration, CompilationUnit, MethodDeclaration, TypeDeclaration } from './ast';
import { simpleTypeName } from './emit/names';
import type { ApexType } from './types';

export interface AnnotationInfo {
  /** Lower-cased. */
  name: string;
  /** By lower-cased name; see ast.ts. */
  args: Record<string, string>;
}

export interface MethodInfo {
  /** Declared letter case. */
  name: string;
  /** Name in the emitted class. */
  jsName: string;
  isStatic: boolean;
  isTestMethod: boolean;
  access: 'global' | 'public' | 'protected' | 'private';
  annotations: AnnotationInfo[];
  /** `type`: simple name; `runtime`: the whole type. */
  parameters: { name: string; type: string; runtime: TypeName }[];
  /** Simple name of the result's type; `void`. */
  returns: string;
  line: number;
}

/** A type by full name with its type arguments: what `rtType` makes a run-time type of. */
export interface TypeName {
  name: string;
  args: TypeName[];
}

/** A class, interface or enum; inner ones are listed by themselves. */
export interface ClassInfo {
  /** `Outer.Inner`. */
  name: string;
  file: string;
  kind: TypeDeclaration['kind'];
  isTest: boolean;
  isAbstract: boolean;
  annotations: AnnotationInfo[];
  methods: MethodInfo[];
  /** Fields and properties with `@AuraEnabled`, in declared letter case. */
  auraMembers: string[];
}

export interface TriggerInfo {
  name: string;
  file: string;
  /** API name as written. */
  object: string;
  events: string[];
}

function annotationInfo(annotation: Annotation): AnnotationInfo {
  const args = annotation.args.map(({ name, value }) => [name.toLowerCase(), value] as const);
  return { name: annotation.name.toLowerCase(), args: Object.fromEntries(args) };
}

function typeNameOf(type: ApexType): TypeName {
  if (type.kind !== 'named') return { name: 'System.Object', args: [] };
  return { name: type.symbol.fullName, args: type.args.map(typeNameOf) };
}

function auraMembers(declaration: TypeDeclaration): string[] {
  if (declaration.kind !== 'ClassDeclaration') return [];
  return declaration.members.flatMap((member) => {
    if (member.kind !== 'FieldDeclaration' && member.kind !== 'PropertyDeclaration') return [];
    if (!member.modifiers.annotations.some(({ name }) => name.toLowerCase() === 'auraenabled')) return [];
    return member.kind === 'PropertyDeclaration' ? [member.name] : member.declarators.map(({ name }) => name);
  });
}

function methodInfo(method: MethodDeclaration): MethodInfo[] {
  const { symbol } = method;
  if (!symbol) return [];
  return [
    {
      name: symbol.name,
      jsName: symbol.jsName ?? '',
      isStatic: symbol.isStatic,
      isTestMethod: symbol.isTestMethod,
      access: symbol.access,
      annotations: method.modifiers.annotations.map(annotationInfo),
      parameters: symbol.params.map(({ name, type }) => ({
        name,
        type: simpleTypeName(type),
        runtime: typeNameOf(type)
      })),
      returns: simpleTypeName(symbol.returns),
      line: method.pos.line
    }
  ];
}

function typeInfo(declaration: TypeDeclaration, file: string): ClassInfo[] {
  const { symbol } = declaration;
  const isClass = declaration.kind === 'ClassDeclaration';
  const methods = isClass ? declaration.members.filter((member) => member.kind === 'MethodDeclaration') : [];
  const own: ClassInfo = {
    name: symbol?.fullName ?? declaration.name,
    file,
    kind: declaration.kind,
    isTest: symbol?.isTest ?? false,
    isAbstract: symbol?.isAbstract ?? false,
    annotations: declaration.modifiers.annotations.map(annotationInfo),
    methods: methods.flatMap(methodInfo),
    auraMembers: auraMembers(declaration)
  };
  return [own, ...(isClass ? innerTypes(declaration).flatMap((inner) => typeInfo(inner, file)) : [])];
}

function innerTypes(declaration: ClassDeclaration): TypeDeclaration[] {
  return declaration.members.flatMap((member) =>
    member.kind === 'ClassDeclaration' || member.kind === 'InterfaceDeclaration' || member.kind === 'EnumDeclaration'
      ? [member]
      : []
  );
}

/** The types of a checked unit. */
export function classInfos(unit: CompilationUnit): ClassInfo[] {
  return unit.kind === 'ClassUnit' ? typeInfo(unit.type, unit.file) : [];
}

/** What a unit says of itself as a trigger; null for other units. */
export function triggerInfo(unit: CompilationUnit): TriggerInfo | null {
  if (unit.kind !== 'TriggerUnit') return null;
  return { name: unit.name, file: unit.file, object: unit.objectName, events: unit.events.map(({ event }) => event) };
}
