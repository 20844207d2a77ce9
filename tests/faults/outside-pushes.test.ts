import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { fillCart } from '../stories/orders/shopping.ts';
import { BUILTIN_PRICES, startOutsideWorld, type OutsideWorld } from './outside-world.ts';

const STOCK = '{ product(sku: "MUG-RED") { availability(quantity: 5) { available } } }';

interface Push {
  readonly id?: string;
  readonly at?: Date;
  readonly secret?: string;
  readonly signature?: string;
  /** What is sent instead of what was signed. */
  readonly sent?: string;
}

/** Pushes as an integrator would, with the headers of Standard Webhooks. */
async function push({ world, system, clock }: OutsideWorld, name: string, body: unknown, { id = 'msg_1', at = clock.now(), secret = system.secret, signature, sent }: Push = {}): Promise<{ status: number; forgotten?: number }> {
  const timestamp = String(Math.floor(at.getTime() / 1_000));
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const right = createHmac('sha256', Buffer.from(secret.replace('whsec_', ''), 'base64')).update(`${id}.${timestamp}.${text}`).digest('base64');
  const headers = { 'content-type': 'application/json', 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature ?? `v1,b2xk v1,${right}` };
  const response = await fetch(new URL(`/hooks/${name}`, world.url), { method: 'POST', headers, body: sent ?? text });
  return { status: response.status, ...((await response.json()) as { forgotten?: number }) };
}

test('a signed push forgets a price: a cart that is watched changes, and the same push again does nothing [EXT-12]', async () => {
  await using outside = await startOutsideWorld();
  const { system, world } = outside;
  system.prices.set('MUG-RED', { unitPrice: '4' });
  const bea = await world.as('bea');
  const cart = await fillCart(bea, [{ sku: 'MUG-RED', quantity: '10' }]);
  const watch = await bea.watch('subscription ($id: ID!) { cartChanged(cartId: $id) { cart { total { amount } } } }', { id: cart.id });
  expect(await watch.next()).toMatchObject({ cartChanged: { cart: { total: { amount: '40.00' } } } });
  system.prices.set('MUG-RED', { unitPrice: '3' });
  expect(await push(outside, 'prices', { items: [{ sku: 'MUG-RED' }] })).toEqual({ status: 200, forgotten: 1 });
  expect(await watch.next()).toMatchObject({ cartChanged: { cart: { total: { amount: '30.00' } } } });

  system.prices.set('MUG-RED', { unitPrice: '2' });
  expect(await push(outside, 'prices', { items: [{ sku: 'MUG-RED' }] })).toEqual({ status: 200, forgotten: 0 });
  expect((await bea.ask('{ product(sku: "MUG-RED") { price(quantity: 10) { unitPrice { amount } } } }')).product.price.unitPrice.amount).toBe('3.00');
  expect(await push(outside, 'prices', { items: [{ sku: 'MUG-RED', account: 'of another' }] }, { id: 'msg_2' })).toEqual({ status: 200, forgotten: 0 });
  await watch.close();
});

test('a signed push forgets stock [EXT-12]', async () => {
  await using outside = await startOutsideWorld(BUILTIN_PRICES);
  const { system, world } = outside;
  system.stock.set('MUG-RED', { available: '7' });
  const bea = await world.as('bea');
  await bea.ask(STOCK);
  system.stock.set('MUG-RED', { available: '6' });
  expect(await push(outside, 'inventory', { skus: ['MUG-RED'] })).toEqual({ status: 200, forgotten: 1 });
  expect((await bea.ask(STOCK)).product.availability.available).toBe('6');
  expect((await push(outside, 'prices', { items: [{ sku: 'MUG-RED' }] })).status).toBe(404); // prices are our own here
});

test('a push that is not genuine, not of now or of no use has no effect [EXT-12]', async () => {
  await using outside = await startOutsideWorld(BUILTIN_PRICES);
  const { system, world, clock } = outside;
  system.stock.set('MUG-RED', { available: '7' });
  await (await world.as('bea')).ask(STOCK);
  const body = { skus: ['MUG-RED'] };
  const minutes = (count: number): Date => new Date(clock.now().getTime() + count * 60_000);
  expect((await push(outside, 'inventory', body, { secret: `whsec_${Buffer.from('the key of somebody else, 32 byte').toString('base64')}` })).status).toBe(401);
  expect((await push(outside, 'inventory', body, { signature: 'v1,' })).status).toBe(401);
  expect((await push(outside, 'inventory', body, { sent: '{"skus":["MUG-BLUE"]}' })).status).toBe(401);
  expect((await push(outside, 'inventory', body, { at: minutes(-6) })).status).toBe(401);
  expect((await push(outside, 'inventory', body, { at: minutes(6) })).status).toBe(401);
  expect((await push(outside, 'taxes', body)).status).toBe(404);
  expect((await push(outside, 'inventory', 'no JSON')).status).toBe(400);
  expect((await push(outside, 'inventory', { skus: [] })).status).toBe(400);
  expect((await push(outside, 'inventory', { skus: 'x'.repeat(300_000) })).status).toBe(413);
  expect((await fetch(new URL('/hooks/inventory', world.url))).status).toBe(405);
  expect(await push(outside, 'inventory', body)).toEqual({ status: 200, forgotten: 1 }); // an id that was refused is not used up
});
