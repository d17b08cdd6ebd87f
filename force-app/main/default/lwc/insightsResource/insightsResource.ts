import { type Problem, toProblem } from 'c/insightsErrors';

/** Something that is loaded, on its way, or could not be loaded. While it is read again, what was known stays. */
export interface Resource<T> {
  readonly value: T | null;
  readonly problem: Problem | null;
  readonly isLoading: boolean;
}

/** What nobody has asked for yet. */
export const NOTHING: Resource<never> = { value: null, problem: null, isLoading: false };

/** Loads each thing once and keeps it, so that going back and forth costs nothing. */
export class ResourceCache {
  private readonly resources = new Map<string, Resource<unknown>>();
  /** What is read again as soon as somebody asks for it. */
  private readonly outdated = new Set<string>();

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
    const known = this.resources.get(name) as Resource<T> | undefined;
    if (known && !this.outdated.delete(name)) {
      return known;
    }
    const waiting: Resource<T> = { value: known?.value ?? null, problem: null, isLoading: true };
    this.resources.set(name, waiting);
    this.load(name, load, waiting);
    return waiting;
  }

  /** Lets something be loaded again. */
  forget(name: string): void {
    this.outdated.add(name);
    this.changed();
  }

  /** Lets what could not be loaded be asked for again. */
  forgetProblems(): void {
    for (const [name, { problem }] of this.resources) {
      if (problem) {
        this.outdated.add(name);
      }
    }
    this.changed();
  }

  private async load<T>(name: string, load: () => Promise<T>, waiting: Resource<T>): Promise<void> {
    const arrived = await load().then(
      (value): Resource<T> => ({ value, problem: null, isLoading: false }),
      (error): Resource<T> => ({ ...waiting, problem: toProblem(error), isLoading: false })
    );
    // It may have been asked for once more: then this answer is an old one.
    if (this.resources.get(name) === waiting) {
      this.resources.set(name, arrived);
      this.changed();
    }
  }
}

/** Loads one thing again and again, once at a time. */
export class Reloader {
  private readonly load: () => Promise<void>;
  private current: Promise<void> | null = null;
  private next: Promise<void> | null = null;

  /** @param load loads it; it must not reject */
  constructor(load: () => Promise<void>) {
    this.load = load;
  }

  /** Settles when the load that is under way has ended; at once when there is none. */
  get idle(): Promise<void> {
    return this.current ?? Promise.resolve();
  }

  /**
   * Loads what is there now: a load that had begun before may not know of what has just changed, so that another one
   * follows it. Whoever asks meanwhile shares that one.
   */
  reload(): Promise<void> {
    if (!this.current) {
      this.current = this.load().then(() => {
        this.current = null;
      });
      return this.current;
    }
    this.next ??= this.current.then(() => {
      this.next = null;
      return this.reload();
    });
    return this.next;
  }
}
