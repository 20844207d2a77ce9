import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RequestFacts } from '../../subgraphs/_kernel/viewer.ts';
import { collect, connect, connectRaw } from './support/sockets.ts';
import { createIssuer, type Issuer } from './support/tokens.ts';
import { httpWorld, localWorld, type World } from './support/world.ts';
import { INTERNAL_HEADER, verifyInternalToken } from '../../subgraphs/_kernel/internal-token.ts';

let executed = 0;
const graph = {
  a: {
    sdl: 'type Query { whoami: String account: String } type Subscription { forever: Int }',
    resolvers: {
      Query: { whoami: (_: unknown, __: unknown, { facts }: { facts?: RequestFacts }) => ((executed += 1), facts?.viewer?.id ?? 'nobody'), account: (_: unknown, __: unknown, { facts }: { facts?: RequestFacts }) => facts?.viewer?.accountId },
      Subscription: { forever: { subscribe: async function* () { yield { forever: 1 }; await new Promise(() => undefined); } } },
    },
  },
};

let issuer: Issuer;
let world: World;
beforeAll(async () => {
  issuer = await createIssuer();
  world = await localWorld(graph, { auth: issuer.auth });
});
afterAll(async () => world[Symbol.asyncDispose]());
beforeEach(() => void (executed = 0));

const ask = (authorization?: string): Promise<Response> =>
  fetch(world.gateway.url, { method: 'POST', headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) }, body: '{"query":"{ whoami account }"}' });

describe('A token', () => {
  test('says who asks, for how much and in which account', async () => {
    expect(await (await ask(`Bearer ${await issuer.token('bea')}`)).json()).toEqual({ data: { whoami: 'bea', account: 'acme' } });
  });
  test('may be absent: then nobody asks', async () => {
    expect(await (await ask()).json()).toEqual({ data: { whoami: 'nobody', account: null } });
  });

  const now = Math.floor(Date.now() / 1000);
  const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"sub":"x"}').toString('base64url')}.`;
  test.each<[string, () => Promise<string>]>([
    ['garbage', async () => 'nonsense'],
    ['unsigned', async () => none],
    ['expired', () => issuer.token('bea', { exp: now - 60 })],
    ['not yet valid', () => issuer.token('bea', { nbf: now + 600 })],
    ['of another issuer', () => issuer.token('bea', { iss: 'https://evil.example' })],
    ['for another audience', () => issuer.token('bea', { aud: 'other' })],
    ['by another key', async () => (await createIssuer()).token('bea')],
    ['without an account', () => issuer.token('bea', { account: undefined })],
    ['edited', async () => (await issuer.token('bea')).replace(/\.[^.]+\./, `.${Buffer.from(JSON.stringify({ sub: 'ann', account: 'other' })).toString('base64url')}.`)],
  ])('that is %s is refused and nothing runs', async (_, make) => {
    const response = await ask(`Bearer ${await make()}`);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    expect(executed).toBe(0);
  });
});

describe('A socket', () => {
  test.each([['authorization', ''], ['authorization', 'Bearer '], ['Authorization', 'bearer ']])('is known by %s with "%s" before the token', async (name, prefix) => {
    const client = connect(world, { connectionParams: { [name]: prefix + (await issuer.token('ann')) } });
    const [first] = await collect(client.iterate({ query: '{ whoami }' }));
    expect(first).toEqual({ data: { whoami: 'ann' } });
    await client.dispose();
  });
  test('is known by the header of its upgrade', async () => {
    const raw = await connectRaw(world, { authorization: `Bearer ${await issuer.token('sam')}` });
    raw.send({ type: 'connection_init' });
    await raw.next('connection_ack');
    raw.send({ id: '1', type: 'subscribe', payload: { query: '{ whoami }' } });
    expect(await raw.next('next')).toMatchObject({ payload: { data: { whoami: 'sam' } } });
    raw.socket.close();
  });
  test('with a bad token is closed', async () => {
    const raw = await connectRaw(world);
    raw.send({ type: 'connection_init', payload: { authorization: 'nonsense' } });
    expect((await raw.closed).code).toBe(4401);
  });
  test('ends with its token', async () => {
    const raw = await connectRaw(world);
    raw.send({ type: 'connection_init', payload: { authorization: await issuer.token('bea', {}, 2) } });
    await raw.next('connection_ack');
    raw.send({ id: '1', type: 'subscribe', payload: { query: 'subscription { forever }' } });
    await raw.next('next');
    expect(await raw.closed).toEqual({ code: 4403, reason: 'Token expired' });
  });
  test('from a foreign page is refused', async () => {
    await expect(connectRaw(world, { origin: 'https://evil.example' })).rejects.toThrow('403');
  });
});

describe('Subgraphs', () => {
  const secret = 'a secret of at least thirty-two characters';

  test('get an envelope bound to them and to the body', async () => {
    await using remote = await httpWorld(graph, { auth: issuer.auth, forwardHeaders: ['x-tenant', 'x-cartwright-internal'] }, { internalSecret: secret });
    await remote.ask('{ whoami }', undefined, { authorization: `Bearer ${await issuer.token('bea')}`, 'x-tenant': 't', 'x-other': 'o', [INTERNAL_HEADER]: 'forged' });
    const [{ headers, body } = { headers: {} as Record<string, string>, body: '' }] = remote.subgraphs.a?.received ?? [];
    const token = headers[INTERNAL_HEADER] as string;
    expect(verifyInternalToken(secret, 'a', token, body, Date.now())?.viewer).toMatchObject({ id: 'bea', accountId: 'acme' });
    expect(verifyInternalToken(secret, 'b', token, body, Date.now())).toBeUndefined();
    expect(verifyInternalToken(secret, 'a', token, `${body} `, Date.now())).toBeUndefined();
    expect([headers['x-tenant'], headers['x-other'], headers.authorization]).toEqual(['t', undefined, undefined]);
  });
});
