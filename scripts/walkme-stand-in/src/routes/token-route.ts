import type { FastifyInstance } from 'fastify';
import type { TokenStore } from '../tokens';

/** Path of the token endpoint, as publicly documented. */
export const tokenPath = '/accounts/connect/token';

/**
 * The token endpoint: OAuth 2.0 client credentials with the API key in a Basic header. Errors have the shape of RFC 6749,
 * section 5.2.
 */
export function registerTokenRoute(app: FastifyInstance, tokens: TokenStore): void {
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, new URLSearchParams(body as string))
  );
  app.post(tokenPath, async (request, reply) => {
    if (!tokens.acceptsBasic(request.headers.authorization)) {
      reply.code(401).header('www-authenticate', 'Basic realm="walkme"');
      return { error: 'invalid_client', error_description: 'The API key or its secret is wrong.' };
    }
    const grantType = request.body instanceof URLSearchParams ? request.body.get('grant_type') : null;
    if (grantType !== 'client_credentials') {
      reply.code(400);
      return {
        error: 'unsupported_grant_type',
        error_description: 'Send the form field grant_type=client_credentials.'
      };
    }
    reply.header('cache-control', 'no-store');
    return { access_token: tokens.issue(), token_type: 'bearer', expires_in: tokens.expiresIn };
  });
}
