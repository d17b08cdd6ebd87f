import type { Locator, Page } from 'playwright-core';
import type { Words } from './words';

/** The environments, and the connections to WalkMe. */
export class AccountsScreen {
  constructor(
    private readonly page: Page,
    private readonly words: Words
  ) {}

  get heading(): Locator {
    return this.page.getByRole('heading', { level: 1, name: this.words.of('InsightsGridAccounts'), exact: true });
  }

  get connect(): Locator {
    return this.page.getByRole('button', { name: this.words.of('InsightsAccountsConnect'), exact: true });
  }

  get back(): Locator {
    return this.page.getByRole('button', { name: this.words.of('InsightsAccountsBack'), exact: true });
  }

  get cards(): Locator {
    return this.page.locator('c-insights-environment-card, c-insights-source-card').getByRole('article');
  }

  /** The card of an environment or of a region. */
  card(name: string | RegExp): Locator {
    return this.cards.filter({ has: this.page.getByRole('heading', { level: 3, name }) });
  }

  test(card: Locator): Locator {
    return card.getByRole('button', { name: this.words.of('InsightsAccountsTest') });
  }

  /** What the test of a card has found. */
  findings(card: Locator): Locator {
    return card.getByRole('list', { name: this.words.of('InsightsAccountsResult') }).getByRole('listitem');
  }
}
