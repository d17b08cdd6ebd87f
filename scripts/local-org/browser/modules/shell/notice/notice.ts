import { LightningElement, api } from 'lwc';
import { session } from '../../../platform';
import { urlOf } from '../../../routes';
import { shellText } from '../../../shellText';

/**
 * Takes the place of a page that cannot be shown, and says what to do.
 * @fires pagename with the notice's heading
 * @fires retry when the user asks for the page again
 */
export default class ShellNotice extends LightningElement {
  /** `missing`, `no-app` or `broken`. */
  @api variant = 'missing';
  /** What the local org said, for `broken`. */
  @api message = '';

  text = { tryAgain: shellText('tryAgain') };

  connectedCallback(): void {
    this.dispatchEvent(new CustomEvent('pagename', { detail: this.heading }));
  }

  get heading(): string {
    if (this.variant === 'no-app') return shellText('noApp');
    return shellText(this.variant === 'broken' ? 'broken' : 'notFound');
  }

  get detail(): string {
    if (this.variant === 'no-app') return shellText('noAppDetail');
    return this.variant === 'broken' ? this.message : shellText('notFoundDetail');
  }

  get isBroken(): boolean {
    return this.variant === 'broken';
  }

  /** Where to go instead. */
  get home(): { url: string; label: string } | null {
    const [first] = session().tabs;
    if (!first || this.variant !== 'missing') return null;
    const url = urlOf({ type: 'standard__navItemPage', attributes: { apiName: first.name } });
    return { url, label: shellText('goHome', first.label) };
  }

  handleRetry(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }
}
