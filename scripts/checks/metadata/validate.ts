import type { Member, MetadataSchema, ValueType } from './schema';
import type { XmlElement } from './xml';

/** A fault in a metadata file. */
export interface MetadataFault {
  readonly line: number;
  readonly message: string;
}

/** Holds a metadata file against the schema: elements, values, what is required, what may repeat. */
export function validate(schema: MetadataSchema, root: XmlElement): MetadataFault[] {
  const members = schema.membersOf(root.name);
  if (!members) return [{ line: root.line, message: `There is no metadata type ${root.name}` }];
  const faults: MetadataFault[] = [];
  if (root.attributes['xmlns'] !== NAMESPACE) {
    faults.push({ line: root.line, message: `${root.name} lacks xmlns="${NAMESPACE}"` });
  }
  return [...faults, ...ofType(schema, root, root.name, members)];
}

const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';

type Members = ReadonlyMap<string, Member>;

function ofType(schema: MetadataSchema, element: XmlElement, type: string, members: Members): MetadataFault[] {
  const faults = element.children.flatMap((child) => {
    const member = members.get(child.name);
    if (!member) return [{ line: child.line, message: `${type} has no element ${child.name}` }];
    return ofValue(schema, child, member.value);
  });
  return [...faults, ...missing(element, type, members), ...misplaced(element, type, members)];
}

function ofValue(schema: MetadataSchema, element: XmlElement, value: ValueType): MetadataFault[] {
  if (value.kind === 'any' || element.attributes['xsi:nil'] === 'true') return [];
  if (value.kind === 'type') {
    const members = schema.membersOf(value.name);
    return members && members.size > 0 ? ofType(schema, element, value.name, members) : [];
  }
  if (element.children.length > 0) {
    return [{ line: element.line, message: `${element.name} holds a plain value, not elements` }];
  }
  const expected = wrongValue(element.text.trim(), value);
  return expected
    ? [{ line: element.line, message: `${element.name} is "${element.text.trim()}", not ${expected}` }]
    : [];
}

/** What was expected of a value, or undefined when it is right. */
function wrongValue(text: string, value: ValueType): string | undefined {
  switch (value.kind) {
    case 'boolean':
      return text === 'true' || text === 'false' ? undefined : 'true or false';
    case 'number':
      return text !== '' && Number.isFinite(Number(text)) ? undefined : 'a number';
    case 'enum':
      if (value.values.includes(text)) return undefined;
      return `one of ${value.values.slice(0, 12).join(', ')}${value.values.length > 12 ? ', …' : ''}`;
    default:
      return undefined;
  }
}

function missing(element: XmlElement, type: string, members: Members): MetadataFault[] {
  const present = new Set(element.children.map((child) => child.name));
  return [...members]
    .filter(([name, member]) => member.required && !present.has(name))
    .map(([name]) => ({ line: element.line, message: `${type} requires the element ${name}` }));
}

/** The Metadata API wants elements of one name side by side, and single ones once. */
function misplaced(element: XmlElement, type: string, members: Members): MetadataFault[] {
  const seen = new Set<string>();
  return element.children.flatMap((child, index) => {
    const follows = element.children[index - 1]?.name === child.name;
    const isRepeated = seen.has(child.name);
    seen.add(child.name);
    const member = members.get(child.name);
    if (!isRepeated || !member) return [];
    if (!member.repeats) return [{ line: child.line, message: `${type} allows ${child.name} only once` }];
    return follows ? [] : [{ line: child.line, message: `${child.name} is scattered: put all of them side by side` }];
  });
}
