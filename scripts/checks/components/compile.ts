import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ComponentBundle } from '../../local-org/src/components/bundles';
import { stripTypes } from '../../local-org/src/components/stripTypes';
import type { Finding } from '../framework/check';
import { shortPath } from '../framework/paths';

/** Something outside its bundle that a component names. */
export interface ComponentReference {
  /** `apexMethod`, `label`, `component`, `module` and others, in the compiler's words. */
  readonly type: string;
  /** `InsightsRunsController.loadRuns`, `c.InsightsGridTitle`, `c-insights-state`, `lightning/modal`. */
  readonly id: string;
  readonly file: string;
  readonly line?: number;
}

/** What the platform's compiler says of a bundle. */
export interface CompiledBundle {
  readonly findings: readonly Finding[];
  readonly references: readonly ComponentReference[];
}

/**
 * Compiles a bundle as it is deployed, with the compiler that Salesforce uses: TypeScript is emitted first.
 *
 * @param apiVersion that of the bundle's metadata file
 */
export async function compileBundle(
  root: string,
  bundle: ComponentBundle,
  apiVersion: number
): Promise<CompiledBundle> {
  const sources = new Map<string, string>();
  const files: Record<string, string> = {};
  for (const name of readdirSync(bundle.folder).filter(isSource)) {
    const source = readFileSync(join(bundle.folder, name), 'utf8');
    const deployed = name.replace(/\.ts$/, '.js');
    sources.set(deployed, name);
    try {
      files[deployed] = name.endsWith('.ts') ? stripTypes(source, name).code : source;
    } catch (error) {
      const file = shortPath(root, join(bundle.folder, name));
      return { findings: [{ file, message: (error as Error).message }], references: [] };
    }
  }
  // Loaded when it is needed: the compiler takes a second to load, which other checks need not wait for.
  const { compile } = await import('@lwc/sfdc-lwc-compiler');
  const { JSDocErrors } = await import('@lwc/sfdc-lwc-compiler/dist/errors/errors');
  const options = { apiVersion, enableLwcOn: true };
  const report = await compile({ bundle: { namespace: 'c', name: bundle.name, type: 'platform', files, options } });
  const place = (file: string | undefined): string =>
    shortPath(root, join(bundle.folder, sources.get(file ?? '') ?? file ?? ''));
  // The compiler wants types in comments; here the code has them.
  const aboutComments = new Set(Object.values(JSDocErrors).map(({ code }) => code));
  const diagnostics = [...report.diagnostics, ...(report.results ?? []).flatMap((result) => result.diagnostics)].filter(
    ({ code }) => !aboutComments.has(code)
  );
  return {
    findings: diagnostics.map(({ filename, location, message }) => ({
      file: place(filename?.split('/').pop()),
      // Lines of emitted JavaScript are not those of its source.
      ...(filename?.endsWith('.html') && location ? { line: location.line } : {}),
      rule: 'compiler',
      message: message.replace(/\s+/g, ' ')
    })),
    references: (report.metadata?.references ?? []).map(({ type, id, file }) => ({
      type,
      id,
      file: place(file),
      line: lineOf(readFileSync(join(bundle.folder, sources.get(file) ?? file), 'utf8'), id)
    }))
  };
}

/** Emitted JavaScript stands beside its TypeScript: only the source is read. */
function isSource(name: string, _index: number, names: readonly string[]): boolean {
  if (name.endsWith('.js')) return !names.includes(name.replace(/\.js$/, '.ts'));
  return /\.(ts|html|css)$/.test(name) && !name.endsWith('.d.ts');
}

function lineOf(source: string, id: string): number | undefined {
  const at = source.indexOf(id);
  return at < 0 ? undefined : source.slice(0, at).split('\n').length;
}
