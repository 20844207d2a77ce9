import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';

test('merging lines and shipping each for itself exclude each other: the product does not start [CART-61]', async () => {
  const env = { CARTWRIGHT_CARTS_MERGE_LINES: 'true', CARTWRIGHT_CARTS_LINE_SHIPPING: 'true' };
  await expect(startWorld({ env })).rejects.toMatchObject({ code: 'CONFIG_CONFLICT', details: { keys: Object.keys(env) } });
});
