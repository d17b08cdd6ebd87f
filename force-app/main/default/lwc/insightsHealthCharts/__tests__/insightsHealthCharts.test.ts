import { matchChart, matchRate, reasonsChart, rowsChart, runsChart } from 'c/insightsHealthCharts';

const DAYS: Apex.InsightsHealthDay[] = [
  { day: '2026-11-01', completed: 1, rowsRead: 100, updated: 60, unchanged: 20, unmatched: 10, skipped: 10 },
  { day: '2026-11-02', withIssues: 2, failed: 1, aborted: 1, rowsRead: 10, rejected: 10 },
  { day: '2026-11-03' }
];

describe('c/insightsHealthCharts', () => {
  it('counts runs by how they ended', () => {
    const { data, summary } = runsChart(DAYS);
    expect(data.series.map(({ values }) => values)).toEqual([
      [1, 0, 0],
      [0, 2, 0],
      [0, 1, 0],
      [0, 1, 0]
    ]);
    expect(summary).toContain('1 completed');
    expect(summary).toContain('2 with issues');
  });

  it('names days by the calendar of the user, not a day earlier', () => {
    expect(runsChart(DAYS).data.labels).toEqual(['Nov 1', 'Nov 2', 'Nov 3']);
  });

  it('leaves out outcomes that did not occur', () => {
    const { data, summary } = rowsChart(DAYS);
    expect(data.series.map(({ tone }) => tone)).toEqual(['updated', 'unchanged', 'unmatched', 'skipped', 'rejected']);
    expect(summary).toContain('110');
  });

  it('computes the match rate from the rows that have looked for a record', () => {
    expect(matchRate([DAYS[0]!])).toBe(88.9);
    expect(matchRate([{ rowsRead: 5, unmatched: 3, ambiguous: 2 }])).toBe(0);
    expect([matchRate([DAYS[1]!]), matchRate([DAYS[2]!])]).toEqual([null, null]);
    expect(matchChart(DAYS).data.series[0]!.values).toEqual([88.9, null, null]);
    expect(matchChart(DAYS).summary).toContain('88.9%');
    expect(matchChart([DAYS[2]!]).summary).not.toContain('%');
  });

  it('counts the ten most frequent reasons, each as a whole sentence', () => {
    const many = Array.from({ length: 12 }, (_, index) => ({
      code: `R${index}`,
      message: `Reason ${index}.`,
      count: 4
    }));
    const { data, summary } = reasonsChart({
      reasons: [{ code: 'NoMatch', message: 'No Lead has this key.', count: 9 }, ...many]
    });
    expect(data.labels).toHaveLength(10);
    expect(data.labels[0]).toBe('No Lead has this key.');
    expect(data.series[0]!.values.slice(0, 2)).toEqual([9, 4]);
    expect(summary).toContain('No Lead has this key.');
    expect(reasonsChart({ reasons: [{ code: 'NoMatch', count: 1 }] }).data.labels).toEqual(['NoMatch']);
    const named = reasonsChart({
      reasons: [{ code: 'RepeatedKey', name: 'Repeated key', message: 'Row 6 has it.', count: 1 }]
    });
    expect([named.data.labels, named.summary]).toEqual([['Repeated key'], expect.stringContaining('Repeated key')]);
    expect(reasonsChart({ reasons: [] }).summary).not.toBe('');
    expect(summary).not.toContain('lower than the truth');
    expect(reasonsChart({ reasons: many, isCapped: true }).summary).toContain('lower than the truth');
  });
});
