import { Client } from 'undici';
import { answerOrders } from './helper-process.ts';
import { drive, type Sessions } from './sessions.ts';

/** A question of somebody's own: each is put once. */
export interface OwnQuestion {
  readonly token: string;
  readonly body: string;
}

export interface HttpQuestions extends Sessions<OwnQuestion> {
  readonly url: string;
}

const connections = new Map<string, Client>();

/** One keep-alive connection a session. */
answerOrders<HttpQuestions>((load) =>
  drive(load, async ({ token, body: question }, session) => {
    const { origin, pathname } = new URL(load.url);
    const key = `${origin} ${session}`;
    const client = connections.get(key) ?? new Client(origin);
    connections.set(key, client);
    const { statusCode, body } = await client.request({ path: pathname, method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body: question });
    const text = await body.text();
    if (statusCode !== 200 || text.includes('"errors"')) throw new Error(`${statusCode} ${text.slice(0, 500)}`);
  }),
);
