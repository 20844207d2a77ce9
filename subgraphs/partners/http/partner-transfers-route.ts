import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HttpRoute } from '#kernel/http-route.ts';
import { readBody } from '#kernel/read-body.ts';
import type { PartnersContext } from '../context.ts';
import { receiveMessage } from '../use-cases/receive-message.ts';

const MOST_BYTES = 2 * 1024 * 1024;
const PATH = '/partner-transfers';

/** What other shops ask, and hand over: POST /partner-transfers/…, signed by them instead of sent by somebody we know. [XFER-04, XFER-10] */
export const partnerTransfersRoute: HttpRoute<PartnersContext> = { path: PATH, signed: true, handle };

async function handle(request: IncomingMessage, response: ServerResponse, context: PartnersContext): Promise<void> {
  if (request.method !== 'POST') return answer(response, 405, '', { allow: 'POST' });
  const body = await readBody(request, MOST_BYTES);
  if (body === 'too-large') return answer(response, 413, '', { connection: 'close' });
  const header = (name: string): string => String(request.headers[name] ?? '');
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const told = await receiveMessage(context, { name: pathname.slice(PATH.length + 1), sender: header('cartwright-sender'), id: header('webhook-id'), timestamp: header('webhook-timestamp'), signature: header('webhook-signature'), body });
  answer(response, told.status, told.body, told.headers);
}

const answer = (response: ServerResponse, status: number, body: string, headers: Readonly<Record<string, string>> = {}): void =>
  void response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers }).end(body);
