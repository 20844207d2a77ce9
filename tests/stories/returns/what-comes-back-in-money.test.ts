import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Session } from '../../support/session.ts';
import { startWorld, type World } from '../../support/world.ts';
import { order } from '../fulfilment/fulfilment.ts';
import { promote, taxBritain } from '../quotes/terms.ts';
import { add, back, lineOf, READ, submit } from './returning.ts';

let world: World;
let bea: Session;
let ben: Session;
beforeAll(async () => {
  world = await startWorld();
  const olga = await world.as('olga');
  await taxBritain(olga);
  await promote(olga, { id: 'ten', name: 'Ten off a hundred', level: 'CART', kind: 'AMOUNT', amountOff: '10.00', currency: 'GBP', minSubtotal: '100.00' });
  [bea, ben] = [await world.as('bea'), await world.as('ben')];
});
afterAll(() => world[Symbol.asyncDispose]());

const cents = (amount: string): number => Math.round(Number(amount) * 100);

test('what comes back is its share of the discount and tax of the order; what stays keeps its own, though it would not earn the discount alone [RET-23]', async () => {
  const purchase = await order(bea, [{ sku: 'TEAPOT-1L', quantity: '4' }, { sku: 'BOWL-16', quantity: '3' }]);
  const ORDERED = 'query ($id: ID!) { order(id: $id) { total { amount } lines { total { amount } discount { amount } taxes { amount { amount } } } } }';
  const { order: ordered } = await bea.ask(ORDERED, { id: purchase.id });
  const paid = ordered.lines.map((line: { total: { amount: string }; discount: { amount: string }; taxes: { amount: { amount: string } }[] }) => ({
    discount: cents(line.discount.amount),
    tax: line.taxes.reduce((all, tax) => all + cents(tax.amount.amount), 0),
    all: cents(line.total.amount) - cents(line.discount.amount) + line.taxes.reduce((all, tax) => all + cents(tax.amount.amount), 0),
  }));
  expect(paid[0].discount + paid[1].discount).toBe(1000);

  const sums = { refund: 0, discount: 0, tax: 0 };
  for (const quantity of ['1', '2', '1']) {
    const { id } = await add(bea, back(lineOf(purchase), quantity));
    const previewed = (await bea.ask(READ, { id })).return;
    const submitted = (await submit(bea, id)) as typeof previewed;
    expect(submitted.refundTotal).toEqual(previewed.refundTotal);
    expect(submitted.lines).toEqual(previewed.lines);
    sums.refund += cents(submitted.lines[0].refund.amount);
    sums.discount += cents(submitted.lines[0].discount.amount);
    sums.tax += cents(submitted.lines[0].tax.amount);
  }
  expect(sums).toEqual({ refund: paid[0].all, discount: paid[0].discount, tax: paid[0].tax });
  expect((await bea.ask(ORDERED, { id: purchase.id })).order).toEqual(ordered);

  const rest = await add(bea, back(lineOf(purchase, 1), '3'));
  expect(cents(rest.refundTotal.amount)).toBe(paid[1].all);
  const { id } = await submit(bea, rest.id);
  expect((await ben.ask(READ, { id })).return).toMatchObject({ refundTotal: { amount: '17.25' }, lines: [{ refund: { amount: '17.25' }, discount: { amount: '0.00' }, tax: { amount: '0.00' } }] });
});
