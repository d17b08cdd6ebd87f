import type { Locator, Page } from 'playwright-core';
import type { Words } from './words';

/** The labels of the actions in the menu of a row. */
const ACTIONS = {
  run: 'InsightsGridRunNow',
  log: 'InsightsGridLog',
  duplicate: 'InsightsGridDuplicate',
  pause: 'InsightsGridPause',
  resume: 'InsightsGridResume',
  delete: 'InsightsGridDelete'
} as const;

export type GridAction = keyof typeof ACTIONS;

/** The integrations. */
export class GridScreen {
  constructor(
    private readonly page: Page,
    private readonly words: Words
  ) {}

  get heading(): Locator {
    return this.page.getByRole('heading', { level: 1, name: this.words.of('InsightsGridTitle'), exact: true });
  }

  get emptyState(): Locator {
    return this.page.getByRole('heading', { name: this.words.of('InsightsGridEmptyHeading') });
  }

  get accounts(): Locator {
    return this.page.getByRole('button', { name: this.words.of('InsightsGridAccounts'), exact: true });
  }

  /** In the header; the empty state has one of its own. */
  get newIntegration(): Locator {
    return this.page.getByRole('button', { name: this.words.of('InsightsGridNew'), exact: true }).first();
  }

  /** The button of the empty state. */
  get firstIntegration(): Locator {
    return this.page.locator('c-insights-state').getByRole('button', { name: this.words.of('InsightsGridNew') });
  }

  get refresh(): Locator {
    return this.page.getByRole('button', { name: this.words.of('InsightsGridRefresh'), exact: true });
  }

  /** Takes the place of a grid that could not be loaded. */
  get retry(): Locator {
    return this.page
      .locator('c-insights-integrations')
      .getByRole('button', { name: this.words.of('InsightsStateRetry'), exact: true });
  }

  get rows(): Locator {
    return this.page
      .locator('c-insights-integration-grid')
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader') });
  }

  row(integration: string): Locator {
    return this.rows.filter({ has: this.page.getByText(integration, { exact: true }) });
  }

  edit(integration: string): Locator {
    return this.page.getByRole('button', { name: this.words.of('InsightsGridEdit', integration), exact: true });
  }

  menu(integration: string): Locator {
    return this.page.getByRole('button', { name: this.words.of('InsightsGridMore', integration), exact: true });
  }

  /** Opens the menu of a row. */
  async openMenu(integration: string): Promise<void> {
    await this.menu(integration).click();
    await this.item('log').waitFor();
  }

  /** An item of the menu that is open. */
  item(action: GridAction): Locator {
    return this.page.getByRole('menuitem', { name: this.words.of(ACTIONS[action]), exact: true });
  }

  /** Names of the actions in the menu that is open. */
  async items(): Promise<string[]> {
    return (await this.page.getByRole('menuitem').allTextContents()).map((text) => text.trim());
  }

  async choose(integration: string, action: GridAction): Promise<void> {
    await this.openMenu(integration);
    await this.item(action).click();
  }

  /** The status of the last run of a row, in words. */
  status(integration: string, status: string): Locator {
    return this.row(integration).locator('c-insights-status').getByText(status, { exact: true });
  }

  /** Tells that an integration does not run on its schedule. */
  paused(integration: string): Locator {
    const word = this.words.of('InsightsGridPaused');
    return this.row(integration).getByRole('cell').getByText(word, { exact: true }).filter({ visible: true });
  }

  progress(integration: string): Locator {
    return this.row(integration).getByRole('progressbar');
  }

  abort(integration: string): Locator {
    return this.row(integration).locator('c-insights-run-progress').getByRole('button');
  }

  /** The button by which the row tells its report, and opens its log. */
  report(integration: string): Locator {
    return this.row(integration).getByRole('rowheader').getByRole('button');
  }

  /** Waits until nothing is being read or done any more. */
  async idle(): Promise<void> {
    await this.page.locator('c-insights-integrations lightning-spinner').first().waitFor({ state: 'detached' });
  }
}
