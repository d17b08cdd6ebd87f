import { LightningElement, api } from 'lwc';
import { fill } from 'c/insightsFormat';
import type { Step } from 'c/insightsDraft';

import pathBlocked from '@salesforce/label/c.InsightsWizardPathBlocked';
import pathDone from '@salesforce/label/c.InsightsWizardPathDone';
import pathLabel from '@salesforce/label/c.InsightsWizardPath';

/** A step as the progress indicator shows it. */
export interface PathStep {
  readonly name: Step;
  readonly label: string;
  /** Whether everything in it is filled in. */
  readonly isDone: boolean;
  /** Why it cannot be opened yet; null when it can. */
  readonly blockedBecause: string | null;
}

interface Row extends PathStep {
  number: number;
  className: string;
  current: 'step' | null;
  isBlocked: string;
  showsCheck: boolean;
  hint: string;
}

/**
 * The headings of the wizard's steps, as buttons. One that cannot be opened yet says why when it is clicked.
 * @fires step with { step } as detail when the user wants to go to one
 */
export default class InsightsWizardPath extends LightningElement {
  @api steps: readonly PathStep[] = [];
  /** Name of the step that is shown. */
  @api current: Step = 'environment';

  label = { pathLabel };
  explained: Step | null = null;

  get rows(): Row[] {
    return this.steps.map((step, index) => {
      const isCurrent = step.name === this.current;
      const isBlocked = !isCurrent && step.blockedBecause !== null;
      return {
        ...step,
        number: index + 1,
        className: `step ${isCurrent ? 'current' : ''} ${isBlocked ? 'blocked' : ''} ${step.isDone ? 'done' : ''}`,
        current: isCurrent ? 'step' : null,
        isBlocked: String(isBlocked),
        showsCheck: step.isDone && !isCurrent,
        hint: isBlocked ? fill(pathBlocked, step.blockedBecause) : step.isDone ? pathDone : ''
      };
    });
  }

  get explanation(): string {
    const row = this.rows.find(({ name }) => name === this.explained);
    return row && row.isBlocked === 'true' ? row.hint : '';
  }

  handleClick(event: Event): void {
    const name = (event.currentTarget as HTMLElement).dataset.step as Step;
    const row = this.rows.find((one) => one.name === name);
    if (row?.isBlocked === 'true') {
      this.explained = name;
      return;
    }
    this.explained = null;
    if (name !== this.current) {
      this.dispatchEvent(new CustomEvent('step', { detail: { step: name } }));
    }
  }
}
