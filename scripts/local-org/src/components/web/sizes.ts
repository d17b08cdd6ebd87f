/**
 * How large a bundle is.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** Sizes in bytes of the JavaScript below a folder. */
export interface BundleSize {
  readonly files: number;
  readonly bytes: number;
  readonly gzipped: number;
}

/** Adds up the JavaScript files below a folder. */
export function bundleSize(folder: string): BundleSize {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .map((file) => path.join(folder, file))
    .filter((file) => statSync(file).isFile());
  const contents = files.map((file) => readFileSync(file));
  const sum = (size: (content: Buffer) => number): number => contents.reduce((total, each) => total + size(each), 0);
  return {
    files: files.length,
    bytes: sum(({ length }) => length),
    gzipped: sum((content) => gzipSync(content).length)
  };
}

/** `12 files, 340 KB (110 KB gzipped)`. */
export function formatSize({ files, bytes, gzipped }: BundleSize): string {
  const kilobytes = (count: number): string => `${Math.round(count / 1024).toLocaleString('en-US')} KB`;
  return `${files} files, ${kilobytes(bytes)} (${kilobytes(gzipped)} gzipped)`;
}
