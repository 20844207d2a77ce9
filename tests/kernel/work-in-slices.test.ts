import { expect, test } from 'vitest';
import { workInSlices } from '#kernel/work-in-slices.ts';

const busy = async (ms: number): Promise<void> => {
  const end = performance.now() + ms;
  while (performance.now() < end);
};

test('long work is done in order, and others get a word in before it is over', async () => {
  const done: number[] = [];
  let doneWhenHeard: number | undefined;
  setImmediate(() => (doneWhenHeard = done.length));
  await workInSlices([1, 2, 3, 4, 5, 6, 7, 8], async (item) => {
    await busy(20);
    done.push(item);
  });
  expect(done).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(doneWhenHeard).toBeLessThan(8);
});
