/**
 * Merging accounts, contacts and leads: what points to the losers moves to the winner, the losers are deleted.
 * Source: Apex Developer Guide, "Merging Records": up to two losers; fields of the winner are saved as given.
 */
import type { SObjectSchema } from '../../schema/model';
import { throwNew } from '../../runtime/values/exception';
import { type SObjectValue } from '../../runtime/values/sobject';
import type { DmlRequest } from '../../runtime/services';
import { quote } from '../storage/columns';
import type { DataContext } from '../dataContext';
import { inboundOf, Remover } from './remove';
import { newRow, type Row } from './row';
import { Saver } from './save';

const MAXIMUM_LOSERS = 2;

export function merge(data: DataContext, schema: SObjectSchema, master: Row, request: DmlRequest): void {
  const losers = request.mergeSources ?? [];
  if (losers.length === 0 || losers.length > MAXIMUM_LOSERS) {
    throwNew('System.ListException', `Merge needs one or two records to merge, not ${losers.length}`);
  }
  master.id = master.input.id;
  for (const loser of losers) moveChildren(data, schema, loser.id!, master.id!);
  const rows = losers.map((loser, i) => rowOf(loser, i));
  if (data.table(schema).has('MasterRecordId')) {
    for (const row of rows)
      data.database.run(`UPDATE ${quote(schema.name)} SET "MasterRecordId" = ? WHERE "Id" = ?`, [master.id, row.id]);
  }
  new Remover(data, schema, { allOrNone: true }).delete(rows);
  for (const row of rows) master.errors.push(...row.errors);
  if (master.errors.length > 0) return;
  new Saver(data, schema, { options: { truncate: false }, allOrNone: true, bySystem: false }).update([master]);
}

function rowOf(record: SObjectValue, index: number): Row {
  const row = newRow(index, record);
  row.id = record.id;
  return row;
}

function moveChildren(data: DataContext, schema: SObjectSchema, from: string, to: string): void {
  for (const { schema: child, field } of inboundOf(data, schema.name)) {
    if (child.sort === 'share' || child.sort === 'history') continue;
    data.database.run(`UPDATE ${quote(child.name)} SET ${quote(field.name)} = ? WHERE ${quote(field.name)} = ?`, [
      to,
      from
    ]);
  }
}
