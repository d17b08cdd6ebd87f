/** What the routes share. */
import type { FastifyRequest } from 'fastify';
import type { LocalOrg } from '../org';
import type { UserContext } from '../runtime/user';
import type { Pump } from './pump';
import type { Sessions } from './sessions';
import { RecordReader } from './shown/reader';

export class WebContext {
  constructor(
    readonly org: LocalOrg,
    readonly sessions: Sessions,
    readonly pump: Pump,
    /** Told of what goes wrong inside the local org. */
    readonly log: (line: string) => void
  ) {}

  /** The user of a request, in the language of the session. */
  userOf(request: FastifyRequest): UserContext {
    return this.sessions.userOf(this.sessions.choiceOf(request.headers.cookie));
  }

  readerOf(request: FastifyRequest): RecordReader {
    return new RecordReader(this.org, this.userOf(request));
  }
}
