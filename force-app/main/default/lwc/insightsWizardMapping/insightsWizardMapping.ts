import { LightningElement, api } from 'lwc';
import type { Conversions } from 'c/insightsConversions';
import {
  type Draft,
  type DraftUpdate,
  type Mapping,
  addMapping,
  draftChange,
  mapColumn,
  removeMapping,
  restoreMapping
} from 'c/insightsDraft';
import type { Problem } from 'c/insightsErrors';
import type { FieldReason } from 'c/insightsFieldReasons';
import { fill, formatList } from 'c/insightsFormat';
import type { LookupOption } from 'c/insightsLookup';
import type InsightsMappingRow from 'c/insightsMappingRow';
import type { MappingRow } from 'c/insightsMappingRow';
import { NOTHING, type Resource } from 'c/insightsResource';
import { type Suggestion, suggest } from 'c/insightsSuggestions';
import { incompleteText } from 'c/insightsWizardView';

import * as labels from './labels';
import { fieldOptions, rowsOf, sourceOptions } from './rows';

/** A line that was removed and can come back. */
interface Removed {
  line: Mapping;
  index: number;
  text: string;
}

/** A line, or the place of one that was removed. */
interface Item {
  key: string;
  row: MappingRow | null;
  removed: Removed | null;
}

/**
 * Third step: which column is written to which field.
 * @fires draftchange when the user changes a line
 * @fires fieldrequest when the user misses a field
 * @fires refreshfields when the user has made new fields meanwhile
 * @fires step with { step } as detail when the user wants to change the key
 * @fires retry when the user wants to load again what failed
 */
export default class InsightsWizardMapping extends LightningElement {
  @api conversions: Conversions = {};
  @api conversionProblem?: Problem | null;
  @api showsGaps = false;

  label = labels;
  columnOptions: LookupOption[] = [];
  fieldOptions: LookupOption[] = [];
  /** Says to people who listen what was accepted. */
  accepted = '';
  private current!: Draft;
  private loadedSample: Resource<Apex.InsightsReportSample> = NOTHING;
  private loadedFields: Resource<Apex.InsightsObjectFields> = NOTHING;
  private removed: Removed[] = [];
  /** Where the cursor goes once the screen shows what the user asked for. */
  private focusNext: { target: 'last' | 'undo' | 'row' | 'accept'; key?: string } | null = null;

  @api
  get draft(): Draft {
    return this.current;
  }

  set draft(draft: Draft) {
    const otherKey = draft.keyField !== this.current?.keyField;
    if (draft.revision !== this.current?.revision) {
      // What somebody else has saved has lines of its own: those removed before cannot come back among them.
      this.removed = [];
    }
    this.current = draft;
    if (otherKey) {
      this.offerFields();
    }
  }

  @api
  get sample(): Resource<Apex.InsightsReportSample> {
    return this.loadedSample;
  }

  set sample(sample: Resource<Apex.InsightsReportSample>) {
    this.loadedSample = sample;
    this.columnOptions = sourceOptions(sample.value);
  }

  @api
  get fields(): Resource<Apex.InsightsObjectFields> {
    return this.loadedFields;
  }

  set fields(fields: Resource<Apex.InsightsObjectFields>) {
    this.loadedFields = fields;
    this.offerFields();
  }

  /** Puts the cursor into the first line. */
  @api
  focusGap(): void {
    this.template!.querySelector<LwcElement<InsightsMappingRow>>('[data-key]')?.focus();
  }

  get columns(): readonly Apex.InsightsColumnView[] {
    return this.loadedSample.value?.columns ?? [];
  }

  get allFields(): readonly Apex.InsightsFieldView[] {
    return this.loadedFields.value?.fields ?? [];
  }

  /** Whether there is nothing to show yet; what is read again stays on the screen. */
  get isLoading(): boolean {
    return [this.loadedSample, this.loadedFields].some(({ isLoading, value }) => isLoading && value === null);
  }

  get readingText(): string {
    return this.loadedFields.isLoading ? labels.stateLoading : '';
  }

  get items(): Item[] {
    const rows = rowsOf({
      draft: this.current,
      columns: this.columns,
      columnsAreKnown: this.loadedSample.value !== null,
      fields: this.loadedFields.value?.fields ?? null,
      conversions: this.conversions
    });
    const items: Item[] = rows.map((row) => ({ key: row.key, row, removed: null }));
    for (const removed of this.removed) {
      items.splice(removed.index, 0, { key: removed.line.key, row: null, removed });
    }
    return items;
  }

  get usedFields(): string[] {
    return this.current.mappings.flatMap(({ field }) => (field === null ? [] : [field]));
  }

  get keyFieldLabel(): string {
    const field = this.allFields.find(({ name }) => name === this.current.keyField);
    return field?.label ?? this.current.keyField ?? '';
  }

  get keyTypeLabel(): string {
    return this.allFields.find(({ name }) => name === this.current.keyField)?.typeLabel ?? '';
  }

  get suggestions(): Suggestion[] {
    const { mappings, keyColumn, keyField } = this.current;
    const usedColumns = new Set([keyColumn, ...mappings.map(({ column }) => column)]);
    const usedFields = new Set([keyField, ...this.usedFields]);
    return suggest(
      this.columns.filter(({ name }) => !usedColumns.has(name ?? '')),
      this.allFields.filter(({ canMap, name }) => canMap && !usedFields.has(name ?? ''))
    );
  }

  get reasons(): FieldReason[] {
    const used = new Set(this.usedFields);
    return this.allFields
      .map(({ name, label, canMap, mapReason }) => ({
        name: name ?? '',
        label: label ?? '',
        reason: !canMap
          ? (mapReason ?? '')
          : name === this.current.keyField
            ? labels.mappingIsKey
            : used.has(name ?? '')
              ? labels.mappingIsUsed
              : ''
      }))
      .filter(({ reason }) => reason !== '');
  }

  get incomplete(): string {
    return incompleteText(this.current);
  }

  get gapText(): string {
    return this.showsGaps ? labels.gapMapping : '';
  }

  renderedCallback(): void {
    const next = this.focusNext;
    this.focusNext = null;
    if (next?.target === 'undo') {
      this.template!.querySelector<HTMLElement>(`[data-undo="${next.key}"]`)?.focus();
    } else if (next?.target === 'accept') {
      const goal = this.suggestions.length > 0 ? '[data-id="suggestions"]' : '[data-id="add"]';
      this.template!.querySelector<HTMLElement>(goal)?.focus();
    } else if (next) {
      const rows = [...this.template!.querySelectorAll<LwcElement<InsightsMappingRow>>('[data-key]')];
      (next.target === 'last' ? rows.at(-1) : rows.find(({ dataset }) => dataset.key === next.key))?.focus();
    }
  }

  handleAdd(): void {
    this.focusNext = { target: 'last' };
    this.dispatchEvent(draftChange((draft) => addMapping(draft)));
  }

  handleRemove(event: CustomEvent<{ key: string }>): void {
    const { key } = event.detail;
    const line = this.current.mappings.find((one) => one.key === key);
    const item = this.items.findIndex((one) => one.key === key);
    const text = this.items[item]?.row?.description;
    if (line) {
      this.removed = [...this.removed, { line, index: item, text: fill(labels.mappingRemoved, text) }].sort(
        (a, b) => a.index - b.index
      );
      this.focusNext = { target: 'undo', key };
      this.dispatchEvent(draftChange((draft) => removeMapping(draft, key)));
    }
  }

  handleUndo(event: Event): void {
    const { undo: key } = (event.currentTarget as HTMLElement).dataset;
    const removed = this.removed.find(({ line }) => line.key === key);
    if (removed) {
      const before = this.removed.filter(({ index }) => index < removed.index).length;
      this.removed = this.removed.filter((one) => one !== removed);
      this.focusNext = { target: 'row', key };
      // Its field may have been given to another line meanwhile.
      const isTaken = removed.line.field !== null && this.usedFields.includes(removed.line.field);
      const line = isTaken ? { ...removed.line, field: null } : removed.line;
      this.dispatchEvent(draftChange((draft) => restoreMapping(draft, line, removed.index - before)));
    }
  }

  handleAccept(event: CustomEvent<{ suggestions: Suggestion[] }>): void {
    const { suggestions } = event.detail;
    const pairs = suggestions.map(({ column, fieldLabel }) => fill(labels.mappingRow, column, fieldLabel));
    this.accepted = fill(labels.mappingAccepted, formatList(pairs));
    this.focusNext = { target: 'accept' };
    this.dispatchEvent(
      draftChange((draft) =>
        suggestions.reduce((changed, { column, field }) => mapColumn(changed, column, field), draft)
      )
    );
  }

  handleDraftChange(event: CustomEvent<{ update: DraftUpdate }>): void {
    this.dispatchEvent(draftChange(event.detail.update));
  }

  handleRequest(): void {
    this.dispatchEvent(new CustomEvent('fieldrequest'));
  }

  handleRefreshFields(): void {
    this.dispatchEvent(new CustomEvent('refreshfields'));
  }

  handleChangeKey(): void {
    this.dispatchEvent(new CustomEvent('step', { detail: { step: 'choice' } }));
  }

  handleRetry(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }

  /** Made once and given to every line: objects have up to 800 fields. */
  private offerFields(): void {
    this.fieldOptions = fieldOptions(this.allFields, this.current?.keyField ?? null);
  }
}
