import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BASE_COMPONENTS, BROWSER_MODULES } from '../../local-org/src/components/places';
import type { ProjectNames } from '../../local-org/src/components/projectNames';
import type { ComponentReference } from './compile';

/** Modules of the platform that neither the base components nor the local org has as files. */
const PLATFORM_MODULES = new Set(['lwc', '@salesforce/apex']);

/** Answers which references of components lead nowhere. */
export class ReferenceJudge {
  constructor(
    private readonly names: ProjectNames,
    /** The project's modules: `c/insightsState`. */
    private readonly modules: ReadonlySet<string>
  ) {}

  /** What is wrong with a reference, or undefined when it exists. */
  fault(reference: ComponentReference): string | undefined {
    try {
      this.require(reference);
      return undefined;
    } catch (error) {
      return (error as Error).message;
    }
  }

  private require({ type, id }: ComponentReference): void {
    switch (type) {
      case 'apexMethod':
        this.names.apexMethod(id);
        return;
      case 'label':
        this.names.requireLabel(id.replace(/^c\./, ''));
        return;
      case 'sobjectClass':
      case 'sobjectField':
      case 'schema':
        this.names.requireSchema(id);
        return;
      case 'resourceUrl':
        this.names.requireStaticResource(id);
        return;
      case 'customPermission':
        this.names.requireCustomPermission(id);
        return;
      case 'i18n':
        this.names.requireInternationalization(id);
        return;
      case 'component':
        this.requireModule(moduleOf(id), `component ${id}`);
        return;
      case 'module':
        this.requireModule(id, `module ${id}`);
        return;
      case 'user':
      case 'client':
        return;
      default:
        throw new Error(`The local org does not know references of the kind ${type}: ${id}`);
    }
  }

  private requireModule(id: string, shown: string): void {
    if (PLATFORM_MODULES.has(id) || this.modules.has(id)) return;
    const [namespace = '', name = ''] = id.split('/');
    const folders = namespace === 'lightning' ? [join(BROWSER_MODULES, namespace), BASE_COMPONENTS] : [];
    if (name !== '' && folders.some((folder) => existsSync(join(folder, name)))) return;
    throw new Error(`There is no ${shown}`);
  }
}

/** `c/insightsState` for `c-insights-state`. */
function moduleOf(tag: string): string {
  const [namespace = '', ...words] = tag.split('-');
  const name = words.map((word, index) => (index === 0 ? word : `${word.charAt(0).toUpperCase()}${word.slice(1)}`));
  return `${namespace}/${name.join('')}`;
}
