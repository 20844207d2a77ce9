import { expect, test } from 'vitest';
import { fakeClock } from '#kernel/clock.ts';
import { startWorld } from '../../support/world.ts';
import { ACTIVATE, ADD, SAVE, UPDATE } from './carts.ts';

const DAY_MS = 86_400_000;

test('a cart without a name is kept for the days of active carts, one with a name for those of saved ones; every change begins them anew [CART-50, CART-52, CART-55]', async () => {
  const clock = fakeClock(new Date());
  await using world = await startWorld({ clock });
  const bea = await world.as('bea');
  const daysLeft = ({ expiresAt }: { expiresAt: string }): number => Math.round((new Date(expiresAt).getTime() - clock.now().getTime()) / DAY_MS);
  const { addCartLines: cart } = await bea.ask(ADD, { lines: [{ sku: 'MUG-RED' }] });
  expect(daysLeft(cart)).toBe(15);
  clock.advance(DAY_MS / 2);
  const lines = [{ lineId: cart.lines[0].id, quantity: 2 }];
  const { updateCartLines: changed } = await bea.ask(UPDATE, { cartId: cart.id, lines });
  expect(changed.expiresAt > cart.expiresAt).toBe(true);
  expect(daysLeft(changed)).toBe(15);
  expect(daysLeft((await bea.ask(SAVE, { cartId: cart.id, name: 'Kitchen' })).saveCart)).toBe(30);
  await bea.ask(ACTIVATE, { cartId: cart.id });
  expect(daysLeft((await bea.ask(UPDATE, { cartId: cart.id, lines })).updateCartLines)).toBe(30);
});
