import { auditServer } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { INTERNAL_HEADER, mintInternalToken } from '#kernel/internal-token.ts';
import { serveSubgraph, type ServedSubgraph } from '#kernel/serve-subgraph.ts';
import { startWorld, type World } from '../support/world.ts';

const NAMES = ['accounts', 'catalog', 'carts', 'quotes', 'orders', 'returns', 'webhooks', 'timeline', 'punchout', 'partners', 'notifications', 'channels'];
const SECRET = 'a secret of more than thirty-two characters';

describe('every subgraph on the wire', () => {
  let world: World;
  const open: ServedSubgraph[] = [];

  beforeAll(async () => void (world = await startWorld()));
  afterAll(async () => {
    for (const served of open) await served.close();
    await world[Symbol.asyncDispose]();
  });

  async function serve(name: string, secret?: string): Promise<ServedSubgraph> {
    const subgraph = world.embedded.subgraphs.get(name);
    if (!subgraph) throw new Error(`no subgraph ${name}`);
    const served = await serveSubgraph(subgraph, { port: 0, secret, introspection: true });
    open.push(served);
    return served;
  }

  test.each(NAMES)('%s keeps every rule of GraphQL over HTTP', async (name) => {
    const { url } = await serve(name);
    const results = await auditServer({ url });
    const broken = results.filter((result) => result.status !== 'ok').map((result) => `${result.status} ${result.name}`);
    expect(broken).toEqual([]);
  });

  test.each(NAMES)('%s answers nobody without a token of the gateway for this very body', async (name) => {
    const { url } = await serve(name, SECRET);
    const body = JSON.stringify({ query: '{ __typename }' });
    const facts = { viewer: null, requestId: 'r' };
    const ask = async (token: string | undefined, sent = body): Promise<number> => {
      const headers: Record<string, string> = { 'content-type': 'application/json', ...(token && { [INTERNAL_HEADER]: token }) };
      return (await fetch(url, { method: 'POST', headers, body: sent })).status;
    };
    expect(await ask(mintInternalToken(SECRET, name, facts, body, Date.now()))).toBe(200);
    expect(await ask(undefined)).toBe(401);
    expect(await ask(mintInternalToken(SECRET, name, facts, body, Date.now()), `${body} `)).toBe(401);
    expect(await ask(mintInternalToken(SECRET, 'another', facts, body, Date.now()))).toBe(401);
    expect(await ask(mintInternalToken('another secret that is long enough too', name, facts, body, Date.now()))).toBe(401);
    expect(await ask(mintInternalToken(SECRET, name, facts, body, Date.now() - 60_000))).toBe(401);
  });
});
