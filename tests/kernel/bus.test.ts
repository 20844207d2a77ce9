import { expect, test } from 'vitest';
import { inProcessBus } from '#kernel/bus.ts';
import { event } from './support/facts.ts';

test('an event reaches the consumers and listeners of its aggregate type, and no others', async () => {
  const bus = inProcessBus();
  const heard: string[] = [];
  bus.consume(['tally', 'box'], async () => void heard.push('consumer'));
  bus.consume(['box'], async () => void heard.push('of boxes'));
  bus.listen('tally', () => heard.push('listener'));
  bus.listen('box', () => heard.push('of boxes'));
  await bus.publish(event('a', 1));
  expect(heard.sort()).toEqual(['consumer', 'listener']);
});

test('publishing ends when the slowest consumer has taken effect', async () => {
  const bus = inProcessBus();
  let done = false;
  bus.consume(['tally'], async () => {
    await new Promise((resolve) => setImmediate(resolve));
    done = true;
  });
  await bus.publish(event('a', 1));
  expect(done).toBe(true);
});

test('publishing fails with the first failure, after every consumer was asked', async () => {
  const bus = inProcessBus();
  const asked: string[] = [];
  for (const name of ['first', 'second']) bus.consume(['tally'], async () => { asked.push(name); throw new Error(name); });
  await expect(bus.publish(event('a', 1))).rejects.toThrow('first');
  expect(asked).toEqual(['first', 'second']);
});

test('a listener that left hears nothing, and leaving twice is no harm', async () => {
  const bus = inProcessBus();
  const heard: string[] = [];
  const stop = bus.listen('tally', () => heard.push('gone'));
  bus.listen('tally', () => heard.push('here'));
  stop();
  stop();
  await bus.publish(event('a', 1));
  expect(heard).toEqual(['here']);
});

test('the past of an aggregate type that nobody owns is empty', async () => {
  const bus = inProcessBus();
  bus.offerHistory(['tally'], async (_type, id, after) => [event(id, after + 1)]);
  expect(await bus.history('tally', 'a', 4)).toEqual([event('a', 5)]);
  expect(await bus.history('box', 'a', 4)).toEqual([]);
});

test('who collects is handed the event and not waited for; what they promise comes with the publishing', async () => {
  const bus = inProcessBus();
  const { promise, resolve } = Promise.withResolvers<void>();
  bus.collect(['tally'], () => promise);
  bus.collect(['box'], () => promise);
  const acknowledgements = await bus.publish(event('a', 1));
  expect(acknowledgements).toHaveLength(1);
  resolve();
  await Promise.all(acknowledgements);
});
