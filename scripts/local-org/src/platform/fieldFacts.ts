/**
 * Reading the short form of a field's facts, and what stands in for it where there is none.
 */
import type { FieldType } from '../schema/model';
import type { FieldSnapshot } from './snapshot';

/** A field's facts, read. */
export interface FieldFacts {
  type: FieldType;
  /** Characters, or digits in all. */
  size: number;
  scale: number;
  createable: boolean;
  updateable: boolean;
  /** Undefined: as the type library says. */
  nillable: boolean | undefined;
  defaulted: boolean;
  defaultValue: string | null;
  idLookup: boolean;
  isName: boolean;
  restricted: boolean;
  unique: boolean;
  calculated: boolean;
  compound: string | null;
  label: string | null;
}

const TYPE_NAMES: Record<string, FieldType> = { int: 'INTEGER' };

function readWord(facts: FieldFacts, word: string, text: string): void {
  if (word === 'ro') facts.createable = facts.updateable = false;
  else if (word === 'create') facts.updateable = false;
  else if (word === 'update') facts.createable = false;
  else if (word === 'req') facts.nillable = false;
  else if (word === 'null') facts.nillable = true;
  else if (word === 'default') facts.defaulted = true;
  else if (word === 'lookup') facts.idLookup = true;
  else if (word === 'name') facts.isName = true;
  else if (word === 'restricted') facts.restricted = true;
  else if (word === 'unique') facts.unique = true;
  else if (word === 'calc') facts.calculated = true;
  else if (word.startsWith('of:')) facts.compound = word.slice('of:'.length);
  else if (word.startsWith('=')) facts.defaultValue = word.slice(1);
  else throw new Error(`Field facts: unknown word "${word}" in "${text}"`);
}

function noFacts(type: FieldType, size: number, scale = 0): FieldFacts {
  return {
    type,
    size,
    scale,
    createable: true,
    updateable: true,
    nillable: undefined,
    defaulted: false,
    defaultValue: null,
    idLookup: false,
    isName: false,
    restricted: false,
    unique: false,
    calculated: false,
    compound: null,
    label: null
  };
}

/** Reads `string(80) create lookup | Label`; the words are described in `objects/facts.ts`. */
export function parseFieldFacts(text: string): FieldFacts {
  const bar = text.indexOf(' | ');
  const words = (bar < 0 ? text : text.slice(0, bar)).split(' ');
  const match = /^(\w+)(?:\((\d+)(?:,(\d+))?\))?$/.exec(words[0] ?? '');
  if (!match) throw new Error(`Field facts: no type in "${text}"`);
  const type = TYPE_NAMES[match[1]!] ?? (match[1]!.toUpperCase() as FieldType);
  const facts = noFacts(type, Number(match[2] ?? 0), Number(match[3] ?? 0));
  for (const word of words.slice(1)) readWord(facts, word, text);
  if (bar >= 0) facts.label = text.slice(bar + ' | '.length);
  return facts;
}

const STRING_TYPES: [RegExp, FieldType, number][] = [
  [/Email$/, 'EMAIL', 80],
  [/(Phone|Fax)$/, 'PHONE', 40],
  [/(Url|Website)$/, 'URL', 255],
  [/(Description|Comments|Body)$/, 'TEXTAREA', 4000],
  [/Street$/, 'TEXTAREA', 255],
  [/City$/, 'STRING', 40],
  [/PostalCode$/, 'STRING', 20],
  [/(State|Country)$/, 'STRING', 80],
  [
    /(^|[a-z])(Status|Type|Rating|Priority|SidKey|LocaleKey|AccessLevel|GeocodeAccuracy|RowCause|StageName)$/,
    'PICKLIST',
    40
  ],
  [/^NamespacePrefix$/, 'STRING', 15],
  [/^(DeveloperName|MasterLabel|Name)$/, 'STRING', 80]
];

const OTHER_TYPES: Record<string, [FieldType, number, number]> = {
  Boolean: ['BOOLEAN', 0, 0],
  Date: ['DATE', 0, 0],
  Datetime: ['DATETIME', 0, 0],
  Time: ['TIME', 0, 0],
  Integer: ['INTEGER', 9, 0],
  Long: ['LONG', 18, 0],
  Decimal: ['DOUBLE', 18, 2],
  Double: ['DOUBLE', 18, 2],
  Blob: ['BASE64', 0, 0],
  Address: ['ADDRESS', 0, 0],
  Location: ['LOCATION', 0, 0],
  Object: ['ANYTYPE', 0, 0]
};

/** What a field most likely is, from its name and its Apex type: for fields without facts. */
export function guessFieldFacts(name: string, field: FieldSnapshot): FieldFacts {
  if (name === 'Id')
    return { ...noFacts('ID', 18), createable: false, updateable: false, defaulted: true, idLookup: true };
  if (field.type === 'Id') return noFacts('REFERENCE', 18);
  if (field.type === 'String') {
    const found = STRING_TYPES.find(([pattern]) => pattern.test(name));
    return found ? noFacts(found[1], found[2]) : noFacts('STRING', 255);
  }
  const other = OTHER_TYPES[field.type];
  if (!other) throw new Error(`Standard field ${name}: no field type for ${field.type}`);
  const facts = noFacts(...other);
  return other[0] === 'BOOLEAN' ? { ...facts, defaulted: true, defaultValue: 'false' } : facts;
}
