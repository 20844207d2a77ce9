import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Data } from '../../support/session.ts';

/** What came by: passed on by `honest`, or not. */
interface Passing {
  readonly name: string;
  readonly message: Data;
  honest(): Promise<Told>;
}

interface Told {
  readonly status: number;
  readonly body: Data;
  /** Signed anew with it; without one as the partner signed it. */
  readonly secret?: string;
  readonly headers?: Record<string, string>;
}

/** Between two shops: whoever holds it may say what it likes. */
interface LyingLine extends AsyncDisposable {
  readonly url: string;
  to: string;
  say: (passing: Passing) => Promise<Told | undefined>;
}

export const honestly = (passing: Passing): Promise<Told> => passing.honest();

export async function openLyingLine(): Promise<LyingLine> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    const name = (request.url ?? '').split('/').at(-1) ?? '';
    const kept = (headers: Iterable<[string, unknown]>): Record<string, string> => Object.fromEntries([...headers].filter(([key]) => /^(content-type|webhook-|cartwright-)/.test(key)).map(([key, value]) => [key, String(value)]));
    const honest = async (): Promise<Told> => {
      const answer = await fetch(`${line.to}/${name}`, { method: 'POST', body, headers: kept(Object.entries(request.headers)) });
      return { status: answer.status, body: (await answer.json()) as Data, headers: kept(answer.headers) };
    };
    const told = await line.say({ name, message: JSON.parse(body) as Data, honest });
    if (!told) return void response.destroy();
    const text = JSON.stringify(told.body);
    response.writeHead(told.status, told.secret === undefined ? told.headers : signed(told.secret, 'r_lie', text)).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const line: LyingLine = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/partner-transfers`,
    to: '',
    say: honestly,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return line;
}

/** A message as another shop would send it by hand. */
export async function post(url: string, secret: string, name: string, message: Data): Promise<{ status: number; body: Data }> {
  const body = JSON.stringify(message);
  const answer = await fetch(`${url}/${name}`, { method: 'POST', body, headers: { 'cartwright-sender': 'BRAND', ...signed(secret, String(message.header.message), body) } });
  return { status: answer.status, body: (await answer.json()) as Data };
}

function signed(secret: string, id: string, body: string): Record<string, string> {
  const timestamp = Math.floor(Date.now() / 1_000);
  const signature = createHmac('sha256', Buffer.from(secret.replace('whsec_', ''), 'base64')).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'content-type': 'application/json', 'webhook-id': id, 'webhook-timestamp': String(timestamp), 'webhook-signature': `v1,${signature}` };
}
