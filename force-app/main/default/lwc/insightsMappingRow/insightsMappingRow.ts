import { LightningElement, api } from 'lwc';
import { type BlankRule, draftChange, replaceMapping } from 'c/insightsDraft';
import { fill } from 'c/insightsFormat';
import type InsightsLookup from 'c/insightsLookup';
import type { LookupOption } from 'c/insightsLookup';

import * as labels from './labels';

/** A line of the mapping as the screen shows it. */
export interface MappingRow {
  readonly key: string;
  /** Place in the list, from 1. */
  readonly number: number;
  readonly column: string | null;
  readonly constant: string | null;
  readonly field: string | null;
  readonly blankRule: BlankRule;
  /** Whether blank cells may clear the field. */
  readonly canClear: boolean;
  readonly typeLabel: string;
  /** What becomes of the values when column and field differ, in words. */
  readonly conversion: string;
  /** Says what the line does, for people who listen. */
  readonly description: string;
  /** What is wrong or missing; empty when nothing is. */
  readonly fault: string;
  readonly before: string;
  readonly after: string;
  /** Why sample values do not fit; empty when they do. */
  readonly problem: string;
  readonly remedy: string;
}

/** Value of the option that stands for a value of the user's own, instead of a column. No column can have this name. */
export const CONSTANT = '\u0000constant';

/**
 * One line of the mapping: a column or a value, the field, what a sample becomes, and what blank cells do.
 * @fires draftchange when the user changes it
 * @fires remove with { key } as detail when the user removes it
 */
export default class InsightsMappingRow extends LightningElement {
  @api row!: MappingRow;
  @api columnOptions: readonly LookupOption[] = [];
  @api fieldOptions: readonly LookupOption[] = [];
  /** Fields of all lines, which are not offered again. */
  @api usedFields: readonly string[] = [];

  label = labels;
  /** The control that takes the place of the one that the user has just used. */
  private focusNext: 'constant' | 'column' | null = null;

  /** Puts the cursor into what is to be filled in first. */
  @api
  focus(): void {
    this.focusOn(this.isConstant ? 'constant' : 'column');
  }

  renderedCallback(): void {
    if (this.focusNext) {
      this.focusOn(this.focusNext);
      this.focusNext = null;
    }
  }

  get isConstant(): boolean {
    return this.row.constant !== null;
  }

  get rowLabel(): string {
    return fill(labels.mappingRowNumber, this.row.number, this.row.description);
  }

  get removeLabel(): string {
    return fill(labels.mappingRemove, this.row.description);
  }

  get hasSample(): boolean {
    return this.row.problem === '' && (this.row.before !== '' || this.row.after !== '');
  }

  get isChanged(): boolean {
    return this.row.before !== this.row.after;
  }

  get keeps(): boolean {
    return this.row.blankRule === 'Keep';
  }

  get clears(): boolean {
    return this.row.blankRule === 'Clear';
  }

  handleColumn(event: CustomEvent<{ value: string }>): void {
    const { value } = event.detail;
    this.focusNext = value === CONSTANT ? 'constant' : null;
    this.change(value === CONSTANT ? { column: null, constant: '' } : { column: value, constant: null });
  }

  handleConstant(event: CustomEvent<{ value: string }>): void {
    this.change({ constant: event.detail.value });
  }

  handleColumnInstead(): void {
    this.focusNext = 'column';
    this.change({ constant: null });
  }

  handleField(event: CustomEvent<{ value: string }>): void {
    this.change({ field: event.detail.value });
  }

  handleBlankRule(event: Event): void {
    this.change({ blankRule: (event.target as HTMLSelectElement).value as BlankRule });
  }

  handleRemove(): void {
    this.dispatchEvent(new CustomEvent('remove', { detail: { key: this.row.key } }));
  }

  private focusOn(control: 'constant' | 'column'): void {
    this.template!.querySelector<LwcElement<InsightsLookup>>(`[data-id="${control}"]`)?.focus();
  }

  private change(values: Parameters<typeof replaceMapping>[2]): void {
    const { key } = this.row;
    this.dispatchEvent(draftChange((draft) => replaceMapping(draft, key, values)));
  }
}
