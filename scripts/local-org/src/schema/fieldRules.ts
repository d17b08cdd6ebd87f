/**
 * What a custom field's metadata must, may and may not say, by type.
 * Source: Metadata API Developer Guide, CustomField; limits from Salesforce Help, "Custom Field Types".
 */
import type { FieldType } from './model';
import { ComponentError } from './problems';
import type { XmlElement } from './xml';

/** How a metadata field type maps to the field's describe type. */
export interface FieldKind {
  type: FieldType;
  /** Elements that must be there. */
  needs: readonly string[];
  /** Elements that belong to other types. */
  length?: { min: number; max: number };
}

const NUMBER: readonly string[] = ['precision', 'scale'];

export const FIELD_KINDS: Readonly<Record<string, FieldKind>> = {
  Text: { type: 'STRING', needs: ['length'], length: { min: 1, max: 255 } },
  TextArea: { type: 'TEXTAREA', needs: [] },
  LongTextArea: { type: 'TEXTAREA', needs: ['length', 'visibleLines'], length: { min: 256, max: 131072 } },
  Html: { type: 'TEXTAREA', needs: ['length', 'visibleLines'], length: { min: 256, max: 131072 } },
  EncryptedText: { type: 'ENCRYPTEDSTRING', needs: ['length', 'maskChar', 'maskType'], length: { min: 1, max: 175 } },
  Email: { type: 'EMAIL', needs: [] },
  Phone: { type: 'PHONE', needs: [] },
  Url: { type: 'URL', needs: [] },
  Checkbox: { type: 'BOOLEAN', needs: ['defaultValue'] },
  Number: { type: 'DOUBLE', needs: NUMBER },
  Currency: { type: 'CURRENCY', needs: NUMBER },
  Percent: { type: 'PERCENT', needs: NUMBER },
  Date: { type: 'DATE', needs: [] },
  DateTime: { type: 'DATETIME', needs: [] },
  Time: { type: 'TIME', needs: [] },
  Picklist: { type: 'PICKLIST', needs: [] },
  MultiselectPicklist: { type: 'MULTIPICKLIST', needs: ['visibleLines'] },
  Lookup: { type: 'REFERENCE', needs: ['referenceTo'] },
  MasterDetail: { type: 'REFERENCE', needs: ['referenceTo', 'relationshipName'] },
  Hierarchy: { type: 'REFERENCE', needs: ['relationshipName'] },
  MetadataRelationship: { type: 'REFERENCE', needs: ['referenceTo'] },
  AutoNumber: { type: 'STRING', needs: [] },
  Location: { type: 'LOCATION', needs: ['scale'] },
  Summary: { type: 'DOUBLE', needs: ['summaryForeignKey', 'summaryOperation'] }
};

/** Types that orgs know and the local org does not. */
const UNSUPPORTED_KINDS = new Set(['ExternalLookup', 'IndirectLookup', 'File', 'Array', 'EncryptedTextArea']);

/** Elements of a field that only some types have. */
const ONLY_FOR: Readonly<Record<string, readonly string[]>> = {
  length: ['Text', 'LongTextArea', 'Html', 'EncryptedText'],
  visibleLines: ['LongTextArea', 'Html', 'MultiselectPicklist'],
  referenceTo: ['Lookup', 'MasterDetail', 'MetadataRelationship'],
  deleteConstraint: ['Lookup'],
  reparentableMasterDetail: ['MasterDetail'],
  writeRequiresMasterRead: ['MasterDetail'],
  displayFormat: ['AutoNumber'],
  summaryOperation: ['Summary'],
  valueSet: ['Picklist', 'MultiselectPicklist']
};

/** Longest total of digits. */
const MAX_PRECISION = 18;

/** The kind of a field. @throws ComponentError for a missing or unknown type */
export function fieldKind(element: XmlElement): FieldKind {
  const type = element.text('type');
  if (type === null) throw new ComponentError("Must specify a non-empty 'type' for a CustomField");
  const kind = FIELD_KINDS[type];
  if (kind) return kind;
  if (UNSUPPORTED_KINDS.has(type)) throw new ComponentError(`The local org does not know fields of type ${type}`);
  throw new ComponentError(`'${type}' is not a valid value for the enum 'FieldType'`);
}

function checkPresence(element: XmlElement, type: string, kind: FieldKind): void {
  for (const needed of kind.needs) {
    if (element.first(needed) === null)
      throw new ComponentError(`Must specify '${needed}' for a CustomField of type ${type}`);
  }
  for (const [name, types] of Object.entries(ONLY_FOR)) {
    if (element.first(name) !== null && !types.includes(type)) {
      throw new ComponentError(`Can not specify '${name}' for a CustomField of type ${type}`);
    }
  }
}

function checkLength(element: XmlElement, kind: FieldKind): void {
  const length = element.number('length');
  if (length === null || kind.length === undefined) return;
  const { min, max } = kind.length;
  if (length < min || length > max)
    throw new ComponentError(`Invalid length ${length}: it must be between ${min} and ${max}`);
}

function checkNumber(element: XmlElement, type: string): void {
  const precision = element.number('precision');
  const scale = element.number('scale');
  if (precision === null || scale === null) return;
  if (!['Number', 'Currency', 'Percent'].includes(type)) return;
  if (precision > MAX_PRECISION || precision < 1)
    throw new ComponentError(`Precision must be between 1 and ${MAX_PRECISION}, but is ${precision}`);
  if (scale > precision || scale < 0)
    throw new ComponentError(`Scale must be between 0 and the precision ${precision}, but is ${scale}`);
}

/** The rules that hold for every stored (not calculated) custom field. @throws ComponentError in an org's words */
export function checkFieldElements(element: XmlElement, kind: FieldKind): void {
  const type = element.text('type')!;
  checkPresence(element, type, kind);
  checkLength(element, kind);
  checkNumber(element, type);
  if (element.flag('externalId') && !['Text', 'Number', 'Email', 'AutoNumber'].includes(type)) {
    throw new ComponentError(`Can not specify 'externalId' for a CustomField of type ${type}`);
  }
  if (element.flag('unique') && !['Text', 'Number', 'Email', 'AutoNumber'].includes(type)) {
    throw new ComponentError(`Can not specify 'unique' for a CustomField of type ${type}`);
  }
  if (
    element.flag('required') &&
    ['Checkbox', 'LongTextArea', 'Html', 'AutoNumber', 'MasterDetail', 'Summary'].includes(type)
  ) {
    throw new ComponentError(`Can not specify 'required' for a CustomField of type ${type}`);
  }
}

/** Custom API names: letters, digits and single underscores, beginning with a letter. */
const API_NAME = /^[A-Za-z](?:_?[A-Za-z0-9])*$/;

/** Checks an API name like `Score__c`. @throws ComponentError in an org's words */
export function checkCustomName(name: string, suffix: string, what: string): void {
  const base = name.endsWith(suffix) ? name.slice(0, -suffix.length) : null;
  // A namespace of an installed package may stand before the name.
  const plain = base?.replace(/^[A-Za-z][A-Za-z0-9_]{0,14}?__/, '') ?? '';
  if (base === null || !API_NAME.test(plain) || plain.length > 40) {
    throw new ComponentError(
      `The ${what} name you provided ${name} is not valid. It must end with ${suffix}, begin with a letter, hold only letters, digits and single underscores, and be at most 40 characters long.`
    );
  }
}
