/**
 * The browser that tests use: Debian's Chromium, with fonts for Japanese.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Where Chromium is, unless the environment says otherwise. */
const USUAL_PLACE = '/usr/bin/chromium';
const JAPANESE_FONTS = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc';
const PACKAGES = ['chromium', 'fonts-noto-cjk'];

/** The path of Chromium: that of the environment's CHROMIUM, else Debian's. */
export function chromiumPath(): string {
  return process.env['CHROMIUM'] ?? USUAL_PLACE;
}

/**
 * Makes sure that Chromium is there; where this process may, it installs Debian's packages.
 *
 * @returns the path of Chromium
 * @throws Error that says what to do when Chromium is not there and cannot be installed
 */
export function ensureChromium(): string {
  if (existsSync(chromiumPath()) && (process.env['CHROMIUM'] || existsSync(JAPANESE_FONTS))) return chromiumPath();
  if (!process.env['CHROMIUM'] && mayInstall()) install();
  if (existsSync(chromiumPath())) return chromiumPath();
  throw new Error(
    `There is no Chromium at ${chromiumPath()}. Install it (on Debian: apt-get install ${PACKAGES.join(' ')}), ` +
      'or name another one in the environment variable CHROMIUM.'
  );
}

function mayInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

function install(): void {
  console.error(`Installing ${PACKAGES.join(' and ')} …`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '--yes', '--no-install-recommends', ...PACKAGES]]) {
    const { status } = spawnSync('apt-get', args, { env: environment, stdio: ['ignore', 2, 2] });
    if (status !== 0) throw new Error(`apt-get ${args.join(' ')} ended with ${status}; its messages stand above.`);
  }
}
