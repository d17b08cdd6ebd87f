/**
 * Who looks at the org: a cookie holds the user and the language that were chosen. There is no password to ask for: whoever
 * reaches the address of the local org may be anybody.
 */
import { kernel } from '../runtime/kernel';
import type { UserContext } from '../runtime/user';
import type { Persona } from './personas';

const COOKIE = 'local_session';

/** Languages that the shell offers, with the locale of who chooses one that is not the user's own. */
const LOCALES: Readonly<Record<string, string>> = { en_US: 'en_US', ja: 'ja_JP' };

/** Languages that the shell offers. */
export const LANGUAGES: readonly string[] = Object.keys(LOCALES);

/** What the cookie says; absent: the administrator, in the user's own language. */
export interface SessionChoice {
  username?: string;
  language?: string;
}

/** The session names a user or a language that the org lacks. */
export class SessionError extends Error {}

export class Sessions {
  /** The first of the personas is the one without a choice. */
  constructor(readonly personas: readonly Persona[]) {}

  /** What the request's cookies say; what they cannot mean is left out. */
  choiceOf(cookies: string | undefined): SessionChoice {
    const text = cookieValue(cookies ?? '', COOKIE);
    if (text === null) return {};
    const values = new URLSearchParams(text);
    const [username, language] = [values.get('username'), values.get('language')];
    return {
      ...(username !== null && this.persona(username) ? { username } : {}),
      ...(language !== null && LANGUAGES.includes(language) ? { language } : {})
    };
  }

  /**
   * Text of the Set-Cookie header for a changed choice.
   * @throws SessionError for a user or language that is not offered
   */
  cookieFor(current: SessionChoice, change: SessionChoice): string {
    if (change.username !== undefined && !this.persona(change.username))
      throw new SessionError(`The org has no user ${change.username}.`);
    if (change.language !== undefined && !LANGUAGES.includes(change.language))
      throw new SessionError(`The org does not know the language ${change.language}.`);
    const values = new URLSearchParams({ ...current, ...change } as Record<string, string>);
    return `${COOKIE}=${encodeURIComponent(values.toString())}; Path=/; HttpOnly; SameSite=Strict`;
  }

  /** The user of a session. A chosen language, and its locale, hold for the session: the user's record keeps its own. */
  userOf({ username, language }: SessionChoice): UserContext {
    const { id } = this.persona(username ?? '') ?? this.personas[0]!;
    const user = kernel.services.loadUser(id);
    if (language === undefined || language === user.language) return user;
    return { ...user, language, locale: LOCALES[language] ?? user.locale };
  }

  private persona(username: string): Persona | undefined {
    return this.personas.find((persona) => persona.username.toLowerCase() === username.toLowerCase());
  }
}

function cookieValue(cookies: string, name: string): string | null {
  for (const cookie of cookies.split(';')) {
    const [key, ...rest] = cookie.trim().split('=');
    if (key === name) return decode(rest.join('='));
  }
  return null;
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
