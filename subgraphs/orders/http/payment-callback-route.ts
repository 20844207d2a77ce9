import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HttpRoute } from '#kernel/http-route.ts';
import { readBody } from '#kernel/read-body.ts';
import type { OrdersContext } from '../context.ts';
import { receivePaymentCallback } from '../use-cases/receive-payment-callback.ts';

const MOST_BYTES = 256 * 1024;

/** Where a payment service tells what happened: POST /payment-callbacks, signed by it instead of sent by somebody we know. */
export const paymentCallbackRoute: HttpRoute<OrdersContext> = { path: '/payment-callbacks', signed: true, handle };

async function handle(request: IncomingMessage, response: ServerResponse, context: OrdersContext): Promise<void> {
  if (request.method !== 'POST') return answer(response, 405, { allow: 'POST' });
  const body = await readBody(request, MOST_BYTES);
  if (body === 'too-large') return answer(response, 413, { connection: 'close' });
  answer(response, await receivePaymentCallback(context, { headers: request.headers, body }));
}

const answer = (response: ServerResponse, status: number, headers: Record<string, string> = {}): void => void response.writeHead(status, { 'cache-control': 'no-store', ...headers }).end();
