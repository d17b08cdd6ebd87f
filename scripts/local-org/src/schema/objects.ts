/**
 * Reads custom objects, custom settings, custom metadata types and platform events.
 */
import { newObject } from './defaults';
import { checkCustomName } from './fieldRules';
import type { FieldSchema, SObjectSchema, SObjectSort } from './model';
import { ComponentError } from './problems';
import { historyFields, shareFields, systemFields, type NameFieldSettings } from './systemFields';
import type { XmlElement } from './xml';

/** What the object's file says beyond the schema, for later steps. */
export interface ObjectTraits {
  hasActivities: boolean;
  hasHistory: boolean;
}

/** A custom object with its system fields. */
export interface ReadObject {
  object: SObjectSchema;
  traits: ObjectTraits;
}

const SUFFIXES: [string, SObjectSort][] = [
  ['__c', 'custom'],
  ['__mdt', 'customMetadata'],
  ['__e', 'platformEvent']
];
const UNSUPPORTED_SUFFIXES = ['__b', '__x', '__kav', '__dlm'];

function sortOf(name: string, element: XmlElement): SObjectSort {
  const unsupported = UNSUPPORTED_SUFFIXES.find((suffix) => name.endsWith(suffix));
  if (unsupported) throw new ComponentError(`The local org does not know objects that end with ${unsupported}`);
  const found = SUFFIXES.find(([suffix]) => name.endsWith(suffix));
  if (!found) throw new ComponentError(`The local org does not know the standard object ${name}`);
  checkCustomName(name, found[0], 'object');
  return element.first('customSettingsType') === null ? found[1] : 'customSetting';
}

function need(element: XmlElement, name: string): string {
  const text = element.text(name);
  if (text === null) throw new ComponentError(`Must specify a non-empty ${name} for the CustomObject`);
  return text;
}

const SHARING_MODELS = new Set(['Private', 'Read', 'ReadWrite', 'ControlledByParent', 'FullAccess']);

function sharingModel(element: XmlElement, sort: SObjectSort): SObjectSchema['sharingModel'] {
  if (sort !== 'custom') return 'ReadWrite';
  const model = need(element, 'sharingModel');
  if (!SHARING_MODELS.has(model))
    throw new ComponentError(`'${model}' is not a valid value for the enum 'SharingModel'`);
  return model as SObjectSchema['sharingModel'];
}

function nameSettings(element: XmlElement, sort: SObjectSort): NameFieldSettings {
  const settings = element.first('nameField');
  if (sort !== 'custom') return { label: 'Name', autoNumberFormat: null };
  if (settings === null) throw new ComponentError('Must specify a nameField of type Text or AutoNumber');
  const type = settings.text('type');
  if (type !== 'Text' && type !== 'AutoNumber')
    throw new ComponentError('Must specify a nameField of type Text or AutoNumber');
  const label = settings.text('label');
  if (label === null) throw new ComponentError('Must specify a non-empty label for the nameField');
  const format = settings.text('displayFormat');
  if (type === 'AutoNumber' && format === null)
    throw new ComponentError("Must specify 'displayFormat' for a nameField of type AutoNumber");
  return { label, autoNumberFormat: type === 'AutoNumber' ? format : null };
}

function settingType(element: XmlElement): SObjectSchema['settingType'] {
  const type = element.text('customSettingsType');
  if (type === null || type === 'List' || type === 'Hierarchy') return type;
  throw new ComponentError(`'${type}' is not a valid value for the enum 'CustomSettingsType'`);
}

function publishBehavior(element: XmlElement, sort: SObjectSort): SObjectSchema['publishBehavior'] {
  if (sort !== 'platformEvent') return null;
  need(element, 'deploymentStatus');
  const behavior = element.text('publishBehavior') ?? 'PublishImmediately';
  if (behavior !== 'PublishImmediately' && behavior !== 'PublishAfterCommit') {
    throw new ComponentError(`'${behavior}' is not a valid value for the enum 'PlatformEventPublishBehavior'`);
  }
  return behavior;
}

function abilities(sort: SObjectSort, element: XmlElement): Partial<SObjectSchema> {
  if (sort === 'custom') return { searchable: element.text('enableSearch') !== 'false' };
  if (sort === 'customSetting') return { undeletable: false, triggerable: false };
  const readOnly = { updateable: false, deletable: false, undeletable: false };
  if (sort === 'customMetadata') return { ...readOnly, createable: false, triggerable: false };
  return { ...readOnly, queryable: false };
}

/**
 * Reads an object's own file.
 * @throws ComponentError in the words of a deployment
 */
export function readObject(name: string, element: XmlElement, isDetail: boolean, hasTab: boolean): ReadObject {
  const sort = sortOf(name, element);
  const label = need(element, 'label');
  const plural = sort === 'customSetting' ? (element.text('pluralLabel') ?? label) : need(element, 'pluralLabel');
  if (sort === 'custom') need(element, 'deploymentStatus');
  const object = newObject(name, label, plural, sort, {
    custom: true,
    description: element.text('description'),
    settingType: settingType(element),
    publishBehavior: publishBehavior(element, sort),
    sharingModel: sharingModel(element, sort),
    ...abilities(sort, element)
  });
  checkSharing(object, isDetail);
  const traits = { hasActivities: element.flag('enableActivities'), hasHistory: element.flag('enableHistory') };
  const options = { name: nameSettings(element, sort), isDetail, hasTab, hasActivities: traits.hasActivities };
  addFields(object, systemFields(sort, options));
  object.nameField = [...object.fields.values()].find((field) => field.nameField)?.name ?? null;
  return { object, traits };
}

function checkSharing(object: SObjectSchema, isDetail: boolean): void {
  if (isDetail && object.sharingModel !== 'ControlledByParent') {
    throw new ComponentError(
      'Cannot set sharingModel to anything other than ControlledByParent on a CustomObject with a MasterDetail relationship field'
    );
  }
  if (!isDetail && object.sharingModel === 'ControlledByParent') {
    throw new ComponentError(
      'Cannot set sharingModel to ControlledByParent on a CustomObject without a MasterDetail relationship field'
    );
  }
}

/** Adds fields by lower-cased name. @throws ComponentError for a name that is taken */
export function addFields(object: SObjectSchema, fields: readonly FieldSchema[]): void {
  for (const field of fields) {
    const key = field.name.toLowerCase();
    if (object.fields.has(key))
      throw new ComponentError(`There is already a field named ${field.name} on ${object.name}`);
    object.fields.set(key, field);
  }
}

function companion(
  of: SObjectSchema,
  name: string,
  label: string,
  sort: SObjectSort,
  fields: FieldSchema[]
): SObjectSchema {
  const writable = sort === 'share';
  const object = newObject(name, label, label, sort, {
    custom: true,
    createable: writable,
    updateable: writable,
    deletable: writable,
    undeletable: false,
    triggerable: false,
    sharingModel: of.sharingModel
  });
  addFields(object, fields);
  return object;
}

/** `X__Share` and `X__History`, for objects that have them: shares exist where not everybody may edit every record. */
export function companionObjects({ object, traits }: ReadObject): SObjectSchema[] {
  if (object.sort !== 'custom') return [];
  const base = object.name.replace(/__c$/, '');
  const found: SObjectSchema[] = [];
  if (object.sharingModel === 'Private' || object.sharingModel === 'Read') {
    found.push(companion(object, `${base}__Share`, `Share: ${object.label}`, 'share', shareFields(object.name)));
  }
  if (traits.hasHistory) {
    found.push(
      companion(object, `${base}__History`, `History: ${object.label}`, 'history', historyFields(object.name))
    );
  }
  return found;
}
