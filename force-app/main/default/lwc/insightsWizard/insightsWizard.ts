import { LightningElement, api } from 'lwc';
import LightningConfirm from 'lightning/confirm';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import {
  type Draft,
  type DraftUpdate,
  STEPS,
  type Step,
  addMapping,
  fromApex,
  gapsBefore,
  isDirty,
  newDraft
} from 'c/insightsDraft';
import { type StoredDraft, forgetDraft, keepDraft, keptDraft } from 'c/insightsDraftStore';
import { type Problem, isNoAccess, toProblem } from 'c/insightsErrors';
import InsightsFieldRequest from 'c/insightsFieldRequest';
import { fill, formatRelative } from 'c/insightsFormat';
import { type Loaded, NOTHING_LOADED, objectLabel, proposedName, unmappedColumns } from 'c/insightsWizardView';

import loadIntegration from '@salesforce/apex/InsightsWizardController.loadIntegration';
import loadSetup from '@salesforce/apex/InsightsWizardController.loadSetup';

import { WizardData, withProposals } from './data';
import * as labels from './labels';
import { type TakenUp, saveDraft } from './saving';

const CONNECTED = 'Connected';

/**
 * Sets up an integration in four steps. Holds the draft, loads what the steps show, and saves.
 * @fires saved with { integrationId, runNow } as detail
 * @fires cancel when the user leaves without saving
 * @fires accounts when the user wants to connect an environment first
 */
export default class InsightsWizard extends LightningElement {
  label = labels;
  draft: Draft = newDraft();
  loaded: Loaded = NOTHING_LOADED;
  current: Step = 'environment';
  offer: StoredDraft | null = null;
  problem: Problem | null = null;
  saveProblem: Problem | null = null;
  saving = false;
  private setup: Apex.InsightsWizardSetup | null = null;
  /** How far the clock of the org is ahead of the browser's, in milliseconds. */
  private clockOffset = 0;
  /** What is saved, or what a new integration begins with. */
  private pristine: Draft = newDraft();
  private savedId: string | null = null;
  private firstStep: Step | null = null;
  private isOpen = false;
  private focusesOffer = false;
  private data = new WizardData(() => this.refresh());

  /** Id of the integration to edit; nothing for a new one. */
  @api
  get integrationId(): string | null {
    return this.savedId;
  }

  set integrationId(id: string | null | undefined) {
    const isOther = (id ?? null) !== this.savedId;
    this.savedId = id ?? null;
    if (isOther && this.isOpen) {
      this.load();
    }
  }

  /** The step to begin with; mapping when an integration is edited, environment otherwise. */
  @api
  get step(): string | null {
    return this.current;
  }

  set step(step: string | null | undefined) {
    this.firstStep = STEPS.find((name) => name === step) ?? null;
    if (this.firstStep && this.isReady) {
      this.goTo(this.firstStep);
    }
  }

  connectedCallback(): void {
    this.isOpen = true;
    window.addEventListener('beforeunload', this.guard);
    this.load();
  }

  disconnectedCallback(): void {
    this.isOpen = false;
    this.data.stop();
    window.removeEventListener('beforeunload', this.guard);
  }

  renderedCallback(): void {
    if (this.focusesOffer) {
      this.focusesOffer = false;
      this.template!.querySelector<HTMLElement>('[data-id="heading"]')?.focus();
    }
  }

  get isLoading(): boolean {
    return !this.setup && !this.problem;
  }

  get isClosed(): boolean {
    return this.setup?.canManage === false || (this.problem !== null && isNoAccess(this.problem));
  }

  get isReady(): boolean {
    return this.setup !== null && !this.problem && !this.offer;
  }

  get title(): string {
    return this.savedId ? fill(labels.edit, this.pristine.name) : labels.gridNew;
  }

  get environments(): Apex.InsightsEnvironmentView[] {
    return (this.setup?.environments ?? []).filter(({ status }) => status === CONNECTED);
  }

  get sources(): Apex.InsightsSourceView[] {
    return this.setup?.sources ?? [];
  }

  get offerMessage(): string {
    return fill(labels.offerMessage, formatRelative(this.offer?.changedAt));
  }

  /** Time of the org. */
  get now(): string {
    return new Date(Date.now() + this.clockOffset).toISOString();
  }

  handleRetryLoad(): void {
    this.load();
  }

  handleRetry(): void {
    this.data.retry();
  }

  handleRefreshFields(): void {
    this.data.refreshFields(this.draft.targetObject ?? '');
  }

  handleResume(): void {
    if (this.offer) {
      this.draft = this.offer.draft;
      this.current = this.offer.step;
      this.start();
    }
  }

  handleFresh(): void {
    forgetDraft(this.savedId);
    this.start();
  }

  handleDraftChange(event: CustomEvent<{ update: DraftUpdate }>): void {
    this.draft = event.detail.update(this.draft);
    this.saveProblem = null;
    this.refresh();
    this.keep();
  }

  handleStep(event: CustomEvent<{ step: Step }>): void {
    this.goTo(event.detail.step);
  }

  handleSave(event: CustomEvent<{ runNow: boolean }>): void {
    this.save(event.detail.runNow);
  }

  handleAccounts(): void {
    this.dispatchEvent(new CustomEvent('accounts'));
  }

  async handleCancel(): Promise<void> {
    if (this.saving) {
      return;
    }
    const agreed =
      !this.isDirty ||
      (await LightningConfirm.open({
        label: labels.discardTitle,
        message: labels.discardMessage,
        theme: 'warning',
        variant: 'header'
      }));
    if (agreed) {
      forgetDraft(this.savedId);
      this.pristine = this.draft;
      this.dispatchEvent(new CustomEvent('cancel'));
    }
  }

  async handleFieldRequest(): Promise<void> {
    const { fields, objects, sample } = this.loaded;
    await InsightsFieldRequest.open({
      size: 'medium',
      label: labels.requestTitle,
      objectName: this.draft.targetObject ?? '',
      objectLabel: objectLabel(this.draft, fields.value, objects.value),
      sample: sample.value,
      existingFields: (fields.value?.fields ?? []).map(({ name }) => name ?? ''),
      wantedColumns: unmappedColumns(this.draft, sample.value)
    });
  }

  private get isDirty(): boolean {
    return this.setup !== null && isDirty(this.draft, this.pristine);
  }

  /** Asks before the page is left with unsaved work. */
  private readonly guard = (event: BeforeUnloadEvent): void => {
    if (this.isDirty) {
      event.preventDefault();
    }
  };

  private async load(): Promise<void> {
    this.setup = null;
    this.problem = null;
    this.offer = null;
    this.loaded = NOTHING_LOADED;
    const id = this.savedId;
    try {
      const [setup, saved] = await Promise.all([loadSetup(), id ? loadIntegration({ integrationId: id }) : null]);
      if (this.isOpen && id === this.savedId) {
        this.begin(setup, saved);
      }
    } catch (error) {
      this.problem = toProblem(error);
    }
  }

  private begin(setup: Apex.InsightsWizardSetup, saved: Apex.InsightsIntegrationDraft | null): void {
    this.setup = setup;
    this.clockOffset = setup.now ? Date.parse(setup.now) - Date.now() : 0;
    this.pristine = saved ? fromApex(saved) : this.newDraft();
    this.draft = this.pristine;
    this.current = this.firstStep ?? (saved ? 'mapping' : 'environment');
    const kept = keptDraft(this.savedId);
    if (kept && isDirty(kept.draft, this.pristine)) {
      this.offer = kept;
      this.focusesOffer = true;
    } else {
      this.start();
    }
  }

  /** A new integration with what needs no choice, since there is only one. */
  private newDraft(): Draft {
    const [only, ...others] = this.environments;
    return {
      ...newDraft(),
      environmentId: only && others.length === 0 ? (only.id ?? null) : null,
      sourceName: this.setup?.defaultSource ?? this.sources[0]?.name ?? null
    };
  }

  private start(): void {
    this.offer = null;
    const isBlocked = gapsBefore(this.draft, this.current).length > 0;
    this.open(isBlocked ? 'environment' : this.current);
  }

  private goTo(step: Step): void {
    if (step !== this.current && gapsBefore(this.draft, step).length === 0) {
      this.open(step);
      this.keep();
    }
  }

  private open(step: Step): void {
    this.current = step;
    if (step === 'mapping' && this.draft.mappings.length === 0) {
      this.draft = addMapping(this.draft);
    }
    this.refresh();
  }

  /** Reads what the draft needs; what has just arrived may allow to propose a key. */
  private refresh(): void {
    if (!this.isOpen || !this.isReady) {
      return;
    }
    this.loaded = this.data.read(this.draft, this.current);
    const proposed = withProposals(this.draft, this.loaded);
    const isNew = proposed.keyColumn !== this.draft.keyColumn || proposed.keyField !== this.draft.keyField;
    if (isNew) {
      this.draft = proposed;
      this.loaded = this.data.read(this.draft, this.current);
    }
  }

  private keep(): void {
    if (this.isDirty) {
      keepDraft(this.savedId, { draft: this.draft, step: this.current, changedAt: new Date().toISOString() });
    } else {
      forgetDraft(this.savedId);
    }
  }

  private async save(runNow: boolean): Promise<void> {
    if (this.saving) {
      return;
    }
    this.saving = true;
    this.saveProblem = null;
    const { saved, problem, takenUp } = await saveDraft(this.draft, proposedName(this.draft, this.loaded));
    this.saving = false;
    this.saveProblem = problem;
    if (saved) {
      this.leave(saved, runNow);
    } else if (takenUp) {
      await this.goOnFrom(takenUp, runNow);
    }
  }

  private leave(saved: Apex.InsightsIntegrationDraft, runNow: boolean): void {
    forgetDraft(this.savedId);
    this.pristine = this.draft;
    this.dispatchEvent(new ShowToastEvent({ title: fill(labels.saved, saved.name), message: '', variant: 'success' }));
    this.dispatchEvent(new CustomEvent('saved', { detail: { integrationId: saved.id, runNow } }));
  }

  private async goOnFrom({ pristine, draft, overwrites }: TakenUp, runNow: boolean): Promise<void> {
    this.pristine = pristine;
    this.draft = draft;
    this.refresh();
    this.keep();
    if (overwrites) {
      await this.save(runNow);
    }
  }
}
