import type { ServerResponse } from 'node:http';
import { wireError, type WireResult } from '../execute/errors.ts';
import type { MediaType } from './accept.ts';

/** The status of an executed (or refused) operation: the older media type says 200 for all of GraphQL's own refusals. */
export function respond(response: ServerResponse, result: WireResult, type: MediaType): void {
  const status = type === 'application/json' || 'data' in result ? 200 : 400;
  send(response, status, result, type);
}

/** The HTTP request itself is at fault: the status says so whatever the client accepts. */
export function refuse(response: ServerResponse, status: number, code: string, message: string, headers: Record<string, string> = {}): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  send(response, status, { errors: [wireError(message, code)] }, 'application/json');
}

function send(response: ServerResponse, status: number, result: WireResult, type: MediaType): void {
  const body = JSON.stringify(result);
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'content-length': Buffer.byteLength(body), 'cache-control': 'no-store' });
  response.end(body);
}
