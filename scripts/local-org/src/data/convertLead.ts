/**
 * Converting leads: account, contact and opportunity are made or taken, the lead is closed.
 * Source: Apex Reference Guide, LeadConvert; Salesforce Help, "Considerations for Converting Leads".
 */
import { kernel } from '../runtime/kernel';
import type { DmlError, DmlRequest, LeadConvertOutcome, LeadConvertRequest } from '../runtime/services';
import { ApexDate } from '../runtime/values/date';
import { SObjectValue } from '../runtime/values/sobject';
import type { SqlValue } from './storage/columns';
import type { DataContext } from './dataContext';
import type { DmlEngine } from './dml/engine';
import { errors } from './dml/errors';

const REQUEST: DmlRequest = { allOrNone: true, access: 'system', sharing: 'without' };
const ADDRESS = ['Street', 'City', 'State', 'PostalCode', 'Country'];

/** A step of the conversion that failed. */
class ConversionFailure extends Error {
  constructor(readonly errors: DmlError[]) {
    super(errors[0]?.message ?? '');
  }
}

export class LeadConverter {
  constructor(
    private readonly data: DataContext,
    private readonly dml: DmlEngine
  ) {}

  convert(request: LeadConvertRequest): LeadConvertOutcome {
    const { database } = this.data;
    const depth = database.depth;
    database.begin();
    try {
      const outcome = this.run(request);
      database.unwind(depth, true);
      return outcome;
    } catch (error) {
      database.unwind(depth, false);
      if (!(error instanceof ConversionFailure)) throw error;
      return {
        leadId: request.leadId,
        accountId: null,
        contactId: null,
        opportunityId: null,
        success: false,
        errors: error.errors
      };
    }
  }

  private run(request: LeadConvertRequest): LeadConvertOutcome {
    const table = this.data.table(this.data.object('Lead'));
    const row = this.data.database.all(table.selectSql, [JSON.stringify([request.leadId])])[0];
    if (!row) throw new ConversionFailure([errors.invalidCrossReference()]);
    const lead = (name: string): unknown => table.value(row, name);
    if (lead('IsConverted') === true) throw new ConversionFailure([errors.convertedLead()]);
    this.checkStatus(request.convertedStatus);
    const owner = request.ownerId ?? (lead('OwnerId') as string);
    const accountId = request.accountId ?? this.insert('Account', this.account(lead, owner));
    const contactId =
      request.contactId ?? this.insert('Contact', { ...this.contact(lead, owner), AccountId: accountId });
    const opportunityId = request.doNotCreateOpportunity
      ? null
      : this.insert('Opportunity', this.opportunity(lead, owner, accountId, request.opportunityName));
    this.close(request, { accountId, contactId, opportunityId });
    return { leadId: request.leadId, accountId, contactId, opportunityId, success: true, errors: [] };
  }

  private checkStatus(status: string): void {
    const row = this.data.database.all('SELECT "IsConverted" FROM "LeadStatus" WHERE "ApiName" = ?', [status])[0];
    if (row?.[0] === 1) return;
    throw new ConversionFailure([errors.custom('INVALID_STATUS', `invalid convertedStatus: ${status}`)]);
  }

  private insert(object: string, values: Record<string, unknown>): string {
    const record = new SObjectValue(this.data.object(object));
    for (const [name, value] of Object.entries(values)) {
      if (value !== null && record.fieldSchema(name)) record.values.set(name, value);
    }
    const result = this.dml.run('insert', [record], REQUEST)[0]!;
    if (!result.success) throw new ConversionFailure(result.errors);
    return result.id!;
  }

  private account(lead: (name: string) => unknown, owner: string): Record<string, unknown> {
    const address = Object.fromEntries(ADDRESS.map((part) => [`Billing${part}`, lead(part)]));
    const same = Object.fromEntries(
      ['Phone', 'Fax', 'Website', 'Industry', 'AnnualRevenue', 'NumberOfEmployees', 'Rating'].map((f) => [f, lead(f)])
    );
    return { Name: lead('Company'), OwnerId: owner, AccountSource: lead('LeadSource'), ...same, ...address };
  }

  private contact(lead: (name: string) => unknown, owner: string): Record<string, unknown> {
    const address = Object.fromEntries(ADDRESS.map((part) => [`Mailing${part}`, lead(part)]));
    const same = Object.fromEntries(
      ['Salutation', 'FirstName', 'LastName', 'Title', 'Email', 'Phone', 'MobilePhone', 'Fax', 'LeadSource'].map(
        (f) => [f, lead(f)]
      )
    );
    return { OwnerId: owner, ...same, ...address };
  }

  /** The close date is the end of the quarter, the stage the first. */
  private opportunity(
    lead: (name: string) => unknown,
    owner: string,
    accountId: string,
    name: string | null
  ): Record<string, unknown> {
    const today = new ApexDate(Math.floor(kernel.services.now() / 86400000));
    const stage = this.data.database.all('SELECT "ApiName" FROM "OpportunityStage" ORDER BY "SortOrder" LIMIT 1')[0];
    return {
      Name: name ?? `${String(lead('Company'))}-`,
      AccountId: accountId,
      OwnerId: owner,
      StageName: stage?.[0] ?? 'Prospecting',
      CloseDate: ApexDate.of(today.year, Math.ceil(today.month / 3) * 3 + 1, 0),
      LeadSource: lead('LeadSource')
    };
  }

  private close(
    request: LeadConvertRequest,
    ids: { accountId: string; contactId: string; opportunityId: string | null }
  ): void {
    const record = new SObjectValue(this.data.object('Lead'));
    record.values.set('Id', request.leadId);
    record.values.set('Status', request.convertedStatus);
    const result = this.dml.run('update', [record], REQUEST)[0]!;
    if (!result.success) throw new ConversionFailure(result.errors);
    markConverted(this.data, request.leadId, ids);
  }
}

/** Marks a stored lead as converted, without records besides those named: what seeding needs. */
export function markConverted(
  data: DataContext,
  leadId: string,
  ids: { accountId?: string | null; contactId?: string | null; opportunityId?: string | null } = {}
): void {
  const today = Math.floor(kernel.services.now() / 86400000);
  const params: SqlValue[] = [today, ids.accountId ?? null, ids.contactId ?? null, ids.opportunityId ?? null, leadId];
  data.database.run(
    `UPDATE "Lead" SET "IsConverted" = 1, "ConvertedDate" = ?, "ConvertedAccountId" = ?, "ConvertedContactId" = ?,
     "ConvertedOpportunityId" = ? WHERE "Id" = ?`,
    params
  );
}
