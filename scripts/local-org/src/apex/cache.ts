/**
 * A cache on disk, keyed by hashes of everything that a result depends on. A missing, unreadable or half-written entry
 * counts as none.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';

/** Entries are forgotten after so many milliseconds: 14 days. */
const MAX_AGE = 14 * 86400000;

/** Hash of texts; each counts with its length, so that moving text from one to the next changes it. */
export function hashOf(...texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${text.length}:`).update(text);
  return hash.digest('hex').slice(0, 32);
}

export class DiskCache {
  /** `dir` null: nothing is kept. */
  constructor(private readonly dir: string | null) {}

  /** The value stored under the key, or null. */
  read<T>(key: string): T | null {
    if (this.dir === null) return null;
    try {
      return deserialize(readFileSync(this.file(key))) as T;
    } catch {
      return null;
    }
  }

  /** Stores a value; a failure to do so (a full or read-only disk) only costs time later. */
  write(key: string, value: unknown): void {
    if (this.dir === null) return;
    try {
      mkdirSync(this.dir, { recursive: true });
      const temporary = `${this.file(key)}.${process.pid}`;
      writeFileSync(temporary, serialize(value));
      renameSync(temporary, this.file(key));
    } catch {
      // The result is there all the same; only the next run has to compute it again.
    }
  }

  /** Removes entries that were written long ago. */
  prune(): void {
    if (this.dir === null) return;
    try {
      const oldest = Date.now() - MAX_AGE;
      for (const name of readdirSync(this.dir)) {
        const file = path.join(this.dir, name);
        if (statSync(file).mtimeMs < oldest) rmSync(file, { force: true });
      }
    } catch {
      // Another process may prune at the same time; what is left is pruned next time.
    }
  }

  private file(key: string): string {
    return path.join(this.dir!, key);
  }
}

/** Folders whose code decides what the compiler answers. */
const COMPILER_FOLDERS = ['.', '../platform', '../schema', '../runtime/lib'];

let version: string | null = null;

/** Changes whenever the compiler does. */
export function compilerVersion(): string {
  version ??= hashOf(
    process.version,
    ...COMPILER_FOLDERS.flatMap((folder) => contentsOf(path.join(__dirname, folder)))
  );
  return version;
}

function contentsOf(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
  return files.sort().map((file) => file + readFileSync(file, 'utf8'));
}

/** A text that is the same exactly when two schemas are: maps are written out with their keys. */
export function textOf(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) => (item instanceof Map ? { map: [...item] } : item));
}
