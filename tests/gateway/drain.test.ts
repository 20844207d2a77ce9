import { expect, test } from 'vitest';
import { createFeed } from './support/feed.ts';
import { connectRaw } from './support/sockets.ts';
import { localWorld } from './support/world.ts';

test('draining finishes what runs, sends watchers away and takes nothing new', async () => {
  let release = (): void => undefined;
  const started = Promise.withResolvers<void>();
  const feed = createFeed<unknown>();
  const graph = {
    a: {
      sdl: 'type Query { slow: Int quick: Int } type Subscription { never: Int }',
      resolvers: {
        Query: { slow: () => (started.resolve(), new Promise((resolve) => (release = () => resolve(1)))), quick: () => 2 },
        Subscription: { never: { subscribe: () => feed.listen() } },
      },
    },
  };
  await using world = await localWorld(graph);
  const raw = await connectRaw(world);
  raw.send({ type: 'connection_init' });
  await raw.next('connection_ack');
  raw.send({ id: '1', type: 'subscribe', payload: { query: 'subscription { never }' } });
  const stream = await fetch(`${world.gateway.url}?query=subscription{never}`, { headers: { accept: 'text/event-stream' } });
  await feed.until(2);
  const running = world.ask('{ slow }');
  await started.promise;

  const closing = world.gateway.close({ delayMs: 150, drainMs: 3_000 });
  expect((await fetch(new URL('/readyz', world.gateway.url))).status).toBe(503);
  expect((await world.ask('{ quick }')).data).toEqual({ quick: 2 }); // balancers may not have looked yet
  expect((await raw.closed).code).toBe(1001);
  await stream.text();
  await feed.until(0);
  await expect(world.ask('{ quick }')).rejects.toThrow('fetch failed');
  release();
  expect(await running).toEqual({ data: { slow: 1 } });
  await closing;
});
