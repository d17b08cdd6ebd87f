/**
 * DmlException as an org words it.
 * Source: Apex Developer Guide, "Exception Class and Built-In Exceptions" (`First exception on row 0; first error: …`).
 */
import type { DmlError, DmlOperation, DmlResult } from '../../runtime/services';
import { newException, type ApexException } from '../../runtime/values/exception';

/** One failed row, as `getDmlId(i)`, `getDmlIndex(i)`, `getDmlType(i)` … answer it. */
export interface DmlFailure extends DmlError {
  index: number;
  id: string | null;
}

const VERBS: Record<DmlOperation, string> = {
  insert: 'Insert',
  update: 'Update',
  upsert: 'Upsert',
  delete: 'Delete',
  undelete: 'Undelete',
  merge: 'Merge'
};

/** Failed rows of the results, with the ids that the records have. */
export function failuresOf(results: readonly DmlResult[]): DmlFailure[] {
  return results.flatMap((result, index) => {
    const first = result.errors[0];
    return first ? [{ ...first, index, id: result.id }] : [];
  });
}

/** The exception of an all-or-none statement. `details.dmlErrors` holds the failed rows (`DmlFailure[]`). */
export function dmlException(operation: DmlOperation, results: readonly DmlResult[]): ApexException {
  const failures = failuresOf(results);
  const first = failures[0]!;
  const where = first.id === null ? `row ${first.index}` : `row ${first.index} with id ${first.id}`;
  const text =
    `${VERBS[operation]} failed. First exception on ${where}; first error: ` +
    `${first.statusCode}, ${first.message}: [${first.fields.join(', ')}]`;
  return newException('System.DmlException', text, { dmlErrors: failures });
}
