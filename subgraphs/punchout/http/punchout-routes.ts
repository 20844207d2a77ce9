import type { IncomingMessage, ServerResponse } from 'node:http';
import { isRefusal } from '#kernel/errors.ts';
import type { HttpRoute } from '#kernel/http-route.ts';
import { readBody } from '#kernel/read-body.ts';
import type { PunchoutContext } from '../context.ts';
import { statusOf } from '../domain/cxml-status.ts';
import { receiveCxml } from '../use-cases/receive-cxml.ts';
import { receiveOci } from '../use-cases/receive-oci.ts';
import { readXml } from './read-xml.ts';

const MOST_BYTES = 1024 * 1024;

/** Procurement systems call here, with credentials of their own within what they send. */
export const punchoutRoutes: readonly HttpRoute<PunchoutContext>[] = [
  { path: '/punchout/cxml', signed: true, handle: takeCxml },
  { path: '/punchout/oci', signed: true, handle: takeOci },
];

/** cXML tells everything in its own status: HTTP has brought the message, and that is all. */
async function takeCxml(request: IncomingMessage, response: ServerResponse, context: PunchoutContext): Promise<void> {
  if (!context.config.enabled) return answer(response, 404, 'PunchOut is switched off.');
  if (request.method !== 'POST') return answer(response, 405, 'Send cXML with POST.', { allow: 'POST' });
  const body = await readBody(request, MOST_BYTES);
  if (body === 'too-large') return answer(response, 413, `The body is larger than ${MOST_BYTES} bytes.`, { connection: 'close' });
  answer(response, 200, await receiveCxml(context, () => readXml(body)), { 'content-type': 'text/xml; charset=utf-8' });
}

/** A browser comes here, so it is sent on, or told in plain words why not. */
async function takeOci(request: IncomingMessage, response: ServerResponse, context: PunchoutContext): Promise<void> {
  if (!context.config.enabled) return answer(response, 404, 'PunchOut is switched off.');
  if (request.method !== 'POST' && request.method !== 'GET') return answer(response, 405, 'Call with GET or POST.', { allow: 'GET, POST' });
  const body = request.method === 'POST' ? await readBody(request, MOST_BYTES) : '';
  if (body === 'too-large') return answer(response, 413, `The body is larger than ${MOST_BYTES} bytes.`, { connection: 'close' });
  const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
  try {
    const page = await receiveOci(context, [...searchParams, ...new URLSearchParams(body)]);
    answer(response, 303, '', { location: page, 'referrer-policy': 'no-referrer' });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const { statusCode, text } = statusOf(error);
    answer(response, statusCode === 450 ? 501 : statusCode, text);
  }
}

function answer(response: ServerResponse, status: number, body: string, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers }).end(body);
}
