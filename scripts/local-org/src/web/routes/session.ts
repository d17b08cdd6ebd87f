/** `/local/session`: who looks at the org, and what this user's navigation and words are. */
import type { FastifyInstance } from 'fastify';
import type { UserContext } from '../../runtime/user';
import type { WebContext } from '../context';
import type { Persona } from '../personas';
import { LANGUAGES, SessionError, type SessionChoice } from '../sessions';
import { navigationOf, type Navigation } from '../shown/navigation';
import { Rights } from '../shown/rights';
import { Texts } from '../../schema/texts';

/** What the shell begins with. */
export interface SessionView extends Navigation {
  user: {
    id: string;
    name: string;
    username: string;
    language: string;
    locale: string;
    timeZone: string;
    currency: string;
    isAdmin: boolean;
  };
  users: readonly Persona[];
  languages: readonly string[];
  customPermissions: string[];
  /** Custom labels by name, in the user's language. */
  labels: Record<string, string>;
  /** The org's clock, in UTC. */
  now: string;
}

export function sessionRoutes(server: FastifyInstance, context: WebContext): void {
  server.get('/local/session', async (request) => sessionView(context, context.userOf(request)));
  server.post<{ Body: SessionChoice | null }>('/local/session', async (request, reply) => {
    const { username, language } = request.body ?? {};
    const change = { ...(username ? { username } : {}), ...(language ? { language } : {}) };
    const { sessions } = context;
    try {
      const cookie = sessions.cookieFor(sessions.choiceOf(request.headers.cookie), change);
      return await reply.code(204).header('set-cookie', cookie).send();
    } catch (error) {
      if (!(error instanceof SessionError)) throw error;
      return await reply.code(400).send({ message: error.message });
    }
  });
}

function sessionView({ org, sessions }: WebContext, user: UserContext): SessionView {
  const rights = new Rights(org, user.id);
  const texts = new Texts(org.project, user.language);
  const { id, name, username, language, locale, timeZone, defaultCurrency: currency } = user;
  return {
    user: { id, name, username, language, locale, timeZone, currency, isAdmin: rights.isAdmin },
    users: sessions.personas,
    languages: LANGUAGES,
    ...navigationOf(org, rights, texts),
    customPermissions: rights.customPermissions(),
    labels: texts.labels(),
    now: new Date(org.clock.now()).toISOString()
  };
}
