/**
 * Makes the snapshot of platform classes from the type library that the PMD engine of Salesforce Code Analyzer ships
 * (`standard-types-65.0.0.jar`, BSD-3-Clause, of apex-dev-tools), mended by the overlay.
 */
import type { ClassFile, ClassMember } from './classfile';
import { overlay } from './overlay';
import type { ClassesSnapshot, ClassSnapshot } from './snapshot';
import { parseClassSignature, parseFieldSignature, parseMethodSignature, type JavaType } from './signature';

const ROOT = 'com/nawforce/runforce/';

/** Namespaces whose spelling in the library is not Apex's. */
const NAMESPACE_SPELLING: Record<string, string> = {
  cache: 'Cache',
  dom: 'Dom',
  eventbus: 'EventBus',
  reports: 'Reports',
  applauncher: 'AppLauncher'
};

/** The namespaces taken over whole. */
const NAMESPACES = new Set([
  'Apex',
  'ApexPages',
  'AppLauncher',
  'Approval',
  'Auth',
  'Cache',
  'Canvas',
  'Compression',
  'DataSource',
  'DataWeave',
  'Database',
  'Datacloud',
  'Dom',
  'EventBus',
  'Flow',
  'FormulaEval',
  'Invocable',
  'KbManagement',
  'Messaging',
  'Metadata',
  'Package',
  'Process',
  'QuickAction',
  'Reports',
  'Schema',
  'Search',
  'Site',
  'Support',
  'System',
  'TerritoryMgmt',
  'TxnSecurity',
  'UserProvisioning',
  'VisualEditor'
]);

/** Of Connect in Apex only the classes that this one needs are taken. */
const CONNECT_API_ROOT = 'ConnectApi.NamedCredentials';

/** Helper types of the library that stand for Apex types. */
const STAND_INS: Record<string, string> = {
  'java/lang/Object': 'Object',
  'java/lang/String': 'String',
  'java/lang/Integer': 'Integer',
  'java/lang/Boolean': 'Boolean',
  [`${ROOT}Internal/Any$`]: 'Object',
  [`${ROOT}Internal/Null$`]: 'Object',
  [`${ROOT}Internal/Object$`]: 'Object',
  [`${ROOT}Internal/RecordSet$`]: 'List',
  [`${ROOT}Internal/SObjectType$`]: 'Schema.SObjectType',
  [`${ROOT}Internal/DescribeSObjectResult$`]: 'Schema.DescribeSObjectResult',
  [`${ROOT}Internal/SObjectTypeFields$`]: 'Schema.SObjectTypeFields',
  [`${ROOT}Internal/SObjectTypeFieldSets$`]: 'Schema.SObjectTypeFieldSets'
};

/** `com/…/dom/Document` -> `Dom.Document`; inner classes with dots. */
function fullNameOf(binaryName: string): string {
  const [namespace = '', ...rest] = binaryName.slice(ROOT.length).split('/');
  return `${NAMESPACE_SPELLING[namespace] ?? namespace}.${rest.join('.').replace(/\$/g, '.')}`;
}

/** The library marks names that Java forbids with a trailing `$`. */
function memberName(name: string): string {
  return name.replace(/\$$/, '');
}

function typeText(type: JavaType): string {
  if (type.kind === 'void') return 'void';
  if (type.kind === 'typevar') return type.name;
  const args = type.args.length > 0 ? `<${type.args.map(typeText).join(', ')}>` : '';
  const standIn = STAND_INS[type.name];
  if (standIn !== undefined) return standIn === 'List' ? `List${args}` : standIn;
  if (type.name === 'array') return `List<${typeText(type.args[0]!)}>`;
  if (!type.name.startsWith(ROOT)) throw new Error(`Type library: unexpected type ${type.name}`);
  const fullName = fullNameOf(type.name);
  if (/^SObject(s|Stubs)\./.test(fullName)) return `@${fullName.slice(fullName.indexOf('.') + 1)}`;
  return fullName.replace(/^System\./, '') + args;
}

function methodText(member: ClassMember): string {
  const { params, returns } = parseMethodSignature(member.signature);
  const list = `(${params.map(typeText).join(', ')})`;
  if (member.name === '<init>') return `new${list}`;
  return `${member.isStatic ? 'static ' : ''}${typeText(returns)} ${memberName(member.name)}${list}`;
}

function fieldText(member: ClassMember): string {
  const words = [
    member.isStatic ? 'static ' : '',
    member.isFinal ? 'final ' : '',
    typeText(parseFieldSignature(member.signature))
  ];
  return `${words.join('')} ${memberName(member.name)}`;
}

function enumSnapshot(file: ClassFile): ClassSnapshot {
  const constants = file.fields
    .filter((field) => field.isPublic && field.isStatic)
    .map((field) => memberName(field.name));
  return { kind: 'enum', constants };
}

function supertypes(file: ClassFile): Pick<ClassSnapshot, 'typeParams' | 'extends' | 'implements'> {
  const plain = (name: string): JavaType => ({ kind: 'class', name, args: [] });
  const generic = file.signature === null ? null : parseClassSignature(file.signature);
  const superclass = generic?.superclass ?? plain(file.superName ?? 'java/lang/Object');
  const interfaces = generic?.interfaces ?? file.interfaces.map(plain);
  const superText = typeText(superclass);
  return {
    ...(generic && generic.typeParams.length > 0 ? { typeParams: generic.typeParams } : {}),
    ...(superText !== 'Object' ? { extends: superText } : {}),
    ...(interfaces.length > 0 ? { implements: interfaces.map(typeText) } : {})
  };
}

function classSnapshot(file: ClassFile): ClassSnapshot {
  if (file.isEnum || file.superName === 'java/lang/Enum') return enumSnapshot(file);
  const isMember = (member: ClassMember): boolean =>
    member.isPublic && !member.isSynthetic && member.name !== '<clinit>';
  const members = [...file.fields.filter(isMember).map(fieldText), ...file.methods.filter(isMember).map(methodText)];
  return {
    kind: file.isInterface ? 'interface' : 'class',
    ...supertypes(file),
    ...(file.isAbstract && !file.isInterface ? { isAbstract: true } : {}),
    members: [...new Set(members)]
  };
}

function applyOverlay(snapshot: ClassesSnapshot): void {
  for (const [name, change] of Object.entries(overlay)) {
    if (change.class) snapshot[name] = { ...change.class };
    const target = snapshot[name];
    if (target === undefined) throw new Error(`Overlay: no class ${name} in the type library`);
    const removed = new Set(change.remove ?? []);
    for (const member of removed) {
      if (!target.members?.includes(member)) throw new Error(`Overlay: ${name} has no member "${member}" to remove`);
    }
    for (const member of change.add ?? []) {
      if (target.members?.includes(member)) throw new Error(`Overlay: ${name} already has "${member}"`);
    }
    const members = [...(target.members ?? []).filter((member) => !removed.has(member)), ...(change.add ?? [])];
    if (members.length > 0 || target.members) target.members = members;
    Object.assign(target, change.set ?? {});
  }
}

/** Names of ConnectApi classes that members of `snapshot` mention. */
function mentioned(snapshot: ClassSnapshot): string[] {
  const texts = [...(snapshot.members ?? []), ...(snapshot.implements ?? []), snapshot.extends ?? ''];
  return texts.flatMap((text) => text.match(/ConnectApi\.\w+/g) ?? []);
}

function addConnectApi(all: ClassesSnapshot, into: ClassesSnapshot): void {
  const waiting = [
    CONNECT_API_ROOT,
    'ConnectApi.ConnectApiException',
    'ConnectApi.NotFoundException',
    'ConnectApi.RateLimitException'
  ];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const found = all[name];
    if (into[name] !== undefined || found === undefined) continue;
    into[name] = found;
    waiting.push(...mentioned(found));
  }
}

/** The snapshot of platform classes, by full name in alphabetical order. */
export function generateClasses(files: ClassFile[]): ClassesSnapshot {
  const all: ClassesSnapshot = {};
  for (const file of files) {
    if (file.name.startsWith(ROOT)) all[fullNameOf(file.name)] = classSnapshot(file);
  }
  const inScope = ([name]: [string, ClassSnapshot]): boolean => NAMESPACES.has(name.slice(0, name.indexOf('.')));
  const snapshot: ClassesSnapshot = Object.fromEntries(Object.entries(all).filter(inScope));
  addConnectApi(all, snapshot);
  applyOverlay(snapshot);
  return Object.fromEntries(Object.entries(snapshot).sort(([a], [b]) => (a < b ? -1 : 1)));
}
