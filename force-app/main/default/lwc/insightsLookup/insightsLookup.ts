import { LightningElement, api } from 'lwc';
import { fill, formatNumber } from 'c/insightsFormat';

import countLabel from '@salesforce/label/c.InsightsWizardLookupCount';
import loadingLabel from '@salesforce/label/c.InsightsStateLoading';
import moreLabel from '@salesforce/label/c.InsightsWizardLookupMore';
import noMatchLabel from '@salesforce/label/c.InsightsWizardLookupNoMatch';

/** Something to choose. */
export interface LookupOption {
  value: string;
  label: string;
  /** A second line that tells more. */
  meta?: string;
  /** Text that is searched beside label and meta line. */
  search?: string;
}

/** An option as the list shows it. */
interface Row extends LookupOption {
  id: string;
  isSelected: string;
  className: string;
}

/** More options than a user reads through would only make the page slow. */
const SHOWN = 100;

/**
 * A combobox with search: typing narrows the list, arrows move in it, Enter chooses, Escape closes. It stays fast with
 * thousands of options, since it renders the first hundred that match.
 * @fires choose with { value } as detail when the user chooses an option
 */
export default class InsightsLookup extends LightningElement {
  /** Text above the input; also when hidden, it names the input to people who listen. */
  @api label = '';
  @api placeholder = '';
  @api options: readonly LookupOption[] = [];
  /** Values that are not offered, apart from the chosen one. */
  @api excluded: readonly string[] = [];
  @api required = false;
  @api disabled = false;
  @api loading = false;
  /** Hides the label from the eye. */
  @api labelHidden = false;
  /** What is wrong with the choice, in words. */
  @api error?: string | null;
  /** What the input shows for a value that is not among the options, such as one that exists no more. */
  @api fallbackLabel?: string | null;

  text = '';
  isOpen = false;
  words = { loadingLabel, noMatchLabel };
  private chosen: string | null = null;
  private active = -1;
  private isTyping = false;

  /** The chosen option's value. */
  @api
  get value(): string | null {
    return this.chosen;
  }

  set value(value: string | null | undefined) {
    this.chosen = value ?? null;
  }

  /** Puts the cursor into the input. */
  @api
  focus(): void {
    this.input?.focus();
  }

  get shownText(): string {
    return this.isTyping ? this.text : this.chosenLabel;
  }

  get chosenLabel(): string {
    const option = this.options.find(({ value }) => value === this.chosen);
    return option?.label ?? this.fallbackLabel ?? this.chosen ?? '';
  }

  get matches(): LookupOption[] {
    if (!this.isOpen) {
      return [];
    }
    const words = this.isTyping ? this.text.toLowerCase().split(/\s+/).filter(Boolean) : [];
    const hidden = new Set(this.excluded.filter((value) => value !== this.chosen));
    return this.options.filter(({ value, label, meta, search }) => {
      const haystack = `${label} ${meta ?? ''} ${search ?? ''}`.toLowerCase();
      return !hidden.has(value) && words.every((word) => haystack.includes(word));
    });
  }

  get rows(): Row[] {
    return this.matches.slice(0, SHOWN).map((option, index) => ({
      ...option,
      id: `option-${index}`,
      isSelected: String(option.value === this.chosen),
      className: `slds-media slds-media_center slds-listbox__option slds-listbox__option_plain option ${
        index === this.active ? 'slds-has-focus' : ''
      } ${option.value === this.chosen ? 'selected' : ''}`
    }));
  }

  get showsList(): boolean {
    return this.isOpen && !this.loading;
  }

  get hasNoMatch(): boolean {
    return this.showsList && this.matches.length === 0;
  }

  get moreText(): string {
    const hidden = this.matches.length - SHOWN;
    return hidden > 0 ? fill(moreLabel, formatNumber(hidden)) : '';
  }

  get announcement(): string {
    if (!this.showsList) {
      return '';
    }
    return this.hasNoMatch ? noMatchLabel : fill(countLabel, formatNumber(this.matches.length));
  }

  get expanded(): string {
    return String(this.showsList);
  }

  get activeId(): string | null {
    return this.showsList && this.active >= 0 && this.active < this.rows.length ? `option-${this.active}` : null;
  }

  get formClass(): string {
    return `slds-form-element ${this.error ? 'slds-has-error' : ''}`;
  }

  get labelClass(): string {
    return this.labelHidden ? 'slds-assistive-text' : 'slds-form-element__label';
  }

  get triggerClass(): string {
    return `slds-combobox slds-dropdown-trigger slds-dropdown-trigger_click ${this.showsList ? 'slds-is-open' : ''}`;
  }

  get invalid(): string {
    return String(Boolean(this.error));
  }

  get errorId(): string | null {
    return this.error ? 'error' : null;
  }

  renderedCallback(): void {
    if (this.activeId) {
      this.template!.querySelector('.slds-has-focus')?.scrollIntoView?.({ block: 'nearest' });
    }
  }

  handleClick(): void {
    if (this.isOpen && !this.isTyping) {
      this.close();
    } else {
      this.open();
    }
  }

  handleFocus(): void {
    this.input?.select();
  }

  handleInput(event: Event): void {
    this.text = (event.target as HTMLInputElement).value;
    this.isTyping = true;
    this.isOpen = true;
    this.active = this.text.trim() === '' ? -1 : 0;
  }

  handleBlur(): void {
    this.close();
  }

  handleKeyDown(event: KeyboardEvent): void {
    const moves: Record<string, () => void> = {
      ArrowDown: () => (this.isOpen ? this.moveTo(this.active + 1) : this.open()),
      ArrowUp: () => (this.isOpen ? this.moveTo(this.active < 0 ? -1 : this.active - 1) : this.open()),
      PageDown: () => this.moveTo(Math.min(this.active + 10, this.rows.length - 1)),
      PageUp: () => this.moveTo(Math.max(this.active - 10, 0)),
      Home: () => this.moveTo(0),
      End: () => this.moveTo(this.rows.length - 1),
      Enter: () => this.chooseActive(),
      Escape: () => this.close()
    };
    const move = moves[event.key];
    const needsList = event.key !== 'ArrowDown' && event.key !== 'ArrowUp';
    // Home and End belong to the text, and Escape to a modal around it, while no list is open.
    if (!move || event.altKey || event.ctrlKey || event.metaKey || (needsList && !this.isOpen)) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    move();
  }

  /** Keeps the cursor in the input, which would close the list before the click arrives. */
  handleListMouseDown(event: Event): void {
    event.preventDefault();
  }

  handleOptionClick(event: Event): void {
    this.choose((event.currentTarget as HTMLElement).dataset.value ?? '');
  }

  private get input(): HTMLInputElement | null {
    return this.template!.querySelector('input');
  }

  private open(): void {
    if (this.disabled) {
      return;
    }
    this.isOpen = true;
    this.active = this.rows.findIndex(({ value }) => value === this.chosen);
  }

  private close(): void {
    this.isOpen = false;
    this.isTyping = false;
    this.text = '';
    this.active = -1;
    if (this.input) {
      this.input.value = this.chosenLabel;
    }
  }

  private moveTo(index: number): void {
    const count = this.rows.length;
    this.active = count === 0 ? -1 : (index + count) % count;
  }

  private chooseActive(): void {
    const row = this.rows[this.active];
    if (row) {
      this.choose(row.value);
    }
  }

  private choose(value: string): void {
    const isOther = value !== this.chosen;
    this.chosen = value;
    this.close();
    if (isOther) {
      this.dispatchEvent(new CustomEvent('choose', { detail: { value } }));
    }
  }
}
