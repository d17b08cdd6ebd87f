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
  readonly labels: readonly string[];
  /** The labels at full length for the table; the labels themselves when left out. */
  readonly longLabels?: readonly string[];
  readonly series: readonly Series[];
  /** Whether the series stand on each other. */
  readonly stacked?: boolean;
  /** Upper end of the axis of values; by default the largest value. */
  readonly most?: number;
  /** Written behind each value in the table, such as %. */
  readonly unit?: string;
}
