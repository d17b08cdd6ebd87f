import type { FieldSchema, Schema, SObjectSchema } from '../../local-org/src/schema/model';
import type { Query, QueryPath } from './queries';

/** Why a name of a query cannot be right. */
export interface SoqlFault {
  readonly path: QueryPath;
  readonly message: string;
}

/** Every object, field and relationship that a query names but the org does not have. */
export function unknownNames(schema: Schema, query: Query): SoqlFault[] {
  const main = query.from[0];
  if (!main) return [];
  const object = fromObject(schema, query);
  if (typeof object === 'string') return [{ path: main.path, message: object }];
  const scope = new Map<string, SObjectSchema>([[object.name.toLowerCase(), object]]);
  if (main.alias) scope.set(main.alias, object);
  const own = query.paths.flatMap((path) => fault(schema, object, scope, query, path));
  const typed = query.typed.flatMap(({ object: name, path }) => {
    const target = schema.objects.get(name.parts.join('.').toLowerCase());
    if (!target) return [{ path: name, message: `There is no object ${name.parts.join('.')}` }];
    return toFaults(path, resolve(schema, target, path.parts));
  });
  return [...own, ...typed];
}

function fromObject(schema: Schema, query: Query): SObjectSchema | string {
  const parts = query.from[0]?.path.parts ?? [];
  const name = parts.join('.');
  if (!query.parent) return schema.objects.get(name.toLowerCase()) ?? `There is no object ${name}`;
  const parent = fromObject(schema, query.parent);
  if (typeof parent === 'string') return parent;
  const relationship = parent.childRelationships.get((parts[parts.length - 1] ?? '').toLowerCase());
  const child = relationship && schema.objects.get(relationship.childObject.toLowerCase());
  return child ?? `${parent.name} has no child relationship ${name}`;
}

function fault(
  schema: Schema,
  object: SObjectSchema,
  scope: ReadonlyMap<string, SObjectSchema>,
  query: Query,
  path: QueryPath
): SoqlFault[] {
  const [first = '', ...rest] = path.parts;
  if (rest.length === 0 && query.aliases.has(first.toLowerCase())) return [];
  const named = rest.length > 0 ? scope.get(first.toLowerCase()) : undefined;
  return toFaults(path, named ? resolve(schema, named, rest) : resolve(schema, object, path.parts));
}

function toFaults(path: QueryPath, message: string | undefined): SoqlFault[] {
  return message ? [{ path, message }] : [];
}

/** What is wrong with a path from an object, or undefined when it leads to a field. */
function resolve(schema: Schema, object: SObjectSchema, parts: readonly string[]): string | undefined {
  const [name = '', ...rest] = parts;
  if (rest.length === 0) {
    return object.fields.has(name.toLowerCase()) ? undefined : `${object.name} has no field ${name}`;
  }
  const reference = [...object.fields.values()].find((field) => isRelationship(field, name));
  if (!reference) return `${object.name} has no relationship ${name}`;
  const targets = targetObjects(schema, reference);
  const messages = targets.map((target) => resolve(schema, target, rest));
  return messages.some((message) => message === undefined) ? undefined : messages[0];
}

function isRelationship(field: FieldSchema, name: string): boolean {
  return field.relationshipName?.toLowerCase() === name.toLowerCase();
}

/** A reference to several objects is read through the fields that they share, those of the object Name. */
function targetObjects(schema: Schema, reference: FieldSchema): SObjectSchema[] {
  const names = reference.referenceTo.length > 1 ? ['Name', ...reference.referenceTo] : reference.referenceTo;
  return names.flatMap((name) => schema.objects.get(name.toLowerCase()) ?? []);
}
