import { api } from 'lwc';
import LightningModal from 'lightning/modal';

import * as labels from './labels';

/** What to do with two versions of one integration. */
export type ConflictChoice = 'theirs' | 'mine';

/**
 * Asks what to do when somebody else has saved the integration meanwhile. Closes with a ConflictChoice, or with nothing
 * when the user goes on editing.
 */
export default class InsightsWizardConflict extends LightningModal {
  /** Who saved the integration, and when. */
  @api message = '';

  words = labels;

  handleTheirs(): void {
    this.close('theirs');
  }

  handleMine(): void {
    this.close('mine');
  }

  handleCancel(): void {
    this.close();
  }
}
