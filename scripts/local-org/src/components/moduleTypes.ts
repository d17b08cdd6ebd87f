/**
 * Declarations of the modules below @salesforce/ that a project's metadata makes: one module a name, so that a wrong name
 * does not compile.
 */
import type { SObjectSchema, Schema } from '../schema/model';
import type { ProjectMetadata } from '../schema/project';

/** Values of @salesforce/i18n that components of this project may read, with their types. */
export const I18N_TYPES: Readonly<Record<string, string>> = {
  lang: 'string',
  locale: 'string',
  dir: "'ltr' | 'rtl'",
  timeZone: 'string',
  currency: 'string',
  firstDayOfWeek: 'number'
};

const FIXED: Readonly<Record<string, string>> = {
  '@salesforce/user/Id': 'string',
  '@salesforce/user/isGuest': 'boolean',
  '@salesforce/client/formFactor': "'Large' | 'Medium' | 'Small'",
  ...Object.fromEntries(Object.entries(I18N_TYPES).map(([name, type]) => [`@salesforce/i18n/${name}`, type]))
};

/** The text of all these declarations. */
export function declareModules(project: ProjectMetadata): string {
  return [
    ...labelModules(project.schema.labels),
    ...[...project.schema.objects.values()].filter((object) => object.custom).flatMap(schemaModules),
    ...[...project.staticResources.keys()].map((name) => constantModule(`@salesforce/resourceUrl/${name}`, 'string')),
    ...[...project.customPermissions.keys()].map((name) =>
      constantModule(`@salesforce/customPermission/${name}`, 'true | undefined')
    ),
    ...Object.entries(FIXED).map(([name, type]) => constantModule(name, type))
  ].join('\n');
}

function labelModules(labels: Schema['labels']): string[] {
  return [...labels.values()].map(({ name, value }) =>
    constantModule(`@salesforce/label/c.${name}`, 'string', `  /** ${value.replaceAll('*/', '* /')} */\n`)
  );
}

function schemaModules(object: SObjectSchema): string[] {
  const fields = [...object.fields.values()].map((field) =>
    constantModule(
      `@salesforce/schema/${object.name}.${field.name}`,
      `{ readonly objectApiName: '${object.name}'; readonly fieldApiName: '${field.name}' }`
    )
  );
  return [
    constantModule(`@salesforce/schema/${object.name}`, `{ readonly objectApiName: '${object.name}' }`),
    ...fields
  ];
}

function constantModule(name: string, type: string, comment = ''): string {
  return `declare module '${name}' {\n${comment}  const value: ${type};\n  export default value;\n}`;
}
