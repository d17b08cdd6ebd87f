import { fill, formatNumber, formatRelative } from 'c/insightsFormat';
import type { LookupOption } from 'c/insightsLookup';

import * as labels from './labels';

/** @returns the WalkMe regions */
export function sourceOptions(sources: readonly Apex.InsightsSourceView[]): LookupOption[] {
  return sources.map(({ name, label }) => ({ value: name ?? '', label: label ?? name ?? '' }));
}

/** @returns the reports with size and age; their descriptions are searched, too */
export function reportOptions(reports: readonly Apex.InsightsReportView[]): LookupOption[] {
  return reports.map((report) => ({
    value: report.id ?? '',
    label: report.name ?? report.id ?? '',
    meta: [report.description, ...sizeAndAge(report)].filter(Boolean).join(' · ')
  }));
}

/** @returns what is known of the chosen report, one fact a line */
export function reportFacts(report: Apex.InsightsReportView): string[] {
  return [report.description ?? '', sizeAndAge(report).join(' · ')].filter((fact) => fact !== '');
}

/** @returns the objects by label, with their API names */
export function objectOptions(objects: readonly Apex.InsightsObjectView[]): LookupOption[] {
  return objects.map(({ name, label, pluralLabel }) => ({
    value: name ?? '',
    label: label ?? name ?? '',
    meta: name ?? '',
    search: pluralLabel ?? ''
  }));
}

/** @returns the fields that can identify a record, with what makes them fit */
export function keyFieldOptions(fields: readonly Apex.InsightsFieldView[]): LookupOption[] {
  return fields
    .filter(({ canKey }) => canKey)
    .map((field) => ({
      value: field.name ?? '',
      label: field.label ?? field.name ?? '',
      meta: [
        field.name,
        field.typeLabel,
        field.isExternalId ? labels.externalId : '',
        field.isUnique ? labels.unique : ''
      ]
        .filter(Boolean)
        .join(' · ')
    }));
}

function sizeAndAge({ rowCount, refreshedAt }: Apex.InsightsReportView): string[] {
  const rows = rowCount === null || rowCount === undefined ? '' : fill(labels.reportRows, formatNumber(rowCount));
  const age = refreshedAt ? fill(labels.reportRefreshed, formatRelative(refreshedAt)) : '';
  return [rows, age].filter((part) => part !== '');
}
