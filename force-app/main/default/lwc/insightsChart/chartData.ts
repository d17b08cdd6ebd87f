/** How a series is coloured: the name of a class in the style sheet of the chart. */
export type Tone =
  | 'updated'
  | 'unchanged'
  | 'created'
  | 'unmatched'
  | 'ambiguous'
  | 'skipped'
  | 'rejected'
  | 'good'
  | 'issues'
  | 'failed'
  | 'aborted'
  | 'plain';

/** Values that belong together. */
export interface Series {
  readonly name: string;
  readonly tone: Tone;
  /** One for each label; null where there is none. */
  readonly values: readonly (number | null)[];
}

/** What a chart draws. */
export interface ChartData {
  readonly kind: 'bar' | 'lying-bar' | 'line';
  /** Heading of the labels in the table, such as Day. */
  readonly labelHeading: string;
  /** Beside lying bars there is room for the beginning of a sentence; the table has it whole. */
  readonly labels: readonly string[];
  readonly series: readonly Series[];
  /** Whether the series stand on each other. */
  readonly stacked?: boolean;
  /** Upper end of the axis of values; by default the largest value. */
  readonly most?: number;
  /** Written behind each value in the table, such as %. */
  readonly unit?: string;
}
