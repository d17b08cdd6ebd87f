/**
 * What the modules below @salesforce/ may name in a project.
 */
import { existsSync } from 'node:fs';
import { packageDirectories, readApexSources } from '../project/files';
import { loadProject } from '../schema/load';
import type { ProjectMetadata } from '../schema/project';
import { declareApex, type AuraMethod } from './apexTypes';
import { I18N_TYPES } from './moduleTypes';

/** Answers whether a name exists; each sentence of refusal names what is missing. */
export class ProjectNames {
  private readonly methods: ReadonlyMap<string, AuraMethod>;

  constructor(
    private readonly project: ProjectMetadata,
    methods: readonly AuraMethod[]
  ) {
    this.methods = new Map(methods.map((method) => [method.name, method]));
  }

  /** @throws Error when Apex does not parse */
  static of(root: string): ProjectNames {
    const folders = packageDirectories(root).filter((directory) => existsSync(directory));
    // The parser decides; files without the word cannot hold the annotation and need not be parsed.
    const sources = readApexSources(folders).filter(({ source }) => /auraenabled/i.test(source));
    return new ProjectNames(loadProject(root), declareApex(sources).methods);
  }

  /** The method as declared. @throws Error naming it when there is none with @AuraEnabled */
  apexMethod(name: string): AuraMethod {
    const method = this.methods.get(name);
    if (!method) throw new Error(`There is no @AuraEnabled method ${name}`);
    return method;
  }

  /** @throws Error naming the label when there is none */
  requireLabel(name: string): void {
    const label = this.project.schema.labels.get(name.toLowerCase());
    if (label?.name !== name) throw new Error(`There is no custom label ${name}`);
  }

  /** @throws Error naming the object or field when there is none */
  requireSchema(reference: string): void {
    const [objectName = '', ...path] = reference.split('.');
    const object = this.project.schema.objects.get(objectName.toLowerCase());
    if (!object) throw new Error(`There is no object ${objectName}`);
    const field = path[0];
    if (path.length > 1) throw new Error(`The local org does not know fields of parents in modules: ${reference}`);
    if (field !== undefined && !object.fields.has(field.toLowerCase())) {
      throw new Error(`There is no field ${field} of ${objectName}`);
    }
  }

  /** @throws Error naming the static resource when there is none */
  requireStaticResource(name: string): void {
    if (!this.project.staticResources.has(name)) throw new Error(`There is no static resource ${name}`);
  }

  /** @throws Error naming the custom permission when there is none */
  requireCustomPermission(name: string): void {
    if (!this.project.customPermissions.has(name)) throw new Error(`There is no custom permission ${name}`);
  }

  /** @throws Error naming the value when it is none that the local org gives */
  requireInternationalization(name: string): void {
    if (!(name in I18N_TYPES)) throw new Error(`The local org does not know @salesforce/i18n/${name}`);
  }
}
