/**
 * The code of modules below @salesforce/: each is made of its name.
 */
import type { ProjectNames } from '../projectNames';
import { APEX_RUNTIME, PLATFORM_RUNTIME } from './runtime';

const quote = JSON.stringify;

/**
 * The code of a module that a component of the project imports.
 *
 * @param id `@salesforce/label/c.InsightsGridTitle`
 * @throws Error naming what the module names and does not exist, or the module when the local org does not know its kind
 */
export function scopedModule(id: string, names: ProjectNames): string {
  const [, kind = '', ...rest] = id.split('/');
  const name = rest.join('/');
  const make = MAKERS[kind];
  if (!make) throw unknown(id);
  return make(name, names, id);
}

type Maker = (name: string, names: ProjectNames, id: string) => string;

const MAKERS: Readonly<Record<string, Maker>> = {
  apex: (name, names) => {
    if (name === '') return `export { refreshApex } from ${quote(APEX_RUNTIME)};`;
    const make = names.apexMethod(name).isCacheable ? 'wireableApexMethod' : 'apexMethod';
    return `import { ${make} } from ${quote(APEX_RUNTIME)}; export default ${make}(${quote(name)});`;
  },
  label: (name, names, id) => {
    if (!name.startsWith('c.')) throw unknown(id);
    names.requireLabel(name.slice(2));
    return fromPlatform('label', quote(name.slice(2)));
  },
  schema: (name, names) => {
    names.requireSchema(name);
    const [objectApiName, fieldApiName] = name.split('.');
    return `export default ${quote({ objectApiName, fieldApiName })};`;
  },
  resourceUrl: (name, names) => {
    names.requireStaticResource(name);
    return `export default ${quote(`/resource/${name}`)};`;
  },
  customPermission: (name, names) => {
    names.requireCustomPermission(name);
    return fromPlatform('customPermission', quote(name));
  },
  i18n: (name, names) => {
    names.requireInternationalization(name);
    return fromPlatform('internationalization', quote(name));
  },
  user: (name, _names, id) => {
    if (name === 'Id') return fromPlatform('userId', '');
    if (name === 'isGuest') return 'export default false;';
    throw unknown(id);
  },
  client: (name, _names, id) => {
    if (name !== 'formFactor') throw unknown(id);
    return fromPlatform('formFactor', '');
  }
};

function fromPlatform(functionName: string, argument: string): string {
  return `import { ${functionName} as read } from ${quote(PLATFORM_RUNTIME)}; export default read(${argument});`;
}

function unknown(id: string): Error {
  return new Error(`The local org does not know the module ${id}`);
}
