/**
 * Puts the objects of a project beside the standard ones.
 */
import type { ParsedFile, ParsedFiles } from './load';
import { applyStandardField, readField, type ValueSets } from './fields';
import type { FieldSetSchema, RecordTypeSchema, Schema, SObjectSchema, ValidationRule } from './model';
import { addFields, companionObjects, readObject, type ReadObject } from './objects';
import { ComponentError } from './problems';
import { addCommonChildren, addCompanionChild, linkFields, type FieldSource } from './relationships';
import { recordTypeField } from './systemFields';
import type { XmlElement } from './xml';

/** A part of an object: in a file of its own, or inside the object's file (metadata format). */
interface Part {
  file: string;
  object: string;
  name: string;
  element: XmlElement;
}

type PartType = 'field' | 'recordType' | 'validationRule' | 'fieldSet';

const INLINE_ELEMENTS: Record<PartType, string> = {
  field: 'fields',
  recordType: 'recordTypes',
  validationRule: 'validationRules',
  fieldSet: 'fieldSets'
};

class ObjectLoader {
  private readonly objectFiles: ParsedFile[];
  private readonly read: ReadObject[] = [];
  private readonly sources: FieldSource[] = [];

  constructor(
    private readonly schema: Schema,
    private readonly files: ParsedFiles,
    private readonly valueSets: ValueSets,
    private readonly tabs: ReadonlySet<string>
  ) {
    this.objectFiles = files.of('object');
  }

  load(): void {
    for (const file of this.objectFiles) this.loadObject(file);
    for (const part of this.parts('field')) this.loadField(part);
    this.loadRecordTypes();
    for (const part of this.parts('validationRule'))
      this.addPart('ValidationRule', part, (object) => object.validationRules.push(readRule(part)));
    this.link();
    for (const part of this.parts('fieldSet')) this.addPart('FieldSet', part, (object) => addFieldSet(object, part));
  }

  private parts(type: PartType): Part[] {
    const own = this.files
      .of(type)
      .map((file) => ({ file: file.file, object: file.object ?? '', name: file.name, element: file.root }));
    const inline = this.objectFiles.flatMap((file) =>
      file.root.all(INLINE_ELEMENTS[type]).map((element) => ({
        file: file.file,
        object: file.name,
        name: element.text('fullName') ?? '',
        element
      }))
    );
    return [...own, ...inline];
  }

  private isDetail(object: string): boolean {
    return this.parts('field').some((part) => part.object === object && part.element.text('type') === 'MasterDetail');
  }

  private loadObject(file: ParsedFile): void {
    const { name, root } = file;
    const isStandard = this.schema.objects.has(name.toLowerCase());
    const isCustom = /__\w+$/.test(name);
    if (isStandard && !isCustom) return;
    const read = this.files.problems.guard(file.file, 'CustomObject', name, () => {
      if (isStandard) throw new ComponentError(`Duplicate value found: the object ${name} stands twice in the project`);
      return readObject(name, root, this.isDetail(name), this.tabs.has(name));
    });
    if (!read) return;
    this.read.push(read);
    this.schema.objects.set(name.toLowerCase(), read.object);
  }

  private owner(part: Part): SObjectSchema {
    const object = this.schema.objects.get(part.object.toLowerCase());
    if (object) return object;
    const reason = /__\w+$/.test(part.object)
      ? `Entity of type 'CustomObject' named '${part.object}' cannot be found`
      : `The local org does not know the standard object ${part.object}`;
    throw new ComponentError(reason);
  }

  private addPart(type: string, part: Part, add: (object: SObjectSchema) => void): void {
    this.files.problems.guard(part.file, type, `${part.object}.${part.name}`, () => add(this.owner(part)));
  }

  private loadField(part: Part): void {
    this.addPart('CustomField', part, (object) => {
      if (!part.name.endsWith('__c')) {
        const standard = object.fields.get(part.name.toLowerCase());
        if (!standard)
          throw new ComponentError(`The local org does not know the standard field ${object.name}.${part.name}`);
        applyStandardField(standard, part.element, this.valueSets);
        return;
      }
      checkAllowed(object, part.element);
      const fields = readField(part.element, part.name, this.valueSets);
      addFields(object, fields);
      for (const field of fields) this.sources.push({ object, field, file: part.file });
    });
  }

  private loadRecordTypes(): void {
    for (const part of this.parts('recordType')) {
      this.addPart('RecordType', part, (object) => object.recordTypes.push(readRecordType(part)));
    }
    for (const object of this.schema.objects.values()) {
      if (object.recordTypes.length > 0 && !object.fields.has('recordtypeid')) addFields(object, [recordTypeField()]);
    }
  }

  private link(): void {
    const { objects } = this.schema;
    for (const read of this.read) {
      addCommonChildren(objects, read.object, read.traits.hasActivities);
      for (const companion of companionObjects(read)) {
        objects.set(companion.name.toLowerCase(), companion);
        addCompanionChild(read.object, companion);
      }
    }
    linkFields(objects, this.sources, this.files.problems);
  }
}

/** Sorts of objects that cannot have every type of field. Source: Salesforce Help on each sort. */
const FORBIDDEN: Partial<Record<SObjectSchema['sort'], readonly string[]>> = {
  customSetting: [
    'Lookup',
    'MasterDetail',
    'Picklist',
    'MultiselectPicklist',
    'LongTextArea',
    'Html',
    'AutoNumber',
    'Summary',
    'Time',
    'EncryptedText'
  ],
  customMetadata: [
    'Lookup',
    'MasterDetail',
    'MultiselectPicklist',
    'Html',
    'AutoNumber',
    'Summary',
    'Currency',
    'EncryptedText',
    'Location',
    'Time'
  ],
  platformEvent: [
    'Lookup',
    'MasterDetail',
    'Picklist',
    'MultiselectPicklist',
    'Html',
    'AutoNumber',
    'Summary',
    'Currency',
    'Percent',
    'Email',
    'Phone',
    'Url',
    'Location',
    'EncryptedText',
    'Time',
    'TextArea'
  ]
};

function checkAllowed(object: SObjectSchema, element: XmlElement): void {
  const type = element.text('type') ?? '';
  if (FORBIDDEN[object.sort]?.includes(type)) {
    throw new ComponentError(`Fields of type ${type} are not allowed on ${object.name}`);
  }
  if (type === 'MetadataRelationship' && object.sort !== 'customMetadata') {
    throw new ComponentError('Fields of type MetadataRelationship are allowed on custom metadata types only');
  }
  if (type === 'Hierarchy' && object.name !== 'User')
    throw new ComponentError('Fields of type Hierarchy are allowed on User only');
}

function readRecordType({ name, element }: Part): RecordTypeSchema {
  const label = element.text('label');
  if (label === null) throw new ComponentError('Required field is missing: label');
  return { developerName: name, label, active: element.flag('active') };
}

function readRule({ name, element }: Part): ValidationRule {
  const formula = element.text('errorConditionFormula');
  const message = element.text('errorMessage');
  if (formula === null) throw new ComponentError('Required field is missing: errorConditionFormula');
  if (message === null) throw new ComponentError('Required field is missing: errorMessage');
  if (message.length > 255) throw new ComponentError('Value too long for field: ErrorMessage maximum length is:255');
  return { name, active: element.flag('active'), formula, message, field: element.text('errorDisplayField') };
}

function addFieldSet(object: SObjectSchema, { name, element }: Part): void {
  const fieldSet: FieldSetSchema = {
    name,
    label: element.text('label') ?? name,
    fields: element
      .all('displayedFields')
      .map((item) => ({ path: item.text('field') ?? '', required: item.flag('isRequired') }))
  };
  for (const { path } of fieldSet.fields) {
    if (!path.includes('.') && !object.fields.has(path.toLowerCase())) {
      throw new ComponentError(`In field: field - no CustomField named ${object.name}.${path} found`);
    }
  }
  object.fieldSets.set(name.toLowerCase(), fieldSet);
}

/** Adds the project's objects and fields to the schema. Problems go to `files.problems`. */
export function loadObjects(schema: Schema, files: ParsedFiles, valueSets: ValueSets, tabs: ReadonlySet<string>): void {
  new ObjectLoader(schema, files, valueSets, tabs).load();
}
