import type { Locator, Page } from 'playwright-core';
import type { Words } from './words';

/** The steps with the labels of their headings. */
const STEPS = {
  environment: 'InsightsWizardStepEnvironment',
  choice: 'InsightsWizardStepChoice',
  mapping: 'InsightsWizardStepMapping',
  schedule: 'InsightsWizardStepSchedule'
} as const;

export type WizardStep = keyof typeof STEPS;

/** The lookups with their labels. */
const LOOKUPS = {
  report: 'InsightsWizardReport',
  object: 'InsightsWizardObject',
  keyColumn: 'InsightsWizardKeyColumn',
  keyField: 'InsightsWizardKeyField',
  source: 'InsightsWizardSource'
} as const;

export type WizardLookup = keyof typeof LOOKUPS;

/** Sets up an integration. */
export class WizardScreen {
  constructor(
    private readonly page: Page,
    private readonly words: Words
  ) {}

  get root(): Locator {
    return this.page.locator('c-insights-wizard');
  }

  /** The heading of the page. */
  get title(): Locator {
    return this.root.getByRole('heading', { level: 1 });
  }

  heading(step: WizardStep): Locator {
    return this.root.getByRole('heading', { level: 2, name: this.words.of(STEPS[step]), exact: true });
  }

  /** A step of the path, to go there. */
  step(step: WizardStep): Locator {
    return this.root.getByRole('navigation').getByRole('button', { name: this.words.of(STEPS[step]) });
  }

  environment(name: string | RegExp): Locator {
    return this.root.getByRole('radio', { name });
  }

  lookup(lookup: WizardLookup): Locator {
    return this.root.getByRole('combobox', { name: this.words.of(LOOKUPS[lookup]) });
  }

  /** The options of the lookup that is open. */
  get options(): Locator {
    return this.page.getByRole('option');
  }

  /** Types into a lookup, and takes the first option that fits. */
  async choose(lookup: Locator, option: string): Promise<void> {
    await lookup.click();
    await lookup.fill(option);
    await this.options.filter({ visible: true }).filter({ hasText: option }).first().click();
  }

  get continue(): Locator {
    return this.button('InsightsWizardContinue');
  }

  get back(): Locator {
    return this.button('InsightsWizardBack');
  }

  get save(): Locator {
    return this.button('InsightsWizardSave');
  }

  get saveAndRun(): Locator {
    return this.button('InsightsWizardSaveAndRun');
  }

  /** In the footer; the cross in the header does the same. */
  get cancel(): Locator {
    return this.button('InsightsWizardCancel').last();
  }

  get acceptAll(): Locator {
    return this.button('InsightsWizardSuggestAll');
  }

  get suggestions(): Locator {
    return this.root.getByRole('button', { name: this.words.pattern('InsightsWizardSuggestAccept') });
  }

  get addColumn(): Locator {
    return this.button('InsightsWizardMappingAdd');
  }

  get undo(): Locator {
    return this.button('InsightsWizardMappingUndo');
  }

  get missingField(): Locator {
    return this.button('InsightsWizardMappingMissing');
  }

  /** All rows of the mapping. */
  get rows(): Locator {
    return this.root.locator('c-insights-mapping-row').getByRole('group');
  }

  /** The row that maps a column. */
  mapping(column: string): Locator {
    return this.root.locator('c-insights-mapping-row').getByRole('group', { name: new RegExp(`: ${column} `) });
  }

  columnOf(row: Locator): Locator {
    return row.getByRole('combobox', { name: this.words.of('InsightsWizardMappingColumn') });
  }

  fieldOf(row: Locator): Locator {
    return row.getByRole('combobox', { name: this.words.of('InsightsWizardMappingField') });
  }

  /** What becomes of the examples of a row: a value, or what is wrong with one. */
  effectOf(row: Locator): Locator {
    return row.locator('[data-id=sample], [data-id=problem]');
  }

  removeOf(row: Locator): Locator {
    return row.locator('lightning-button-icon').getByRole('button');
  }

  get name(): Locator {
    return this.root.getByRole('textbox', { name: this.words.of('InsightsWizardName') });
  }

  /** What went wrong, with the button to try again. */
  get problem(): Locator {
    return this.root.getByRole('alert');
  }

  retryOf(problem: Locator): Locator {
    return problem.getByRole('button', { name: this.words.of('InsightsStateRetry') });
  }

  /** Offers work that was not saved. */
  get offer(): Locator {
    return this.root.getByRole('heading', { name: this.words.of('InsightsWizardOfferHeading') });
  }

  get resume(): Locator {
    return this.button('InsightsWizardOfferContinue');
  }

  get fresh(): Locator {
    return this.button('InsightsWizardOfferFresh');
  }

  /** Tells that somebody else has saved meanwhile. */
  get conflict(): Locator {
    return this.page.getByRole('dialog', { name: this.words.of('InsightsWizardConflictTitle') });
  }

  conflictChoice(choice: 'Cancel' | 'Reload' | 'Overwrite'): Locator {
    return this.conflict.getByRole('button', { name: this.words.of(`InsightsWizardConflict${choice}`), exact: true });
  }

  private button(label: string): Locator {
    return this.root.getByRole('button', { name: this.words.of(label), exact: true });
  }
}
