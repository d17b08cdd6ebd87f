/**
 * Reads the translated names of objects, fields, tabs and applications. Source: Metadata API Developer Guide,
 * CustomObjectTranslation, CustomFieldTranslation and Translations.
 */
import path from 'node:path';
import { COMMON_FIELDS, COMMON_SECTIONS, JAPANESE_NAMES } from '../platform/objects/japanese';
import type { XmlElement } from './xml';

export interface FieldTexts {
  label: string | null;
  help: string | null;
  /** Translations by label of the value. */
  values: Map<string, string>;
}

export interface ObjectTexts {
  label: string | null;
  plural: string | null;
  nameField: string | null;
  /** By lower-cased field name. */
  fields: Map<string, FieldTexts>;
  /** Labels of layout sections, by the section's own label. */
  sections: Map<string, string>;
}

/** What one language says. */
export interface LanguageTexts {
  /** By lower-cased object name. */
  objects: Map<string, ObjectTexts>;
  /** Labels of system fields by lower-cased name, where an object has no other. */
  commonFields: Map<string, string>;
  /** Labels of layout sections by the section's own label, where an object has no other. */
  commonSections: Map<string, string>;
  tabs: Map<string, string>;
  applications: Map<string, string>;
}

/** Texts by language. */
export type Translations = Map<string, LanguageTexts>;

/** A file of translated texts. */
export interface TranslationFile {
  file: string;
  name: string;
  root: XmlElement;
}

const noTexts = (): LanguageTexts => ({
  objects: new Map(),
  commonFields: new Map(),
  commonSections: new Map(),
  tabs: new Map(),
  applications: new Map()
});

function language(translations: Translations, name: string): LanguageTexts {
  const texts = translations.get(name) ?? noTexts();
  translations.set(name, texts);
  return texts;
}

/** Texts of `Foo__c-ja`. */
function objectTexts(translations: Translations, nameAndLanguage: string): ObjectTexts {
  const dash = nameAndLanguage.lastIndexOf('-');
  const { objects } = language(translations, nameAndLanguage.slice(dash + 1));
  const key = nameAndLanguage.slice(0, dash).toLowerCase();
  let texts = objects.get(key);
  if (!texts)
    objects.set(key, (texts = { label: null, plural: null, nameField: null, fields: new Map(), sections: new Map() }));
  return texts;
}

function readObject(texts: ObjectTexts, root: XmlElement): void {
  for (const item of root.all('caseValues')) {
    if (item.flag('plural')) texts.plural = item.text('value');
    else texts.label = item.text('value');
  }
  texts.nameField = root.text('nameFieldLabel');
  for (const section of root.all('layouts').flatMap((layout) => layout.all('sections')))
    texts.sections.set(section.text('section') ?? '', section.text('label') ?? '');
  for (const field of root.all('fields')) readField(texts, field.text('name') ?? '', field);
}

function readField(texts: ObjectTexts, name: string, root: XmlElement): void {
  const values = root
    .all('picklistValues')
    .map((value): [string, string] => [value.text('masterLabel') ?? '', value.text('translation') ?? '']);
  texts.fields.set(name.toLowerCase(), {
    label: root.text('label') ?? texts.fields.get(name.toLowerCase())?.label ?? null,
    help: root.text('help'),
    values: new Map(values.filter(([, text]) => text !== ''))
  });
}

/** How the platform itself names the standard objects, and the fields that all objects have. */
function addStandardNames(translations: Translations): void {
  const texts = language(translations, 'ja');
  texts.commonSections = new Map(Object.entries(COMMON_SECTIONS));
  for (const [name, label] of Object.entries(COMMON_FIELDS)) texts.commonFields.set(name.toLowerCase(), label);
  for (const [object, { label, fields }] of Object.entries(JAPANESE_NAMES)) {
    const names = objectTexts(translations, `${object}-ja`);
    names.label = label;
    for (const [field, name] of Object.entries(fields ?? {}))
      names.fields.set(field.toLowerCase(), { label: name, help: null, values: new Map() });
  }
}

/** Collects the translations of a project from its files of each kind, on top of the platform's own. */
export function readObjectTranslations(
  objectFiles: readonly TranslationFile[],
  fieldFiles: readonly TranslationFile[],
  languageFiles: readonly TranslationFile[]
): Translations {
  const translations: Translations = new Map();
  addStandardNames(translations);
  for (const { name, root } of objectFiles) readObject(objectTexts(translations, name), root);
  for (const { file, name, root } of fieldFiles)
    readField(objectTexts(translations, path.basename(path.dirname(file))), name, root);
  for (const { name, root } of languageFiles) {
    const texts = language(translations, name);
    for (const tab of root.all('customTabs')) texts.tabs.set(tab.text('name') ?? '', tab.text('label') ?? '');
    for (const app of root.all('customApplications'))
      texts.applications.set(app.text('name') ?? '', app.text('label') ?? '');
  }
  return translations;
}
