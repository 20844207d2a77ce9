import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import type { ExecutionResult } from 'graphql';
import { expect, test } from 'vitest';
import { createFeed } from './support/feed.ts';
import { connect, connectRaw, type RawSocket } from './support/sockets.ts';
import { localWorld, type World } from './support/world.ts';

const graph = { a: { sdl: 'type Query { x: Int } type Subscription { big: String }' } };
const EVENTS = 4_000;
const big = (n: number): ExecutionResult => ({ data: { big: `${n} ${'x'.repeat(10_000)}` } });

async function watch(world: World): Promise<RawSocket> {
  const raw = await connectRaw(world);
  raw.send({ type: 'connection_init' });
  await raw.next('connection_ack');
  raw.send({ id: '1', type: 'subscribe', payload: { query: 'subscription { big }' } });
  return raw;
}

test('who does not read is asked for nothing more, cut in time, and harms nobody', async () => {
  const slow = createFeed<ExecutionResult>();
  const quick = createFeed<ExecutionResult>();
  let next = slow;
  await using world = await localWorld(graph, { slowReader: { checkMs: 50, maxFrameAgeMs: 600 } }, { a: { subscribe: async () => next.listen() } });
  const stalled = await watch(world);
  await slow.until(1);
  next = quick;
  const client = connect(world);
  const frames = client.iterate({ query: 'subscription { big }' });
  const first = frames.next();
  await quick.until(1);

  stalled.socket.pause();
  for (let n = 0; n < EVENTS; n++) slow.push(big(n));
  quick.push(big(1));
  expect((await first).done).toBe(false);

  await slow.until(0); // cut: its source is let go
  expect(slow.taken).toBeLessThan(EVENTS / 2); // what the kernel's buffers hold, and no more
  stalled.socket.resume();
  expect((await stalled.closed).code).toBeOneOf([1013, 1006]); // the goodbye may not get through
  expect(quick.listeners).toBe(1);
  await client.dispose();
});

test('an event stream that is not read is cut in the same time, and its source is let go', async () => {
  const slow = createFeed<ExecutionResult>();
  await using world = await localWorld(graph, { slowReader: { maxFrameAgeMs: 600 } }, { a: { subscribe: async () => slow.listen() } });
  const post = request(world.gateway.url, { method: 'POST', headers: { 'content-type': 'application/json', accept: 'text/event-stream' } });
  post.end(JSON.stringify({ query: 'subscription { big }' }));
  const [stalled] = (await once(post, 'response')) as [IncomingMessage];
  await slow.until(1);
  stalled.socket.pause();
  for (let n = 0; n < EVENTS; n++) slow.push(big(n));

  await slow.until(0);
  expect(slow.taken).toBeLessThan(EVENTS / 2);
  const cut = once(stalled, 'error');
  stalled.socket.resume();
  stalled.resume();
  expect(((await cut)[0] as NodeJS.ErrnoException).code).toBe('ECONNRESET');
});
