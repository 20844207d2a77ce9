import { expect, test } from 'vitest';
import { runAgain } from '#kernel/run-again.ts';

test('one run at a time; however often it is asked for meanwhile, one more follows', async () => {
  let running = 0;
  let most = 0;
  let runs = 0;
  const gates: (() => void)[] = [];
  const { nudge, idle } = runAgain(async () => {
    most = Math.max(most, ++running);
    runs++;
    await new Promise<void>((resolve) => gates.push(resolve));
    running--;
  });
  nudge();
  nudge();
  nudge(); // before anything ran: the run at hand has not looked yet, or one more looks again
  for (let i = 0; i < 3; i++) nudge();
  gates.shift()?.();
  await new Promise((resolve) => setImmediate(resolve));
  expect(runs).toBe(2);
  gates.shift()?.();
  await idle();
  expect([runs, most]).toEqual([2, 1]);
  nudge();
  gates.shift()?.();
  await idle();
  expect(runs).toBe(3);
});
