import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Data } from '../../support/session.ts';

/** Between two shops: passes everything on, until it is told to do something else. */
export interface WireTap extends AsyncDisposable {
  /** Where the one is to believe the other. */
  readonly url: string;
  /** What came by, in order, by its name, whatever became of it. */
  readonly passed: { readonly name: string; readonly body: Data }[];
  to: string;
  /** WELL; DOWN: nobody listens; CUT: the message is lost; CUT_AFTER: it arrives, and its answer is lost; TWICE: it arrives twice; SLOW: it is answered late; or a lie told instead of the answer. To all messages, or to those of one name. */
  behave(behaviour: TapBehaviour, only?: string): Promise<void>;
}

export type TapBehaviour = 'WELL' | 'DOWN' | 'CUT' | 'CUT_AFTER' | 'TWICE' | 'SLOW' | ((honest: Answer) => Lie);

interface Answer {
  readonly status: number;
  readonly body: Data;
}

interface Lie extends Answer {
  /** What it is signed with; nothing: not at all. */
  readonly secret?: string;
}

const SLOW_MS = 2_500;

export async function startWireTap(to: string): Promise<WireTap> {
  let behaviour: TapBehaviour = 'WELL';
  let only: string | undefined;
  const server = createServer((request, response) => void pass(request, response).catch(() => response.destroy()));

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    const name = (request.url ?? '').split('/').at(-1) ?? '';
    tap.passed.push({ name, body: JSON.parse(text) as Data });
    const now = only === undefined || only === name ? behaviour : 'WELL';
    if (now === 'CUT') return void response.destroy();
    const send = (): Promise<Response> => fetch(`${tap.to}/${name}`, { method: 'POST', body: text, headers: Object.fromEntries(Object.entries(request.headers).filter(([key]) => /^(content-type|webhook-|cartwright-)/.test(key))) as Record<string, string> });
    const answers = now === 'TWICE' ? await Promise.all([send(), send()]) : [await send()];
    const answer = answers.at(-1) as Response;
    const body = await answer.text();
    if (now === 'CUT_AFTER') return void response.destroy();
    if (now === 'SLOW') await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
    if (typeof now === 'function') return lie(response, now({ status: answer.status, body: JSON.parse(body) as Data }));
    response.writeHead(answer.status, Object.fromEntries([...answer.headers].filter(([key]) => /^(content-type|webhook-)/.test(key)))).end(body);
  }

  const listen = (port = 0): Promise<void> => new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen();
  const { port } = server.address() as AddressInfo;
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    if (server.listening) await new Promise((resolve) => server.close(resolve));
  };
  const tap: WireTap = {
    url: `http://127.0.0.1:${port}/partner-transfers`,
    passed: [],
    to,
    async behave(next, name) {
      [behaviour, only] = [next, name];
      if (next === 'DOWN') await stop();
      else if (!server.listening) await listen(port);
    },
    [Symbol.asyncDispose]: stop,
  };
  return tap;
}

/** Signed by the text of Standard Webhooks, not by our code. */
export function sign(secret: string, id: string, body: string, timestamp = Math.floor(Date.now() / 1_000)): Record<string, string> {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  return { 'webhook-id': id, 'webhook-timestamp': String(timestamp), 'webhook-signature': `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}` };
}

function lie(response: ServerResponse, { status, body, secret }: Lie): void {
  const text = JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json', ...(secret !== undefined && sign(secret, 'r_lie', text)) }).end(text);
}
