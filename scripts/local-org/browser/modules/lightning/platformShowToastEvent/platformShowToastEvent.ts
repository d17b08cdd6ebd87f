/** The name of the event that the shell shows as a toast. */
export const ShowToastEventName = 'lightning__showtoast';

/** What a toast says. */
export interface ToastConfig {
  title?: string;
  message?: string;
  /** Fills {0}, {1} of the message: texts, or links. */
  messageData?: (string | { url: string; label: string })[];
  variant?: 'info' | 'success' | 'warning' | 'error';
  /** `dismissible` (default) and `pester` go away by themselves; `sticky` stays until it is closed. */
  mode?: 'dismissible' | 'dismissable' | 'pester' | 'sticky';
}

/** Dispatched by a component to show a toast. */
export class ShowToastEvent extends CustomEvent<ToastConfig> {
  constructor(toast: ToastConfig) {
    super(ShowToastEventName, { bubbles: true, composed: true, cancelable: true, detail: toast });
  }
}
