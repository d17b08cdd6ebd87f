/**
 * What values need to know of the transaction in which they are shown: the running user's time zone and locale, and the
 * clock. The kernel fills it; values never import the kernel.
 */
export interface ValueContext {
  /** IANA name of the running user's time zone. */
  timeZone(): string;
  /** Salesforce locale key of the running user, e.g. `en_US`. */
  locale(): string;
  /** Milliseconds since the epoch on the org's clock. */
  now(): number;
}

export const valueContext: ValueContext = {
  timeZone: () => 'GMT',
  locale: () => 'en_US',
  now: () => Date.now()
};
