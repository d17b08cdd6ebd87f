import { LightningElement, api } from 'lwc';
import { type Draft, type Gap, STEPS, type Step, gapsBefore, gapsOf, newDraft } from 'c/insightsDraft';
import type { Problem } from 'c/insightsErrors';
import type InsightsWizardChoice from 'c/insightsWizardChoice';
import type InsightsWizardMapping from 'c/insightsWizardMapping';
import type { PathStep } from 'c/insightsWizardPath';
import type { SummaryItem } from 'c/insightsWizardSummary';
import {
  type Loaded,
  NOTHING_LOADED,
  STEP_LABELS,
  gapText,
  incompleteText,
  pathSteps,
  proposedName,
  summaryOf
} from 'c/insightsWizardView';

import * as labels from './labels';

/**
 * The steps of the wizard: headings to go back and forth, the step that is shown, and the buttons below it.
 * @fires step with { step } as detail when the user goes to another step
 * @fires save with { runNow } as detail
 * @fires cancel when the user wants to leave
 * @fires draftchange and what else the steps ask for, passed on as it is
 */
export default class InsightsWizardSteps extends LightningElement {
  @api draft: Draft = newDraft();
  @api loaded: Loaded = NOTHING_LOADED;
  /** The connected environments. */
  @api environments: readonly Apex.InsightsEnvironmentView[] = [];
  @api sources: readonly Apex.InsightsSourceView[] = [];
  /** Time of the org, from which the next run is counted. */
  @api now = new Date().toISOString();
  /** Whether the draft is on its way: until the answer is there nothing in it can be changed. */
  @api saving = false;
  /** Why it could not be saved; null when it was not refused. */
  @api saveProblem?: Problem | null;

  label = labels;
  /** Whether what is missing is shown: once the user has tried to go on. */
  showsGaps = false;
  private shown: Step = 'environment';
  private focusNext: 'heading' | Gap | null = 'heading';

  /** The step that is shown. */
  @api
  get current(): Step {
    return this.shown;
  }

  set current(step: Step) {
    if (step !== this.shown) {
      this.shown = step;
      this.showsGaps = false;
      this.focusNext = 'heading';
    }
  }

  get isEnvironment(): boolean {
    return this.shown === 'environment';
  }

  get isChoice(): boolean {
    return this.shown === 'choice';
  }

  get isMapping(): boolean {
    return this.shown === 'mapping';
  }

  get isSchedule(): boolean {
    return this.shown === 'schedule';
  }

  get steps(): PathStep[] {
    return pathSteps(this.draft);
  }

  get heading(): string {
    return STEP_LABELS[this.shown];
  }

  get gaps(): Gap[] {
    return gapsOf(this.draft, this.shown);
  }

  get proposedName(): string {
    return proposedName(this.draft, this.loaded);
  }

  get summary(): SummaryItem[] {
    return summaryOf(this.draft, this.loaded, this.environments);
  }

  get showsBack(): boolean {
    return !this.isEnvironment;
  }

  get showsSave(): boolean {
    return this.isMapping || this.isSchedule;
  }

  get isIncomplete(): boolean {
    return gapsBefore(this.draft, 'schedule').length > 0;
  }

  /** What keeps the user from going on, or would be left out. */
  get hint(): string {
    if (this.saving) {
      return labels.saving;
    }
    const hints = [
      this.showsGaps ? gapText(this.gaps) : '',
      this.isMapping && this.isIncomplete ? labels.saveHint : '',
      this.isSchedule ? incompleteText(this.draft) : ''
    ];
    return hints.filter((text) => text !== '').join(' ');
  }

  renderedCallback(): void {
    for (const part of this.template!.querySelectorAll<HTMLElement>('[data-editable]')) {
      part.inert = this.saving;
    }
    this.moveFocus();
  }

  handleBack(): void {
    this.goBy(-1);
  }

  handleContinue(): void {
    const [gap] = this.gaps;
    if (!gap) {
      this.goBy(1);
      return;
    }
    this.focusNext = gap;
    if (this.showsGaps) {
      this.moveFocus();
    } else {
      this.showsGaps = true;
    }
  }

  handleSave(): void {
    this.dispatchEvent(new CustomEvent('save', { detail: { runNow: false } }));
  }

  handleSaveAndRun(): void {
    this.dispatchEvent(new CustomEvent('save', { detail: { runNow: true } }));
  }

  handleCancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  /** What has failed gives way to what is loaded: the cursor must not go with its button. */
  handleRetry(event: CustomEvent<unknown>): void {
    this.focusNext = 'heading';
    this.moveFocus();
    this.handlePassOn(event);
  }

  /** The steps themselves change nothing: whoever holds the draft does. */
  handlePassOn(event: CustomEvent<unknown>): void {
    this.dispatchEvent(new CustomEvent(event.type, { detail: event.detail }));
  }

  private moveFocus(): void {
    const next = this.focusNext;
    this.focusNext = null;
    if (next === 'heading') {
      this.template!.querySelector<HTMLElement>('[data-id="heading"]')?.focus();
    } else if (next === 'mapping') {
      this.template!.querySelector<LwcElement<InsightsWizardMapping>>('[data-id="mapping"]')?.focusGap();
    } else if (next) {
      this.template!.querySelector<LwcElement<InsightsWizardChoice>>('[data-id="choice"]')?.focusGap(next);
    }
  }

  private goBy(distance: number): void {
    const step = STEPS[STEPS.indexOf(this.shown) + distance];
    this.dispatchEvent(new CustomEvent('step', { detail: { step } }));
  }
}
