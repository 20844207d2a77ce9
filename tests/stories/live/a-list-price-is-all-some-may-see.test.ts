import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { fillCart, newKey, orderCart } from '../orders/shopping.ts';
import { change, move } from '../quotes/negotiation.ts';

const QUOTE = 'query ($id: ID!) { quote(id: $id) { subtotal { amount } total { amount } lines { listPrice { amount } unitPrice { amount } overridePrice { amount } total { amount } priceExplanation { kind note } } revisions { subtotal { amount } total { amount } lines { unitPrice total { amount } explanation { kind } } } } }';
const RETURN = 'query ($id: ID!) { return(id: $id) { refundTotal { amount } lines { refund { amount } } } }';

test('below the first tier the list price is told without the tier that comes next [CART-29]', async () => {
  await using world = await startWorld();
  const explained = 'mutation { addCartLines(lines: [{ sku: "MUG-RED", quantity: 1 }]) { lines { priceExplanation { kind note } } } }';
  const [bea, ben] = [await world.as('bea'), await world.as('ben')];
  expect((await bea.ask(explained)).addCartLines.lines[0].priceExplanation[0].note).toMatch(/^Next tier from/);
  expect((await ben.ask(explained)).addCartLines.lines).toEqual([{ priceExplanation: [{ kind: 'LIST', note: null }] }]);
});

test('a quote shows list prices to who sees nothing else, in lines, totals and revisions [CART-29]', async () => {
  await using world = await startWorld();
  const [ben, sam] = [await world.as('ben'), await world.as('sam')];
  const { createQuote } = await ben.ask('mutation { createQuote(lines: [{ sku: "MUG-RED", quantity: 100 }]) { id lines { id } } }');
  await move(ben, 'request', createQuote.id);
  await move(sam, 'assign', createQuote.id);
  await change(sam, createQuote.id, [{ lineId: createQuote.lines[0].id, unitPrice: '4.9999' }]);
  await move(sam, 'publish', createQuote.id);
  const { quote } = await ben.ask(QUOTE, { id: createQuote.id });
  const total = { amount: '695.00' };
  const line = { listPrice: { amount: '6.95' }, unitPrice: { amount: '6.95' }, overridePrice: null, total, priceExplanation: [{ kind: 'LIST', note: null }] };
  const revision = { subtotal: total, total, lines: [{ unitPrice: '6.95', total, explanation: [{ kind: 'LIST' }] }] };
  expect(quote).toEqual({ subtotal: total, total, lines: [line], revisions: [revision, revision] });
  expect((await sam.ask(QUOTE, { id: createQuote.id })).quote.total.amount).toBe('499.99');
});

test('a colleague who sees list prices only learns no refund that tells what was paid [CART-29]', async () => {
  await using world = await startWorld();
  const [bea, ben] = [await world.as('bea'), await world.as('ben')];
  const order = await orderCart(bea, await fillCart(bea, [{ sku: 'MUG-RED', quantity: '100' }]));
  const { addReturnLines } = await bea.ask('mutation ($line: ID!) { addReturnLines(lines: [{ orderLineId: $line, quantity: 2, reason: "DAMAGED" }]) { id } }', { line: order.lines[0]?.id });
  await bea.ask('mutation ($id: ID!, $key: String!) { submitReturn(returnId: $id, idempotencyKey: $key) { id } }', { id: addReturnLines.id, key: newKey() });
  const shown = (amount: string) => ({ return: { refundTotal: { amount }, lines: [{ refund: { amount } }] } });
  expect(await bea.ask(RETURN, { id: addReturnLines.id })).toEqual(shown('10.80'));
  expect(await ben.ask(RETURN, { id: addReturnLines.id })).toEqual(shown('13.90'));
});
