import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { TestApp } from './screens/testApp';

const NAME = 'Logins review to Lead';
const ROWS = 20_000;
const BEFORE_PAUSE = 5_000;
const OUTCOMES = ['Updated', 'Unchanged', 'Created', 'Unmatched', 'Ambiguous', 'Skipped', 'Rejected'];

describe('a long run', () => {
  let app: TestApp;

  before(async () => {
    app = await TestApp.open(ROWS, 'integrated');
  });
  after(() => app?.close());
  afterEach(async () => {
    await app.heal();
    await app.leave();
  });

  it('shows how far it is, and can be aborted with every row that was read accounted for', async () => {
    // The run pauses after a quarter of the report, so that there is time to look.
    await app.fail({ kind: 'tooManyRequests', retryAfter: 60, times: 1, query: { offset: String(BEFORE_PAUSE) } });
    const { grid, shell } = await app.visit();
    await grid.choose(NAME, 'run');
    await grid
      .row(NAME)
      .getByText(/^Waits for the source until/)
      .waitFor();
    assert.equal(await grid.progress(NAME).getAttribute('aria-valuenow'), '25');
    const bar = await grid.progress(NAME).elementHandle();
    await grid.abort(NAME).click();
    await shell.confirmation.getByText(/Records that were updated stay updated/).waitFor();
    app.waitUntilDue();
    // In one message to the browser: the run goes on between any two of them.
    await shell.confirmButton.evaluate(clickAfterProgress, bar);
    await shell.toast(`${NAME} was aborted`).waitFor();
    await grid.status(NAME, 'Aborted').waitFor();
    const fields = OUTCOMES.map((outcome) => `Rows${outcome}__c`);
    const [run] = app.query(`SELECT Status__c, EndedAt__c, RowsRead__c, ${fields.join(', ')} FROM InsightsRun__c`);
    assert.equal(run?.['Status__c'], 'Aborted');
    assert.ok(run['EndedAt__c'], 'The run has ended.');
    const read = Number(run['RowsRead__c']);
    assert.ok(read > BEFORE_PAUSE && read < ROWS, `${read} rows were read`);
    assert.equal(
      fields.reduce((sum, field) => sum + Number(run[field] ?? 0), 0),
      read
    );
    const written = app.query('SELECT Id FROM Lead WHERE WalkMe_Last_Login__c != null');
    assert.ok(written.length >= Number(run['RowsUpdated__c']) / 2, String(written.length));
  });
});

/** What this file's own TypeScript settings lack: it is compiled for Node. */
interface Element {
  click(): void;
  getAttribute(name: string): string | null;
}

/** Runs in the page: clicks once the progress bar moves. */
async function clickAfterProgress(button: unknown, bar: unknown): Promise<void> {
  const progress = bar as Element;
  const before = progress.getAttribute('aria-valuenow');
  const { MutationObserver } = globalThis as unknown as {
    MutationObserver: new (listener: (changes: unknown, observer: { disconnect(): void }) => void) => {
      observe(target: unknown, options: { attributes: boolean }): void;
    };
  };
  await new Promise<void>((resolve) => {
    new MutationObserver((_changes, observer) => {
      if (progress.getAttribute('aria-valuenow') === before) return;
      observer.disconnect();
      (button as Element).click();
      resolve();
    }).observe(progress, { attributes: true });
  });
}
