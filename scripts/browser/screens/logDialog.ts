import type { Locator, Page } from 'playwright-core';
import type { Words } from './words';

/** The parts of the log of a run. */
const TABS = { issues: 'InsightsLogIssues', full: 'InsightsLogFull', files: 'InsightsLogFiles' } as const;

/** The log of an integration, over the page. */
export class LogDialog {
  constructor(
    private readonly page: Page,
    private readonly words: Words
  ) {}

  get dialog(): Locator {
    return this.page.locator('c-insights-run-log').getByRole('dialog').or(this.page.getByRole('dialog')).first();
  }

  /** The runs, the newest first. */
  get runs(): Locator {
    return this.page.locator('c-insights-run-list').getByRole('list').first().locator('> li');
  }

  /** Shows the log of a run of the list. */
  show(run: Locator): Locator {
    return run.getByRole('button', { name: this.words.of('InsightsLogShow') });
  }

  get back(): Locator {
    return this.page.getByRole('button', { name: this.words.of('InsightsLogBack'), exact: true });
  }

  get close(): Locator {
    return this.page.locator('lightning-modal-footer').getByRole('button', { name: this.words.of('InsightsLogClose') });
  }

  /** Asks for more runs, issues or lines, whichever are shown. */
  get more(): Locator {
    return this.button('InsightsLogMore');
  }

  get stop(): Locator {
    return this.button('InsightsLogStop');
  }

  get retry(): Locator {
    return this.button('InsightsStateRetry');
  }

  get clearFilter(): Locator {
    return this.button('InsightsIssuesClear');
  }

  get downloadLog(): Locator {
    return this.button('InsightsLogDownloadLog');
  }

  /** Presses a button of the log by the keyboard. */
  async press(button: Locator): Promise<void> {
    await button.focus();
    await this.page.keyboard.press('Enter');
  }

  /** What has the focus, and all around it, within the log; none when it is beside or behind the log. */
  get focused(): Locator {
    return this.page.getByRole('dialog').locator(':focus');
  }

  tab(tab: keyof typeof TABS): Locator {
    return this.page.getByRole('tab', { name: this.words.of(TABS[tab]), exact: true });
  }

  get reason(): Locator {
    return this.page.getByRole('combobox', { name: this.words.of('InsightsIssuesFilterReason') });
  }

  get search(): Locator {
    return this.page.getByRole('searchbox', { name: this.words.of('InsightsIssuesSearch'), exact: true });
  }

  get issues(): Locator {
    return this.page.getByRole('table', { name: this.words.pattern('InsightsIssuesTable') }).locator('tbody tr');
  }

  /** "10 of 24 issues". */
  get issueCount(): Locator {
    return this.page.getByText(this.words.pattern('InsightsIssuesCount'));
  }

  get recordLinks(): Locator {
    return this.issues.getByRole('link', { name: this.words.of('InsightsIssuesOpenRecord') });
  }

  get fullSearch(): Locator {
    return this.page.getByRole('searchbox', { name: this.words.of('InsightsLogSearch') });
  }

  get lines(): Locator {
    return this.page.getByRole('table', { name: this.words.of('InsightsLogTable') }).locator('tbody tr');
  }

  get files(): Locator {
    return this.page.locator('c-insights-file-list tbody tr');
  }

  get downloadRejected(): Locator {
    return this.page
      .getByRole('button', { name: this.words.of('InsightsLogDownloadRejected') })
      .filter({ visible: true })
      .first();
  }

  private button(label: string): Locator {
    return this.page
      .getByRole('dialog')
      .getByRole('button', { name: this.words.of(label), exact: true })
      .filter({ visible: true });
  }
}
