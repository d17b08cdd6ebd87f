import type { Locator, Page } from 'playwright-core';

/** What Salesforce shows around the app. */
export class Shell {
  constructor(private readonly page: Page) {}

  /** The toast whose title is a text. */
  toast(title: string | RegExp): Locator {
    return this.page.locator('shell-toasts .slds-notify').filter({ has: this.page.getByText(title) });
  }

  /** The confirmation that is open. */
  get confirmation(): Locator {
    return this.page.getByRole('alertdialog').and(this.page.locator('[aria-modal]'));
  }

  /** Says yes to the confirmation that is open. */
  get confirmButton(): Locator {
    return this.confirmation.getByRole('button').last();
  }

  /** Says yes to the confirmation, and waits until it is gone. */
  async confirm(): Promise<void> {
    await this.confirmButton.click();
    await this.confirmation.waitFor({ state: 'detached' });
  }

  /** Says no to the confirmation, and waits until it is gone. */
  async decline(): Promise<void> {
    await this.confirmation.getByRole('button').first().click();
    await this.confirmation.waitFor({ state: 'detached' });
  }
}
