import { SignJWT, generateKeyPair } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { report } from '../support/figures.ts';
import type { Session } from '../support/session.ts';
import { startWorld, type World } from '../support/world.ts';

const ADD = 'mutation { addCartLines(lines: [{ sku: "MUG-RED" }]) { id version } }';
const BEA = { id: '01900000-0000-7000-8000-0000000000b1', kind: 'BUYER' as const, accountId: '01900000-0000-7000-8000-0000000000a1', permissions: [] };
let world: World;
let bea: Session;
beforeAll(async () => {
  world = await startWorld();
  bea = await world.as('bea');
  await bea.ask(ADD);
});
afterAll(() => world[Symbol.asyncDispose]());

/** Tokens that are nobody's: each would be Bea's if it were believed. */
async function badTokens(): Promise<Record<string, string>> {
  const [header, claims, signature] = (bea.token ?? '').split('.') as [string, string, string];
  const altered = Buffer.from(Buffer.from(claims, 'base64url').toString().replace('BUYER', 'ADMINISTRATOR')).toString('base64url');
  const none = Buffer.from('{"alg":"none"}').toString('base64url');
  const { privateKey } = await generateKeyPair('EdDSA');
  const own = new SignJWT({ kind: BEA.kind, account: BEA.accountId, permissions: [] }).setProtectedHeader({ alg: 'EdDSA' });
  return {
    expired: (await world.embedded.issuer.issue(BEA, 60, new Date(Date.now() - 3_600_000))).token,
    altered: `${header}.${altered}.${signature}`,
    unsigned: `${none}.${claims}.`,
    'signed by another': await own.setSubject(BEA.id).setIssuer('cartwright').setAudience('cartwright').setIssuedAt().setExpirationTime('1h').sign(privateKey),
    rubbish: 'rubbish',
  };
}

const post = (body: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(world.url, { method: 'POST', headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', authorization: `Bearer ${bea.token}`, ...headers }, body });
const versionNow = async (): Promise<number> => (await bea.ask('{ activeCart { version } }')).activeCart.version;

async function closeOf(params: unknown, then?: string): Promise<number> {
  const socket = new WebSocket(world.url.replace('http', 'ws'), 'graphql-transport-ws');
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  socket.on('error', () => undefined);
  socket.on('open', () => socket.send(typeof params === 'string' ? params : JSON.stringify({ type: 'connection_init', payload: params })));
  if (then !== undefined) socket.on('message', () => socket.send(then));
  return closed;
}

test('a token that is expired, altered, unsigned or foreign is refused everywhere, and nothing is done', async () => {
  const before = await versionNow();
  const tokens = await badTokens();
  const seen: Record<string, unknown> = {};
  for (const [what, token] of Object.entries(tokens)) {
    const authorization = `Bearer ${token}`;
    const http = await post(JSON.stringify({ query: ADD }), { authorization });
    const sse = await post(JSON.stringify({ query: ADD }), { authorization, accept: 'text/event-stream' });
    const code = ((await http.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code;
    seen[what] = { http: http.status, code, sse: sse.status, socket: await closeOf({ authorization }) };
  }
  report('bad tokens', { tokens: seen, versionBefore: before, versionAfter: await versionNow() });
  for (const what of Object.keys(tokens)) expect([what, seen[what]]).toEqual([what, { http: 401, code: 'UNAUTHENTICATED', sse: 401, socket: 4401 }]);
  expect(await versionNow()).toBe(before);
});

test.each([
  ['a body of a megabyte and a bit', () => JSON.stringify({ query: ADD, extensions: { x: 'x'.repeat(1_050_000) } }), {}, 413, 'PAYLOAD_TOO_LARGE'],
  ['JSON that is cut off', () => '{"query": "mutation { addCart', {}, 400, 'BAD_REQUEST'],
  ['no body', () => '', {}, 400, 'BAD_REQUEST'],
  ['an array of operations', () => JSON.stringify([{ query: ADD }, { query: ADD }]), {}, 400, 'BAD_REQUEST'],
  ['a query that is a number', () => '{"query": 7}', {}, 400, 'BAD_REQUEST'],
  ['variables that are a list', () => JSON.stringify({ query: ADD, variables: [] }), {}, 400, 'BAD_REQUEST'],
  ['a form', () => `query=${encodeURIComponent(ADD)}`, { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'BAD_REQUEST'],
  ['an answer nobody can give', () => JSON.stringify({ query: ADD }), { accept: 'image/png' }, 406, 'NOT_ACCEPTABLE'],
])('%s is refused over HTTP and changes nothing', async (what, body, headers, status, code) => {
  const before = await versionNow();
  const response = await post(body(), headers as Record<string, string>);
  const error = ((await response.json()) as { errors: { message: string; extensions: { code: string } }[] }).errors[0];
  report('bad request', { what, status: response.status, code: error?.extensions.code });
  expect({ status: response.status, code: error?.extensions.code }).toEqual({ status, code });
  expect(error?.message.length).toBeGreaterThan(10);
  expect(await versionNow()).toBe(before);
});

test('a mutation by GET is refused and not done', async () => {
  const before = await versionNow();
  const response = await fetch(`${world.url}?query=${encodeURIComponent(ADD)}`, { headers: { accept: 'application/json', authorization: `Bearer ${bea.token}`, 'x-requested-with': 'test' } });
  expect(response.status).toBe(405);
  expect(await versionNow()).toBe(before);
});

test('a socket that does not keep to the protocol is closed with the code for it', async () => {
  const authorization = `Bearer ${bea.token}`;
  const before = await versionNow();
  const closes = {
    'no JSON': await closeOf('rubbish'),
    'an unknown type': await closeOf('{"type":"hello"}'),
    'a subscribe before the init': await closeOf(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: ADD } })),
    'a subscribe without a query': await closeOf({ authorization }, '{"id":"1","type":"subscribe","payload":{}}'),
    'a second init': await closeOf({ authorization }, '{"type":"connection_init"}'),
    'a message of 70 kB': await closeOf({ authorization }, JSON.stringify({ id: '1', type: 'subscribe', payload: { query: ADD, extensions: { x: 'x'.repeat(70_000) } } })),
  };
  report('bad sockets', { closes });
  expect(closes).toEqual({ 'no JSON': 4400, 'an unknown type': 4400, 'a subscribe before the init': 4401, 'a subscribe without a query': 4400, 'a second init': 4429, 'a message of 70 kB': 1009 });
  expect(await versionNow()).toBe(before);
});
