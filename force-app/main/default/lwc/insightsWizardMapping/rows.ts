import { type Conversions, conversionKey } from 'c/insightsConversions';
import { type Draft, type Mapping, isComplete, isEmpty } from 'c/insightsDraft';
import { fill, formatNumber } from 'c/insightsFormat';
import type { LookupOption } from 'c/insightsLookup';
import { CONSTANT, type MappingRow } from 'c/insightsMappingRow';
import { kindOfColumn, kindOfField } from 'c/insightsSuggestions';
import { columnOptions } from 'c/insightsWizardView';

import * as labels from './labels';

/** Conversions that are worth a word even when the column holds what the field takes. */
const ALWAYS_TOLD = ['Picklist', 'MultiPicklist', 'Reference', 'Email'];

/** What rows are made from. */
export interface Sources {
  readonly draft: Draft;
  readonly columns: readonly Apex.InsightsColumnView[];
  /** Whether the columns of the report are there: until then none can be missing. */
  readonly columnsAreKnown: boolean;
  /** Null while the fields of the object are not known. */
  readonly fields: readonly Apex.InsightsFieldView[] | null;
  readonly conversions: Conversions;
}

/** @returns the lines of a draft as the screen shows them */
export function rowsOf(sources: Sources): MappingRow[] {
  const fields = new Map((sources.fields ?? []).map((field) => [field.name, field]));
  const columns = new Map(sources.columns.map((column) => [column.name, column]));
  return sources.draft.mappings.map((line, index) => {
    const field = fields.get(line.field ?? '');
    const column = columns.get(line.column ?? '');
    return {
      key: line.key,
      number: index + 1,
      column: line.column,
      constant: line.constant,
      field: line.field,
      blankRule: line.blankRule,
      canClear: line.column !== null && field !== undefined && !field.isRequired,
      typeLabel: field?.typeLabel ?? '',
      conversion: conversionText(column, field),
      description: descriptionOf(line, field),
      fault: faultOf(line, column, field, sources),
      ...sampleOf(line, sources.conversions)
    };
  });
}

/** @returns the columns of the report, and a value of the user's own */
export function sourceOptions(sample: Apex.InsightsReportSample | null): LookupOption[] {
  return [...columnOptions(sample), { value: CONSTANT, label: labels.constantOption, meta: labels.constantOptionMeta }];
}

/** @returns fields that can be written, without the key field */
export function fieldOptions(fields: readonly Apex.InsightsFieldView[], keyField: string | null): LookupOption[] {
  return fields
    .filter(({ canMap, name }) => canMap && name !== keyField)
    .map(({ name, label, typeLabel }) => ({
      value: name ?? '',
      label: label ?? name ?? '',
      meta: [name, typeLabel].filter(Boolean).join(' · ')
    }));
}

function descriptionOf(line: Mapping, field: Apex.InsightsFieldView | undefined): string {
  const from = line.column ?? (line.constant ? `“${line.constant}”` : labels.mappingNothing);
  return fill(labels.mappingRow, from, field?.label ?? line.field ?? labels.mappingNothing);
}

function conversionText(
  column: Apex.InsightsColumnView | undefined,
  field: Apex.InsightsFieldView | undefined
): string {
  const words: Record<string, string> = {
    Text: labels.convertText,
    Number: labels.convertNumber,
    Integer: labels.convertNumber,
    Percent: labels.convertPercent,
    Checkbox: labels.convertCheckbox,
    Date: labels.convertDate,
    Datetime: labels.convertDatetime,
    Picklist: labels.convertPicklist,
    MultiPicklist: labels.convertPicklist,
    Reference: labels.convertReference,
    Email: labels.convertEmail
  };
  const conversion = field?.conversion ?? '';
  if (!column || !field) {
    return '';
  }
  const isTold = ALWAYS_TOLD.includes(conversion) || kindOfColumn(column) !== kindOfField(field);
  return isTold ? (words[conversion] ?? '') : '';
}

/** What is wrong with a line, or still missing; a line that nobody has begun lacks nothing. */
function faultOf(
  line: Mapping,
  column: Apex.InsightsColumnView | undefined,
  field: Apex.InsightsFieldView | undefined,
  { draft, fields, columnsAreKnown }: Sources
): string {
  if (isEmpty(line)) {
    return '';
  }
  const faults: [boolean, string][] = [
    [columnsAreKnown && line.column !== null && !column, fill(labels.mappingColumnGone, line.column)],
    [fields !== null && line.field !== null && !field, fill(labels.mappingFieldGone, line.field)],
    [field !== undefined && !field.canMap, field?.mapReason ?? ''],
    [line.field !== null && line.field === draft.keyField, labels.mappingIsKey],
    [line.field === null, labels.mappingNeedsField],
    [!isComplete(line), line.constant === null ? labels.mappingNeedsColumn : labels.mappingNeedsValue]
  ];
  return faults.find(([applies]) => applies)?.[1] ?? '';
}

function sampleOf(
  line: Mapping,
  conversions: Conversions
): Pick<MappingRow, 'before' | 'after' | 'problem' | 'remedy'> {
  const samples = isComplete(line) ? (conversions[conversionKey(line)]?.samples ?? []) : [];
  const bad = samples.filter(({ problem }) => problem);
  const shown = bad[0] ?? samples[0];
  const count = fill(labels.mappingBadSamples, formatNumber(bad.length), formatNumber(samples.length));
  return {
    before: shown?.before ?? '',
    after: shown?.after ?? '',
    problem: bad.length > 0 ? `${shown?.problem} ${samples.length > 1 ? count : ''}`.trim() : '',
    remedy: shown?.remedy ?? ''
  };
}
