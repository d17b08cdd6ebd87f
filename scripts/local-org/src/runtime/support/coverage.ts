/**
 * Which lines have run, by file.
 */
const filesRun = new Map<string, Uint8Array>();

/** The marks of a file: index is the line, 1 means that it has run. Called by emitted code when it is loaded. */
export function coverage(file: string, size: number): Uint8Array {
  const marks = new Uint8Array(size);
  filesRun.set(file, marks);
  return marks;
}

/** The marks of a file that is loaded. */
export function coverageOf(file: string): Uint8Array | undefined {
  return filesRun.get(file);
}

/** Forgets what has run. */
export function resetCoverage(): void {
  for (const marks of filesRun.values()) marks.fill(0);
}
