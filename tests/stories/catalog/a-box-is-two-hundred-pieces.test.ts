import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';

const ADD = 'mutation ($quantity: Decimal!, $uom: String) { addCartLines(lines: [{ sku: "SCREW-M4", quantity: $quantity, uom: $uom }]) { id priceHash problems { code } } }';
const PLACE = 'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { id } } }';
const STOCK = '{ product(sku: "SCREW-M4") { availability { onHand reserved } } }';

test('an order of boxes takes pieces from the stock, and its cancellation gives them back', async () => {
  await using world = await startWorld();
  const [olga, bea] = [await world.as('olga'), await world.as('bea')];
  await olga.ask('mutation { adjustStock(sku: "SCREW-M4", onHand: 500) { sku } }');
  const { addCartLines: cart } = await bea.ask(ADD, { quantity: '2', uom: 'BX' });
  expect(cart.problems).toEqual([]);
  const placed = await bea.ask(PLACE, { input: { cartId: cart.id, priceHash: cart.priceHash, idempotencyKey: 'two boxes' } });
  await world.settle();
  expect((await olga.ask(STOCK)).product.availability).toEqual({ onHand: '100', reserved: '0' });

  await olga.ask('mutation ($id: ID!) { cancelOrder(orderId: $id, reason: "Too many screws.") { status } }', { id: placed.placeOrder.id });
  await world.settle();
  expect((await olga.ask(STOCK)).product.availability).toEqual({ onHand: '500', reserved: '0' });
});

test('a box too many for the pieces that are there is a problem of the cart', async () => {
  await using world = await startWorld();
  const [olga, bea] = [await world.as('olga'), await world.as('bea')];
  await olga.ask('mutation { adjustStock(sku: "SCREW-M4", onHand: 500) { sku } }');
  const { addCartLines: cart } = await bea.ask(ADD, { quantity: '3', uom: 'BX' });
  expect(cart.problems).toEqual([{ code: 'INSUFFICIENT_STOCK' }]);
});

test('a product shows what each of its units holds', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  expect((await bea.ask('{ product(sku: "SCREW-M4") { uoms units { uom name factor } } }')).product).toEqual({
    uoms: ['EA', 'BX'],
    units: [{ uom: 'EA', name: 'each', factor: '1' }, { uom: 'BX', name: 'box', factor: '200' }],
  });
});

test.each([
  ['0.5', undefined, 'QUANTITY_INDIVISIBLE'],
  ['0.0025', 'BX', 'QUANTITY_INDIVISIBLE'],
  ['0.25', 'BX', undefined],
])('%s %s of something indivisible: %s [CART-80]', async (quantity, uom, code) => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const { data, errors } = await bea.answer(ADD, { quantity, uom });
  const problems = (data?.addCartLines as { problems: { code: string }[] } | undefined)?.problems ?? [];
  expect(errors?.[0]?.extensions?.code ?? problems[0]?.code).toBe(code);
});
