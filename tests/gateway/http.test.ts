import { gzipSync } from 'node:zlib';
import { auditServer } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localWorld, type World } from './support/world.ts';

const graph = { a: { sdl: 'type Query { hello(name: String): String slow: String } type Mutation { bump: Int } type Subscription { tick: Int }', resolvers: { Query: { hello: () => 'world' }, Mutation: { bump: () => 1 } } } };
let world: World;
beforeAll(async () => void (world = await localWorld(graph, { corsOrigins: ['https://shop.example'] })));
afterAll(async () => world[Symbol.asyncDispose]());

const url = (suffix = ''): string => world.gateway.url + suffix;
const post = (body: string, headers: Record<string, string> = {}): Promise<Response> => fetch(url(), { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
const codeOf = async (response: Response): Promise<unknown> => ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code;

test('the GraphQL over HTTP audit finds nothing wrong', async () => {
  const results = await auditServer({ url: url() });
  expect(results.length).toBeGreaterThan(50);
  expect(results.filter((result) => result.status !== 'ok').map((result) => `${result.status}: ${result.name}`)).toEqual([]);
});

describe('Requests', () => {
  test('by GET may ask but not change', async () => {
    expect(await (await fetch(url('?query={hello}'))).json()).toEqual({ data: { hello: 'world' } });
    const response = await fetch(url('?query=mutation{bump}'));
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });
  test('say what they accept, or are told', async () => {
    expect((await post('{"query":"{hello}"}', { accept: 'text/html' })).status).toBe(406);
    expect((await post('{"query":"{nope}"}', { accept: 'application/graphql-response+json' })).status).toBe(400);
    expect((await post('{"query":"{nope}"}', { accept: 'application/json' })).status).toBe(200);
  });
  test.each([['not JSON', '{'], ['a batch', '[{"query":"{hello}"}]'], ['no query', '{}'], ['variables that are a list', '{"query":"{hello}","variables":[]}']])('with %s are refused', async (_, body) => {
    const response = await post(body);
    expect([response.status, await codeOf(response)]).toEqual([400, 'BAD_REQUEST']);
  });
  test.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/graphql', 'text/plain'])('as %s are refused', async (type) => {
    expect((await post('query={hello}', { 'content-type': type })).status).toBe(415);
  });
  test('that are compressed are told to come as they are', async () => {
    const response = await fetch(url(), { method: 'POST', headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' }, body: gzipSync('{"query":"{hello}"}') });
    expect([response.status, response.headers.get('accept-encoding'), await codeOf(response)]).toEqual([415, 'identity', 'UNSUPPORTED_MEDIA_TYPE']);
    expect((await post('{"query":"{hello}"}', { 'content-encoding': 'identity' })).status).toBe(200);
  });
  test('too large are refused before they are read', async () => {
    const response = await post(JSON.stringify({ query: '{hello}', extensions: { pad: 'x'.repeat(1_100_000) } }));
    expect([response.status, await codeOf(response)]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
  });
  test('for subscriptions need a stream', async () => {
    expect((await post('{"query":"subscription{tick}"}')).status).toBe(400);
  });
  test('elsewhere find nothing', async () => {
    expect((await fetch(new URL('/nowhere', url()))).status).toBe(404);
    expect(await (await fetch(new URL('/healthz', url()))).text()).toBe('ok');
    expect((await fetch(new URL('/readyz', url()))).status).toBe(200);
  });
});

describe('Headers', () => {
  test('a fit request id comes back, another is replaced', async () => {
    expect((await post('{"query":"{hello}"}', { 'x-request-id': 'abc-1' })).headers.get('x-request-id')).toBe('abc-1');
    expect((await post('{"query":"{hello}"}', { 'x-request-id': 'a b<c>' })).headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
  test('only listed origins may read answers', async () => {
    expect((await post('{"query":"{hello}"}', { origin: 'https://shop.example' })).headers.get('access-control-allow-origin')).toBe('https://shop.example');
    expect((await post('{"query":"{hello}"}', { origin: 'https://evil.example' })).headers.get('access-control-allow-origin')).toBeNull();
    const preflight = await fetch(url(), { method: 'OPTIONS', headers: { origin: 'https://shop.example', 'access-control-request-method': 'POST' } });
    expect([preflight.status, preflight.headers.get('access-control-allow-headers')]).toEqual([204, 'authorization, content-type, x-request-id, traceparent']);
  });
});
