import { faultKinds, type Fault, type FaultTarget } from './fault';

/** A fault with how often it was met and how often it struck. */
export interface FaultStatus extends Fault {
  /** Requests that matched so far. */
  matched: number;
  /** Requests that the fault struck so far. */
  struck: number;
}

/** The faults that the stand-in has been told to show. */
export class FaultBook {
  private entries: FaultStatus[] = [];

  /**
   * Adds one fault.
   * @throws Error when a field is missing that its kind cannot do without
   */
  add(fault: Fault): void {
    this.entries.push({ ...checked(fault), matched: 0, struck: 0 });
  }

  /** Replaces all faults. @throws Error as {@link add} does; the faults before then stay */
  replace(faults: Fault[]): void {
    this.entries = faults.map((fault) => ({ ...checked(fault), matched: 0, struck: 0 }));
  }

  /** Forgets all faults: from now on the stand-in behaves. */
  clear(): void {
    this.entries = [];
  }

  /** The faults and how often each has struck. */
  list(): FaultStatus[] {
    return this.entries.map((entry) => ({ ...entry }));
  }

  /** The faults that strike this request, in the order in which they were added; counts the request. */
  strike(target: FaultTarget): Fault[] {
    return this.entries.filter((entry) => {
      if (!matches(entry, target)) return false;
      entry.matched++;
      const first = entry.nth ?? 1;
      const strikes = entry.matched >= first && entry.matched < first + (entry.times ?? Number.POSITIVE_INFINITY);
      if (strikes) entry.struck++;
      return strikes;
    });
  }
}

function matches(fault: Fault, target: FaultTarget): boolean {
  if (fault.method && fault.method.toUpperCase() !== target.method.toUpperCase()) return false;
  if (!target.path.startsWith(fault.path ?? '/public/')) return false;
  return Object.entries(fault.query ?? {}).every(([name, value]) => target.query[name] === value);
}

function checked(fault: Fault): Fault {
  if (!(fault.kind in faultKinds)) {
    throw new Error(`Unknown fault "${fault.kind}". Known are: ${Object.keys(faultKinds).join(', ')}.`);
  }
  if ((fault.kind === 'missingColumn' || fault.kind === 'renamedColumn') && !fault.column) {
    throw new Error(`The fault ${fault.kind} needs the name of a column in "column".`);
  }
  if (fault.kind === 'renamedColumn' && !fault.newName) throw new Error('The fault renamedColumn needs "newName".');
  if (fault.kind === 'slow' && fault.delayMs === undefined) throw new Error('The fault slow needs "delayMs".');
  return fault;
}
