import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Writes a file unless it holds that content already, so that nothing is rebuilt or read for it. Tells whether it wrote. */
export function writeWhenDifferent(file: string, content: string | Buffer): boolean {
  if (existsSync(file) && readFileSync(file).equals(Buffer.from(content))) return false;
  writeFileSync(file, content);
  return true;
}
