import { LightningElement, api } from 'lwc';
import { type Draft, type Gap, change, draftChange, setObject, setReport, setSource } from 'c/insightsDraft';
import type { FieldReason } from 'c/insightsFieldReasons';
import type InsightsLookup from 'c/insightsLookup';
import type { LookupOption } from 'c/insightsLookup';
import { NOTHING, type Resource } from 'c/insightsResource';
import { columnOptions } from 'c/insightsWizardView';

import * as labels from './labels';
import { keyFieldOptions, objectOptions, reportFacts, reportOptions, sourceOptions } from './options';

/** Where the data of the object goes on to by a job of its own, other than for Account, Contact and Case. */
const LEAD = 'Lead';

type Chosen = CustomEvent<{ value: string }>;

/**
 * Second step: the report, the object, and the key by which rows find their records.
 * @fires draftchange when the user chooses something
 * @fires retry when the user wants to load again what failed
 */
export default class InsightsWizardChoice extends LightningElement {
  @api draft!: Draft;
  /** Whether what is missing is shown as an error: once the user has tried to go on. */
  @api showsGaps = false;
  @api gaps: readonly Gap[] = [];
  @api sources: readonly Apex.InsightsSourceView[] = [];
  @api reports: Resource<Apex.InsightsReportView[]> = NOTHING;
  @api objects: Resource<Apex.InsightsObjectView[]> = NOTHING;
  @api sample: Resource<Apex.InsightsReportSample> = NOTHING;
  @api fields: Resource<Apex.InsightsObjectFields> = NOTHING;
  @api match: Resource<Apex.InsightsMatchSample> = NOTHING;

  label = labels;
  regionIsOpen = false;

  /** Puts the cursor where something is missing. */
  @api
  focusGap(gap: Gap): void {
    this.template!.querySelector<LwcElement<InsightsLookup>>(`[data-gap="${gap}"]`)?.focus();
  }

  get hasSeveralSources(): boolean {
    return this.sources.length > 1;
  }

  get sourceOptions(): LookupOption[] {
    return sourceOptions(this.sources);
  }

  get sourceText(): string {
    return this.sourceOptions.find(({ value }) => value === this.draft.sourceName)?.label ?? '';
  }

  get regionExpanded(): string {
    return String(this.regionIsOpen);
  }

  get regionIcon(): string {
    return this.regionIsOpen ? 'utility:chevrondown' : 'utility:chevronright';
  }

  get reportOptions(): LookupOption[] {
    return reportOptions(this.reports.value ?? []);
  }

  get hasNoReports(): boolean {
    return this.reports.value?.length === 0;
  }

  get reportFacts(): string[] {
    const report = this.reports.value?.find(({ id }) => id === this.draft.reportId);
    return report ? reportFacts(report) : [];
  }

  get objectOptions(): LookupOption[] {
    return objectOptions(this.objects.value ?? []);
  }

  get hasNoObjects(): boolean {
    return this.objects.value?.length === 0;
  }

  get isLead(): boolean {
    return this.draft.targetObject === LEAD;
  }

  get showsKey(): boolean {
    return this.draft.reportId !== null && this.draft.targetObject !== null;
  }

  get columnOptions(): LookupOption[] {
    return columnOptions(this.sample.value);
  }

  get keyFieldOptions(): LookupOption[] {
    return keyFieldOptions(this.fields.value?.fields ?? []);
  }

  get isNotIndexed(): boolean {
    const field = this.fields.value?.fields?.find(({ name }) => name === this.draft.keyField);
    return field !== undefined && !field.isIndexed;
  }

  get keyReasons(): FieldReason[] {
    const missing = (this.fields.value?.fields ?? []).filter(({ canKey }) => !canKey);
    return missing.map(({ name, label, keyReason }) => ({
      name: name ?? '',
      label: label ?? '',
      reason: keyReason ?? ''
    }));
  }

  get showsMatch(): boolean {
    return this.match.isLoading || this.match.value !== null || this.match.problem !== null;
  }

  get objectLabel(): string {
    return this.fields.value?.label ?? this.draft.targetObject ?? '';
  }

  get reportError(): string | null {
    return this.errorOf('report', labels.gapReport);
  }

  get objectError(): string | null {
    return this.errorOf('object', labels.gapObject);
  }

  get keyColumnError(): string | null {
    return this.errorOf('keyColumn', labels.gapKeyColumn);
  }

  get keyFieldError(): string | null {
    return this.errorOf('keyField', labels.gapKeyField);
  }

  handleRegion(): void {
    this.regionIsOpen = !this.regionIsOpen;
  }

  handleSource(event: Chosen): void {
    const { value } = event.detail;
    this.dispatchEvent(draftChange((draft) => setSource(draft, value)));
  }

  handleReport(event: Chosen): void {
    const { value } = event.detail;
    const name = this.reports.value?.find(({ id }) => id === value)?.name ?? value;
    this.dispatchEvent(draftChange((draft) => setReport(draft, value, name)));
  }

  handleObject(event: Chosen): void {
    const { value } = event.detail;
    this.dispatchEvent(draftChange((draft) => setObject(draft, value)));
  }

  handleKeyColumn(event: Chosen): void {
    const keyColumn = event.detail.value;
    this.dispatchEvent(draftChange((draft) => change(draft, { keyColumn })));
  }

  handleKeyField(event: Chosen): void {
    const keyField = event.detail.value;
    this.dispatchEvent(draftChange((draft) => change(draft, { keyField })));
  }

  handleRetry(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }

  private errorOf(gap: Gap, text: string): string | null {
    return this.showsGaps && this.gaps.includes(gap) ? text : null;
  }
}
