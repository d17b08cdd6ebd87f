/**
 * What a deployment of the project's metadata would complain of, and what the local org leaves aside.
 */

/** A component that an org would reject. */
export interface MetadataProblem {
  /** Path of the file. */
  file: string;
  /** Metadata type: `CustomField`. */
  type: string;
  /** Full name: `Account.Score__c`. */
  component: string;
  /** In an org's words. */
  message: string;
}

/** Metadata that the local org has read but does not act upon, or does not know. */
export interface MetadataWarning {
  file: string;
  message: string;
}

/** Raised while one component is read; the component is left out and the problem listed. */
export class ComponentError extends Error {}

/** Collects problems and warnings while a project is read. */
export class Problems {
  readonly errors: MetadataProblem[] = [];
  readonly warnings: MetadataWarning[] = [];

  error(file: string, type: string, component: string, message: string): void {
    this.errors.push({ file, type, component, message });
  }

  warn(file: string, message: string): void {
    this.warnings.push({ file, message });
  }

  /** Runs `read`; an Error becomes a problem of the component, and the answer is undefined. */
  guard<T>(file: string, type: string, component: string, read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      this.error(file, type, component, error.message);
      return undefined;
    }
  }
}
