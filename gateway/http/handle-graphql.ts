import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseRequestParams, type RequestParams } from 'graphql-http';
import { readBody } from '#kernel/read-body.ts';
import type { Answerer } from '../answer.ts';
import type { Authenticate } from '../authenticate.ts';
import { createCaller } from '../caller.ts';
import type { Deadline } from '../deadline.ts';
import { chooseMediaType } from './accept.ts';
import { refuse, respond } from './respond.ts';
import { streamEvents } from './stream-events.ts';

export interface GraphQLRoute {
  readonly answerer: Answerer;
  readonly authenticate: Authenticate;
  readonly forwardHeaders: readonly string[];
  readonly maxBody: number;
  /** Passes when the gateway shuts down: event streams end. */
  readonly closing: Deadline;
  /** A reader of an event stream who takes no frame for so long is cut. */
  readonly maxFrameAgeMs: number;
}

/** GraphQL over HTTP: who, what, is it allowed by this method, then the answer in the form the client accepts. */
export async function handleGraphQL(request: IncomingMessage, response: ServerResponse, route: GraphQLRoute): Promise<void> {
  const type = chooseMediaType(request.headers.accept);
  if (!type) return refuse(response, 406, 'NOT_ACCEPTABLE', 'Accept application/graphql-response+json, application/json or text/event-stream.');
  const identity = await route.authenticate(request.headers.authorization);
  if (!identity) return refuse(response, 401, 'UNAUTHENTICATED', 'The access token is not valid.', { 'www-authenticate': 'Bearer error="invalid_token"' });
  const params = await readParams(request, response, route.maxBody);
  if (!params) return;
  const caller = createCaller(identity, request.headers, route.forwardHeaders);
  const prepared = route.answerer.prepare(params as { query: string });
  if (type === 'text/event-stream') return streamEvents(response, prepared, caller, route);
  if ('errors' in prepared) return respond(response, prepared, type);
  const { operation } = prepared.operation.definition;
  if (operation === 'subscription') return refuse(response, 400, 'BAD_REQUEST', 'A subscription needs a WebSocket, or Accept: text/event-stream.');
  if (operation === 'mutation' && request.method === 'GET') return refuse(response, 405, 'METHOD_NOT_ALLOWED', 'A mutation needs POST.', { allow: 'POST' });
  const deadline = route.answerer.newDeadline();
  if (operation === 'query') response.once('close', deadline.pass); // a mutation that has begun is not stopped by a client who hangs up
  respond(response, await route.answerer.answer(prepared, caller, deadline), type);
}

async function readParams(request: IncomingMessage, response: ServerResponse, maxBody: number): Promise<RequestParams | undefined> {
  const { 'content-encoding': encoding = 'identity' } = request.headers;
  if (encoding.toLowerCase() !== 'identity') return void refuse(response, 415, 'UNSUPPORTED_MEDIA_TYPE', 'Send the body as it is, without a Content-Encoding.', { 'accept-encoding': 'identity' });
  const body = request.method === 'POST' ? await readBody(request, maxBody) : '';
  if (body === 'too-large') return void refuse(response, 413, 'PAYLOAD_TOO_LARGE', `The body is larger than ${maxBody} bytes.`, { connection: 'close' });
  try {
    const { method = 'GET', url = '/', headers } = request;
    const params = await parseRequestParams({ method, url, headers, body, raw: request, context: undefined });
    if (!Array.isArray(params)) return params as RequestParams;
    const [, { status, statusText, headers: more }] = params;
    return void refuse(response, status, status === 405 ? 'METHOD_NOT_ALLOWED' : 'BAD_REQUEST', statusText, more?.allow ? { allow: more.allow } : {});
  } catch (error) {
    return void refuse(response, 400, 'BAD_REQUEST', error instanceof Error ? error.message : 'Bad request');
  }
}
