/**
 * The first stage of the bundle: the framework and the base components. It takes seconds and changes only with its
 * packages, so it is kept.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { rollup, type OutputOptions, type Plugin } from 'rollup';
import { BASE_COMPONENTS, packageFolder } from '../places';
import { componentCompiler, minifier, modeConstants, ownWarnings, type WebMode } from './plugins';
import { replaceFolder } from './replaceFolder';
import { PLATFORM_URL } from './runtime';

const VIRTUAL = '\0base:';
const STAMP = '.stamp';

/** Files that every page needs, though no module of the second stage names them: from the folder's address. */
export const VENDOR_CHUNKS = ['chunks/base.js', 'chunks/iconSvgTemplatesUtility.js'];

/** Packages whose version decides what the files hold. */
const PACKAGES = ['lwc', 'lightning-base-components', '@lwc/rollup-plugin', 'rollup', '@swc/core'];
const OWN_SOURCES = ['vendorBundle.ts', 'plugins.ts'];

const FRAMEWORK: Readonly<Record<string, string>> = {
  lwc: path.join(packageFolder('@lwc/engine-dom'), 'dist', 'index.js'),
  '@lwc/synthetic-shadow': path.join(packageFolder('@lwc/synthetic-shadow'), 'dist', 'index.js')
};

/** Whether a folder holds just these modules, built by these versions. */
export function vendorIsFresh(modules: readonly string[], folder: string, mode: WebMode): boolean {
  const stampFile = path.join(folder, STAMP);
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stampOf([...modules].sort(), mode);
}

/**
 * Builds the framework and the base components that are asked for, unless the folder holds just that.
 *
 * @returns whether it had to be built
 */
export async function buildVendor(modules: readonly string[], folder: string, mode: WebMode): Promise<boolean> {
  if (vendorIsFresh(modules, folder, mode)) return false;
  const names = [...modules].sort();
  const bundle = await rollup({
    input: Object.fromEntries(names.map((name) => [name.replace('@lwc/', ''), name])),
    preserveEntrySignatures: 'strict',
    onLog: ownWarnings((message) => console.warn(message)),
    plugins: [baseModules(), componentCompiler(BASE_COMPONENTS), modeConstants(mode), minifier(mode)]
  });
  await replaceFolder(folder, async (fresh) => {
    await bundle.write({ ...OUTPUT, dir: fresh });
    writeFileSync(path.join(fresh, STAMP), stampOf(names, mode));
  });
  await bundle.close();
  return true;
}

const OUTPUT: OutputOptions = {
  format: 'es',
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name].js',
  manualChunks: chunkOf
};

function stampOf(names: readonly string[], mode: WebMode): string {
  const hash = createHash('sha256').update(JSON.stringify([mode, names]));
  for (const name of PACKAGES) hash.update(readFileSync(path.join(packageFolder(name), 'package.json')));
  for (const file of OWN_SOURCES) hash.update(readFileSync(path.join(__dirname, file)));
  return hash.digest('hex');
}

/** Icons are loaded set by set when the first of a set is shown; everything else comes at once. */
function chunkOf(id: string): string | undefined {
  if (id.includes('iconSvgTemplates') || id.includes('synthetic-shadow')) return undefined;
  return id.includes(`${path.sep}@lwc${path.sep}`) ? 'engine' : 'base';
}

/** Finds the modules of the base components; those below @salesforce/ get the user's language and locale. */
function baseModules(): Plugin {
  const aliases = baseAliases();
  return {
    name: 'base-modules',
    resolveId(id, importer) {
      const framework = FRAMEWORK[id];
      if (framework !== undefined) return framework;
      if (id === PLATFORM_URL) return { id, external: true };
      // The sets for right-to-left languages are as large as all others; the local org has no such language.
      if (/^lightning\/iconSvgTemplates\w*Rtl$/.test(id)) return baseFile(id.replace(/Rtl$/, ''));
      if (id.startsWith('lightning/')) return baseFile(id) ?? this.error(unknown(id, importer));
      if (!id.startsWith('@salesforce/')) return aliases.get(id) ?? null;
      const file = aliases.get(id) ?? this.error(unknown(id, importer));
      return /^@salesforce\/(label|i18n)\//.test(id) ? VIRTUAL + id : file;
    },
    load(id) {
      if (!id.startsWith(VIRTUAL)) return null;
      const name = id.slice(VIRTUAL.length);
      const [, kind, ...rest] = name.split('/');
      const read = kind === 'label' ? 'baseLabel' : 'baseInternationalization';
      const text = JSON.stringify(rest.join('/'));
      const own = JSON.stringify(aliases.get(name));
      return `import own from ${own}; import { ${read} } from '${PLATFORM_URL}'; export default ${read}(${text}, own);`;
    }
  };
}

function unknown(id: string, importer: string | undefined): string {
  return `The base components lack the module ${id}, which ${importer ?? 'the bundle'} imports`;
}

function baseFile(id: string): string | undefined {
  const name = id.slice('lightning/'.length);
  const base = path.join(BASE_COMPONENTS, name, name);
  return ['.js', '.html', '.css'].map((extension) => base + extension).find((file) => existsSync(file));
}

/** Modules below @salesforce/ and others that the package brings for itself. */
function baseAliases(): Map<string, string> {
  const folder = packageFolder('lightning-base-components');
  const description = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    lwc: { modules: { name?: string; path?: string }[] };
  };
  return new Map(
    description.lwc.modules.flatMap(({ name, path: file }) => (name && file ? [[name, path.join(folder, file)]] : []))
  );
}
