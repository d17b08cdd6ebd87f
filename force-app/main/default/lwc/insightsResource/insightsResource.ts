import { type Problem, toProblem } from 'c/insightsErrors';

/** Something that is loaded, on its way, or could not be loaded. */
export interface Resource<T> {
  readonly value: T | null;
  readonly problem: Problem | null;
  readonly isLoading: boolean;
}

/** What nobody has asked for yet. */
export const NOTHING: Resource<never> = { value: null, problem: null, isLoading: false };

const LOADING: Resource<never> = { value: null, problem: null, isLoading: true };

/** Loads each thing once and keeps it, so that going back and forth costs nothing. */
export class ResourceCache {
  private readonly resources = new Map<string, Resource<unknown>>();

  private readonly changed: () => void;

  /** @param changed told whenever something has arrived or failed */
  constructor(changed: () => void) {
    this.changed = changed;
  }

  /**
   * @param name identifies what is loaded, with everything that it depends on
   * @param load called the first time, and again after `forget`
   */
  read<T>(name: string, load: () => Promise<T>): Resource<T> {
    const known = this.resources.get(name);
    if (known) {
      return known as Resource<T>;
    }
    this.resources.set(name, LOADING);
    this.load(name, load);
    return LOADING;
  }

  /** Lets something be loaded again. */
  forget(name: string): void {
    this.resources.delete(name);
    this.changed();
  }

  /** Lets what could not be loaded be asked for again. */
  forgetProblems(): void {
    for (const [name, { problem }] of this.resources) {
      if (problem) {
        this.resources.delete(name);
      }
    }
    this.changed();
  }

  private async load<T>(name: string, load: () => Promise<T>): Promise<void> {
    try {
      this.resources.set(name, { value: await load(), problem: null, isLoading: false });
    } catch (error) {
      this.resources.set(name, { value: null, problem: toProblem(error), isLoading: false });
    }
    this.changed();
  }
}
