import { STATUSES, isActiveStatus, isGoodStatus, lookOf } from 'c/insightsStatuses';

describe('c/insightsStatuses', () => {
  it('gives each status a word and an icon of its own', () => {
    expect(new Set(STATUSES.map((status) => lookOf(status).label)).size).toBe(6);
    expect(new Set(STATUSES.map((status) => lookOf(status).icon)).size).toBe(6);
  });

  it('tells runs at work from runs that have ended', () => {
    expect(STATUSES.filter(isActiveStatus)).toEqual(['Queued', 'Running']);
    expect(STATUSES.filter(isGoodStatus)).toEqual(['Completed', 'CompletedWithIssues']);
  });

  it('has words for an integration that never ran', () => {
    expect(lookOf(null).label).not.toBe('');
    expect(isActiveStatus(undefined)).toBe(false);
  });

  it('shows a status that it does not know by its name', () => {
    expect(lookOf('Frozen').label).toBe('Frozen');
  });
});
