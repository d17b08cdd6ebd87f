/**
 * Fields of standard objects that the platform computes when a record is saved.
 * Sources: Object Reference of each object; Salesforce Help, "Opportunity Stages".
 */
import { ApexDate } from '../../runtime/values/date';
import { ApexDatetime } from '../../runtime/values/datetime';
import { ApexDecimal } from '../../runtime/values/decimal';
import { kernel } from '../../runtime/kernel';
import type { DataContext } from '../dataContext';

/** Reads the value that the record will have, and sets values. */
export interface Draft {
  isNew: boolean;
  /** Value to be saved, or the stored one. */
  get(field: string): unknown;
  set(field: string, value: unknown): void;
  /** Whether the save gives the field a value. */
  given(field: string): boolean;
}

type Derive = (draft: Draft, data: DataContext) => void;

const MINUTE_MS = 60000;

/** The full name of people: parts that are there, in this order. */
function personName(draft: Draft): void {
  const parts = ['FirstName', 'MiddleName', 'LastName', 'Suffix'].map((name) => draft.get(name));
  const name = parts.filter((p): p is string => typeof p === 'string' && p.trim() !== '').map((p) => p.trim());
  draft.set('Name', name.length > 0 ? name.join(' ') : null);
}

interface Stage {
  isClosed: boolean;
  isWon: boolean;
  probability: ApexDecimal;
  category: string;
  categoryName: string;
}

function stageOf(data: DataContext, name: unknown): Stage | null {
  const schema = data.database.findObject('OpportunityStage');
  if (typeof name !== 'string' || !schema) return null;
  const id = data.database.all('SELECT "Id" FROM "OpportunityStage" WHERE "ApiName" = ?', [name])[0]?.[0];
  if (id === undefined) return null;
  const table = data.table(schema);
  const row = data.database.all(table.selectSql, [JSON.stringify([id])])[0]!;
  return {
    isClosed: table.value(row, 'IsClosed') === true,
    isWon: table.value(row, 'IsWon') === true,
    probability: table.value(row, 'DefaultProbability') as ApexDecimal,
    category: String(table.value(row, 'ForecastCategory')),
    categoryName: String(table.value(row, 'ForecastCategoryName'))
  };
}

function opportunity(draft: Draft, data: DataContext): void {
  const stage = stageOf(data, draft.get('StageName'));
  if (stage) {
    draft.set('IsClosed', stage.isClosed);
    draft.set('IsWon', stage.isWon);
    if (draft.isNew || draft.given('StageName')) {
      if (!draft.given('Probability')) draft.set('Probability', stage.probability);
      if (!draft.given('ForecastCategoryName')) draft.set('ForecastCategoryName', stage.categoryName);
      draft.set('ForecastCategory', stage.category);
    }
  }
  const amount = draft.get('Amount');
  const probability = draft.get('Probability');
  if (amount instanceof ApexDecimal && probability instanceof ApexDecimal) {
    draft.set('ExpectedRevenue', amount.multiply(probability).divide(ApexDecimal.fromInteger(100), 2, 'HALF_UP'));
  }
  const close = draft.get('CloseDate');
  if (close instanceof ApexDate) {
    const quarter = Math.ceil(close.month / 3);
    draft.set('FiscalYear', close.year);
    draft.set('FiscalQuarter', quarter);
    draft.set('Fiscal', `${close.year} ${quarter}`);
  }
}

/** Status values that close a record, where the org's own list of statuses is not kept. */
function closedBy(...statuses: string[]): Derive {
  return (draft) => draft.set('IsClosed', statuses.includes(String(draft.get('Status'))));
}

function supportCase(draft: Draft, data: DataContext): void {
  closedBy('Closed')(draft, data);
  if (draft.get('IsClosed') === true) {
    if (!draft.get('ClosedDate')) draft.set('ClosedDate', new ApexDatetime(kernel.services.now()));
  } else {
    draft.set('ClosedDate', null);
  }
}

/** Start, end and length of an event follow from any two of them. */
function event(draft: Draft): void {
  const start = draft.get('ActivityDateTime') ?? draft.get('StartDateTime');
  if (!(start instanceof ApexDatetime)) return;
  draft.set('ActivityDateTime', start);
  draft.set('StartDateTime', start);
  draft.set('ActivityDate', new ApexDate(Math.floor(start.ms / 86400000)));
  const end = draft.get('EndDateTime');
  const minutes = draft.get('DurationInMinutes');
  const byEnd = draft.given('EndDateTime') || typeof minutes !== 'number';
  if (byEnd && end instanceof ApexDatetime) draft.set('DurationInMinutes', Math.round((end.ms - start.ms) / MINUTE_MS));
  else if (typeof minutes === 'number') draft.set('EndDateTime', new ApexDatetime(start.ms + minutes * MINUTE_MS));
}

function lead(draft: Draft): void {
  personName(draft);
}

function contentVersion(draft: Draft): void {
  if (!draft.isNew) return;
  const path = String(draft.get('PathOnClient') ?? '');
  const dot = path.lastIndexOf('.');
  const extension = dot >= 0 ? path.slice(dot + 1) : '';
  if (!draft.get('Title')) draft.set('Title', dot > 0 ? path.slice(path.lastIndexOf('/') + 1, dot) : path);
  draft.set('FileExtension', extension === '' ? null : extension);
  draft.set('FileType', extension === '' ? 'UNKNOWN' : extension.toUpperCase());
  const data = draft.get('VersionData') as { size: number } | null;
  draft.set('ContentSize', data?.size ?? 0);
}

/** A group with a new member grants nothing until it is calculated ("Test.calculatePermissionSetGroup"). */
function groupMember(draft: Draft, data: DataContext): void {
  data.database.run('UPDATE "PermissionSetGroup" SET "Status" = \'Outdated\' WHERE "Id" = ?', [
    String(draft.get('PermissionSetGroupId'))
  ]);
}

const DERIVED: Record<string, Derive> = {
  Contact: personName,
  Lead: lead,
  User: personName,
  Opportunity: opportunity,
  Case: supportCase,
  Task: closedBy('Completed'),
  Event: event,
  ContentVersion: contentVersion,
  PermissionSetGroupComponent: groupMember
};

/** What the platform computes of the object's fields; null when nothing. */
export function derivation(object: string): Derive | null {
  return DERIVED[object] ?? null;
}
