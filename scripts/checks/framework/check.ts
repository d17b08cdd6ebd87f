/** What one fault looks like, whichever check found it. */
export interface Finding {
  /** Path from the project's folder where that is known. */
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  /** The rule's name in the tool that found it. */
  readonly rule?: string;
  readonly message: string;
}

/** What a check found in a folder. */
export interface CheckResult {
  readonly findings: readonly Finding[];
  /** Tests that passed, for a check that runs tests; a check of another kind counts as one test. */
  readonly passed?: number;
  /** Tests that failed, for a check that runs tests. */
  readonly failed?: number;
  /** One line for the table, such as the coverage reached. */
  readonly note?: string;
  /** More to print when the check fails, such as the output of a tool. */
  readonly output?: string;
}

/** One check of `npm test`. */
export interface Check {
  readonly name: string;
  /** What it proves, in one line. */
  readonly purpose: string;
  /**
   * Looks at a project.
   *
   * @param root the project's folder
   * @throws Error when the check itself cannot run; the runner counts that as a failure
   */
  run(root: string): Promise<CheckResult>;
}

/** `file:line:column rule message`, as editors and terminals link it. */
export function describeFinding(finding: Finding): string {
  const place = [finding.file, finding.line, finding.column]
    .filter((part) => part !== undefined && part !== 0)
    .join(':');
  return [place, finding.rule, finding.message].filter((part) => part !== undefined && part !== '').join('  ');
}
