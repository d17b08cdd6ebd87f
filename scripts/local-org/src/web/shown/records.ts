/** A record as its page shows it: the sections of its layout, the components of its Lightning page, its related lists. */
import type { FieldSchema, SObjectSchema } from '../../schema/model';
import type { LayoutSection, PageLayout, RelatedListLayout } from '../../schema/layouts';
import { tryToId, type SObjectValue } from '../../runtime/values';
import { column, columnFields, readRows, type ShownColumn, type ShownRow } from './lists';
import { applicationOf, objectIcon } from './navigation';
import { recordRegions, type ShownRegion } from './pages';
import type { RecordReader, ShownValue } from './reader';

export interface ShownField extends ShownValue {
  label: string;
  name: string;
  /** Column of the section, from 0. */
  column: number;
  help?: string;
}

export interface ShownSection {
  label: string;
  columns: number;
  /** Row by row. */
  fields: ShownField[];
}

export interface ShownRelatedList {
  label: string;
  /** Object of the rows. */
  object: string;
  columns: ShownColumn[];
  rows: ShownRow[];
  /** There are more than `rows` has. */
  hasMore: boolean;
  /** Files: where each row's content is downloaded, by row id. */
  downloads?: Record<string, string>;
}

export interface ShownRecord {
  id: string;
  object: string;
  label: string;
  iconName: string;
  name: string;
  sections: ShownSection[];
  regions: ShownRegion[];
  related: ShownRelatedList[];
}

/** Rows of a related list before "View All". */
const RELATED_ROWS = 6;

/** The record, or null when there is none that the user may see. */
export function shownRecord(reader: RecordReader, id: string): ShownRecord | null {
  const recordId = tryToId(id);
  const schema = recordId === null ? undefined : reader.objectOf(recordId);
  if (recordId === null || !schema || !reader.rights.object(schema)) return null;
  const layout = layoutOf(reader, schema);
  const sections = layout?.sections ?? [standardSection(reader, schema)];
  const fields = sections
    .flatMap((section) => section.columns.flat())
    .flatMap((name) => (name === null ? [] : (reader.field(schema, name) ?? [])));
  const names = new Set(['Id', ...(schema.nameField ? [schema.nameField] : []), ...fields.map(({ name }) => name)]);
  const [record] = reader.query(`SELECT ${[...names].join(', ')} FROM ${schema.name} WHERE Id = '${recordId}'`);
  if (!record) return null;
  return {
    id: recordId,
    object: schema.name,
    label: reader.texts.object(schema),
    iconName: objectIcon(reader.org, schema.name),
    name: reader.nameOf(recordId) ?? recordId,
    sections: sections
      .map((section) => shownSection(reader, schema, section, record))
      .filter(({ fields: shown }) => shown.length > 0),
    regions: regionsOf(reader, schema),
    related: (layout?.relatedLists ?? []).flatMap((list) => relatedList(reader, list, recordId) ?? [])
  };
}

/** The first layout of the object by name. */
function layoutOf(reader: RecordReader, schema: SObjectSchema): PageLayout | null {
  const layouts = [...reader.org.project.layouts.values()].filter(
    ({ object }) => object.toLowerCase() === schema.name.toLowerCase()
  );
  return layouts.sort((a, b) => a.name.localeCompare(b.name))[0] ?? null;
}

/** Every field in two columns, for objects without a layout in the project. */
function standardSection(reader: RecordReader, schema: SObjectSchema): LayoutSection {
  const names = [...schema.fields.values()]
    .filter((field) => field.type !== 'ID' && field.name !== 'IsDeleted' && field.name !== 'SystemModstamp')
    .filter((field) => reader.field(schema, field.name) !== null)
    .map(({ name }) => name);
  const half = Math.ceil(names.length / 2);
  return { label: 'Information', columns: [names.slice(0, half), names.slice(half)] };
}

function shownSection(
  reader: RecordReader,
  schema: SObjectSchema,
  { label, columns }: LayoutSection,
  record: SObjectValue
): ShownSection {
  const height = Math.max(0, ...columns.map((fields) => fields.length));
  const fields: ShownField[] = [];
  for (let row = 0; row < height; row++) {
    columns.forEach((names, at) => {
      const name = names[row] ?? null;
      const field = name === null ? null : reader.field(schema, name);
      if (field) fields.push(shownField(reader, schema, field, record, at));
    });
  }
  return { label: reader.texts.section(schema, label), columns: Math.max(1, columns.length), fields };
}

function shownField(
  reader: RecordReader,
  schema: SObjectSchema,
  field: FieldSchema,
  record: SObjectValue,
  at: number
): ShownField {
  const { texts } = reader;
  const help = texts.help(schema, field);
  const shown = {
    label: texts.field(schema, field),
    name: field.name,
    column: at,
    ...reader.show(schema, field, record)
  };
  return help === null ? shown : { ...shown, help };
}

/** What records have without a page of the project: details, then related lists. */
const STANDARD_REGIONS: readonly ShownRegion[] = [
  {
    name: 'main',
    kind: 'Region',
    components: [
      { name: 'force:detailPanel', properties: {} },
      { name: 'force:relatedListContainer', properties: {} }
    ]
  }
];

/** The page of the application for the object, else the object's own. */
function regionsOf(reader: RecordReader, schema: SObjectSchema): ShownRegion[] {
  const { project } = reader.org;
  const app = applicationOf(reader.org, reader.rights);
  const assigned = [...(app?.recordPages ?? []), ...project.recordPages].find(
    ({ object }) => object.toLowerCase() === schema.name.toLowerCase()
  );
  const page = assigned && project.flexiPages.get(assigned.page);
  return page ? recordRegions(page) : [...STANDARD_REGIONS];
}

function relatedList(
  reader: RecordReader,
  { name, fields: codes }: RelatedListLayout,
  recordId: string
): ShownRelatedList | null {
  if (name === 'RelatedFileList') return relatedFiles(reader, recordId);
  const [object, lookup] = name.split('.');
  const schema = reader.object(object ?? '');
  const field = schema?.fields.get((lookup ?? '').toLowerCase());
  if (!schema || !field || !reader.rights.object(schema) || !reader.rights.field(schema, field)) return null;
  const columns = columnFields(reader, schema, codes);
  const rows = readRows(reader, schema, columns, ` WHERE ${field.name} = '${recordId}'`, RELATED_ROWS + 1);
  return {
    label: reader.texts.objects(schema),
    object: schema.name,
    columns: columns.map((item) => column(reader, schema, item)),
    rows: rows.slice(0, RELATED_ROWS),
    hasMore: rows.length > RELATED_ROWS
  };
}

function relatedFiles(reader: RecordReader, recordId: string): ShownRelatedList | null {
  const schema = reader.object('ContentDocument');
  if (!schema) return null;
  const soql = `SELECT ContentDocumentId FROM ContentDocumentLink WHERE LinkedEntityId = '${recordId}'`;
  const ids = reader.query(soql).map((link) => `'${String(link.values.get('ContentDocumentId'))}'`);
  const columns = columnFields(reader, schema, ['Title', 'FileExtension', 'ContentSize', 'CreatedDate']);
  const where = ` WHERE Id IN (${ids.join(', ')})`;
  const rows = ids.length === 0 ? [] : readRows(reader, schema, columns, where, RELATED_ROWS + 1);
  return {
    label: reader.texts.objects(schema),
    object: schema.name,
    columns: columns.map((item) => column(reader, schema, item)),
    rows: rows.slice(0, RELATED_ROWS),
    hasMore: rows.length > RELATED_ROWS,
    downloads: downloads(reader, rows)
  };
}

/** Addresses of the newest versions of documents. */
function downloads(reader: RecordReader, rows: readonly ShownRow[]): Record<string, string> {
  if (rows.length === 0) return {};
  const ids = rows.map(({ id }) => `'${id}'`).join(', ');
  const documents = reader.query(`SELECT LatestPublishedVersionId FROM ContentDocument WHERE Id IN (${ids})`);
  return Object.fromEntries(
    documents.map((document) => [
      document.id!,
      `/sfc/servlet.shepherd/version/download/${String(document.values.get('LatestPublishedVersionId'))}`
    ])
  );
}
