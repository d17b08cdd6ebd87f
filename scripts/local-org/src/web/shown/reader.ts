/** Reads records as one user sees them: in user mode, with the user's sharing, locale, time zone and language. */
import type { LocalOrg } from '../../org';
import { formatDate, formatDatetime, localeTag } from '../../runtime/format/localeFormat';
import { kernel, withTransaction } from '../../runtime/kernel';
import type { UserContext } from '../../runtime/user';
import { ApexDate, ApexDatetime, toConcatString, tryToId, type SObjectValue } from '../../runtime/values';
import type { FieldSchema, SObjectSchema } from '../../schema/model';
import { AuraMembers, AuraWriter, type JsonValue } from '../apex/write';
import { Rights } from './rights';
import { Texts } from '../../schema/texts';

/** A field's value for people and for links. */
export interface ShownValue {
  value: JsonValue;
  displayValue: string;
  type: string;
  /** The record that a reference points to. */
  reference?: { id: string; object: string; name: string };
}

/** Types of field that no layout or list shows as text. */
const NOT_SHOWN = new Set(['BASE64', 'ADDRESS', 'LOCATION', 'COMPLEXVALUE']);

export class RecordReader {
  readonly rights: Rights;
  readonly texts: Texts;
  private readonly writer: AuraWriter;
  private readonly names = new Map<string, string | null>();

  constructor(
    readonly org: LocalOrg,
    readonly user: UserContext
  ) {
    this.rights = new Rights(org, user.id);
    this.texts = new Texts(org.project, user.language);
    this.writer = new AuraWriter(new AuraMembers(org.program));
  }

  /** Runs everything that one request reads in one transaction of the user. */
  within<T>(read: () => T): T {
    return withTransaction({ kind: 'AURA', user: this.user, limitMode: 'async' }, read);
  }

  /** Records of a query in user mode. @throws ApexException QueryException for what the user may not see */
  query(soql: string): SObjectValue[] {
    return kernel.services.dynamicQuery(soql, null, { access: 'user', sharing: 'with' }).items as SObjectValue[];
  }

  object(name: string): SObjectSchema | undefined {
    return this.org.project.schema.objects.get(name.toLowerCase());
  }

  objectOf(id: string): SObjectSchema | undefined {
    return this.org.data.context.queries.byPrefix(id.slice(0, 3));
  }

  /** The field when it exists and the user may see it. */
  field(schema: SObjectSchema, name: string): FieldSchema | null {
    const field = schema.fields.get(name.toLowerCase());
    return field && !NOT_SHOWN.has(field.type) && this.rights.field(schema, field) ? field : null;
  }

  show(schema: SObjectSchema, field: FieldSchema, record: SObjectValue): ShownValue {
    const value = record.values.get(field.name) ?? null;
    const shown = {
      value: this.writer.write(value),
      displayValue: this.display(schema, field, value),
      type: field.type
    };
    if (field.type !== 'REFERENCE' || typeof value !== 'string') return shown;
    const object = this.objectOf(value);
    const name = this.nameOf(value);
    if (!object || name === null) return shown;
    return { ...shown, displayValue: name, reference: { id: value, object: object.name, name } };
  }

  /** Name of a record; null when the user may not see it. */
  nameOf(id: string): string | null {
    let name = this.names.get(id);
    if (name === undefined) this.names.set(id, (name = this.readName(id)));
    return name;
  }

  private readName(id: string): string | null {
    const schema = this.objectOf(id);
    if (!schema || schema.nameField === null || !this.rights.object(schema) || tryToId(id) === null) return null;
    const [record] = this.query(`SELECT ${schema.nameField} FROM ${schema.name} WHERE Id = '${tryToId(id)}'`);
    const name = record?.values.get(schema.nameField) ?? null;
    return name === null ? null : String(name);
  }

  private display(schema: SObjectSchema, field: FieldSchema, value: unknown): string {
    const { locale, timeZone } = this.user;
    if (value === null) return '';
    if (value instanceof ApexDatetime) return formatDatetime(value, timeZone, locale);
    if (value instanceof ApexDate) return formatDate(value, locale);
    if (typeof value === 'boolean') return String(value);
    const text = toConcatString(value);
    switch (field.type) {
      case 'PICKLIST':
        return this.texts.value(schema, field, text);
      case 'MULTIPICKLIST':
        return text
          .split(';')
          .map((item) => this.texts.value(schema, field, item))
          .join('; ');
      case 'INTEGER':
      case 'LONG':
      case 'DOUBLE':
      case 'PERCENT':
      case 'CURRENCY':
        return this.number(field, Number(text));
      default:
        return text;
    }
  }

  private number(field: FieldSchema, value: number): string {
    const { locale, defaultCurrency } = this.user;
    const digits = { minimumFractionDigits: field.scale, maximumFractionDigits: field.scale };
    const style = field.type === 'CURRENCY' ? { style: 'currency' as const, currency: defaultCurrency } : {};
    const text = new Intl.NumberFormat(localeTag(locale), { ...digits, ...style }).format(value);
    return field.type === 'PERCENT' ? `${text}%` : text;
  }
}
