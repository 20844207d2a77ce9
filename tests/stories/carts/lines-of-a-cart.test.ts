import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { ADD, READ, UPDATE } from './carts.ts';

test('a quantity of zero takes the line out [CART-39]', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const { addCartLines: cart } = await bea.ask(ADD, { lines: [{ sku: 'MUG-RED' }, { sku: 'BAG-JUTE' }] });
  const { updateCartLines: left } = await bea.ask(UPDATE, { cartId: cart.id, lines: [{ lineId: cart.lines[0].id, quantity: 0 }] });
  expect(left).toMatchObject({ version: 2, total: { amount: '4.20' }, lines: [{ id: cart.lines[1].id }] });
});

test('what can be divided is sold in fractions, what cannot is refused in them [CART-80]', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const { addCartLines: cart } = await bea.ask(ADD, { lines: [{ sku: 'CABLE-2.5', quantity: '2.5' }] });
  expect(cart).toMatchObject({ total: { amount: '3.38' }, lines: [{ quantity: '2.5' }] });
  expect(await bea.refused(ADD, { cartId: cart.id, lines: [{ sku: 'HAMPER-XL', quantity: '1.5' }] })).toMatchObject({ code: 'QUANTITY_INDIVISIBLE', details: { sku: 'HAMPER-XL' } });
});

test('a change on top of a version somebody else has passed is refused, with who it was and where the cart stands', async () => {
  await using world = await startWorld();
  const [desk, phone] = [await world.as('bea'), await world.as('bea')];
  const { addCartLines: cart } = await desk.ask(ADD, { lines: [{ sku: 'MUG-RED' }] });
  await phone.ask(ADD, { cartId: cart.id, lines: [{ sku: 'BAG-JUTE' }], expectedVersion: 1 });
  const refusal = await desk.refused(ADD, { cartId: cart.id, lines: [{ sku: 'MUG-BLUE' }], expectedVersion: 1 });
  expect(refusal).toMatchObject({ code: 'STALE_VERSION', details: { cartId: cart.id, expectedVersion: 1, currentVersion: 2 } });
  expect((await desk.ask(READ, { cartId: cart.id })).cart).toMatchObject({ version: 2, lines: [{}, {}] });
});

test('of ten changes at once on top of the same version one is made', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const { addCartLines: cart } = await bea.ask(ADD, { lines: [{ sku: 'MUG-RED' }] });
  const answers = await Promise.all(Array.from({ length: 10 }, () => bea.answer(ADD, { cartId: cart.id, lines: [{ sku: 'BAG-JUTE' }], expectedVersion: 1 })));
  expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
  expect(new Set(answers.flatMap(({ errors }) => errors?.map(({ extensions }) => extensions?.code) ?? []))).toEqual(new Set(['STALE_VERSION']));
  expect((await bea.ask(READ, { cartId: cart.id })).cart.lines).toHaveLength(2);
});

test('the same key is one effect, however often and however many at once; another body under it is refused', async () => {
  await using world = await startWorld();
  const [bea, ben] = [await world.as('bea'), await world.as('ben')];
  const { addCartLines: cart } = await bea.ask(ADD, { lines: [{ sku: 'MUG-RED' }] });
  const request = { cartId: cart.id, lines: [{ sku: 'BAG-JUTE', quantity: 2 }], key: 'one' };
  const answers = await Promise.all(Array.from({ length: 10 }, () => bea.ask(ADD, request)));
  for (const { addCartLines: answer } of answers) expect(answer).toEqual(answers[0]?.addCartLines);
  expect((await bea.ask(READ, { cartId: cart.id })).cart).toMatchObject({ version: 2, lines: [{}, { quantity: '2' }] });
  expect(await bea.refused(ADD, { ...request, lines: [{ sku: 'BAG-JUTE', quantity: 3 }] })).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  expect(await ben.refused(ADD, request)).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  const update = { cartId: cart.id, lines: [{ lineId: cart.lines[0].id, quantity: 7 }], key: 'one' };
  expect((await bea.ask(UPDATE, update)).updateCartLines.version).toBe(3);
  expect((await bea.ask(UPDATE, update)).updateCartLines.version).toBe(3);
});
