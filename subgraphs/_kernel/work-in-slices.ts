import { setTimeout as sleep } from 'node:timers/promises';

/** For so long at a time, then as long a rest: background work takes half of the process at most, and requests have the other half. */
const SLICE_MS = 50;

/** Does the same to each item, one after the other in their order, and rests in between. */
export async function workInSlices<Item>(items: Iterable<Item>, work: (item: Item) => Promise<unknown>): Promise<void> {
  let began = performance.now();
  for (const item of items) {
    await work(item);
    if (performance.now() - began < SLICE_MS) continue;
    await sleep(SLICE_MS);
    began = performance.now();
  }
}
