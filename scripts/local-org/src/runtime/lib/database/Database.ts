/**
 * Database: transactions, jobs, leads, options.
 * Source: Apex Reference Guide, "Database Class", "LeadConvert Class", "DMLOptions Class".
 */
import { kernel } from '../../kernel';
import type { LeadConvertRequest } from '../../services';
import { ApexList, ApexObject, listOf, rtType, throwNew, UnsupportedError, type RtType } from '../../values';
import { nonNull } from '../args';
import { beanClass, type Bean } from '../bean';
import { platformClass, type PlatformFunction } from '../registry';
import { recordsOf } from './dmlCalls';
import { makeLeadConvertResult, makeResult, makeResults } from './results';
import './AccessLevel';
import './dml';
import './queries';

const SAVEPOINT = rtType('System.Savepoint');

class Savepoint extends ApexObject {
  isReleased = false;
  constructor(readonly token: unknown) {
    super();
  }
  override get rtType(): RtType {
    return SAVEPOINT;
  }
}

function setSavepoint(): Savepoint {
  kernel.tx.limits.count('dmlStatements', 1);
  kernel.tx.limits.count('savepoints', 1);
  return new Savepoint(kernel.services.savepoint());
}

/** Later savepoints are gone; this one may be used again. */
function rollback(savepoint: Savepoint): void {
  if (savepoint.isReleased) throwNew('System.TypeException', 'Savepoint is invalid');
  kernel.tx.limits.count('dmlStatements', 1);
  kernel.services.rollback(savepoint.token);
}

function release(savepoint: Savepoint): void {
  savepoint.isReleased = true;
  kernel.services.releaseSavepoint(savepoint.token);
}

function leadRequest(lead: Bean): LeadConvertRequest {
  for (const name of ['AccountRecord', 'ContactRecord', 'OpportunityRecord', 'OpportunityId']) {
    if (lead.get(name) !== null) throw new UnsupportedError(`Database.LeadConvert.${name}`);
  }
  return {
    leadId: nonNull(lead.get('LeadId') as string | null),
    accountId: lead.get('AccountId') as string | null,
    contactId: lead.get('ContactId') as string | null,
    convertedStatus: lead.get('ConvertedStatus') as string,
    doNotCreateOpportunity: lead.get('DoNotCreateOpportunity') === true,
    opportunityName: lead.get('OpportunityName') as string | null,
    overwriteLeadSource: lead.get('OverwriteLeadSource') === true,
    ownerId: lead.get('OwnerId') as string | null
  };
}

function convertOne(lead: Bean, allOrNone: boolean): Bean {
  const outcome = kernel.services.convertLead(leadRequest(lead));
  const [error] = outcome.errors;
  if (!outcome.success && allOrNone && error) {
    const text = `ConvertLead failed. First exception on row 0; first error: ${error.statusCode}, ${error.message}: []`;
    throwNew('System.DmlException', text, { dmlErrors: [{ ...error, index: 0, id: outcome.leadId }] });
  }
  return makeLeadConvertResult(outcome);
}

function convertLead(target: Bean | ApexList | null, ...rest: unknown[]): Bean | ApexList {
  const allOrNone = !rest.includes(false);
  if (!(target instanceof ApexList)) return convertOne(nonNull(target), allOrNone);
  const results = target.items.map((lead) => convertOne(nonNull(lead) as Bean, allOrNone));
  return new ApexList(listOf(rtType('Database.LeadConvertResult')), results);
}

function emptyRecycleBin(target: unknown): unknown {
  const { records, isSingle } = recordsOf(target);
  const results = kernel.services.emptyRecycleBin(records.map((record) => nonNull(record.id)));
  return isSingle ? makeResult('emptyRecycleBin', results[0]!) : makeResults('emptyRecycleBin', results);
}

function executeBatch(job: object | null, scope: number | null): string {
  return kernel.services.executeBatch(nonNull(job), scope);
}

const convertOverloads = Object.fromEntries(
  [1, 2, 3].map((arity): [string, PlatformFunction] => [`convertLead/${arity}`, convertLead])
);

platformClass('System.Database', {
  statics: {
    ...convertOverloads,
    'emptyRecycleBin/1': emptyRecycleBin,
    'executeBatch/1': (job: object | null) => executeBatch(job, null),
    'executeBatch/2': (job: object | null, scope: number | null) => executeBatch(job, nonNull(scope)),
    'setSavepoint/0': setSavepoint,
    'rollback/1': (savepoint: Savepoint | null) => rollback(nonNull(savepoint)),
    'releaseSavepoint/1': (savepoint: Savepoint | null) => release(nonNull(savepoint))
  }
});

beanClass('Database.LeadConvert', {
  defaults: () => ({ DoNotCreateOpportunity: false, OverwriteLeadSource: false, SendNotificationEmail: false })
});
const duplicateHeader = beanClass('Database.DMLOptions.DuplicateRuleHeader');
const assignmentHeader = beanClass('Database.DMLOptions.AssignmentRuleHeader');
const emailHeader = beanClass('Database.DMLOptions.EmailHeader');
// Its headers are there from the beginning: code sets their properties at once.
beanClass('Database.DMLOptions', {
  defaults: () => ({
    DuplicateRuleHeader: duplicateHeader(),
    AssignmentRuleHeader: assignmentHeader(),
    EmailHeader: emailHeader()
  })
});

beanClass('System.AsyncOptions');
