import { expect, test } from 'vitest';
import type { Session } from '../../support/session.ts';
import { startWorld } from '../../support/world.ts';
import { newKey, PLACE } from '../orders/shopping.ts';

const LINES = 'lines { product { sku } quantity unitPrice { amount } configuration { optionClass sku quantity } priceExplanation { kind source delta { amount } } }';
const ADD = `mutation ($lines: [CartLineInput!]!) { addCartLines(lines: $lines) { id version priceHash total { amount } ${LINES} } }`;
const BLUE_AND_LIGHT = [{ optionClass: 'mugs', sku: 'MUG-BLUE' }, { optionClass: 'light', sku: 'LANTERN-L' }];
const AS_KEPT = BLUE_AND_LIGHT.map((choice) => ({ ...choice, quantity: null }));

/** A teapot, two mugs of a colour, and a lantern for those who want one. */
async function sellGiftBoxes(olga: Session): Promise<void> {
  await olga.ask('mutation { upsertProducts(products: [{ sku: "BOX", name: "Gift box", itemType: MODEL, indivisible: true }]) { sku } }');
  await olga.ask(`mutation { setComponents(
    sku: "BOX", optionClasses: [{ sku: "mugs", name: "Mugs", min: 1 }]
    components: [
      { sku: "TEAPOT-1L", ratio: "1" } { sku: "MUG-RED", ratio: "2", optionClass: "mugs", isDefault: true }
      { sku: "MUG-BLUE", ratio: "2", optionClass: "mugs" } { sku: "LANTERN-L", ratio: "1", optionClass: "light" }
    ]) { sku } }`);
}

test('what was chosen of a model is priced step by step, stays with its line, and reaches the order and the shelf', async () => {
  await using world = await startWorld();
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  await sellGiftBoxes(olga);
  const { addCartLines: cart } = await bea.ask(ADD, { lines: [{ sku: 'BOX', quantity: '2', configuration: BLUE_AND_LIGHT }, { sku: 'BOX', quantity: '1' }] });
  expect(cart.lines).toMatchObject([
    {
      unitPrice: { amount: '64.40' },
      configuration: AS_KEPT,
      priceExplanation: [
        { kind: 'COMPONENT', source: 'TEAPOT-1L', delta: { amount: '24.50' } },
        { kind: 'OPTION', source: 'MUG-BLUE', delta: { amount: '13.90' } },
        { kind: 'OPTION', source: 'LANTERN-L', delta: { amount: '26.00' } },
        { kind: 'LIST', source: 'default', delta: { amount: '0.00' } },
      ],
    },
    { unitPrice: { amount: '38.40' }, configuration: null },
  ]);
  expect(cart.total.amount).toBe('167.20');
  const { placeOrder } = await bea.ask(PLACE, { input: { cartId: cart.id, priceHash: cart.priceHash, idempotencyKey: newKey() } });
  const { order } = await bea.ask('query ($id: ID!) { order(id: $id) { total { amount } lines { product { sku } configuration { optionClass sku quantity } } } }', { id: placeOrder.id });
  expect(order).toEqual({ total: { amount: '167.20' }, lines: [{ product: { sku: 'BOX' }, configuration: AS_KEPT }, { product: { sku: 'BOX' }, configuration: null }] });
  await world.settle();
  const onHand = async (sku: string) => (await olga.ask('query ($sku: String!) { product(sku: $sku) { availability { onHand } } }', { sku })).product.availability.onHand;
  expect([await onHand('LANTERN-L'), await onHand('MUG-BLUE'), await onHand('MUG-RED'), await onHand('TEAPOT-1L')]).toEqual(['1', '1146', '1198', '177']);
});

test('what cannot be had together is refused with the class and the reason, and nothing is written', async () => {
  await using world = await startWorld();
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  await sellGiftBoxes(olga);
  const refuse = async (sku: string, configuration: object[]) => bea.refused(ADD, { lines: [{ sku, quantity: '1', configuration }] });
  expect(await refuse('BOX', [{ optionClass: 'mugs', sku: 'LANTERN-L' }])).toMatchObject({ code: 'CONFIGURATION_INVALID', details: { sku: 'BOX', reason: 'UNKNOWN_OPTION', optionClass: 'mugs', option: 'LANTERN-L' } });
  expect(await refuse('BOX', [{ optionClass: 'mugs', sku: 'MUG-RED', quantity: '0' }])).toMatchObject({ code: 'CONFIGURATION_INVALID', details: { reason: 'TOO_FEW' } });
  expect(await refuse('MUG-RED', [{ optionClass: 'mugs', sku: 'MUG-RED' }])).toMatchObject({ code: 'CONFIGURATION_INVALID', details: { reason: 'NOT_CONFIGURABLE' } });
  expect((await bea.ask('{ activeCart { id } }')).activeCart).toBeNull();
});

test('a quote keeps what was chosen in the cart it is made of, and refuses what cannot be had', async () => {
  await using world = await startWorld();
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  await sellGiftBoxes(olga);
  const { addCartLines: cart } = await bea.ask(ADD, { lines: [{ sku: 'BOX', quantity: '1', configuration: BLUE_AND_LIGHT }] });
  const { createQuote } = await bea.ask('mutation ($cartId: ID!) { createQuote(fromCartId: $cartId) { total { amount } lines { configuration { optionClass sku quantity } } } }', { cartId: cart.id });
  expect(createQuote).toEqual({ total: { amount: '64.40' }, lines: [{ configuration: AS_KEPT }] });
  const refusal = await bea.refused('mutation { createQuote(lines: [{ sku: "BOX", quantity: 1, configuration: [{ optionClass: "bow", sku: "RIBBON-SAT" }] }]) { id } }');
  expect(refusal).toMatchObject({ code: 'CONFIGURATION_INVALID', details: { reason: 'UNKNOWN_CLASS', optionClass: 'bow' } });
});

test('a shopping list keeps what was chosen of a model, and it is judged anew when it goes back into a cart [LIST-10]', async () => {
  await using world = await startWorld();
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  await sellGiftBoxes(olga);
  const { addCartLines: cart } = await bea.ask(ADD, { lines: [{ sku: 'BOX', quantity: '1', configuration: BLUE_AND_LIGHT }] });
  const save = 'mutation ($cartId: ID!) { saveToList(cartId: $cartId, newName: "Gifts") { id lines { product { sku } configuration { optionClass sku quantity } } } }';
  const { saveToList: list } = await bea.ask(save, { cartId: cart.id });
  expect(list.lines).toEqual([{ product: { sku: 'BOX' }, configuration: AS_KEPT }]);
  const add = `mutation ($listId: ID!) { addListToCart(listId: $listId) { total { amount } ${LINES} } }`;
  const { addListToCart: filled } = await bea.ask(add, { listId: list.id });
  expect(filled.lines).toMatchObject([{ unitPrice: { amount: '64.40' } }, { unitPrice: { amount: '64.40' }, configuration: AS_KEPT }]);
  await olga.ask(`mutation { setComponents(sku: "BOX", optionClasses: [{ sku: "mugs", name: "Mugs", min: 1 }], components: [{ sku: "TEAPOT-1L", ratio: "1" } { sku: "MUG-RED", ratio: "2", optionClass: "mugs" }]) { sku } }`);
  expect(await bea.refused(add, { listId: list.id })).toMatchObject({ code: 'CONFIGURATION_INVALID' });
  expect((await bea.ask('{ activeCart { lines { id } } }')).activeCart.lines).toHaveLength(2);
});
