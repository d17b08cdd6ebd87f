/**
 * What both stages of the bundle share: the compiler of components, and how code is made small.
 */
import lwc from '@lwc/rollup-plugin';
import replace from '@rollup/plugin-replace';
import { minify } from '@swc/core';
import type { LogHandler, Plugin } from 'rollup';

/** `development` keeps the checks and warnings of the framework, `production` leaves them out and is small. */
export type WebMode = 'development' | 'production';

/** The version of the framework's behaviour that the components ask for in their metadata files. */
const API_VERSION = 65;

/** Compiles components as the platform does for synthetic shadow. */
export function componentCompiler(rootDir: string): Plugin {
  return lwc({
    rootDir,
    apiVersion: API_VERSION,
    enableDynamicComponents: true,
    enableLwcOn: true,
    // Without it lightning-combobox throws: it attaches element internals.
    enableSyntheticElementInternals: true,
    // The runtime's own modules are no components.
    exclude: [/\/local-org\/browser\/\w+\.ts$/]
  });
}

/** Tells code which mode it runs in. */
export function modeConstants(mode: WebMode): Plugin {
  const values = { 'import.meta.env.SSR': 'false', 'process.env.NODE_ENV': JSON.stringify(mode) };
  return replace({ preventAssignment: true, values }) as Plugin;
}

/** Makes the code of production small. */
export function minifier(mode: WebMode): Plugin | null {
  if (mode === 'development') return null;
  return {
    name: 'minify',
    async renderChunk(code) {
      const small = await minify(code, { module: true, compress: true, mangle: true, sourceMap: true });
      return { code: small.code, map: small.map ?? null };
    }
  };
}

/** Passes on what rollup warns of in the project's own files; the base components' cycles are theirs. */
export function ownWarnings(warn: (message: string) => void): LogHandler {
  return (level, log) => {
    if (level !== 'warn') return;
    const about = `${log.loc?.file ?? ''} ${log.id ?? ''} ${(log.ids ?? []).join(' ')} ${log.message}`;
    if (about.includes('node_modules')) return;
    warn(log.message);
  };
}
