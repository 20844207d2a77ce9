import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { startGateway, type RunningGateway } from '../../gateway/server.ts';
import { createBreaker } from '../../gateway/transports/breaker.ts';
import { createInterner } from '../../gateway/transports/intern-results.ts';
import { overHttp, type HttpTransportOptions } from '../../gateway/transports/over-http.ts';
import { compose } from './support/compose.ts';
import { localWorld, type Answer } from './support/world.ts';

const sdl = 'type Query { a: Int } type Mutation { m: Int }';
const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => void (await Promise.all(closers.splice(0).map((close) => close()))));

/** A subgraph that behaves as the test says on each request, counted from 1. */
async function behave(behaviour: (n: number, response: import('node:http').ServerResponse) => void, transport: Partial<HttpTransportOptions> = {}, deadlineMs = 8_000) {
  let requests = 0;
  const server: Server = createServer((request, response) => void request.resume().on('end', () => behaviour((requests += 1), response)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const supergraphSdl = compose({ s: { sdl } }, { s: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` });
  const gateway: RunningGateway = await startGateway({ supergraphSdl, transport: overHttp({ supergraphSdl, ...transport }), deadlineMs });
  closers.push(() => gateway.close(), async () => server.closeAllConnections(), () => new Promise((resolve) => server.close(resolve)));
  const ask = async (query: string): Promise<Answer> => (await fetch(gateway.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) })).json() as Promise<Answer>;
  return { ask, requests: () => requests };
}

const codes = (answer: Answer): unknown[] => (answer.errors ?? []).map((error) => error.extensions?.code);

describe('A call to a subgraph', () => {
  test('is repeated once when the connection broke, if it was a query', async () => {
    const { ask, requests } = await behave((n, response) => (n === 1 ? response.destroy() : response.end('{"data":{"a":1}}')));
    expect(await ask('{ a }')).toEqual({ data: { a: 1 } });
    expect(requests()).toBe(2);
  });
  test('is never repeated when it was a mutation', async () => {
    const { ask, requests } = await behave((_, response) => response.destroy());
    expect(codes(await ask('mutation { m }'))).toEqual(['SUBGRAPH_UNAVAILABLE']);
    expect(requests()).toBe(1);
  });
  test('that takes too long is given up', async () => {
    const { ask } = await behave(() => undefined, { upstreamTimeoutMs: 100 });
    expect(codes(await ask('{ a }'))).toEqual(['DEADLINE_EXCEEDED']);
  });
  test('ends with the request that needed it', async () => {
    const { ask } = await behave(() => undefined, {}, 100);
    expect(codes(await ask('{ a }'))).toEqual(['DEADLINE_EXCEEDED']);
  });
  test.each([['not JSON', 'oops'], ['no result', '{"hello":1}'], ['a list', '[]']])('that brings %s is a subgraph that is not there', async (_, body) => {
    const { ask } = await behave((_n, response) => response.writeHead(502).end(body));
    expect(await ask('{ a }')).toMatchObject({ data: { a: null }, errors: [{ message: 'The subgraph s is not available.', path: ['a'] }] });
  });
  test('may bring errors with a bad status', async () => {
    const { ask } = await behave((_, response) => response.writeHead(401).end('{"errors":[{"message":"no","extensions":{"code":"FORBIDDEN"}}]}'));
    expect(await ask('{ a }')).toEqual({ data: { a: null }, errors: [{ message: 'no', path: ['a'], extensions: { code: 'FORBIDDEN' } }] });
  });
  test('is not made while the subgraph is known to be down', async () => {
    const { ask, requests } = await behave((_, response) => response.destroy());
    for (let i = 0; i < 20; i++) await ask('mutation { m }');
    expect(requests()).toBeLessThanOrEqual(6);
  });
});

test('in process, a resolver that never answers costs its field at the deadline', async () => {
  await using world = await localWorld({ s: { sdl, resolvers: { Query: { a: () => new Promise(() => undefined) } } } }, { deadlineMs: 50 });
  expect(codes(await world.ask('{ a }'))).toEqual(['DEADLINE_EXCEEDED']);
});

test('a breaker opens after a run of failures and lets one in to try', () => {
  let now = 0;
  const breaker = createBreaker(() => now);
  for (let i = 0; i < 5; i++) breaker.failed();
  expect(breaker.allows()).toBe(false);
  now = 2_000;
  expect([breaker.allows(), breaker.allows()]).toEqual([true, false]);
  breaker.succeeded();
  expect(breaker.allows()).toBe(true);
});

test('equal events of one moment become one object, of two moments two', () => {
  let now = 0;
  const intern = createInterner(() => now);
  const first = intern({ data: { a: 1 } });
  expect(intern({ data: { a: 1 } })).toBe(first);
  expect(intern({ data: { a: 2 } })).not.toBe(first);
  now = 1_000;
  expect(intern({ data: { a: 1 } })).not.toBe(first);
});
