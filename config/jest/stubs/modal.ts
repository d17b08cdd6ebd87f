import { LightningElement, api } from 'lwc';

/**
 * lightning/modal, which sfdx-lwc-jest lacks. `close` tells its result by the event `modalclose`, so that a test can see
 * it; a test says itself what `open` resolves with.
 */
export default class LightningModal extends LightningElement {
  static open = jest.fn();

  @api label = '';
  @api size = 'medium';
  @api description = '';
  @api disableClose = false;

  @api close(result?: unknown): void {
    this.dispatchEvent(new CustomEvent('modalclose', { detail: result }));
  }
}
