/** As sfdx-lwc-jest has it, with the event's name, which it does not export. */
export const ShowToastEventName = 'lightning__showtoast';

/** What a component dispatches to show a toast. */
export class ShowToastEvent extends CustomEvent<unknown> {
  constructor(detail: unknown) {
    super(ShowToastEventName, { bubbles: true, composed: true, cancelable: true, detail });
  }
}
