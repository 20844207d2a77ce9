import type { Metrics } from './claim.ts';
import type { Product } from './product.ts';

export const SECONDS = 1.2;

/** Operations a second and the CPU time of this process for each, with all they caused: delivering their events is part of it. */
export async function rateOf(run: () => Promise<number>, product?: Product): Promise<Metrics> {
  const began = performance.now();
  const before = process.cpuUsage();
  const operations = await run();
  await product?.embedded.settle();
  const { user, system } = process.cpuUsage(before);
  return { rate: (operations * 1_000) / (performance.now() - began), 'CPU each': (user + system) / 1_000 / operations };
}
