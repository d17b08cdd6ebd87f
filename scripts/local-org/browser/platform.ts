/**
 * What the platform gives components in the browser: Apex over HTTP, labels, the user and the user's locale.
 *
 * The session is loaded before any component is, so that everything here can be read at once, as in Lightning Experience.
 */

import { JAPANESE_BASE_LABELS } from './baseLabels';

/** Somebody who can be chosen as the user of the local org. */
export interface SessionUser {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly persona: string;
}

/** An entry of the app's navigation bar. */
export interface SessionTab {
  readonly name: string;
  readonly label: string;
  readonly kind: 'page' | 'object';
  /** The FlexiPage of a `page`. */
  readonly page?: string;
  /** The object of an `object`. */
  readonly object?: string;
  /** `custom:custom54`, as `lightning-icon` takes it. */
  readonly iconName?: string;
}

/** What `GET /local/session` answers. */
export interface Session {
  readonly user: {
    readonly id: string;
    readonly name: string;
    readonly username: string;
    /** `en_US`, `ja`. */
    readonly language: string;
    /** `en_US`, `ja_JP`: as Salesforce writes locales. */
    readonly locale: string;
    readonly timeZone: string;
    readonly currency: string;
    readonly isAdmin: boolean;
  };
  readonly users: readonly SessionUser[];
  readonly languages: readonly string[];
  /** null when this user may not see the app. */
  readonly app: { readonly name: string; readonly label: string; readonly headerColor?: string | null } | null;
  readonly tabs: readonly SessionTab[];
  readonly customPermissions: readonly string[];
  /** Custom labels in the user's language, by name. */
  readonly labels: Readonly<Record<string, string>>;
  /** The org's clock, ISO in UTC. */
  readonly now: string;
}

let current: Session | undefined;

/** Loads the session of this browser. @throws Error when the local org does not answer */
export async function loadSession(): Promise<Session> {
  // The page's head has asked for it already; a request with other headers would be another one.
  const response = await fetch('/local/session');
  if (!response.ok) throw new Error(`The local org answered ${response.status} to a request for the session.`);
  current = (await response.json()) as Session;
  return current;
}

/** The session that was loaded. @throws Error before `loadSession` has ended */
export function session(): Session {
  if (!current) throw new Error('The session has not been loaded yet.');
  return current;
}

/** A locale as the browser's Intl takes it: `ja-JP` for `ja_JP`. */
export function browserLocale(locale: string): string {
  return locale.replaceAll('_', '-');
}

/** The text of a custom label. The build has made sure that the label exists; a session without it is an error. */
export function label(name: string): string {
  const text = session().labels[name];
  if (text === undefined) throw new Error(`The local org has no custom label ${name}. Restart it after adding labels.`);
  return text;
}

/** The value of a module below @salesforce/i18n that this project's own components import. */
export function internationalization(name: string): unknown {
  const { language, locale, timeZone, currency } = session().user;
  const values: Record<string, unknown> = {
    lang: browserLocale(language),
    locale: browserLocale(locale),
    dir: 'ltr',
    timeZone,
    currency,
    firstDayOfWeek: locale === 'ja_JP' || locale === 'en_US' ? 1 : 2
  };
  return values[name];
}

/** The id of the user who is logged in. */
export function userId(): string {
  return session().user.id;
}

/** true for a custom permission that the user has, else undefined, as on the platform. */
export function customPermission(name: string): true | undefined {
  return session().customPermissions.includes(name) ? true : undefined;
}

/** The form factor that the platform tells for the browser's width. */
export function formFactor(): 'Large' | 'Medium' | 'Small' {
  if (window.innerWidth >= 1024) return 'Large';
  return window.innerWidth >= 768 ? 'Medium' : 'Small';
}

/** Japanese formats where the base components' own are American. */
const JAPANESE_FORMATS: Readonly<Record<string, unknown>> = {
  'dateTime.shortDateFormat': 'yyyy/MM/dd',
  'dateTime.mediumDateFormat': 'yyyy/MM/dd',
  'dateTime.longDateFormat': 'yyyy年M月d日',
  'dateTime.shortTimeFormat': 'H:mm',
  'dateTime.mediumTimeFormat': 'H:mm:ss',
  'dateTime.shortDateTimeFormat': 'yyyy/MM/dd H:mm',
  'dateTime.mediumDateTimeFormat': 'yyyy/MM/dd H:mm:ss',
  'dateTime.longDateTimeFormat': 'yyyy年M月d日 H:mm:ss'
};

/** A value of @salesforce/i18n that a base component reads; `own` is what its package brings. */
export function baseInternationalization(name: string, own: unknown): unknown {
  const known = internationalization(name);
  if (known !== undefined) return known;
  return session().user.locale === 'ja_JP' ? (JAPANESE_FORMATS[name] ?? own) : own;
}

/** A label of a base component: its package brings English alone. */
export function baseLabel(name: string, own: string): string {
  return session().user.language === 'ja' ? (JAPANESE_BASE_LABELS[name] ?? own) : own;
}
