/**
 * The second stage of the bundle: the project's components and the shell around them.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { InputOptions, OutputOptions, Plugin } from 'rollup';
import { bundlesIn, projectBundles, type ComponentBundle } from '../bundles';
import { parseXml } from '../../schema/xml';
import { BASE_COMPONENTS, BROWSER, BROWSER_MODULES } from '../places';
import { ProjectNames } from '../projectNames';
import { stripTypes } from '../stripTypes';
import { metadataSignature } from './freshness';
import { componentCompiler, modeConstants, ownWarnings, type WebMode } from './plugins';
import { PLATFORM_RUNTIME } from './runtime';
import { scopedModule } from './scopedModules';

/** Marks modules that exist only in the bundle. */
const VIRTUAL = '\0scoped:';
/** What the shell imports to make components by their tag names. */
const PROJECT_COMPONENTS = 'local/components';

/** Modules of the framework that are not components. */
const FRAMEWORK = new Set(['lwc', '@lwc/synthetic-shadow']);

/** Collects which modules of the first stage a build of the second one asks for. */
export interface AppBuild {
  readonly input: InputOptions;
  readonly output: OutputOptions;
  /** Module names such as `lightning/button`; filled while the bundle is built. */
  readonly vendorModules: Set<string>;
}

/**
 * How rollup builds the project's components.
 *
 * @param vendorUrl the folder of the first stage's files, as the browser asks for it
 */
export function appBuild(root: string, vendorUrl: string, mode: WebMode): AppBuild {
  const vendorModules = new Set<string>(FRAMEWORK);
  const input: InputOptions = {
    input: { main: path.join(BROWSER, 'main.ts'), platform: PLATFORM_RUNTIME },
    preserveEntrySignatures: 'strict',
    onLog: ownWarnings((message) => console.warn(message)),
    plugins: [
      vendorExternals(vendorUrl, vendorModules),
      projectModules(root),
      componentCompiler(BROWSER_MODULES),
      modeConstants(mode)
    ]
  };
  const output: OutputOptions = {
    format: 'es',
    sourcemap: true,
    entryFileNames: '[name].js',
    // No hash: a rebuild replaces its files, and the local org has nothing cached.
    chunkFileNames: 'chunks/[name].js'
  };
  return { input, output, vendorModules };
}

/** Leaves base components and the framework to the first stage. */
function vendorExternals(vendorUrl: string, used: Set<string>): Plugin {
  return {
    name: 'vendor-externals',
    resolveId(id) {
      if (!FRAMEWORK.has(id) && !isBaseComponent(id)) return null;
      used.add(id);
      return { id: vendorFile(vendorUrl, id), external: 'absolute' };
    }
  };
}

/** The address of a module of the first stage. */
export function vendorFile(vendorUrl: string, id: string): string {
  return `${vendorUrl}/${id.replace('@lwc/', '')}.js`;
}

function isBaseComponent(id: string): boolean {
  const [namespace, name, ...rest] = id.split('/');
  if (namespace !== 'lightning' || name === undefined || rest.length > 0) return false;
  if (existsSync(path.join(BROWSER_MODULES, namespace, name))) return false;
  return ['.js', '.html', '.css'].some((extension) => existsSync(path.join(BASE_COMPONENTS, name, name + extension)));
}

/** Finds components and generates the modules below @salesforce/. What is not known fails the build by its name. */
function projectModules(root: string): Plugin {
  let modules = new Map<string, ComponentBundle>();
  let names: ProjectNames;
  return {
    name: 'project-modules',
    buildStart() {
      names = currentNames(root);
      modules = new Map(allBundles(root).map((bundle) => [bundle.specifier, bundle]));
    },
    resolveId(id, importer) {
      if (importer === undefined || id.startsWith('.') || path.isAbsolute(id)) return null;
      const bundle = modules.get(id);
      if (bundle) return `${bundle.main}?specifier=${encodeURIComponent(id)}`;
      if (id.startsWith('@salesforce/') || id === PROJECT_COMPONENTS) return VIRTUAL + id;
      return this.error(`The local org does not know the module ${id}, which ${shown(root, importer)} imports`);
    },
    load(id) {
      if (!id.startsWith(VIRTUAL)) return sourceOf(id);
      const name = id.slice(VIRTUAL.length);
      if (name === PROJECT_COMPONENTS) return componentTable([...modules.values()]);
      try {
        return scopedModule(name, names);
      } catch (error) {
        const importers = this.getModuleInfo(id)?.importers ?? [];
        const where = importers.map((importer) => shown(root, importer)).join(', ');
        return this.error(`${(error as Error).message}${where ? ` (imported by ${where})` : ''}`);
      }
    },
    transform(code, id) {
      const [file = ''] = id.split('?');
      if (!file.endsWith('.ts')) return null;
      const stripped = stripTypes(code, path.relative(root, file), true);
      return { code: stripped.code, map: stripped.map };
    }
  };
}

let known: { readonly signature: string; readonly names: ProjectNames } | undefined;

/** The project's names, read anew only when a file beside the components has changed: reading takes a second. */
function currentNames(root: string): ProjectNames {
  const signature = metadataSignature(root);
  if (known?.signature !== signature) known = { signature, names: ProjectNames.of(root) };
  return known.names;
}

function allBundles(root: string): ComponentBundle[] {
  const own = ['lightning', 'shell'].flatMap((namespace) =>
    bundlesIn(path.join(BROWSER_MODULES, namespace), namespace)
  );
  return [...own, ...projectBundles(root)];
}

/** Emitted JavaScript may stand beside the TypeScript; the file that was resolved is the one that is read. */
function sourceOf(id: string): string | null {
  const [file = '', query] = id.split('?');
  return query?.startsWith('specifier=') && existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** A table of the components that pages may hold, by tag name; each is loaded when it is first shown. */
function componentTable(bundles: readonly ComponentBundle[]): string {
  const entries = bundles
    .filter((bundle) => bundle.specifier.startsWith('c/') && isExposed(bundle))
    .map(({ specifier }) => `${JSON.stringify(tagName(specifier))}: () => import(${JSON.stringify(specifier)})`);
  return `export default { ${entries.join(', ')} };`;
}

function isExposed({ folder, name }: ComponentBundle): boolean {
  const file = path.join(folder, `${name}.js-meta.xml`);
  return existsSync(file) && parseXml(readFileSync(file, 'utf8')).flag('isExposed');
}

/** `c-insights-app` for `c/insightsApp`. */
function tagName(specifier: string): string {
  return specifier.replace('/', '-').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function shown(root: string, id: string): string {
  const [file = ''] = id.replace(VIRTUAL, '').split('?');
  return path.isAbsolute(file) ? path.relative(root, file) : file;
}
