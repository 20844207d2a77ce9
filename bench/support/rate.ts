import type { Metrics } from './claim.ts';
import type { Product } from './product.ts';

export const SECONDS = 1.2;

/** Operations a second, with all the work they caused: delivering their events is part of the time. */
export async function rateOf(run: () => Promise<number>, product?: Product): Promise<Metrics> {
  const began = performance.now();
  const operations = await run();
  await product?.embedded.settle();
  return { rate: (operations * 1_000) / (performance.now() - began) };
}
