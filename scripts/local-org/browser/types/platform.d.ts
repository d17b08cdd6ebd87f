// Declarations that neither the base components' own files nor Salesforce's have as components use them.
// Ambient declarations win over the paths of tsconfig.

declare module 'lightning/modal' {
  import { LightningElement } from 'lwc';

  /** The component's own public properties, which may be given to `open`. */
  type Settable<T> = {
    [
      K in keyof T as K extends keyof LightningElement
        ? never
        : T[K] extends (...parameters: never[]) => unknown
          ? never
          : K
    ]?: T[K];
  };

  export default class LightningModal extends LightningElement {
    label: string;
    size: 'small' | 'medium' | 'large' | 'full';
    description: string;
    disableClose: boolean;
    close(result?: unknown): void;
    /** Resolves with what `close` was given, or undefined when the user dismissed the modal. */
    static open<T extends LightningModal, Result = unknown>(
      this: new () => T,
      settings?: Settable<T> & Record<`on${string}`, unknown>
    ): Promise<Result | undefined>;
  }
}

declare module 'lightning/confirm' {
  export default class LightningConfirm {
    /** Resolves with true when the user agreed. */
    static open(settings: {
      message: string;
      label?: string;
      theme?: 'default' | 'shade' | 'inverse' | 'alt-inverse' | 'success' | 'info' | 'warning' | 'error' | 'offline';
      variant?: 'header' | 'headerless';
    }): Promise<boolean>;
  }
}

declare module 'lightning/alert' {
  export default class LightningAlert {
    static open(settings: {
      message: string;
      label?: string;
      theme?: 'default' | 'shade' | 'inverse' | 'alt-inverse' | 'success' | 'info' | 'warning' | 'error' | 'offline';
      variant?: 'header' | 'headerless';
    }): Promise<void>;
  }
}

declare module '@salesforce/apex' {
  export function refreshApex(provided: unknown): Promise<void>;
}

/** A `lightning-*` or `c-*` element as its owner sees it: `querySelector<LwcElement<LightningInput>>('lightning-input')`. */
type LwcElement<T> = HTMLElement & Omit<T, keyof HTMLElement>;
