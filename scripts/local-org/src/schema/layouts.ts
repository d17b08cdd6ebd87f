/**
 * Reads page layouts and list views. Source: Metadata API Developer Guide, Layout and ListView.
 */
import type { Schema, SObjectSchema } from './model';
import type { Problems } from './problems';
import type { XmlElement } from './xml';

export interface LayoutSection {
  label: string;
  /** Fields by column; null for an empty place. */
  columns: (string | null)[][];
}

export interface RelatedListLayout {
  /** `InsightsRunIssue__c.Run__c`, or a name of the platform such as `RelatedFileList`. */
  name: string;
  /** Column codes. */
  fields: string[];
}

export interface PageLayout {
  /** `Object-Layout Name`. */
  name: string;
  object: string;
  sections: LayoutSection[];
  relatedLists: RelatedListLayout[];
}

export interface ListViewFilter {
  field: string;
  operation: string;
  value: string;
}

export interface ListView {
  object: string;
  name: string;
  label: string;
  /** Column codes: `NAME`, `Status__c`. */
  columns: string[];
  /** `Everything`, `Mine` … */
  scope: string;
  filters: ListViewFilter[];
}

/** Fields behind the column codes that every custom object has. */
const COLUMN_CODES: Readonly<Record<string, string>> = {
  NAME: 'Name',
  CREATED_DATE: 'CreatedDate',
  CREATEDBY_USER: 'CreatedById',
  'CREATEDBY_USER.ALIAS': 'CreatedById',
  LAST_UPDATE: 'LastModifiedDate',
  UPDATEDBY_USER: 'LastModifiedById',
  'UPDATEDBY_USER.ALIAS': 'LastModifiedById',
  'OWNER.ALIAS': 'OwnerId',
  'OWNER.FIRST_NAME': 'OwnerId',
  'OWNER.LAST_NAME': 'OwnerId',
  RECORDTYPE: 'RecordTypeId'
};

/** Field of a column code; undefined when there is none. */
export function columnField(schema: SObjectSchema, code: string): string | undefined {
  return schema.fields.get((COLUMN_CODES[code] ?? code).toLowerCase())?.name;
}

export function readLayout(name: string, root: XmlElement): PageLayout {
  return {
    name,
    object: name.slice(0, name.indexOf('-')),
    sections: root.all('layoutSections').map((section) => ({
      label: section.text('label') ?? '',
      columns: section.all('layoutColumns').map((column) => column.all('layoutItems').map((item) => item.text('field')))
    })),
    relatedLists: root.all('relatedLists').map((list) => ({
      name: list.text('relatedList') ?? '',
      fields: list.all('fields').map((field) => field.value)
    }))
  };
}

export function readListView(object: string, name: string, root: XmlElement): ListView {
  return {
    object,
    name,
    label: root.text('label') ?? name,
    columns: root.all('columns').map((column) => column.value),
    scope: root.text('filterScope') ?? 'Everything',
    filters: root.all('filters').map((filter) => ({
      field: filter.text('field') ?? '',
      operation: filter.text('operation') ?? '',
      value: filter.text('value') ?? ''
    }))
  };
}

/** Checks the fields of a layout. */
export function checkLayout(layout: PageLayout, file: string, schema: Schema, problems: Problems): void {
  const error = (message: string): void => problems.error(file, 'Layout', layout.name, message);
  const object = schema.objects.get(layout.object.toLowerCase());
  if (!object) return error(`In field: fullName - no CustomObject named ${layout.object} found`);
  for (const field of layout.sections.flatMap((section) => section.columns.flat())) {
    const isOwn = field !== null && (field.endsWith('__c') || object.custom);
    if (isOwn && !object.fields.has(field.toLowerCase()))
      error(`In field: field - no CustomField named ${object.name}.${field} found`);
  }
}

/** Checks the columns and filters of a list view. Codes of standard objects are not known here. */
export function checkListView(view: ListView, file: string, schema: Schema, problems: Problems): void {
  const error = (message: string): void => problems.error(file, 'ListView', `${view.object}.${view.name}`, message);
  const object = schema.objects.get(view.object.toLowerCase());
  if (!object) return error(`In field: fullName - no CustomObject named ${view.object} found`);
  const codes = [...view.columns, ...view.filters.map((filter) => filter.field)];
  for (const code of codes) {
    if ((object.custom || code.endsWith('__c')) && columnField(object, code) === undefined)
      error(`Could not resolve list view column: ${code}`);
  }
}
