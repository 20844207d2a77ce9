import { GraphQLError, type ExecutionResult } from 'graphql';
import { createClient as createSseClient } from 'graphql-sse';
import { describe, expect, test } from 'vitest';
import { createFeed } from './support/feed.ts';
import { collect, connect, connectRaw } from './support/sockets.ts';
import { httpWorld, localWorld, type World } from './support/world.ts';

const feed = createFeed<{ changed: { id: string; version: number } | null }>();
let priced = 0;
const graph = {
  carts: {
    sdl: 'type Query { x: Int } type Subscription { changed(id: ID): Cart broken: Int refused: Int } type Cart @key(fields: "id") { id: ID! version: Int! }',
    resolvers: {
      Subscription: {
        changed: { subscribe: () => feed.listen() },
        broken: { subscribe: async function* () { yield { broken: 1 }; throw new Error('the database is gone'); } },
        refused: { subscribe: () => { throw new Error('not yours'); } },
      },
    },
  },
  prices: {
    sdl: 'type Cart @key(fields: "id") { id: ID! total(in: String): String }',
    resolvers: { Cart: { total: ({ id }: { id: string }, args: { in?: string }) => ((priced += 1), `${id} ${args.in ?? 'EUR'} ${priced}`) } },
  },
};

const query = 'subscription S($in: String, $no: Boolean = false) { c: changed(id: "1") { version total(in: $in) @skip(if: $no) } }';

describe.each<[string, () => Promise<World>]>([['over HTTP', () => httpWorld(graph)], ['in process', () => localWorld(graph)]])('Subscriptions %s', (_, start) => {
  test('carry fields of other subgraphs in every frame', async () => {
    await using world = await start();
    const client = connect(world);
    priced = 0;
    const frames = client.iterate({ query, variables: { in: 'USD' } });
    const first = frames.next();
    await feed.until(1);
    feed.push({ changed: { id: '1', version: 1 } });
    expect((await first).value).toEqual({ data: { c: { version: 1, total: '1 USD 1' } } });
    feed.push({ changed: { id: '1', version: 2 } });
    expect((await frames.next()).value).toEqual({ data: { c: { version: 2, total: '1 USD 2' } } });
    feed.push({ changed: null });
    expect((await frames.next()).value).toEqual({ data: { c: null } });
    await frames.return?.();
    await feed.until(0); // leaving reaches the source at once
    await client.dispose();
  });

  test('work the same over server-sent events', async () => {
    await using world = await start();
    const client = createSseClient({ url: world.gateway.url, retryAttempts: 0 });
    const frames = client.iterate({ query, variables: { no: true } });
    const first = frames.next();
    await feed.until(1);
    feed.push({ changed: { id: '1', version: 7 } });
    expect((await first).value).toEqual({ data: { c: { version: 7 } } });
    await frames.return?.();
    await feed.until(0);
    expect(await collect(client.iterate({ query: '{ x }' }))).toEqual([{ data: { x: null } }]);
    client.dispose();
  });

  test('with nothing left to ask say so once', async () => {
    await using world = await start();
    const client = connect(world);
    const frames = await collect(client.iterate({ query: 'subscription { changed @skip(if: true) { id } }' }));
    expect(frames).toEqual([{ data: {} }]);
    const refused = collect(client.iterate({ query: 'subscription($y: Boolean!) { changed @skip(if: $y) { id } }', variables: { y: true } }));
    await expect(refused).rejects.toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
    await client.dispose();
  });

  test('end when the source ends', async () => {
    await using world = await start();
    const client = connect(world);
    const frames = collect(client.iterate({ query }));
    await feed.until(1);
    feed.end();
    expect(await frames).toEqual([]);
    await feed.until(0);
    await client.dispose();
  });
});

describe('A source that fails', () => {
  test('ends with an error that says no more than it should', async () => {
    await using world = await localWorld(graph, { mask: true });
    const client = connect(world);
    const frames = await collect(client.iterate({ query: 'subscription { broken }' }));
    expect(frames[0]).toEqual({ data: { broken: 1 } });
    expect(JSON.stringify(frames)).not.toContain('database');
    expect(frames[1]?.errors?.[0]?.extensions?.code).toBe('SUBGRAPH_UNAVAILABLE');
    await client.dispose();
  });
  test('at once is told at its field', async () => {
    await using world = await localWorld(graph, { mask: true });
    const client = connect(world);
    const [frame] = await collect(client.iterate({ query: 'subscription { refused }' }));
    expect(frame).toMatchObject({ data: { refused: null }, errors: [{ path: ['refused'], extensions: { code: 'INTERNAL' } }] });
    await client.dispose();
  });
});

describe('A subgraph that refuses', () => {
  const refusal = new GraphQLError('No such cart.', { extensions: { code: 'NOT_FOUND' } });
  async function* refuseLater(): AsyncGenerator<ExecutionResult> {
    yield { data: { refused: 1 } };
    throw refusal;
  }
  test.each<[string, () => Promise<AsyncIterable<ExecutionResult> | ExecutionResult>, unknown[]]>([
    ['by throwing', () => Promise.reject(refusal), [{ data: { refused: null }, errors: [{ path: ['refused'] }] }]],
    ['by answering', async () => ({ errors: [refusal] }), [{ data: { refused: null }, errors: [{ path: ['refused'] }] }]],
    ['in the middle', async () => refuseLater(), [{ data: { refused: 1 } }, { errors: [{ message: 'No such cart.' }] }]],
  ])('%s keeps its code', async (_, subscribe, expected) => {
    await using world = await localWorld(graph, { mask: true }, { carts: { subscribe } });
    const client = connect(world);
    const frames = await collect(client.iterate({ query: 'subscription { refused }' }));
    expect(frames).toMatchObject(expected);
    expect(frames.at(-1)?.errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
    await client.dispose();
  });
});

describe('A thousand watchers', () => {
  const watchers = 1_000;

  test('of one thing cost one execution of a frame', async () => {
    const shared = createFeed<ExecutionResult>();
    await using world = await localWorld(graph, {}, { carts: { subscribe: async () => shared.listen() } });
    const clients = Array.from({ length: watchers / 50 }, () => connect(world));
    const streams = clients.flatMap((client) => Array.from({ length: 50 }, (_, i) => client.iterate({ query, variables: { in: i % 2 ? 'USD' : 'EUR' } })));
    const first = streams.map((stream) => stream.next());
    await shared.until(watchers);
    priced = 0;
    const event: ExecutionResult = Object.freeze({ data: Object.freeze({ c: Object.freeze({ __typename: 'Cart', id: '1', version: 3 }) }) });
    shared.push(event);
    const frames = await Promise.all(first);
    expect(priced).toBe(2); // one for each currency asked for
    expect(new Set(frames.map((frame) => JSON.stringify(frame.value)))).toHaveProperty('size', 2);
    expect(event.data).toEqual({ c: { __typename: 'Cart', id: '1', version: 3 } }); // nobody wrote into what is shared
    await Promise.all(clients.map((client) => client.dispose()));
    await shared.until(0);
  });
});

test('watchers over the wire share frames that are equal', async () => {
  await using world = await httpWorld(graph);
  const clients = [connect(world), connect(world)];
  const streams = clients.flatMap((client) => Array.from({ length: 40 }, () => client.iterate({ query })));
  const first = streams.map((stream) => stream.next());
  await feed.until(80);
  priced = 0;
  feed.push({ changed: { id: '1', version: 3 } });
  await Promise.all(first);
  expect(priced).toBeLessThan(5);
  await Promise.all(clients.map((client) => client.dispose()));
  await feed.until(0);
});

describe('The socket', () => {
  test('carries fifty operations and no more', async () => {
    await using world = await localWorld(graph);
    const raw = await connectRaw(world);
    raw.send({ type: 'connection_init' });
    await raw.next('connection_ack');
    for (let id = 0; id <= 50; id++) raw.send({ id: `${id}`, type: 'subscribe', payload: { query: 'subscription { changed { id } }' } });
    expect(await raw.next('error')).toMatchObject({ id: '50', payload: [{ extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' } }] });
    await feed.until(50);
    raw.socket.close();
    await feed.until(0);
  });
  test.each<[string, number, unknown[]]>([
    ['not the protocol', 4400, ['{']],
    ['a subscribe before the handshake', 4401, [{ id: '1', type: 'subscribe', payload: { query: '{ x }' } }]],
    ['two handshakes', 4429, [{ type: 'connection_init' }, { type: 'connection_init' }]],
    ['a frame too large', 1009, ['x'.repeat(70_000)]],
    ['one id twice', 4409, [{ type: 'connection_init' }, ...['__proto__', '__proto__'].map((id) => ({ id, type: 'subscribe', payload: { query: 'subscription { changed { id } }' } }))]],
  ])('is closed for %s', async (_, code, messages) => {
    await using world = await localWorld(graph);
    const raw = await connectRaw(world);
    for (const message of messages) {
      raw.send(message);
      if ((message as { type?: string }).type === 'connection_init') await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect((await raw.closed).code).toBe(code);
  });
  test('is closed for a flood of messages', async () => {
    await using world = await localWorld(graph);
    const raw = await connectRaw(world);
    raw.send({ type: 'connection_init' });
    for (let i = 0; i < 1_000; i++) raw.send({ type: 'ping' });
    expect((await raw.closed).code).toBe(4429);
  });
  test('speaks only this protocol', async () => {
    await using world = await localWorld(graph);
    await expect(connectRaw(world, {}, 'graphql-ws')).rejects.toThrow('Server sent no subprotocol');
  });
  test('waits three seconds for the handshake', async () => {
    await using world = await localWorld(graph);
    const raw = await connectRaw(world);
    expect((await raw.closed).code).toBe(4408);
  });
});
