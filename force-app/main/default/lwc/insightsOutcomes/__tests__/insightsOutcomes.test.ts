import { OUTCOMES, countRows, presentOutcomes } from 'c/insightsOutcomes';

describe('c/insightsOutcomes', () => {
  it('knows each outcome once, with a value and a label of its own', () => {
    expect(OUTCOMES.map(({ name }) => name)).toEqual([
      'updated',
      'unchanged',
      'created',
      'unmatched',
      'ambiguous',
      'skipped',
      'rejected'
    ]);
    for (const property of ['value', 'label'] as const) {
      expect(new Set(OUTCOMES.map((outcome) => outcome[property])).size).toBe(7);
    }
  });

  it('leaves out outcomes without rows and keeps the order', () => {
    const present = presentOutcomes({ rejected: 2, updated: 5, skipped: 0, created: null });
    expect(present.map(({ name, count }) => [name, count])).toEqual([
      ['updated', 5],
      ['rejected', 2]
    ]);
  });

  it('adds up rows', () => {
    expect(countRows({ updated: 5, unchanged: 4, rejected: 1 })).toBe(10);
  });

  it('finds no rows where nothing is counted', () => {
    expect(countRows(null)).toBe(0);
    expect(presentOutcomes(undefined)).toEqual([]);
  });
});
