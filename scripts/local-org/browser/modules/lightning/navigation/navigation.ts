import type { LightningElement } from 'lwc';
import { currentReference, onRouteChange, urlOf, type PageReference } from '../../../routes';

export type { PageReference } from '../../../routes';

const Navigate: unique symbol = Symbol('Navigate');
const GenerateUrl: unique symbol = Symbol('GenerateUrl');

/** The name of the event by which a component asks the shell to go to a page. */
export const NAVIGATE_EVENT = 'local__navigate';

/** What the shell is asked for. */
export interface NavigationRequest {
  reference: PageReference;
  /** Replaces the entry of the browser's history instead of adding one. */
  replace: boolean;
}

/** What the mixin adds to a component. */
export interface Navigation {
  [Navigate](reference: PageReference, replace?: boolean): void;
  [GenerateUrl](reference: PageReference): Promise<string>;
}

// A mixin's constructor takes whatever the class does: TypeScript wants any[] here.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Constructor<T> = new (...parameters: any[]) => T;

function mixin<Base extends Constructor<LightningElement>>(base: Base): Base & Constructor<Navigation> {
  class Navigating extends base implements Navigation {
    [Navigate](reference: PageReference, replace = false): void {
      const detail: NavigationRequest = { reference, replace };
      this.dispatchEvent(new CustomEvent(NAVIGATE_EVENT, { bubbles: true, composed: true, detail }));
    }

    [GenerateUrl](reference: PageReference): Promise<string> {
      return Promise.resolve(urlOf(reference));
    }
  }
  return Navigating;
}

/** Gives a component `this[NavigationMixin.Navigate]` and `this[NavigationMixin.GenerateUrl]`. */
export const NavigationMixin: typeof mixin & {
  readonly Navigate: typeof Navigate;
  readonly GenerateUrl: typeof GenerateUrl;
} = Object.assign(mixin, { Navigate, GenerateUrl } as const);

/** Wire adapter that provides the reference of the page that is shown. */
export class CurrentPageReference {
  private readonly provide: (reference: PageReference) => void;
  private stop: (() => void) | undefined;

  constructor(provide: (reference: PageReference) => void) {
    this.provide = provide;
    provide(currentReference());
  }

  connect(): void {
    this.provide(currentReference());
    this.stop = onRouteChange(() => this.provide(currentReference()));
  }

  disconnect(): void {
    this.stop?.();
  }

  update(): void {
    // The adapter takes no configuration.
  }
}
