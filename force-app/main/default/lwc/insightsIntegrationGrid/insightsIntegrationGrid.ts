import { LightningElement, api } from 'lwc';
import { type Delayed, afterPause } from 'c/insightsDelay';
import { FocusKeeper, focusFirst } from 'c/insightsFocus';
import { fill, formatNumber } from 'c/insightsFormat';
import {
  ANY_STATUS,
  type GridRow,
  NEVER_RUN,
  PAUSED,
  type SortColumn,
  type SortDirection,
  filterRows,
  sortRows,
  toGridRow
} from 'c/insightsIntegrationList';
import type InsightsRowActions from 'c/insightsRowActions';
import type { RowAction } from 'c/insightsRowActions';
import { STATUSES, lookOf } from 'c/insightsStatuses';

import actionsLabel from '@salesforce/label/c.InsightsGridActions';
import clearFiltersLabel from '@salesforce/label/c.InsightsGridClearFilters';
import countLabel from '@salesforce/label/c.InsightsGridCount';
import countFilteredLabel from '@salesforce/label/c.InsightsGridCountFiltered';
import countOneLabel from '@salesforce/label/c.InsightsGridCountOne';
import environmentLabel from '@salesforce/label/c.InsightsGridEnvironment';
import lastRunLabel from '@salesforce/label/c.InsightsGridLastRun';
import nextRunLabel from '@salesforce/label/c.InsightsGridNextRun';
import noMatchHeading from '@salesforce/label/c.InsightsGridNoMatchHeading';
import noMatchRemedy from '@salesforce/label/c.InsightsGridNoMatchRemedy';
import pausedLabel from '@salesforce/label/c.InsightsGridPaused';
import recentRunsLabel from '@salesforce/label/c.InsightsGridRecentRuns';
import reportLabel from '@salesforce/label/c.InsightsGridReport';
import rowsUpdatedLabel from '@salesforce/label/c.InsightsGridRowsUpdated';
import scheduleLabel from '@salesforce/label/c.InsightsGridSchedule';
import searchLabel from '@salesforce/label/c.InsightsGridSearch';
import searchPlaceholder from '@salesforce/label/c.InsightsGridSearchPlaceholder';
import showMoreLabel from '@salesforce/label/c.InsightsGridShowMore';
import statusAllLabel from '@salesforce/label/c.InsightsGridStatusAll';
import statusFilterLabel from '@salesforce/label/c.InsightsGridStatusFilter';
import targetLabel from '@salesforce/label/c.InsightsGridTarget';

const PAGE_SIZE = 50;
const SEARCH_MILLISECONDS = 200;

const COLUMNS: readonly { name: SortColumn; label: string }[] = [
  { name: 'report', label: reportLabel },
  { name: 'target', label: targetLabel },
  { name: 'environment', label: environmentLabel },
  { name: 'schedule', label: scheduleLabel },
  { name: 'lastRun', label: lastRunLabel },
  { name: 'nextRun', label: nextRunLabel },
  { name: 'updated', label: rowsUpdatedLabel }
];

/** A row as the template shows it. */
interface ShownRow extends GridRow {
  busy: boolean;
  actionsClass: string;
}

/**
 * The table of integrations: searched, filtered, sorted, fifty at a time.
 * @fires rowaction with a RowAction as detail, when the user chooses something to do with an integration
 */
export default class InsightsIntegrationGrid extends LightningElement {
  /** The integrations. */
  @api rows: Apex.InsightsIntegrationRow[] = [];
  /** Whether the user may change integrations. */
  @api canManage = false;
  /** Whether the user may run integrations. */
  @api canRun = false;
  /** Clock of the org, to which relative times refer. */
  @api now?: string | null;
  /** Ids of integrations with which something is being done. */
  @api busyIds: string[] = [];

  label = {
    actionsLabel,
    clearFiltersLabel,
    environmentLabel,
    lastRunLabel,
    nextRunLabel,
    noMatchHeading,
    noMatchRemedy,
    pausedLabel,
    recentRunsLabel,
    reportLabel,
    rowsUpdatedLabel,
    scheduleLabel,
    searchLabel,
    searchPlaceholder,
    statusFilterLabel,
    targetLabel
  };

  text = '';
  status = ANY_STATUS;
  private sortColumn: SortColumn = 'report';
  private direction: SortDirection = 'ascending';
  private pages = 1;
  private typed = '';
  private readonly search: Delayed = afterPause(() => this.narrow(this.typed, this.status), SEARCH_MILLISECONDS);

  private readonly keeper = new FocusKeeper(this.template!, (lost) => this.focusAfter(lost));
  /** Ids of the rows, in order, before the rendering at hand. */
  private ids: string[] = [];

  renderedCallback(): void {
    this.keeper.keep();
    this.ids = this.actions.map(idOf);
  }

  disconnectedCallback(): void {
    this.search.stop();
  }

  /**
   * Puts the focus on the pencil of a row, such as after it has led to the wizard and back.
   * @param integrationId id of an integration; nothing happens when it is not shown
   */
  @api
  focusEdit(integrationId: string): void {
    this.actionsOf(integrationId)?.focusEdit();
  }

  get statusOptions(): { label: string; value: string }[] {
    return [
      { label: statusAllLabel, value: ANY_STATUS },
      ...STATUSES.map((value) => ({ label: lookOf(value).label, value })),
      { label: lookOf(null).label, value: NEVER_RUN },
      { label: pausedLabel, value: PAUSED }
    ];
  }

  get columns(): { name: string; label: string; sort: SortDirection | 'none'; icon: string; headClass: string }[] {
    return COLUMNS.map(({ name, label }) => {
      const sorted = name === this.sortColumn;
      return {
        name,
        label,
        sort: sorted ? this.direction : 'none',
        icon: sorted && this.direction === 'descending' ? 'utility:arrowdown' : 'utility:arrowup',
        headClass: `head ${sorted ? 'head_sorted' : ''} ${name === 'updated' ? 'head_figure' : ''}`
      };
    });
  }

  get shownRows(): ShownRow[] {
    return sortRows(this.matches, this.sortColumn, this.direction)
      .slice(0, this.pages * PAGE_SIZE)
      .map((row) => {
        const busy = this.busyIds.includes(row.id ?? '');
        return { ...toGridRow(row, this.now), busy, actionsClass: `actions ${busy ? 'actions_busy' : ''}` };
      });
  }

  get hasMatches(): boolean {
    return this.matches.length > 0;
  }

  get countText(): string {
    const all = this.rows.length;
    const found = this.matches.length;
    if (found !== all) {
      return fill(countFilteredLabel, formatNumber(found), formatNumber(all));
    }
    return all === 1 ? countOneLabel : fill(countLabel, formatNumber(all));
  }

  get moreText(): string | null {
    const rest = this.matches.length - this.pages * PAGE_SIZE;
    return rest > 0 ? fill(showMoreLabel, formatNumber(Math.min(rest, PAGE_SIZE))) : null;
  }

  private get actions(): LwcElement<InsightsRowActions>[] {
    return [...this.template!.querySelectorAll<LwcElement<InsightsRowActions>>('.row-actions')];
  }

  private get matches(): Apex.InsightsIntegrationRow[] {
    return filterRows(this.rows, this);
  }

  handleSearch(event: CustomEvent<{ value: string }>): void {
    this.typed = event.detail.value;
    this.search.start();
  }

  handleStatus(event: CustomEvent<{ value: string }>): void {
    this.narrow(this.text, event.detail.value);
  }

  handleClear(): void {
    focusFirst(this.template!, 'search');
    this.search.stop();
    this.narrow('', ANY_STATUS);
  }

  handleSort(event: Event): void {
    const column = (event.currentTarget as HTMLElement).dataset.column as SortColumn;
    const flips = column === this.sortColumn && this.direction === 'ascending';
    this.direction = flips ? 'descending' : 'ascending';
    this.sortColumn = column;
  }

  handleMore(): void {
    this.pages += 1;
  }

  handleLog(event: Event): void {
    this.tell({ action: 'log', integrationId: idOf(event.currentTarget) });
  }

  handleAbort(event: Event): void {
    this.tell({ action: 'abort', integrationId: idOf(event.currentTarget) });
  }

  handleRowAction(event: CustomEvent<RowAction>): void {
    this.tell(event.detail);
  }

  private actionsOf(integrationId: string): LwcElement<InsightsRowActions> | undefined {
    return this.actions.find((actions) => idOf(actions) === integrationId);
  }

  /** The row stays, the one that follows takes its place, and the first of those that were fetched comes after all. */
  private focusAfter(lost: HTMLElement): void {
    const { actions } = this;
    const index = this.ids.indexOf(idOf(lost));
    const next = actions[index < 0 ? this.ids.length : index] ?? actions.at(-1);
    if (next) {
      (this.actionsOf(idOf(lost)) ?? next).focus();
    } else {
      focusFirst(this.template!, 'search');
    }
  }

  private narrow(text: string, status: string): void {
    this.text = text;
    this.status = status;
    this.pages = 1;
  }

  private tell(detail: RowAction): void {
    this.dispatchEvent(new CustomEvent<RowAction>('rowaction', { detail }));
  }
}

function idOf(element: EventTarget | null): string {
  return (element as HTMLElement).dataset.id ?? '';
}
