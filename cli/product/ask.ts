import { setTimeout as wait } from 'node:timers/promises';
import { Unreachable } from '../exit.ts';

/** The product said no; `code` is from its published list. */
export class Refused extends Error {
  readonly code: string;
  readonly path: readonly (string | number)[];

  constructor(error: WireError) {
    super(error.message);
    this.code = error.extensions?.code ?? 'INTERNAL';
    this.path = error.path ?? [];
  }
}

interface WireError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string };
}

export interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly WireError[];
}

/** The public API, as whoever holds the token. */
export interface Product {
  readonly url: string;
  readonly token?: string;
  /** @throws Refused with the first error, Unreachable when nobody answers */
  ask<Data>(document: string, variables?: Record<string, unknown>): Promise<Data>;
  answer<Data>(document: string, variables?: Record<string, unknown>): Promise<Answer<Data>>;
  as(token: string): Product;
}

/** Everything the commands send may be sent again: it is an upsert, carries a key, or only reads. Who never answered is not waited for. */
const PAUSES_MS = [200, 1_000, 3_000];
const PASSING = new Set(['SUBGRAPH_UNAVAILABLE', 'OVERLOADED', 'CONFLICT']);

export const connectProduct = (url: string, token?: string): Product => productAt(url, token, { hasAnswered: false });

function productAt(url: string, token: string | undefined, contact: { hasAnswered: boolean }): Product {
  const headers: Record<string, string> = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };
  if (token) headers.authorization = `Bearer ${token}`;

  async function post<Data>(body: string): Promise<Answer<Data>> {
    const response = await fetch(url, { method: 'POST', headers, body }).catch((error: Error) => {
      throw new Unreachable(`Nobody answers at ${url}: ${error.cause instanceof Error ? error.cause.message : error.message}`);
    });
    const answer = (await response.json().catch(() => undefined)) as Answer<Data> | undefined; // a proxy's HTML is no answer
    if (!answer || (response.status >= 500 && !answer.errors)) throw new Unreachable(`${url} answered ${response.status}.`);
    contact.hasAnswered = true;
    return answer;
  }

  async function answer<Data>(document: string, variables?: Record<string, unknown>): Promise<Answer<Data>> {
    const body = JSON.stringify({ query: document, variables });
    for (const pause of contact.hasAnswered ? PAUSES_MS : []) {
      const given = await post<Data>(body).catch((error: unknown) => (error instanceof Unreachable ? undefined : Promise.reject(error)));
      if (given && !given.errors?.some((error) => PASSING.has(error.extensions?.code ?? ''))) return given;
      await wait(pause);
    }
    return post<Data>(body);
  }

  return {
    url,
    token,
    answer,
    async ask<Data>(document: string, variables?: Record<string, unknown>): Promise<Data> {
      const { data, errors } = await answer<Data>(document, variables);
      if (errors?.[0] || !data) throw new Refused(errors?.[0] ?? { message: 'No data came back.' });
      return data;
    },
    as: (other) => productAt(url, other, contact),
  };
}
