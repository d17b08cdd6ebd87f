/** Annotations: names, places, properties and what they demand of the declaration they stand on. */
import type { Annotation, ClassDeclaration, MethodDeclaration, Modifiers, Position } from '../ast';
import { isList, typeName } from '../symbols/basic';
import { annotationOf, hasWord } from '../symbols/modifierset';
import type { ApexType, MethodSymbol, TypeSymbol } from '../types';
import { invocableProblem, isInvocableClassList, isAuraType, isFutureType } from './annotationtypes';
import { checkExposedMethod } from './exposed';
import type { Place } from './modifiers';

interface Reporter {
  error(pos: Position, message: string): void;
}

interface Rule {
  name: string;
  places: readonly Place[];
  properties: readonly string[];
}

const EVERYWHERE: readonly Place[] = [
  'classes',
  'interfaces',
  'enums',
  'fields',
  'properties',
  'methods',
  'constructors'
];
const INVOCABLE_PROPERTIES = [
  'label',
  'description',
  'category',
  'callout',
  'configurationEditor',
  'iconName',
  'capabilityType'
];
const VARIABLE_PROPERTIES = ['label', 'description', 'required', 'defaultValue', 'placeholderText', 'placeholder'];

/** Source: Apex Developer Guide, "Annotations"; places as Salesforce's compiler has them. */
const RULES: readonly Rule[] = [
  {
    name: 'AuraEnabled',
    places: ['methods', 'fields', 'properties'],
    properties: ['cacheable', 'continuation', 'scope']
  },
  { name: 'Deprecated', places: EVERYWHERE, properties: [] },
  { name: 'Future', places: ['methods'], properties: ['callout', 'limits'] },
  { name: 'HttpDelete', places: ['methods'], properties: [] },
  { name: 'HttpGet', places: ['methods'], properties: [] },
  { name: 'HttpPatch', places: ['methods'], properties: [] },
  { name: 'HttpPost', places: ['methods'], properties: [] },
  { name: 'HttpPut', places: ['methods'], properties: [] },
  { name: 'InvocableMethod', places: ['methods'], properties: INVOCABLE_PROPERTIES },
  { name: 'InvocableVariable', places: ['fields'], properties: VARIABLE_PROPERTIES },
  {
    name: 'IsTest',
    places: ['classes', 'methods'],
    properties: ['seeAllData', 'isParallel', 'onInstall', 'critical', 'testFor']
  },
  { name: 'JsonAccess', places: ['classes'], properties: ['serializable', 'deserializable'] },
  { name: 'NamespaceAccessible', places: EVERYWHERE, properties: [] },
  { name: 'ReadOnly', places: ['methods'], properties: ['useReplica'] },
  { name: 'RemoteAction', places: ['methods'], properties: [] },
  { name: 'RestResource', places: ['classes'], properties: ['urlMapping', 'apiVersion'] },
  { name: 'SuppressWarnings', places: [...EVERYWHERE, 'locals', 'parameters'], properties: ['value'] },
  { name: 'TestSetup', places: ['methods'], properties: [] },
  { name: 'TestVisible', places: EVERYWHERE, properties: [] }
];
const RULE_BY_NAME = new Map(RULES.map((rule) => [rule.name.toLowerCase(), rule]));
const BOOLEAN_PROPERTIES = new Set([
  'seealldata',
  'isparallel',
  'oninstall',
  'cacheable',
  'continuation',
  'callout',
  'required'
]);

/** Checks that the annotations exist, may stand there, stand once and have the properties given. */
export function checkAnnotations(cx: Reporter, modifiers: Modifiers, place: Place): void {
  const seen = new Set<string>();
  for (const annotation of modifiers.annotations) {
    const rule = RULE_BY_NAME.get(annotation.name.toLowerCase());
    if (rule === undefined) {
      cx.error(annotation.pos, `Annotation does not exist: ${annotation.name}`);
      continue;
    }
    if (seen.has(rule.name)) cx.error(annotation.pos, `Duplicate modifier: ${rule.name}`);
    seen.add(rule.name);
    if (!rule.places.includes(place)) cx.error(annotation.pos, `${rule.name} is not allowed on ${place}`);
    checkProperties(cx, annotation, rule);
  }
}

function checkProperties(cx: Reporter, annotation: Annotation, rule: Rule): void {
  const known = new Set(rule.properties.map((property) => property.toLowerCase()));
  for (const { name, value, pos } of annotation.args) {
    const key = name.toLowerCase();
    if (!known.has(key)) cx.error(pos, `No such property, ${name}, defined on this annotation: ${rule.name}`);
    else if (BOOLEAN_PROPERTIES.has(key) && !['true', 'false'].includes(value.toLowerCase())) {
      cx.error(pos, `Invalid value for property ${name} expected type BOOLEAN`);
    }
  }
}

function property(annotation: Annotation | undefined, name: string): string | undefined {
  return annotation?.args.find((arg) => arg.name.toLowerCase() === name.toLowerCase())?.value;
}

function isOn(annotation: Annotation | undefined, name: string): boolean {
  return property(annotation, name)?.toLowerCase() === 'true';
}

/** Rules on classes: tests, REST resources, JSON access. */
export function checkClassAnnotations(cx: Reporter, declaration: ClassDeclaration, symbol: TypeSymbol): void {
  const { modifiers } = declaration;
  const isTest = annotationOf(modifiers, 'istest');
  if (isTest !== undefined && isOn(isTest, 'isParallel') && isOn(isTest, 'seeAllData')) {
    cx.error(
      isTest.pos,
      'Test class annotated with @isTest(IsParallel=true) cannot also be annotated with @isTest(SeeAllData=true)'
    );
  }
  if (isTest !== undefined && symbol.outer !== null)
    cx.error(isTest.pos, 'IsTest can only be used on a top level type');
  for (const word of ['virtual', 'abstract'] as const) {
    if (isTest !== undefined && hasWord(modifiers, word)) cx.error(isTest.pos, `IsTest classes cannot be ${word}`);
  }
  const rest = annotationOf(modifiers, 'restresource');
  if (rest !== undefined) checkRest(cx, rest, symbol);
  const json = annotationOf(modifiers, 'jsonaccess');
  if (json !== undefined && json.args.length === 0) {
    cx.error(json.pos, 'At least one JSON serialization control parameter must be specified');
  }
  if (json !== undefined) checkJsonAccess(cx, json);
  checkSetup(cx, declaration, isTest);
  for (const name of ['InvocableMethod', 'TestSetup', 'HttpGet', 'HttpPost', 'HttpPut', 'HttpPatch', 'HttpDelete']) {
    const methods = methodsWith(declaration, name);
    if (methods[1] !== undefined) cx.error(methods[1].pos, `Only one method per type can be defined with: ${name}`);
  }
}

const JSON_ACCESS = ['always', 'never', 'samenamespace', 'samepackage'];

function checkJsonAccess(cx: Reporter, json: Annotation): void {
  for (const { name, value, pos } of json.args) {
    if (!JSON_ACCESS.includes(value.toLowerCase()))
      cx.error(pos, `Annotation property, ${name} on JsonAccess, unknown value: ${value}`);
  }
}

function methodsWith(declaration: ClassDeclaration, name: string): MethodDeclaration[] {
  return declaration.members.filter(
    (member): member is MethodDeclaration =>
      member.kind === 'MethodDeclaration' && annotationOf(member.modifiers, name) !== undefined
  );
}

function checkRest(cx: Reporter, rest: Annotation, symbol: TypeSymbol): void {
  if (symbol.access !== 'global') cx.error(rest.pos, 'RestResource classes must be declared as global');
  const url = property(rest, 'urlMapping');
  if (url === undefined) cx.error(rest.pos, 'Required property is missing: urlMapping');
  else if (url === '') cx.error(rest.pos, 'Rest Resource url cannot be empty');
  else if (!url.startsWith('/')) cx.error(rest.pos, "Rest Resource url must begin with a forward slash, '/'");
  else if (url.length > 255) cx.error(rest.pos, 'Rest Resource url cannot be longer than 255 characters');
}

function checkSetup(cx: Reporter, declaration: ClassDeclaration, isTest: Annotation | undefined): void {
  const [setup] = methodsWith(declaration, 'testsetup');
  if (setup === undefined) return;
  const message =
    'Test class containing a test setup method cannot have any methods annotated with @isTest(SeeAllData=true)';
  const seesAll = methodsWith(declaration, 'istest').some((method) =>
    isOn(annotationOf(method.modifiers, 'istest'), 'seeAllData')
  );
  if (seesAll) cx.error(setup.pos, message);
  else if (isOn(isTest, 'seeAllData'))
    cx.error(setup.pos, 'Test class cannot be annotated with @isTest(SeeAllData=true)');
}

/** Rules on methods. */
export function checkMethodAnnotations(cx: Reporter, declaration: MethodDeclaration, method: MethodSymbol): void {
  checkTestMethod(cx, declaration, method);
  const { modifiers } = declaration;
  if (annotationOf(modifiers, 'future')) checkFuture(cx, declaration, method);
  if (annotationOf(modifiers, 'auraenabled')) checkAuraMethod(cx, declaration, method);
  if (annotationOf(modifiers, 'invocablemethod')) checkInvocable(cx, declaration, method);
  checkExposedMethod(cx, declaration, method);
  checkReadOnly(cx, declaration, method);
  checkNamespaceAccessible(cx, declaration, method);
}

function checkReadOnly(cx: Reporter, declaration: MethodDeclaration, method: MethodSymbol): void {
  const { modifiers } = declaration;
  if (!annotationOf(modifiers, 'readonly')) return;
  const isScheduled = method.name.toLowerCase() === 'execute' && method.params.length === 1;
  if (isScheduled || hasWord(modifiers, 'webservice') || annotationOf(modifiers, 'remoteaction')) return;
  const allowed =
    'Only WebService, RemoteAction or Schedulable.execute(SchedulableContext) methods can be marked ReadOnly';
  cx.error(declaration.pos, allowed);
}

function checkNamespaceAccessible(cx: Reporter, declaration: MethodDeclaration, method: MethodSymbol): void {
  if (!annotationOf(declaration.modifiers, 'namespaceaccessible')) return;
  const { modifiers, access } = method.owner;
  if (access === 'global' || (modifiers !== undefined && annotationOf(modifiers, 'namespaceaccessible'))) return;
  const needed = 'require at least one of the following NamespaceAccessible, global';
  cx.error(declaration.pos, `Defining type for NamespaceAccessible methods ${needed}`);
}

function checkTestMethod(cx: Reporter, declaration: MethodDeclaration, method: MethodSymbol): void {
  const { modifiers, pos } = declaration;
  const setup = annotationOf(modifiers, 'testsetup') !== undefined;
  if (setup) {
    if (!method.isStatic) cx.error(pos, 'TestSetup methods must be declared as static');
    if (method.returns.kind !== 'void') cx.error(pos, 'Test setup method must return void');
    if (method.params.length > 0) cx.error(pos, 'Test methods must have no arguments');
    if (!method.owner.isTest) cx.error(pos, 'Defining type for TestSetup methods must be declared as IsTest');
  }
  if (!method.isTestMethod) return;
  const word = hasWord(modifiers, 'testmethod') ? 'testMethod' : 'IsTest';
  if (word === 'testMethod' && annotationOf(modifiers, 'istest')) cx.error(pos, 'testMethod are by default IsTest');
  if (!method.owner.isTest) cx.error(pos, `Defining type for ${word} methods must be declared as IsTest`);
  if (!hasWord(modifiers, 'static')) cx.error(pos, `${word} methods must be declared as static`);
  if (method.params.length > 0) cx.error(pos, 'Test methods must have no arguments');
}

function checkFuture(cx: Reporter, declaration: MethodDeclaration, method: MethodSymbol): void {
  const { pos } = declaration;
  if (!method.isStatic) cx.error(pos, 'Future methods must be declared as static');
  if (method.returns.kind !== 'void')
    cx.error(pos, `Future methods do not support return type of ${typeName(method.returns)}`);
  checkParams(cx, declaration, method, 'Future', isFutureType);
}

function checkParams(
  cx: Reporter,
  declaration: MethodDeclaration,
  method: MethodSymbol,
  name: string,
  allowed: (type: ApexType) => boolean
): void {
  for (const [i, { type }] of method.params.entries()) {
    if (type.kind === 'error' || allowed(type)) continue;
    cx.error(
      declaration.parameters[i]?.pos ?? declaration.pos,
      `${name} methods do not support parameter type of ${typeName(type)}`
    );
  }
}

function checkAuraMethod(cx: Reporter, declaration: MethodDeclaration, method: MethodSymbol): void {
  const { pos } = declaration;
  if (method.access !== 'global' && method.access !== 'public') {
    cx.error(pos, 'AuraEnabled methods require at least one of the following global, public');
  }
  if (!method.isStatic) {
    if (!method.name.toLowerCase().startsWith('get'))
      cx.error(pos, "Non static AuraEnabled methods must be named with a prefix 'get'");
    if (method.params.length > 0) cx.error(pos, 'Non static AuraEnabled methods may not have parameters');
  }
  if (method.returns.kind === 'named' && !isAuraType(method.returns)) {
    cx.error(pos, `AuraEnabled methods do not support return type of ${typeName(method.returns)}`);
  }
  checkParams(cx, declaration, method, 'AuraEnabled', isAuraType);
  checkAuraClash(cx, declaration, method);
  const overloads = (method.owner.methods.get(method.name.toLowerCase()) ?? []).filter((item) =>
    item.annotations.includes('auraenabled')
  );
  if (overloads.length > 1) cx.error(pos, `Overload of AuraEnabled method: ${method.name} overload is not permitted`);
}

/** A getter of a component's value and a value of the same name cannot both be there. */
function checkAuraClash(cx: Reporter, declaration: MethodDeclaration, method: MethodSymbol): void {
  if (!method.name.toLowerCase().startsWith('get') || method.isStatic) return;
  const name = method.name.slice('get'.length);
  const field = method.owner.fields.get(name.toLowerCase());
  if (field?.annotations.includes('auraenabled')) {
    cx.error(declaration.pos, `AuraEnabled method and variable cannot have the same name: ${name}`);
  }
}

function checkInvocable(cx: Reporter, declaration: MethodDeclaration, method: MethodSymbol): void {
  const { pos } = declaration;
  if (!method.isStatic) cx.error(pos, 'InvocableMethod methods must be declared as static');
  if (method.access !== 'global' && method.access !== 'public') {
    cx.error(pos, 'InvocableMethod methods require at least one of the following global, public');
  }
  if (method.owner.outer !== null) cx.error(pos, 'InvocableMethod can only be used on methods of a top level type');
  if (method.params.length > 1) cx.error(pos, 'Only one parameter is supported on methods with @Invocable annotation');
  const problem = method.params[0] === undefined ? null : invocableProblem(method.params[0].type);
  if (problem !== null) cx.error(pos, problem);
  const given = method.params[0]?.type;
  if (problem === null && given !== undefined && !isInvocableClassList(given))
    cx.error(pos, `InvocableMethod methods do not support parameter type of ${typeName(given)}`);
  const { returns } = method;
  if (returns.kind === 'named' && (!isList(returns) || !isInvocableClassList(returns))) {
    cx.error(pos, `InvocableMethod methods do not support return type of ${typeName(method.returns)}`);
  }
  const others = declaration.modifiers.annotations.filter(
    (item) => !['invocablemethod', 'deprecated'].includes(item.name.toLowerCase())
  );
  if (others.length > 0) cx.error(pos, 'The only annotation that can be used with InvocableMethod is Deprecated');
}

/** Rules on fields and properties. */
export function checkFieldAnnotations(
  cx: Reporter,
  modifiers: Modifiers,
  type: ApexType,
  place: 'fields' | 'properties',
  pos: Position
): void {
  const isPublic = hasWord(modifiers, 'public') || hasWord(modifiers, 'global');
  if (annotationOf(modifiers, 'auraenabled') && !isPublic)
    cx.error(pos, `AuraEnabled ${place} require at least one of the following global, public`);
  if (!annotationOf(modifiers, 'invocablevariable')) return;
  if (!isPublic) {
    cx.error(pos, `InvocableVariable ${place} require at least one of the following global, public`);
  }
  if (hasWord(modifiers, 'static')) cx.error(pos, `InvocableVariable ${place} cannot be static`);
  if (typeName(type).startsWith('Map<') || typeName(type).startsWith('Set<')) {
    cx.error(pos, `InvocableVariable ${place} do not support type of ${typeName(type)}`);
  }
}
