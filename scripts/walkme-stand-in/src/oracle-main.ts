import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { expectedOutcomes, type OracleRecord } from './oracle';
import { compareFigures, type RunFigures } from './oracle/compare';
import { loginsToLead } from './oracle/integration';
import { loginsReview } from './reports/logins-review';
import { Population } from './seed/population';

const usage = `Says what must become of the rows of the logins report, and whether a run agrees.

  --rows N       rows of the report
  --leads FILE   the leads as they were before the run: a JSON array with Id, Email, IsConverted and the WalkMe fields
  --run FILE     the run: a JSON object with the Rows… fields of InsightsRun__c; differences are printed and exit with 1
  --seed S       as given to the stand-in
  --as-of DATE   as given to the stand-in
`;

function main(): void {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { rows: text, leads: text, run: text, seed: text, 'as-of': text } });
  if (!values.rows || !/^\d+$/.test(values.rows)) throw new Error('--rows must be a whole number.');
  if (!values.leads) throw new Error('--leads must name a file.');
  const asOf = values['as-of'] === undefined ? undefined : new Date(values['as-of']);
  const population = new Population({ seed: Number(values.seed ?? 1), asOf });
  const report = loginsReview(population, Number(values.rows));
  const rows = Array.from({ length: report.rowCount }, (_, index) => report.row(index));
  const leads = readJson<OracleRecord[]>(values.leads);
  const expectation = expectedOutcomes(loginsToLead, { columns: report.columns, rows }, leads);
  process.stdout.write(`${JSON.stringify(expectation.counts)}\n`);
  if (!values.run) return;
  const differences = compareFigures(expectation, readJson<RunFigures>(values.run));
  for (const difference of differences) process.stdout.write(`${difference}\n`);
  if (differences.length > 0) process.exitCode = 1;
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}

try {
  main();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n\n${usage}`);
  process.exitCode = 2;
}
