import {
  type Draft,
  type Gap,
  STEPS,
  type Step,
  gapsBefore,
  gapsOf,
  incompleteLines,
  isComplete
} from 'c/insightsDraft';
import type { Conversions } from 'c/insightsConversions';
import type { Problem } from 'c/insightsErrors';
import { fill, formatNumber } from 'c/insightsFormat';
import type { LookupOption } from 'c/insightsLookup';
import { NOTHING, type Resource } from 'c/insightsResource';
import type { PathStep } from 'c/insightsWizardPath';
import type { SummaryItem } from 'c/insightsWizardSummary';

import * as labels from './labels';

/** What the steps show beside the draft. */
export interface Loaded {
  readonly reports: Resource<Apex.InsightsReportView[]>;
  readonly objects: Resource<Apex.InsightsObjectView[]>;
  readonly sample: Resource<Apex.InsightsReportSample>;
  readonly fields: Resource<Apex.InsightsObjectFields>;
  readonly match: Resource<Apex.InsightsMatchSample>;
  readonly conversions: Conversions;
  readonly conversionProblem: Problem | null;
}

/** Before anything is asked for. */
export const NOTHING_LOADED: Loaded = {
  reports: NOTHING,
  objects: NOTHING,
  sample: NOTHING,
  fields: NOTHING,
  match: NOTHING,
  conversions: {},
  conversionProblem: null
};

/** Headings of the steps. */
export const STEP_LABELS: Readonly<Record<Step, string>> = {
  environment: labels.stepEnvironment,
  choice: labels.stepChoice,
  mapping: labels.stepMapping,
  schedule: labels.stepSchedule
};

const GAP_LABELS: Readonly<Record<Gap, string>> = {
  environment: labels.gapEnvironment,
  report: labels.gapReport,
  object: labels.gapObject,
  keyColumn: labels.gapKeyColumn,
  keyField: labels.gapKeyField,
  mapping: labels.gapMapping
};

/** @returns what to do about things that are missing; empty when nothing is */
export function gapText(gaps: readonly Gap[]): string {
  return gaps.map((gap) => GAP_LABELS[gap]).join(' ');
}

/** @returns the steps for the progress indicator */
export function pathSteps(draft: Draft): PathStep[] {
  return STEPS.map((name) => {
    const before = gapsBefore(draft, name);
    return {
      name,
      label: STEP_LABELS[name],
      isDone: name !== 'schedule' && before.length === 0 && gapsOf(draft, name).length === 0,
      blockedBecause: before.length > 0 ? gapText(before.slice(0, 1)) : null
    };
  });
}

/** @returns the name of an integration that the user has not named: report and object */
export function proposedName(draft: Draft, { fields, objects }: Loaded): string {
  return draft.reportId && draft.targetObject
    ? fill(labels.proposedName, draft.reportName ?? draft.reportId, objectLabel(draft, fields.value, objects.value))
    : '';
}

/** @returns the object's label, or its API name while the label is not known */
export function objectLabel(
  draft: Draft,
  fields: Apex.InsightsObjectFields | null,
  objects: Apex.InsightsObjectView[] | null
): string {
  const listed = objects?.find(({ name }) => name === draft.targetObject)?.label;
  return (fields?.objectName === draft.targetObject ? fields?.label : listed) ?? listed ?? draft.targetObject ?? '';
}

/** @returns everything that was chosen, to be read over */
export function summaryOf(
  draft: Draft,
  { fields, objects }: Loaded,
  environments: readonly Apex.InsightsEnvironmentView[]
): SummaryItem[] {
  const fieldLabel = (name: string | null) =>
    fields.value?.fields?.find((field) => field.name === name)?.label ?? name ?? '';
  const lines = draft.mappings.filter(isComplete).map(({ column, constant, field }) => {
    return fill(labels.pairText, column ?? `“${constant}”`, fieldLabel(field));
  });
  return [
    {
      term: labels.summaryEnvironment,
      details: [environments.find(({ id }) => id === draft.environmentId)?.name ?? '']
    },
    { term: labels.summaryReport, details: [draft.reportName ?? draft.reportId ?? ''] },
    { term: labels.summaryObject, details: [objectLabel(draft, fields.value, objects.value)] },
    { term: labels.summaryKey, details: [fill(labels.pairText, draft.keyColumn, fieldLabel(draft.keyField))] },
    { term: labels.summaryFields, details: lines }
  ];
}

/** @returns the columns that no line and no key uses */
export function unmappedColumns(draft: Draft, sample: Apex.InsightsReportSample | null): string[] {
  const used = new Set([draft.keyColumn, ...draft.mappings.map(({ column }) => column)]);
  return (sample?.columns ?? []).map(({ name }) => name ?? '').filter((name) => !used.has(name));
}

/** @returns a sentence that names the lines that are begun and not complete; empty when there are none */
export function incompleteText(draft: Draft): string {
  const numbers = incompleteLines(draft);
  return numbers.length === 0 ? '' : fill(labels.mappingIncomplete, numbers.map(formatNumber).join(', '));
}

/** @returns the columns of the report with an example each */
export function columnOptions(sample: Apex.InsightsReportSample | null): LookupOption[] {
  return (sample?.columns ?? []).map(({ name }, index) => ({
    value: name ?? '',
    label: name ?? '',
    meta: sample?.rows?.map((row) => row[index]).find((value) => value) ?? ''
  }));
}
