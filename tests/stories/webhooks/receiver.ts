import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Data } from '../../support/session.ts';

export interface Received {
  readonly id: string;
  readonly body: Data;
  /** With how many of the known secrets the message is signed. */
  readonly signatures: number;
}

/** A receiver as an integrator would write it, which can be told to misbehave. */
export interface Receiver extends AsyncDisposable {
  readonly url: string;
  /** Every message that arrived, in order, taken or not. */
  readonly received: Received[];
  readonly secrets: string[];
  /** A status to answer with, or something else to do with a message. */
  behave: number | ((message: Received, response: ServerResponse) => void);
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};

/** Signatures by the text of Standard Webhooks, not by our code. */
function signaturesOf(headers: IncomingMessage['headers'], body: string, secrets: readonly string[]): number {
  const given = String(headers['webhook-signature']).split(' ');
  const expected = secrets.map((secret) => `v1,${createHmac('sha256', Buffer.from(secret.replace('whsec_', ''), 'base64')).update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`).digest('base64')}`);
  return given.filter((each) => expected.includes(each)).length;
}

export async function startReceiver(): Promise<Receiver> {
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const message = { id: String(request.headers['webhook-id']), body: JSON.parse(body) as Data, signatures: signaturesOf(request.headers, body, receiver.secrets) };
      receiver.received.push(message);
      if (typeof receiver.behave === 'number') response.writeHead(receiver.behave).end('so it is');
      else receiver.behave(message, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received: [],
    secrets: [],
    behave: 204,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return receiver;
}

/** Until it is so, or for ten seconds. */
export async function eventually(isSo: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + 10_000;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`This did not come about: ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export const TRUSTING = { CARTWRIGHT_WEBHOOKS_TRUST_PRIVATE_NETWORK: 'true', CARTWRIGHT_WEBHOOKS_ROUND_SECONDS: '0.05' };
export const CREATE = 'mutation ($input: WebhookEndpointInput!) { createWebhookEndpoint(input: $input) { secret endpoint { id version status eventTypes lastSequence } } }';
export const ENDPOINT = 'query ($id: ID!) { webhookEndpoint(id: $id) { version status disabledReason failingSince lastSequence deliveries(first: 100) { nodes { id eventId eventType sequence status attempts { statusCode error answer } } } } }';
