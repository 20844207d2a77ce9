import { Client } from 'undici';
import { answerOrders } from './helper-process.ts';
import { drive, type Sessions } from './sessions.ts';

export interface HttpLoad extends Sessions<string> {
  readonly url: string;
  readonly body: string;
}

const connections = new Map<string, Client>();

/** One keep-alive connection a session; a guest is its access token. */
answerOrders<HttpLoad>((load) =>
  drive(load, async (token, session) => {
    const { origin, pathname } = new URL(load.url);
    const key = `${origin} ${session}`;
    const client = connections.get(key) ?? new Client(origin);
    connections.set(key, client);
    const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
    const { statusCode, body } = await client.request({ path: pathname, method: 'POST', headers, body: load.body });
    const text = await body.text();
    if (statusCode !== 200 || text.includes('"errors"')) throw new Error(`${statusCode} ${text.slice(0, 500)}`);
  }),
);
