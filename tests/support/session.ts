import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import { openEventStream } from './event-stream.ts';
import { watch, watchResults, type Watch } from './watch.ts';

export type PersonName = 'bea' | 'ben' | 'ann' | 'gus' | 'cat' | 'sam' | 'sue' | 'rob' | 'olga' | 'pia' | 'guest' | 'nobody';

const EMAILS: { readonly [name in Exclude<PersonName, 'guest' | 'nobody'>]: string } = {
  bea: 'bea@acme.example',
  ben: 'ben@acme.example',
  ann: 'ann@acme.example',
  gus: 'gus@globex.example',
  cat: 'cat@home.example',
  sam: 'sam@seller.example',
  sue: 'sue@seller.example',
  rob: 'rob@seller.example',
  olga: 'olga@seller.example',
  pia: 'pia@partner.example',
};

export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly details: Record<string, unknown>;
}

interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { message: string; path?: readonly (string | number)[]; extensions?: Record<string, unknown> }[];
}

// Documents of stories are read where they stand; what they answer is looked at field by field.
// oxlint-disable-next-line no-explicit-any
export type Data = Record<string, any>;

export interface Session {
  readonly url: string;
  readonly token: string | undefined;
  /** The answer's data; any error fails the test. */
  ask(query: string, variables?: Record<string, unknown>): Promise<Data>;
  /** The first error; an answer without one fails the test. */
  refused(query: string, variables?: Record<string, unknown>): Promise<Refusal>;
  answer(query: string, variables?: Record<string, unknown>): Promise<Answer>;
  /** Subscribes on a socket of its own. */
  watch(query: string, variables?: Record<string, unknown>): Promise<Watch>;
  /** Subscribes over server-sent events. */
  watchEvents(query: string, variables?: Record<string, unknown>): Watch;
  close(): Promise<void>;
}

export async function openSession(url: string, person: PersonName): Promise<Session> {
  if (person === 'nobody') return sessionWith(url, undefined);
  const nobody = sessionWith(url, undefined);
  if (person === 'guest') return sessionWith(url, (await nobody.ask('mutation { startGuestSession { token } }')).startGuestSession.token);
  const { signIn } = await nobody.ask('mutation ($email: String!) { signIn(email: $email, password: "demo") { token } }', { email: EMAILS[person] });
  return sessionWith(url, signIn.token);
}

export function sessionWith(url: string, token: string | undefined): Session {
  const clients: Client[] = [];
  const cuts: (() => void)[] = [];
  const headers: Record<string, string> = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };
  if (token) headers.authorization = `Bearer ${token}`;

  async function answer(query: string, variables?: Record<string, unknown>): Promise<Answer> {
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
    return (await response.json()) as Answer;
  }

  return {
    url,
    token,
    answer,
    async ask(query, variables) {
      const { data, errors } = await answer(query, variables);
      if (errors || !data) throw new Error(`Refused: ${JSON.stringify(errors)}`);
      return data;
    },
    async refused(query, variables) {
      const error = (await answer(query, variables)).errors?.[0];
      if (!error) throw new Error('This was answered, but should have been refused.');
      return { code: String(error.extensions?.code), message: error.message, details: (error.extensions?.details ?? {}) as Record<string, unknown> };
    },
    async watch(query, variables) {
      const client = createClient({
        url: url.replace('http', 'ws'),
        webSocketImpl: WebSocket,
        connectionParams: token ? { authorization: `Bearer ${token}` } : {},
        retryAttempts: 0,
        lazy: false,
        onNonLazyError: () => undefined,
      });
      clients.push(client);
      return watch(client, query, variables);
    },
    watchEvents(query, variables) {
      const { results, cut } = openEventStream(url, token, query, variables);
      cuts.push(cut);
      return watchResults(results);
    },
    async close() {
      for (const cut of cuts) cut();
      for (const client of clients) await client.dispose();
    },
  };
}
