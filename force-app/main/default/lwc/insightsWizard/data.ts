import { ConversionCache } from 'c/insightsConversions';
import { type Draft, type Step, change, proposeKeyField } from 'c/insightsDraft';
import { likeliestKeyColumn, likeliestKeyField, valuesOf } from 'c/insightsKeyChoice';
import { NOTHING, type Resource, ResourceCache } from 'c/insightsResource';
import type { Loaded } from 'c/insightsWizardView';

import convertSamples from '@salesforce/apex/InsightsWizardController.convertSamples';
import loadFields from '@salesforce/apex/InsightsWizardController.loadFields';
import loadObjects from '@salesforce/apex/InsightsWizardController.loadObjects';
import loadReport from '@salesforce/apex/InsightsWizardController.loadReport';
import loadReports from '@salesforce/apex/InsightsWizardController.loadReports';
import matchSample from '@salesforce/apex/InsightsWizardController.matchSample';

/** Loads what a draft needs, each thing once, and keeps it for as long as the wizard is open. */
export class WizardData {
  private readonly cache: ResourceCache;
  private readonly conversions: ConversionCache;
  /** Object of the draft that was read last: samples are converted for it. */
  private objectName: string | null = null;

  /** @param changed told when something has arrived or failed */
  constructor(changed: () => void) {
    this.cache = new ResourceCache(changed);
    this.conversions = new ConversionCache(
      (requests) => convertSamples({ objectName: this.objectName, requests }),
      changed
    );
  }

  /** Asks for what the draft needs and is not there yet. Lists to choose from are left out where nothing is chosen. */
  read(draft: Draft, step: Step): Loaded {
    const { sourceName, reportId, targetObject } = draft;
    const chooses = draft.id === null || step === 'choice';
    const sample = this.sampleOf(sourceName, reportId);
    const fields = targetObject
      ? this.cache.read(fieldsName(targetObject), () => loadFields({ objectName: targetObject }))
      : NOTHING;
    this.convert(draft, step, sample.value, fields.value);
    return {
      reports:
        chooses && sourceName ? this.cache.read(`reports ${sourceName}`, () => loadReports({ sourceName })) : NOTHING,
      objects: chooses ? this.cache.read('objects', () => loadObjects()) : NOTHING,
      sample,
      fields,
      match: step === 'choice' ? this.matchOf(draft, sample.value) : NOTHING,
      conversions: this.conversions.results,
      conversionProblem: this.conversions.problem
    };
  }

  /** Lets what failed be asked for again. */
  retry(): void {
    this.conversions.forget();
    this.cache.forgetProblems();
  }

  /** Lets the fields of an object be read again: somebody may have made new ones. */
  refreshFields(objectName: string): void {
    this.conversions.forget();
    this.cache.forget(fieldsName(objectName));
  }

  /** Ends what waits. */
  stop(): void {
    this.conversions.stop();
  }

  private sampleOf(sourceName: string | null, reportId: string | null): Resource<Apex.InsightsReportSample> {
    return sourceName && reportId
      ? this.cache.read(JSON.stringify(['report', sourceName, reportId]), () => loadReport({ sourceName, reportId }))
      : NOTHING;
  }

  private matchOf(draft: Draft, sample: Apex.InsightsReportSample | null): Resource<Apex.InsightsMatchSample> {
    const { sourceName, reportId, targetObject: objectName, keyColumn, keyField } = draft;
    if (!sample || !objectName || !keyColumn || !keyField) {
      return NOTHING;
    }
    const name = JSON.stringify(['match', sourceName, reportId, keyColumn, objectName, keyField]);
    return this.cache.read(name, () => matchSample({ objectName, keyField, keys: valuesOf(sample, keyColumn) }));
  }

  /** Of fields that are gone or cannot be written the line itself says so: there is nothing to convert for them. */
  private convert(
    draft: Draft,
    step: Step,
    sample: Apex.InsightsReportSample | null,
    fields: Apex.InsightsObjectFields | null
  ): void {
    const { sourceName, reportId, targetObject } = draft;
    if (step === 'mapping' && targetObject && fields) {
      const writable = new Set((fields.fields ?? []).filter(({ canMap }) => canMap).map(({ name }) => name));
      const lines = draft.mappings.filter(({ field }) => field !== null && writable.has(field));
      this.objectName = targetObject;
      this.conversions.want(JSON.stringify([sourceName, reportId, targetObject]), lines, sample);
    }
  }
}

/**
 * @returns the draft with the likeliest key, where the user has not chosen one and it can be told already: not before the
 *          report’s rows and the object’s fields are there
 */
export function withProposals(draft: Draft, { reports, sample, fields }: Loaded): Draft {
  if (!sample.value) {
    return draft;
  }
  const withColumn = draft.keyColumn === null ? proposeColumn(draft, sample.value, reports.value ?? []) : draft;
  const isOpen = draft.keyField === null || draft.keyFieldIsProposed;
  if (!isOpen || !fields.value) {
    return withColumn;
  }
  const keys = valuesOf(sample.value, withColumn.keyColumn).filter((value) => value !== '');
  return proposeKeyField(withColumn, likeliestKeyField(fields.value.fields ?? [], keys));
}

function proposeColumn(
  draft: Draft,
  { columns, rows }: Apex.InsightsReportSample,
  reports: readonly Apex.InsightsReportView[]
): Draft {
  const declared = reports.find(({ id }) => id === draft.reportId)?.keyColumn;
  return change(draft, { keyColumn: likeliestKeyColumn(columns ?? [], declared, rows ?? []) });
}

function fieldsName(objectName: string): string {
  return `fields ${objectName}`;
}
