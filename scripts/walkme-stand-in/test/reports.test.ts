import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Catalogue } from '../src/reports/catalogue';
import type { Cell, ColumnType, Report } from '../src/reports/report';
import { Population, type PopulationOptions } from '../src/seed/population';
import { connected, started } from './client';

function report(id: string, rows = 1000, options: PopulationOptions = {}): Report {
  const found = new Catalogue(new Population(options), rows).find(id);
  assert.ok(found, id);
  return found;
}

function rowsOf(source: Report, count = source.rowCount): Cell[][] {
  return Array.from({ length: count }, (_, index) => source.row(index));
}

test('the same seed gives the same rows in any order of asking, another seed others', () => {
  const forwards = rowsOf(report('logins-review', 300));
  const again = report('logins-review', 300);
  for (let index = 299; index >= 0; index--) assert.deepEqual(again.row(index), forwards[index]);
  assert.notDeepEqual(rowsOf(report('logins-review', 300, { seed: 2 })), forwards);
});

test('a larger report begins with the rows of the smaller one', () => {
  assert.deepEqual(rowsOf(report('survey-answers', 100_000), 50), rowsOf(report('survey-answers', 50)));
});

test('the last page of a report of a million rows is there like the first', async (t) => {
  const client = await connected(await started(t, { rows: 1_000_000 }));
  const page = (await client.data('logins-review', '?limit=5000&offset=999000')).json;
  assert.equal(page.total, 1_000_000);
  assert.equal(page.rows.length, 1000);
  assert.deepEqual(page.rows[999], report('logins-review', 1_000_000).row(999_999));
});

test('the logins report has exactly its four columns', () => {
  assert.deepEqual(report('logins-review').columns, [
    { name: 'User ID', type: 'string' },
    { name: 'First Login', type: 'datetime' },
    { name: 'Last Login', type: 'datetime' },
    { name: 'Logins last 30 days', type: 'number' }
  ]);
});

const fits: Record<ColumnType, (cell: Cell) => boolean> = {
  string: (cell) => typeof cell === 'string',
  number: (cell) => typeof cell === 'number',
  boolean: (cell) => typeof cell === 'boolean',
  date: (cell) => typeof cell === 'string' && /^\d{4}-\d\d-\d\d$/.test(cell),
  datetime: (cell) => typeof cell === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(cell)
};

test('apart from blanks and the malformed dates, every cell has the type of its column', () => {
  const malformed = new Set<Cell>(new Population().castDefinition.malformedDates);
  for (const source of new Catalogue(new Population(), 500).list()) {
    for (const row of rowsOf(source)) {
      row.forEach((cell, at) => {
        const column = source.columns[at];
        if (!column || cell === null || cell === '' || malformed.has(cell)) return;
        assert.ok(fits[column.type](cell), `${source.id}, ${column.name}: ${String(cell)}`);
      });
    }
  }
});

test('a survey has three rows for every user', () => {
  const perUser = new Map<Cell, number>();
  for (const [user] of rowsOf(report('survey-answers', 300)))
    perUser.set(user ?? null, (perUser.get(user ?? null) ?? 0) + 1);
  assert.equal(perUser.size, 100);
  assert.ok([...perUser.values()].every((count) => count === 3));
});

test('a later day moves last logins of active users and no first login', () => {
  const days = ['2026-01-15T06:00:00Z', '2026-01-16T06:00:00Z'].map((day) =>
    rowsOf(report('logins-review', 200, { asOf: new Date(day) }))
  );
  const changed = (column: number): number =>
    (days[0] ?? []).filter((row, index) => row[column] !== days[1]?.[index]?.[column]).length;
  assert.equal(changed(1), 0);
  assert.ok(changed(2) > 80 && changed(2) < 200, `${changed(2)} of 200 moved`);
});

test('nobody logs in for the last time before the first time, or after the report was made', () => {
  const population = new Population();
  for (let index = 0; index < 5000; index++) {
    const { first, last, recent } = population.logins(index);
    assert.ok(first <= last && last <= population.asOf, `person ${index}`);
    assert.equal(recent > 0, last > population.asOf - 30 * 86_400, `person ${index}`);
  }
});
