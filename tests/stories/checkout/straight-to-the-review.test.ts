import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { add, addressesOf, ORDER, ship, update } from '../carts/content.ts';
import { gapsOf, prepare, save, stepsOf } from './checkout.ts';

const SMART = { CARTWRIGHT_ORDERS_SKIP_CHECKOUT_STEPS: 'true', CARTWRIGHT_ORDERS_PAYMENT_TYPES: 'INVOICE,CASH' };

test('who has said everything before sees the review at once, business or private, and orders [CHK-47]', async () => {
  await using world = await startWorld({ env: SMART });
  for (const person of ['bea', 'cat'] as const) {
    const buyer = await world.as(person);
    const [address] = [...(await addressesOf(buyer)).values()];
    const { id } = await add(buyer, { sku: 'MUG-RED' });
    await update(buyer, id, { setShipTo: { addressId: address } }, { setBillTo: { addressId: address } });
    const prepared = await prepare(buyer, id);
    expect(prepared).toMatchObject({ smart: true, current: 'REVIEW', ready: true, placeOrder: { allowed: true }, cart: { payment: { type: 'INVOICE' } } });
    expect(stepsOf(prepared)).toEqual(['REVIEW', 'CONFIRMATION']);
    expect((await buyer.ask(ORDER, { input: { cartId: id, priceHash: prepared.priceHash, idempotencyKey: 'one' } })).placeOrder).toMatchObject({ id: expect.any(String), lines: [{ quantity: '1', product: { sku: 'MUG-RED' } }] });
  }
});

test('who is new is sent to the first page where something is missing, with the first way to ship picked, and orders nothing until it is said [CHK-48, CHK-49]', async () => {
  await using world = await startWorld({ env: SMART });
  const [bea, cat, olga] = [await world.as('bea'), await world.as('cat'), await world.as('olga')];
  await ship(olga, { code: 'VAN', name: 'By van', currency: 'GBP', flat: '4.90' });
  const leeds = (await addressesOf(bea)).get('Leeds');
  const { id } = await add(bea, { sku: 'MUG-RED' });
  const prepared = await prepare(bea, id);
  expect(prepared).toMatchObject({ current: 'SHIPPING', ready: false, placeOrder: { allowed: false }, cart: { shippingMethod: 'VAN' } });
  expect([stepsOf(prepared), gapsOf(prepared)]).toEqual([['SHIPPING', 'BILLING', 'REVIEW', 'CONFIRMATION'], ['SHIP_TO_REQUIRED', 'BILL_TO_REQUIRED']]);
  const order = { input: { cartId: id, priceHash: prepared.priceHash, idempotencyKey: 'one' } };
  expect(await bea.refused(ORDER, order)).toMatchObject({ code: 'CHECKOUT_INCOMPLETE', details: { step: 'SHIPPING', missing: [{ code: 'SHIP_TO_REQUIRED' }, { code: 'BILL_TO_REQUIRED' }] } });

  const { checkout: billing } = await save(bea, id, [{ setShipTo: { addressId: leeds } }], { at: 'SHIPPING', go: 'NEXT' });
  expect([billing.current, stepsOf(billing)]).toEqual(['BILLING', ['BILLING', 'REVIEW', 'CONFIRMATION']]);
  const { checkout: review } = await save(bea, id, [{ setBillTo: { addressId: leeds } }], { at: 'BILLING', go: 'NEXT' });
  expect([review.current, review.ready]).toEqual(['REVIEW', true]);
  expect((await bea.ask(ORDER, { input: { ...order.input, priceHash: review.priceHash } })).placeOrder).toMatchObject({ id: expect.any(String), lines: [{ quantity: '1', product: { sku: 'MUG-RED' } }] });

  const his = await add(cat, { sku: 'MUG-RED' });
  const [address] = [...(await addressesOf(cat)).values()];
  const { priceHash } = await prepare(cat, his.id);
  const said = { cartId: his.id, priceHash, shipToAddressId: address, billToAddressId: address };
  expect((await cat.ask(ORDER, { input: { ...said, idempotencyKey: 'two' } })).placeOrder).toMatchObject({ id: expect.any(String), lines: [{ quantity: '1', product: { sku: 'MUG-RED' } }] });
});
