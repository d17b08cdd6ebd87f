import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';

/** More steps than any screen has, so that a focus that goes round is seen. */
const MOST_STEPS = 80;

/** Works a page by keys alone: Tab, Enter, arrows and letters. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  /**
   * Tabs until an element has the focus, as somebody does who cannot point at it.
   * @throws AssertionError when Tab never gets there
   */
  async goTo(target: Locator): Promise<void> {
    await target.waitFor();
    for (let step = 0; step < MOST_STEPS; step++) {
      if (await hasFocus(target)) return;
      await this.page.keyboard.press('Tab');
    }
    assert.fail(`Tab does not lead to ${target.toString()}`);
  }

  /** Goes to a button and presses it. */
  async press(target: Locator): Promise<void> {
    await this.goTo(target);
    await this.page.keyboard.press('Enter');
  }

  /** Goes to a lookup, types, and takes an option by the arrows. */
  async choose(lookup: Locator, option: string): Promise<void> {
    await this.goTo(lookup);
    await this.page.keyboard.type(option);
    const wanted = this.page.getByRole('option', { name: new RegExp(`^\\s*${option}\\b`) }).filter({ visible: true });
    await wanted.first().waitFor();
    for (let step = 0; step < MOST_STEPS; step++) {
      const active = this.page.locator(`[id="${await lookup.getAttribute('aria-activedescendant')}"]`);
      if (await wanted.and(active).count()) break;
      await this.page.keyboard.press('ArrowDown');
    }
    await this.page.keyboard.press('Enter');
    await wanted.first().waitFor({ state: 'hidden' });
    assert.match(await lookup.inputValue(), new RegExp(`^${option}`));
  }

  /** Goes to a text and replaces it. */
  async type(target: Locator, text: string): Promise<void> {
    await this.goTo(target);
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.type(text);
  }
}

/** Synthetic shadow hides the focused element from the document: every shadow root knows its own. */
async function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element: { matches(selector: string): boolean }) => element.matches(':focus'));
}
