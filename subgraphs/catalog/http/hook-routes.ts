import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HttpRoute } from '#kernel/http-route.ts';
import { readBody } from '#kernel/read-body.ts';
import type { CatalogContext } from '../context.ts';
import { receiveHook } from '../use-cases/receive-hook.ts';

const MOST_BYTES = 256 * 1024;

/** What outside systems push: POST /hooks/prices and /hooks/inventory, signed instead of sent by somebody we know. [EXT-12] */
export const hookRoutes: readonly HttpRoute<CatalogContext>[] = [{ path: '/hooks', signed: true, handle }];

async function handle(request: IncomingMessage, response: ServerResponse, context: CatalogContext): Promise<void> {
  if (request.method !== 'POST') return answer(response, 405, { error: 'Push with POST.' }, { allow: 'POST' });
  const body = await readBody(request, MOST_BYTES);
  if (body === 'too-large') return answer(response, 413, { error: `The body is larger than ${MOST_BYTES} bytes.` }, { connection: 'close' });
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const { status, ...told } = await receiveHook(context, pathname.slice('/hooks/'.length), { id: header(request, 'id'), timestamp: header(request, 'timestamp'), signature: header(request, 'signature'), body });
  answer(response, status, told);
}

function header({ headers }: IncomingMessage, key: string): string | undefined {
  const value = headers[`webhook-${key}`];
  return Array.isArray(value) ? undefined : value;
}

function answer(response: ServerResponse, status: number, told: object, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers }).end(JSON.stringify(told));
}
