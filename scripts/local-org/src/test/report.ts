import type { CompileError, UnsupportedMember } from '../apex/types';

/** What became of one test method. */
export interface TestResult {
  class: string;
  method: string;
  outcome: 'Pass' | 'Fail' | 'Skip';
  /** Why it failed or was skipped: `System.AssertException: Assertion Failed: …`. */
  message: string | null;
  /** Apex stack, innermost frame first. */
  stack: string | null;
  /** Wall-clock milliseconds. */
  ms: number;
}

/** Line coverage of one class or trigger. */
export interface ClassCoverage {
  name: string;
  file: string;
  covered: number;
  total: number;
  uncoveredLines: number[];
}

/** What `local-org test --json` prints. */
export interface TestReport {
  passed: number;
  failed: number;
  skipped: number;
  tests: TestResult[];
  /** What an org would reject: Apex, and metadata (whose errors stand on line 1). */
  compileErrors: CompileError[];
  /** Platform members that the code uses and the local org lacks; reaching one fails the test that does. */
  unsupported: UnsupportedMember[];
  /** Metadata that the local org did not understand, by file. */
  warnings: string[];
  /** With `--coverage`. `total` is the percentage over all classes, null when there is no coverable line. */
  coverage?: { total: number | null; classes: ClassCoverage[] };
}
