/**
 * Builds what a browser needs to show a project's components: the shell, the components and the base components.
 */
import path from 'node:path';
import { rollup, watch, type OutputAsset, type OutputChunk, type RollupError, type RollupWatcher } from 'rollup';
import { OWN_PROJECT } from '../project/files';
import { appBuild, type AppBuild } from './web/appBundle';
import { readStamp, sourceSignature, writeStamp } from './web/freshness';
import { indexPage } from './web/page';
import { minifier, type WebMode } from './web/plugins';
import { replaceFolder } from './web/replaceFolder';
import { bundleSize, formatSize } from './web/sizes';
import { buildVendor, VENDOR_CHUNKS, vendorIsFresh } from './web/vendorBundle';
import { writeWhenDifferent } from './writeWhenDifferent';

/** How to build. */
export interface WebOptions {
  /** The project's folder; by default the one that the local org is part of. */
  readonly root?: string;
  /** Rebuilds the components when a file changes, until the process ends or `stop` is called. */
  readonly watch?: boolean;
  /** `production` by default. */
  readonly mode?: WebMode;
  /** Told sizes and timings, a line a call; silent by default. */
  readonly log?: (line: string) => void;
}

/** What was built. */
export interface WebBuild {
  /** The folder with index.html and assets. */
  readonly dir: string;
  /** Ends watching. */
  stop(): Promise<void>;
}

/**
 * Builds the browser's files into `.local-org/web`, or keeps what is there when no source has changed. The framework and
 * the base components are built only when their packages changed or a component uses another of them.
 *
 * @throws Error naming the module when a component imports what neither the project nor the local org knows
 */
export async function buildWeb(options: WebOptions = {}): Promise<WebBuild> {
  const { root = OWN_PROJECT, mode = 'production', log = () => undefined } = options;
  const builder = new WebBuilder(root, mode, log);
  await builder.buildOnce();
  const watcher = options.watch === true ? builder.watch() : undefined;
  return { dir: builder.dir, stop: async () => watcher?.close() };
}

type Files = Record<string, OutputChunk | OutputAsset>;

class WebBuilder {
  readonly dir: string;
  private readonly build: AppBuild;
  private readonly vendor: string;
  private readonly vendorUrl: string;
  private readonly app: string;

  constructor(
    private readonly root: string,
    private readonly mode: WebMode,
    private readonly log: (line: string) => void
  ) {
    this.dir = path.join(root, '.local-org', 'web');
    this.app = path.join(this.dir, 'assets', 'app');
    this.vendor = path.join(this.dir, 'assets', `vendor-${mode}`);
    this.vendorUrl = `/assets/vendor-${mode}`;
    this.build = appBuild(root, this.vendorUrl, mode);
  }

  async buildOnce(): Promise<void> {
    const signature = sourceSignature(this.root, this.mode);
    const kept = readStamp(this.app);
    if (kept?.signature === signature && vendorIsFresh(kept.vendorModules, this.vendor, this.mode)) return;
    const started = Date.now();
    const bundle = await rollup(this.build.input).catch((error: RollupError) => {
      throw new Error(describeFailure(this.root, error), { cause: error });
    });
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    await replaceFolder(this.app, async (fresh) => {
      const { output } = await bundle.write({ ...this.build.output, dir: fresh, plugins: [minifier(this.mode)] });
      await this.finish(output);
      writeStamp(fresh, { signature, vendorModules: [...this.build.vendorModules] });
    });
    await bundle.close();
    this.log(`Components: ${formatSize(bundleSize(this.app))} in ${seconds} s`);
  }

  watch(): RollupWatcher {
    // Neither minified nor without dead code: these take longer than all the rest of a rebuild.
    const plugins = [
      { name: 'finish', writeBundle: async (_: unknown, files: Files) => this.finish(Object.values(files)) }
    ];
    const output = { ...this.build.output, dir: this.app, plugins };
    const watcher = watch({ ...this.build.input, treeshake: false, output, watch: { clearScreen: false } });
    watcher.on('event', (event) => {
      if (event.code === 'ERROR')
        this.log(`The components cannot be built: ${describeFailure(this.root, event.error)}`);
      if (event.code !== 'BUNDLE_END') return;
      this.log(`Components rebuilt in ${event.duration} ms`);
      void event.result.close();
    });
    return watcher;
  }

  /** Brings what the components ask for: base components that are not built yet, and the page that loads them. */
  private async finish(files: readonly (OutputChunk | OutputAsset)[]): Promise<void> {
    const started = Date.now();
    if (await buildVendor([...this.build.vendorModules], this.vendor, this.mode)) {
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      this.log(`Base components: ${formatSize(bundleSize(this.vendor))} in ${seconds} s`);
    }
    const page = indexPage(this.vendorUrl, this.firstModules(files));
    writeWhenDifferent(path.join(this.dir, 'index.html'), page);
  }

  /** What the shell needs at once: with these in the page's head, the browser fetches them side by side. */
  private firstModules(files: readonly (OutputChunk | OutputAsset)[]): string[] {
    const shell = files.find((file): file is OutputChunk => file.type === 'chunk' && file.name === 'start');
    const imported = (shell?.imports ?? []).map((file) => (file.startsWith('/') ? file : `/assets/app/${file}`));
    const chunks = VENDOR_CHUNKS.map((file) => `${this.vendorUrl}/${file}`);
    return shell ? [`/assets/app/${shell.fileName}`, ...imported, ...chunks] : [];
  }
}

/** An error with the file and line that rollup knows of, which the compiler's message leaves out. */
function describeFailure(root: string, { message, id, loc }: RollupError): string {
  const file = (loc?.file ?? id)?.split('?')[0];
  if (file === undefined || message.includes(path.basename(file))) return message;
  const place = loc ? `:${loc.line}:${loc.column}` : '';
  return `${path.relative(root, file)}${place} ${message}`;
}

if (require.main === module) {
  const mode = process.argv.includes('--development') ? 'development' : 'production';
  buildWeb({ watch: process.argv.includes('--watch'), mode, log: console.log }).catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
