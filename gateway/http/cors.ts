import type { IncomingMessage, ServerResponse } from 'node:http';

/** Origins besides our own whose pages may call us. */
export type CorsAllowList = readonly string[];

/** A request without an origin is no browser's; one from our own host needs no permission. */
export function isAllowedOrigin(request: IncomingMessage, allowed: CorsAllowList): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined || allowed.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** Writes the headers a browser asks for; true when the request was only a preflight and is answered. */
export function answerCors(request: IncomingMessage, response: ServerResponse, allowed: CorsAllowList): boolean {
  const { origin } = request.headers;
  if (origin !== undefined && allowed.includes(origin)) {
    response.setHeader('access-control-allow-origin', origin);
    response.setHeader('vary', 'origin');
    response.setHeader('access-control-expose-headers', 'x-request-id');
  }
  if (request.method !== 'OPTIONS') return false;
  if (origin !== undefined && allowed.includes(origin)) {
    response.setHeader('access-control-allow-methods', 'GET, POST');
    response.setHeader('access-control-allow-headers', 'authorization, content-type, x-request-id, traceparent');
    response.setHeader('access-control-max-age', '600');
  }
  response.writeHead(204).end();
  return true;
}
