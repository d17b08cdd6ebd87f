/**
 * Rows per second of the local org's data layer, beside plain better-sqlite3 with the same columns.
 * `node -r ts-node/register scripts/bench/dataLayer.ts [rows]`
 */
import SqliteDatabase from 'better-sqlite3';
import path from 'node:path';
import { installData, openDatabase } from '../local-org/src/data';
import { kernel, withTransaction } from '../local-org/src/runtime/kernel';
import { ApexList, listOf, SObjectValue, STRING } from '../local-org/src/runtime/values';
import { loadProject } from '../local-org/src/schema/load';

/** Records of one DML statement; the most that its limit of rows allows. */
const STATEMENT = 10000;

function timed(what: string, rows: number, run: () => void): void {
  const start = process.hrtime.bigint();
  run();
  const ms = Number(process.hrtime.bigint() - start) / 1e6;
  console.log(
    `${what.padEnd(44)} ${ms.toFixed(0).padStart(7)} ms ${Math.round((rows / ms) * 1000)
      .toLocaleString('en-US')
      .padStart(10)} rows/s`
  );
}

/** Runs one DML statement after another, each in a transaction of its own, as batch jobs do. */
function inStatements(records: SObjectValue[], operation: 'insert' | 'update'): void {
  for (let at = 0; at < records.length; at += STATEMENT) {
    const part = records.slice(at, at + STATEMENT);
    withTransaction({ kind: 'BATCH_APEX' }, () => {
      const results = kernel.services.dml(operation, part, { allOrNone: false, access: null, sharing: 'without' });
      const failed = results.find((r) => !r.success);
      if (failed) throw new Error(JSON.stringify(failed));
    });
  }
}

function plain(rows: number): void {
  const sqlite = new SqliteDatabase(':memory:');
  sqlite.exec(
    'CREATE TABLE Lead (Id TEXT PRIMARY KEY, LastName TEXT, FirstName TEXT, Name TEXT, Company TEXT, Email TEXT, Title TEXT, City TEXT, Status TEXT, OwnerId TEXT, CreatedDate INTEGER, LastModifiedDate INTEGER) WITHOUT ROWID'
  );
  const insert = sqlite.prepare('INSERT INTO Lead VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const update = sqlite.prepare('UPDATE Lead SET Title = ?, City = ?, LastModifiedDate = ? WHERE Id = ?');
  const id = (i: number): string => `00QLo0${String(i).padStart(9, '0')}AAA`;
  timed('better-sqlite3 alone: insert', rows, () =>
    sqlite.transaction(() => {
      for (let i = 0; i < rows; i++)
        insert.run(id(i), `L${i}`, 'F', `F L${i}`, 'C', `u${i}@x.example`, 'T', 'B', 'Open', '005', 1, 1);
    })()
  );
  timed('better-sqlite3 alone: update by id', rows, () =>
    sqlite.transaction(() => {
      for (let i = 0; i < rows; i++) update.run('T2', 'B2', 2, id(i));
    })()
  );
  sqlite.close();
}

function local(rows: number): void {
  const project = loadProject([path.join(__dirname, '..', '..', 'force-app')]);
  const data = openDatabase(project);
  installData(data, project.schema);
  const schema = project.schema.objects.get('lead')!;
  const record = (values: Record<string, unknown>): SObjectValue => {
    const lead = new SObjectValue(schema);
    for (const [name, value] of Object.entries(values)) lead.values.set(name, value);
    return lead;
  };
  const leads = [...Array(rows).keys()].map((i) =>
    record({ LastName: `L${i}`, FirstName: 'F', Company: 'C', Email: `u${i}@x.example`, Title: 'T', City: 'B' })
  );
  timed('local org: insert leads', rows, () => inStatements(leads, 'insert'));
  const changes = leads.map((lead) => record({ Id: lead.id, Title: 'T2', City: 'B2' }));
  timed('local org: update leads', rows, () => inStatements(changes, 'update'));
  timed('local org: query 200 e-mail addresses at a time', rows, () => queryByEmail(leads));
  data.setTriggers({
    find: (_, event) => (event === 'before update' ? [{ name: 'Nothing', run: () => undefined }] : [])
  });
  timed('local org: update leads with a trigger', rows, () => inStatements(changes, 'update'));
  data.close();
}

function queryByEmail(leads: SObjectValue[]): void {
  const options = { access: null, sharing: 'without' } as const;
  for (let at = 0; at < leads.length; at += 200) {
    const emails = leads.slice(at, at + 200).map((l) => l.values.get('Email'));
    withTransaction({}, () => {
      const text = 'SELECT Id, Email, Title, City FROM Lead WHERE Email IN :emails';
      const binds = new ApexList(listOf(STRING), emails);
      const list = kernel.services.dynamicQuery(text, () => binds, options);
      if (list.size !== emails.length) throw new Error(`${list.size} leads found instead of ${emails.length}`);
    });
  }
}

const count = Number(process.argv[2] ?? 100000);
plain(count);
local(count);
