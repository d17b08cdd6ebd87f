import { type Draft, fromApex, onTopOf, toApex } from 'c/insightsDraft';
import { type Problem, toProblem } from 'c/insightsErrors';
import InsightsWizardConflict, { type ConflictChoice } from 'c/insightsWizardConflict';

import loadIntegration from '@salesforce/apex/InsightsWizardController.loadIntegration';
import saveIntegration from '@salesforce/apex/InsightsWizardController.saveIntegration';

import { conflictTitle, saveAgain } from './labels';

/** Code of the refusal to overwrite what somebody else saved meanwhile. */
const CHANGED_MEANWHILE = 'ChangedMeanwhile';
/** Code of what nobody has foreseen: its usual remedy, to load the page anew, would cost the user's work. */
const UNEXPECTED = 'Unexpected';

/** What became of an attempt to save; each part is null unless it came to that. */
export interface SaveResult {
  /** The integration as it is saved now. */
  readonly saved: Apex.InsightsIntegrationDraft | null;
  /** Why it could not be saved. */
  readonly problem: Problem | null;
  /** Somebody else has saved, and the user has chosen how to go on. */
  readonly takenUp: TakenUp | null;
}

/** A draft that goes on from what somebody else has saved. */
export interface TakenUp {
  /** What is saved. */
  readonly pristine: Draft;
  /** What the user goes on with. */
  readonly draft: Draft;
  /** Whether the user wants it saved over the other's work. */
  readonly overwrites: boolean;
}

const NOTHING_CAME: SaveResult = { saved: null, problem: null, takenUp: null };

/**
 * Saves a draft. When somebody else has saved the integration since it was opened, asks whether to overwrite that, to go on
 * from it, or to leave all as it is.
 * @param draft what to save
 * @param name name for an integration that has none
 * @returns what became of it; it never rejects
 */
export async function saveDraft(draft: Draft, name: string): Promise<SaveResult> {
  try {
    return { ...NOTHING_CAME, saved: await saveIntegration({ draft: toApex(draft, name) }) };
  } catch (error) {
    const problem = toProblem(error);
    return problem.code === CHANGED_MEANWHILE
      ? takeUp(draft, problem)
      : { ...NOTHING_CAME, problem: problem.code === UNEXPECTED ? { ...problem, remedy: saveAgain } : problem };
  }
}

async function takeUp(mine: Draft, { message }: Problem): Promise<SaveResult> {
  const choice = await InsightsWizardConflict.open<InsightsWizardConflict, ConflictChoice>({
    size: 'small',
    label: conflictTitle,
    message
  });
  if (!choice) {
    return NOTHING_CAME;
  }
  try {
    const theirs = await loadIntegration({ integrationId: mine.id });
    const pristine = fromApex(theirs);
    const overwrites = choice === 'mine';
    return { ...NOTHING_CAME, takenUp: { pristine, draft: overwrites ? onTopOf(mine, theirs) : pristine, overwrites } };
  } catch (error) {
    return { ...NOTHING_CAME, problem: toProblem(error) };
  }
}
