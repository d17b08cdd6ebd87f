/**
 * Makes the snapshot of standard objects: fields, types and relationships from the type library
 * (`sobject-types-65.0.0.jar`, BSD-3-Clause, of apex-dev-tools), nillability from the schema types that
 * `@jsforce/jsforce-node` (MIT) carries.
 */
import ts from 'typescript';
import type { ClassFile } from './classfile';
import { OBJECT_NAMES, isFeatureField } from './objectNames';
import type { FieldSnapshot, ObjectSnapshot, ObjectsSnapshot } from './snapshot';
import { parseFieldSignature, type JavaType } from './signature';

const RECORDS = 'com/nawforce/runforce/SObjects/';
const SYSTEM = 'com/nawforce/runforce/System/';

/** Compound values that the library declares beside the records. */
const COMPOUND = new Set(['Address', 'Location']);

/** The library's target of a relationship that may lead to records of several objects; `references.ts` lists them. */
const POLYMORPHIC = 'Name';

interface LibraryField {
  name: string;
  type: JavaType & { kind: 'class' };
}

function fieldsOf(file: ClassFile): LibraryField[] {
  const fields: LibraryField[] = [];
  for (const field of file.fields) {
    if (!field.isPublic || field.isStatic) continue;
    const type = parseFieldSignature(field.signature);
    if (type.kind === 'class') fields.push({ name: field.name.replace(/\$$/, ''), type });
  }
  return fields;
}

function recordName(type: JavaType): string | null {
  if (type.kind === 'class' && type.name === `${SYSTEM}SObject`) return POLYMORPHIC;
  if (type.kind !== 'class' || !type.name.startsWith(RECORDS)) return null;
  const name = type.name.slice(RECORDS.length);
  return COMPOUND.has(name) ? null : name;
}

function simpleType(type: JavaType & { kind: 'class' }): string {
  if (type.name === 'java/lang/Object') return 'Object';
  if (type.name.startsWith(SYSTEM)) return type.name.slice(SYSTEM.length);
  return type.name.slice(RECORDS.length);
}

/** Fields that are null in some answers of an org, by object; null for an object that jsforce does not know. */
export type Nillability = Map<string, Map<string, boolean>>;

/** Reads `type Fields$Account = { Id: string; MasterRecordId: string | null; … }` out of jsforce's declarations. */
export function readNillability(declarations: string): Nillability {
  const source = ts.createSourceFile('standard-schema.d.ts', declarations, ts.ScriptTarget.ES2022);
  const result: Nillability = new Map();
  for (const statement of source.statements) {
    if (!ts.isTypeAliasDeclaration(statement) || !statement.name.text.startsWith('Fields$')) continue;
    if (!ts.isTypeLiteralNode(statement.type)) continue;
    const fields = new Map<string, boolean>();
    for (const member of statement.type.members) {
      if (!ts.isPropertySignature(member) || !member.type || !ts.isIdentifier(member.name)) continue;
      fields.set(member.name.text, ts.isUnionTypeNode(member.type));
    }
    result.set(statement.name.text.slice('Fields$'.length), fields);
  }
  return result;
}

function objectSnapshot(object: string, file: ClassFile, nillability: Nillability): ObjectSnapshot {
  const fields: Record<string, FieldSnapshot> = {};
  const children: Record<string, string> = {};
  const declared = fieldsOf(file);
  const parents = new Map<string, string>();
  for (const { name, type } of declared) {
    const record = recordName(type);
    if (record !== null) parents.set(name, record);
    const child = type.name === 'array' ? recordName(type.args[0]!) : null;
    if (child !== null && OBJECT_NAMES.has(child) && !/^Person[A-Z]/.test(name)) children[name] = child;
  }
  const known = nillability.get(object);
  for (const { name, type } of declared) {
    if (parents.has(name) || type.name === 'array' || isFeatureField(object, name)) continue;
    const relationship = name.endsWith('Id') ? name.slice(0, -2) : null;
    const to = relationship === null ? undefined : parents.get(relationship);
    fields[name] = {
      type: simpleType(type),
      ...(to !== undefined && relationship !== null ? { to: [to], rel: relationship } : {}),
      ...(known?.get(name) === false || simpleType(type) === 'Boolean' ? { nillable: false as const } : {})
    };
  }
  return { fields, children };
}

/** The snapshot of standard objects, in alphabetical order. Throws when the library lacks a wanted object. */
export function generateObjects(files: ClassFile[], nillability: Nillability): ObjectsSnapshot {
  const byName = new Map(files.map((file) => [file.name.slice(RECORDS.length), file]));
  const snapshot: ObjectsSnapshot = {};
  for (const name of [...OBJECT_NAMES].sort()) {
    const file = byName.get(name);
    if (!file) throw new Error(`Type library: no object ${name}`);
    snapshot[name] = objectSnapshot(name, file, nillability);
  }
  return snapshot;
}
