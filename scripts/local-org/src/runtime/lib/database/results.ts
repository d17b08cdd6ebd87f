/**
 * Results of DML as Apex sees them.
 * Source: Apex Reference Guide, Database namespace: SaveResult, UpsertResult, DeleteResult, MergeResult, Error …
 */
import type { DmlError, DmlOperation, DmlResult, LeadConvertOutcome } from '../../services';
import { ApexList, listOf, rtType, STRING } from '../../values';
import { beanClass, type Bean } from '../bean';
import { enumConstant } from '../enums';

const error = beanClass('Database.Error');
beanClass('Database.DuplicateError');

const MAKERS = {
  save: beanClass('Database.SaveResult'),
  upsert: beanClass('Database.UpsertResult'),
  delete: beanClass('Database.DeleteResult'),
  undelete: beanClass('Database.UndeleteResult'),
  merge: beanClass('Database.MergeResult'),
  emptyRecycleBin: beanClass('Database.EmptyRecycleBinResult'),
  leadConvert: beanClass('Database.LeadConvertResult')
};

export type ResultKind = Exclude<keyof typeof MAKERS, 'leadConvert'>;

/** Which results an operation answers. */
export const RESULT_OF: Record<DmlOperation, ResultKind> = {
  insert: 'save',
  update: 'save',
  upsert: 'upsert',
  delete: 'delete',
  undelete: 'undelete',
  merge: 'merge'
};

const strings = (items: string[]): ApexList => new ApexList(listOf(STRING), items);

/** A Database.Error. */
export function makeError(from: DmlError): Bean {
  return error({
    message: from.message,
    fields: strings([...from.fields]),
    statusCode: enumConstant('System.StatusCode', from.statusCode)
  });
}

function errorList(errors: DmlError[]): ApexList {
  return new ApexList(listOf(rtType('Database.Error')), errors.map(makeError));
}

/** A result of one record. */
export function makeResult(kind: ResultKind, from: DmlResult): Bean {
  const values: Record<string, unknown> = { id: from.id, success: from.success, errors: errorList(from.errors) };
  if (kind === 'upsert') values['created'] = from.created === true;
  if (kind === 'merge') {
    values['mergedRecordIds'] = strings([...(from.mergedRecordIds ?? [])]);
    values['updatedRelatedIds'] = strings([...(from.updatedRelatedIds ?? [])]);
  }
  return MAKERS[kind](values);
}

/** Results of several records. */
export function makeResults(kind: ResultKind, from: DmlResult[]): ApexList {
  const results = from.map((result) => makeResult(kind, result));
  return new ApexList(listOf(MAKERS[kind]().rtType), results);
}

export function makeLeadConvertResult(from: LeadConvertOutcome): Bean {
  const { leadId, accountId, contactId, opportunityId, success } = from;
  return MAKERS.leadConvert({ leadId, accountId, contactId, opportunityId, success, errors: errorList(from.errors) });
}
