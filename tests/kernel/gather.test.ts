import { expect, test } from 'vitest';
import { gather } from '#kernel/gather.ts';

/** Notes the slices it is handed, and fails on what is named so. */
function noting(slices: string[][]) {
  return async (items: readonly string[]): Promise<void> => {
    slices.push([...items]);
    await new Promise((resolve) => setImmediate(resolve));
    const bad = items.find((item) => item.startsWith('bad'));
    if (bad !== undefined) throw new Error(bad);
  };
}

test('what comes together is handed over together, in order, and never more than so many', async () => {
  const slices: string[][] = [];
  const gathering = gather(noting(slices), { most: 3, restMs: 0 });
  await Promise.all(['a', 'b', 'c', 'd', 'e'].map((item) => gathering.put(item)));
  expect(slices).toEqual([['a', 'b', 'c'], ['d', 'e']]);
});

test('a bad item fails alone, and the others are done with', async () => {
  const slices: string[][] = [];
  const gathering = gather(noting(slices), { most: 10, restMs: 0 });
  const results = await Promise.allSettled(['a', 'bad', 'c'].map((item) => gathering.put(item)));
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(slices).toEqual([['a', 'bad', 'c'], ['a'], ['bad'], ['c']]);
});

test('after a slice it rests, unless a slice is full or it is to end', async () => {
  const slices: string[][] = [];
  const gathering = gather(noting(slices), { most: 2, restMs: 60_000 });
  await gathering.put('a');
  await Promise.all([gathering.put('b'), gathering.put('c')]);
  const last = gathering.put('d');
  await gathering.stop();
  await last;
  expect(slices).toEqual([['a'], ['b', 'c'], ['d']]);
  await expect(gathering.put('e')).rejects.toThrow('Nothing more');
});
