import { LightningElement, api } from 'lwc';
import { FocusKeeper, focusFirst } from 'c/insightsFocus';

import errorHeading from '@salesforce/label/c.InsightsStateErrorHeading';
import loadingLabel from '@salesforce/label/c.InsightsStateLoading';
import noAccessHeading from '@salesforce/label/c.InsightsStateNoAccessHeading';
import noAccessRemedy from '@salesforce/label/c.InsightsStateNoAccessRemedy';

/** What a screen shows instead of data. */
export type StateVariant = 'loading' | 'empty' | 'error' | 'no-access';

const ICONS: Readonly<Record<string, string>> = {
  empty: 'utility:open_folder',
  error: 'utility:error',
  'no-access': 'utility:lock'
};

/**
 * Takes the place of data that is loading, missing, broken or closed to the user, and says what to do.
 * @fires action when the user clicks the button
 */
export default class InsightsState extends LightningElement {
  /** Which state it is. */
  @api variant: StateVariant = 'loading';
  /** One line that says what is the matter; states other than empty have a sensible one of their own. */
  @api heading?: string;
  /** A sentence that says more. */
  @api message?: string;
  /** A sentence that says what to do next; a user without access is told by default whom to ask for what. */
  @api remedy?: string;
  /** Text of the button; without it there is none. */
  @api actionLabel?: string;

  private readonly keeper = new FocusKeeper(this.template!, () => this.focus());

  renderedCallback(): void {
    this.keeper.keep();
  }

  /**
   * Puts the focus on the button, else on what the state says: for a screen whose own button, or another state, had the
   * focus before this one took its place.
   */
  @api
  focus(): void {
    focusFirst(this.template!, 'action', 'place');
  }

  get isLoading(): boolean {
    return this.variant === 'loading';
  }

  get loadingText(): string {
    return this.heading ?? loadingLabel;
  }

  get shownHeading(): string {
    const defaults: Record<string, string> = { error: errorHeading, 'no-access': noAccessHeading };
    return this.heading ?? defaults[this.variant] ?? '';
  }

  get shownRemedy(): string | undefined {
    return this.remedy ?? (this.variant === 'no-access' ? noAccessRemedy : undefined);
  }

  get iconName(): string {
    return ICONS[this.variant] ?? 'utility:info';
  }

  get iconVariant(): string | undefined {
    return this.variant === 'error' ? 'error' : undefined;
  }

  /** An error interrupts, for people who listen; the other states wait until they are read. */
  get liveRole(): string {
    return this.variant === 'error' ? 'alert' : 'status';
  }

  handleAction(): void {
    this.dispatchEvent(new CustomEvent('action'));
  }
}
