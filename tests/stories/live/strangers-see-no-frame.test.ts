import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { ADD, READ, UPDATE, WAYS } from './watching.ts';

const STRANGERS = ['ben', 'ann', 'gus', 'cat', 'sam', 'olga', 'pia', 'guest'] as const;

test.each(WAYS)('to anyone but its owner a cart does not exist, also over $way [CART-34]', async ({ watch }) => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const { addCartLines: cart } = await bea.ask(ADD, { lines: [{ sku: 'MUG-RED' }] });
  for (const person of STRANGERS) {
    const stranger = await world.as(person);
    const { cart: none, code, end } = await firstOf(await watch(stranger, { cartId: cart.id }));
    expect({ person, none, code, end }).toEqual({ person, none: undefined, code: 'NOT_FOUND', end: undefined });
    expect((await stranger.refused(READ, { cartId: cart.id })).code).toBe('NOT_FOUND');
    expect((await stranger.refused(UPDATE, { cartId: cart.id, lineId: cart.lines[0].id, quantity: 5 })).code).toBe('NOT_FOUND');
  }
  const nobody = await world.as('nobody');
  expect((await firstOf(await watch(nobody, { cartId: cart.id }))).code).toBe('UNAUTHENTICATED');
  expect((await bea.ask(READ, { cartId: cart.id })).cart).toEqual(cart);
});

test('a cart that is deleted says goodbye to who watches, and the stream ends [CART-40]', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const { addCartLines: cart } = await bea.ask(ADD, { lines: [{ sku: 'MUG-RED' }] });
  const frames = await bea.watch('subscription ($cartId: ID!) { cartChanged(cartId: $cartId) { version cart { id } } }', { cartId: cart.id });
  await frames.next();
  await bea.ask('mutation ($cartId: ID!) { deleteCart(cartId: $cartId) { id } }', { cartId: cart.id });
  expect((await frames.raw())?.errors?.[0]?.extensions?.code).toBe('CART_DELETED');
  expect(await frames.raw()).toBeUndefined();
});

interface First {
  readonly cart: unknown;
  readonly code: unknown;
  /** What comes after a refusal: nothing. */
  readonly end: unknown;
}

async function firstOf(frames: { raw(): Promise<{ data?: Record<string, unknown> | null; errors?: readonly { extensions?: Record<string, unknown> }[] } | undefined>; close(): Promise<void> }): Promise<First> {
  const refused = (errors: unknown): { errors: { extensions?: Record<string, unknown> }[] } => ({ errors: errors as { extensions?: Record<string, unknown> }[] });
  const first = await frames.raw().catch(refused);
  const end = await frames.raw().catch(() => undefined);
  await frames.close();
  return { cart: first && 'data' in first ? (first.data ?? undefined) : undefined, code: first?.errors?.[0]?.extensions?.code, end };
}
