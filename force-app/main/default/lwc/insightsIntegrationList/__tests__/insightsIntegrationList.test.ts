import {
  ANY_STATUS,
  NEVER_RUN,
  PAUSED,
  type SortColumn,
  filterRows,
  laterOf,
  sortRows,
  toGridRow,
  withRun
} from 'c/insightsIntegrationList';

const NOW = '2026-11-24T12:00:00Z';
const LOGINS: Apex.InsightsIntegrationRow = {
  id: 'a1',
  name: 'Logins to leads',
  reportName: 'Logins review',
  targetObject: 'Lead',
  targetLabel: 'Lead',
  environmentName: 'Acme',
  environmentKind: 'Production',
  active: true,
  runHourUtc: 8,
  nextRunAt: '2026-11-25T08:00:00Z',
  lastRun: { id: 'r1', status: 'Completed', startedAt: '2026-11-24T08:00:00Z', updated: 1200 },
  recentRuns: [{ runId: 'r1', status: 'Completed', updated: 1200 }]
};
const SEATS: Apex.InsightsIntegrationRow = {
  id: 'a2',
  name: 'Seats',
  reportName: 'Seats',
  targetObject: 'Account',
  targetLabel: '取引先',
  active: false,
  runHourUtc: 0
};
const ROWS = [LOGINS, SEATS];
const ids = (rows: Apex.InsightsIntegrationRow[]) => rows.map(({ id }) => id);
const filtered = (text: string, status = ANY_STATUS) => ids(filterRows(ROWS, { text, status }));

describe('c/insightsIntegrationList', () => {
  describe('filterRows', () => {
    it.each([
      ['', ['a1', 'a2']],
      ['  ', ['a1', 'a2']],
      ['LOGINS lead', ['a1']],
      ['acme', ['a1']],
      ['account', ['a2']],
      ['取引', ['a2']],
      ['ｓｅａｔｓ', ['a2']],
      ['logins account', []]
    ])('finds for "%s" %j', (text, expected) => {
      expect(filtered(text)).toEqual(expected);
    });

    it.each([
      ['Completed', ['a1']],
      ['Failed', []],
      [NEVER_RUN, ['a2']],
      [PAUSED, ['a2']]
    ])('finds of the status %s %j', (status, expected) => {
      expect(filtered('', status)).toEqual(expected);
    });
  });

  describe('sortRows', () => {
    it.each<[SortColumn, string[], string[]]>([
      ['report', ['a1', 'a2'], ['a2', 'a1']],
      ['target', ['a1', 'a2'], ['a2', 'a1']],
      ['environment', ['a1', 'a2'], ['a1', 'a2']],
      ['schedule', ['a1', 'a2'], ['a1', 'a2']],
      ['lastRun', ['a1', 'a2'], ['a1', 'a2']],
      ['nextRun', ['a1', 'a2'], ['a1', 'a2']],
      ['updated', ['a1', 'a2'], ['a1', 'a2']]
    ])('sorts by %s, blanks last either way', (column, up, down) => {
      expect(ids(sortRows([...ROWS].reverse(), column, 'ascending'))).toEqual(up);
      expect(ids(sortRows(ROWS, column, 'descending'))).toEqual(down);
    });

    it('sorts figures as figures, and leaves the given list as it is', () => {
      const rows = [9, 100, 20].map((updated) => ({ id: String(updated), lastRun: { updated } }));
      Object.freeze(rows);
      expect(ids(sortRows(rows, 'updated', 'ascending'))).toEqual(['9', '20', '100']);
      expect(ids(sortRows(rows, 'updated', 'descending'))).toEqual(['100', '20', '9']);
    });
  });

  it('knows the later of two moments, in whatever zone they are written', () => {
    expect(laterOf(NOW, '2026-11-24T21:30:00+09:00')).toBe('2026-11-24T21:30:00+09:00');
    expect(laterOf(NOW, '2026-11-24T11:00:00Z')).toBe(NOW);
    expect([laterOf(null, NOW), laterOf(NOW, undefined), laterOf(null, undefined)]).toEqual([NOW, NOW, null]);
  });

  it('sorts numbers in names by their size', () => {
    const rows = ['Report 10', 'report 9'].map((reportName) => ({ id: reportName, reportName }));
    expect(ids(sortRows(rows, 'report', 'ascending'))).toEqual(['report 9', 'Report 10']);
  });

  describe('toGridRow', () => {
    it('words an integration that runs every day', () => {
      expect(toGridRow(LOGINS, NOW)).toMatchObject({
        report: 'Logins review',
        name: 'Logins to leads',
        logText: 'Log of Logins to leads',
        target: 'Lead',
        targetObject: 'Lead',
        kind: 'Production',
        paused: false,
        schedule: 'Daily at 08:00 UTC',
        ended: true,
        running: false,
        status: 'Completed',
        lastRun: '4 hours ago',
        lastRunUtc: '2026-11-24 08:00 UTC',
        nextRun: 'in 20 hours',
        nextRunUtc: '2026-11-25 08:00 UTC',
        updated: '1,200'
      });
    });

    it('tells the hour in the zone of the user, too', () => {
      expect(toGridRow(LOGINS, NOW).scheduleTitle.replace(/\s/g, ' ')).toBe(
        '12:00 AM in your time zone (America/Los_Angeles)'
      );
    });

    it('words an integration that is paused and has never run', () => {
      expect(toGridRow(SEATS, NOW)).toMatchObject({
        name: null,
        environment: 'Not connected',
        kind: null,
        paused: true,
        schedule: 'Daily at 00:00 UTC',
        status: null,
        lastRun: '',
        nextRun: 'None',
        nextRunUtc: '',
        updated: ''
      });
    });

    it('says that a run is due rather than that it was', () => {
      expect(toGridRow({ ...LOGINS, nextRunAt: NOW }, NOW).nextRun).toBe('Due now');
    });

    it('tells a run at work from one that has ended', () => {
      const row = { ...LOGINS, lastRun: { status: 'Queued', createdAt: '2026-11-24T11:59:00Z' } };
      expect(toGridRow(row, NOW)).toMatchObject({ running: true, ended: false, lastRun: '1 minute ago' });
    });
  });

  describe('withRun', () => {
    it('makes a new run the last one and the newest point', () => {
      const run = { id: 'r2', integrationId: 'a1', status: 'Running', updated: 3, createdAt: NOW };
      const [row, other] = withRun(ROWS, run);
      expect(row!.lastRun).toBe(run);
      expect(row!.recentRuns!.map(({ runId, status }) => [runId, status])).toEqual([
        ['r2', 'Running'],
        ['r1', 'Completed']
      ]);
      expect(other).toBe(SEATS);
    });

    it('brings a known run up to date', () => {
      const [row] = withRun(ROWS, { id: 'r1', integrationId: 'a1', status: 'Failed', updated: 7 });
      expect(row!.recentRuns).toEqual([expect.objectContaining({ runId: 'r1', status: 'Failed', updated: 7 })]);
    });

    it('does not set a run going again that has ended, when an answer is late', () => {
      const ended = { id: 'r1', integrationId: 'a1', status: 'Completed', endedAt: NOW, updated: 9 };
      const rows = withRun(ROWS, ended);
      const [row] = withRun(rows, { id: 'r1', integrationId: 'a1', status: 'Running', updated: 3 });
      expect(row!.lastRun).toBe(ended);
      expect(row!.recentRuns![0]).toMatchObject({ status: 'Completed', updated: 9 });
    });

    it('keeps ten points', () => {
      const recentRuns = Array.from({ length: 10 }, (_, index) => ({ runId: `old${index}` }));
      const [row] = withRun([{ ...LOGINS, recentRuns }], { id: 'r2', integrationId: 'a1', createdAt: NOW });
      expect(row!.recentRuns).toHaveLength(10);
      expect(row!.recentRuns![0]!.runId).toBe('r2');
    });

    it('does not let an older run take the place of a newer one', () => {
      const rows = [{ ...LOGINS, lastRun: { id: 'r2', createdAt: NOW } }];
      expect(withRun(rows, { id: 'r1', integrationId: 'a1', createdAt: '2026-11-24T08:00:00Z' })[0]).toBe(rows[0]);
    });
  });
});
