/** Names of objects, fields, tabs and applications in a user's language. */
import type { Application, CustomTab } from './applications';
import type { FieldSchema, Schema, SObjectSchema } from './model';
import type { FieldTexts, LanguageTexts, ObjectTexts, Translations } from './translations';

/** What names things, and how other languages name them. */
export interface Named {
  readonly schema: Schema;
  readonly translations: Translations;
}

/** The words of one language; what is not translated stays as it is. */
export class Texts {
  private readonly own: LanguageTexts | undefined;

  constructor(
    private readonly org: Named,
    readonly language: string
  ) {
    this.own = org.translations.get(language);
  }

  private objectTexts(schema: SObjectSchema): ObjectTexts | undefined {
    return this.own?.objects.get(schema.name.toLowerCase());
  }

  private fieldTexts(schema: SObjectSchema, field: FieldSchema): FieldTexts | undefined {
    return this.objectTexts(schema)?.fields.get(field.name.toLowerCase());
  }

  object(schema: SObjectSchema): string {
    return this.objectTexts(schema)?.label ?? schema.label;
  }

  /** Languages without a plural, such as Japanese, translate the singular only. */
  objects(schema: SObjectSchema): string {
    const texts = this.objectTexts(schema);
    return texts?.plural ?? texts?.label ?? schema.labelPlural;
  }

  field(schema: SObjectSchema, field: FieldSchema): string {
    if (field.nameField && schema.custom) return this.objectTexts(schema)?.nameField ?? field.label;
    const own = this.fieldTexts(schema, field)?.label;
    return own ?? (field.custom ? undefined : this.own?.commonFields.get(field.name.toLowerCase())) ?? field.label;
  }

  /** What hovering over a field's label tells; null for nothing. */
  help(schema: SObjectSchema, field: FieldSchema): string | null {
    return this.fieldTexts(schema, field)?.help ?? field.inlineHelpText;
  }

  /** A value of a picklist as people read it. */
  value(schema: SObjectSchema, field: FieldSchema, value: string): string {
    const label = field.picklistValues.find((item) => item.value === value)?.label ?? value;
    return this.fieldTexts(schema, field)?.values.get(label) ?? label;
  }

  section(schema: SObjectSchema, label: string): string {
    return this.objectTexts(schema)?.sections.get(label) ?? this.own?.commonSections.get(label) ?? label;
  }

  application(app: Application): string {
    return this.own?.applications.get(app.name) ?? app.label;
  }

  /** Label of a tab; that of an object's tab is the object's plural. */
  tab(tab: CustomTab): string {
    const schema = tab.kind === 'object' ? this.org.schema.objects.get(tab.name.toLowerCase()) : undefined;
    return this.own?.tabs.get(tab.name) ?? (schema ? this.objects(schema) : (tab.label ?? tab.name));
  }

  /** All custom labels by name. */
  labels(): Record<string, string> {
    const labels = [...this.org.schema.labels.values()];
    return Object.fromEntries(
      labels.map(({ name, value, translations }) => [name, translations[this.language] ?? value])
    );
  }
}
