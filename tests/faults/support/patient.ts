import { setTimeout as sleep } from 'node:timers/promises';
import type { Data } from '../../support/session.ts';

/** A client that outlives the server: what got no answer is asked again, with the same key, when the server is back. */
export interface Patient {
  /** @param settled for what carries no key: was it done already, when asking again is refused? */
  tell(query: string, variables: Record<string, unknown>, settled?: () => Promise<Data | undefined>): Promise<Data>;
}

export interface Outages {
  /** Resolves at once while the server is up. */
  up(): Promise<void>;
  /** Requests without an answer. */
  inDoubt: number;
  /** Answers that said: not yet, ask again. */
  notYet: number;
}

interface Answer {
  readonly data?: Data | null;
  readonly errors?: readonly { message: string; extensions?: { code?: string } }[];
}

/** INVALID_STATE for an add: the cart just ordered or quoted is still the active one until the event arrives. */
const AGAIN: ReadonlySet<string> = new Set(['CONFLICT', 'SUBGRAPH_UNAVAILABLE', 'OVERLOADED']);
const AGAIN_FOR_AN_ADD: ReadonlySet<string> = new Set([...AGAIN, 'INVALID_STATE', 'CART_ORDERED', 'CART_NOT_ACTIVE']);
const AGAIN_MS = 25;

export function patientClient(url: string, token: string, outages: Outages): Patient {
  const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json', authorization: `Bearer ${token}` };

  async function ask(query: string, variables: Record<string, unknown>): Promise<Answer | undefined> {
    try {
      const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }), signal: AbortSignal.timeout(10_000) });
      return (await response.json()) as Answer;
    } catch {
      return undefined; // killed, or not up yet
    }
  }

  return {
    async tell(query, variables, settled) {
      for (let asked = 1; ; asked++) {
        await outages.up();
        const answer = await ask(query, variables);
        if (!answer) {
          outages.inDoubt++;
          await sleep(AGAIN_MS);
          continue;
        }
        if (answer.data && !answer.errors) return answer.data;
        const code = answer.errors?.[0]?.extensions?.code ?? '';
        if ((query.includes('addCartLines') ? AGAIN_FOR_AN_ADD : AGAIN).has(code)) {
          outages.notYet++;
          await sleep(AGAIN_MS);
          continue;
        }
        const done = asked > 1 ? await settled?.() : undefined;
        if (done) return done;
        throw new Error(`Refused at try ${asked}: ${JSON.stringify(answer.errors)} for ${query} ${JSON.stringify(variables)}`);
      }
    },
  };
}
