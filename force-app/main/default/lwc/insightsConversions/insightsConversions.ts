import { afterPause } from 'c/insightsDelay';
import { isComplete, type Mapping } from 'c/insightsDraft';
import { type Problem, toProblem } from 'c/insightsErrors';
import { valuesOf } from 'c/insightsKeyChoice';

/** Converts sample values as a run would. */
type Convert = (requests: Apex.InsightsSampleRequest[]) => Promise<Apex.InsightsSampleResult[]>;

/** What the sample values of the lines become; the key of a line's result is `conversionKey`. */
export type Conversions = Readonly<Record<string, Apex.InsightsSampleResult>>;

/** Values a line: enough to see a fault that is common. */
const VALUES = 5;
/** Lines that change in quick succession are asked about in one call. */
const PAUSE_MILLISECONDS = 150;

/** @returns what identifies the conversion of a line */
export function conversionKey({ column, constant, field }: Pick<Mapping, 'column' | 'constant' | 'field'>): string {
  return JSON.stringify([column, column === null ? constant : null, field]);
}

/** Asks once about each pair of column and field, several pairs in one call. */
export class ConversionCache {
  /** What is known. A new object whenever it changes. */
  results: Conversions = {};
  /** Why the newest call failed; null when it did not. */
  problem: Problem | null = null;

  private readonly convert: Convert;
  private readonly changed: () => void;
  private readonly pause = afterPause(() => this.ask(), PAUSE_MILLISECONDS);
  private readonly asked = new Set<string>();
  private waiting = new Map<string, Apex.InsightsSampleRequest>();
  /** Answers for another object or report come too late to be of use. */
  private scope = '';

  /**
   * @param convert converts sample values as a run would
   * @param changed told when results have come, or a call failed
   */
  constructor(convert: Convert, changed: () => void) {
    this.convert = convert;
    this.changed = changed;
  }

  /**
   * Asks about lines that are complete and not known yet.
   * @param scope identifies object and report: with another one everything is asked anew
   * @param lines lines of the mapping
   * @param sample rows to take values from
   */
  want(scope: string, lines: readonly Mapping[], sample: Apex.InsightsReportSample | null): void {
    if (scope !== this.scope) {
      this.forget(scope);
    }
    for (const line of lines.filter(isComplete)) {
      const key = conversionKey(line);
      if (!this.asked.has(key) && (line.column === null || sample)) {
        this.asked.add(key);
        this.waiting.set(key, { column: line.column ?? '', field: line.field, values: samplesOf(line, sample) });
        this.pause.start();
      }
    }
  }

  /** Lets everything be asked again, also what failed. */
  forget(scope = ''): void {
    this.scope = scope;
    this.results = {};
    this.problem = null;
    this.asked.clear();
    this.waiting.clear();
  }

  /** Ends what waits. */
  stop(): void {
    this.pause.stop();
  }

  private async ask(): Promise<void> {
    const { scope, waiting } = this;
    this.waiting = new Map();
    try {
      const results = await this.convert([...waiting.values()]);
      if (scope === this.scope) {
        // Answers come in the order of the questions.
        const known = [...waiting.keys()].map((key, index) => [key, results[index] ?? {}] as const);
        this.results = { ...this.results, ...Object.fromEntries(known) };
        this.problem = null;
      }
    } catch (error) {
      if (scope === this.scope) {
        this.problem = toProblem(error);
        // With the next line that changes these are asked about once more.
        waiting.forEach((_request, key) => this.asked.delete(key));
      }
    }
    this.changed();
  }
}

function samplesOf(line: Mapping, sample: Apex.InsightsReportSample | null): string[] {
  if (line.column === null) {
    return [line.constant ?? ''];
  }
  const values = valuesOf(sample, line.column).filter((value) => value !== '');
  return [...new Set(values)].slice(0, VALUES);
}
