import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ServedRoute } from '#kernel/http-route.ts';
import { ANONYMOUS, type Authenticate } from '../authenticate.ts';
import { createCaller } from '../caller.ts';
import { refuse } from './respond.ts';

/** Plain HTTP for subgraphs that have some to answer: the caller is verified here, as for GraphQL, but for routes that judge signatures. True = answered. */
export function serveRoutes(routes: readonly ServedRoute[], authenticate: Authenticate): (request: IncomingMessage, response: ServerResponse) => Promise<boolean> {
  return async (request, response) => {
    const [pathname = '/'] = (request.url ?? '/').split('?');
    const route = routes.find(({ path }) => pathname === path || pathname.startsWith(`${path}/`));
    if (!route) return false;
    const identity = route.signed ? ANONYMOUS : await authenticate(request.headers.authorization);
    if (!identity) {
      refuse(response, 401, 'UNAUTHENTICATED', 'The access token is not valid.', { 'www-authenticate': 'Bearer error="invalid_token"', connection: 'close' });
      return true;
    }
    const { viewer, requestId, trace } = createCaller(identity, request.headers, []);
    await route.handle(request, response, { viewer, requestId, trace });
    return true;
  };
}
