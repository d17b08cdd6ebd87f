import { LightningElement } from 'lwc';
import { ShowToastEventName, type ToastConfig } from 'lightning/platformShowToastEvent';
import { shellText } from '../../../shellText';

type Variant = NonNullable<ToastConfig['variant']>;
interface Part {
  readonly key: number;
  readonly text: string;
  readonly url: string | null;
}

interface Toast {
  readonly key: number;
  readonly title: string | undefined;
  readonly parts: readonly Part[];
  readonly iconName: string;
  readonly themeClass: string;
  readonly variantText: string;
  readonly isSticky: boolean;
}

/** How long a toast stays that goes by itself, in milliseconds: as in Lightning Experience. */
const SHOWN_FOR = 4800;

/** Shows what components report by ShowToastEvent, newest first. */
export default class ShellToasts extends LightningElement {
  toasts: Toast[] = [];
  closeText = shellText('close');

  private count = 0;
  private readonly timers = new Map<number, ReturnType<typeof setTimeout>>();

  connectedCallback(): void {
    document.addEventListener(ShowToastEventName, this.show);
  }

  disconnectedCallback(): void {
    document.removeEventListener(ShowToastEventName, this.show);
    this.timers.forEach((timer) => clearTimeout(timer));
  }

  private readonly show = (event: Event): void => {
    const { title, message = '', messageData = [], variant, mode } = (event as CustomEvent<ToastConfig>).detail;
    const known: Variant = variant ?? 'info';
    const toast: Toast = {
      key: ++this.count,
      title,
      parts: partsOf(message, messageData),
      iconName: `utility:${known}`,
      themeClass: `slds-notify slds-notify_toast slds-theme_${known}`,
      variantText: shellText(known),
      isSticky: mode === 'sticky'
    };
    this.toasts = [toast, ...this.toasts];
    this.startTimer(toast);
  };

  private startTimer({ key, isSticky }: Toast): void {
    if (isSticky) return;
    this.timers.set(
      key,
      setTimeout(() => this.remove(key), SHOWN_FOR)
    );
  }

  /** Somebody who reads a toast or goes into it with the keyboard has all the time there is. */
  handleStay(event: Event): void {
    clearTimeout(this.timers.get(keyOf(event)));
  }

  handleLeave(event: Event): void {
    const toast = this.toasts.find(({ key }) => key === keyOf(event));
    if (toast) this.startTimer(toast);
  }

  handleClose(event: Event): void {
    this.remove(keyOf(event));
  }

  private remove(key: number): void {
    clearTimeout(this.timers.get(key));
    this.timers.delete(key);
    this.toasts = this.toasts.filter((toast) => toast.key !== key);
  }
}

function keyOf(event: Event): number {
  return Number((event.currentTarget as HTMLElement).dataset['key']);
}

/** A message with {0}, {1} replaced by texts and links. */
function partsOf(message: string, data: NonNullable<ToastConfig['messageData']>): Part[] {
  return message
    .split(/(\{\d+\})/)
    .map((text, key): Part => {
      const index = /^\{(\d+)\}$/.exec(text)?.[1];
      const filled = index === undefined ? undefined : data[Number(index)];
      if (filled === undefined) return { key, text, url: null };
      return typeof filled === 'string'
        ? { key, text: filled, url: null }
        : { key, text: filled.label, url: filled.url };
    })
    .filter(({ text }) => text !== '');
}
