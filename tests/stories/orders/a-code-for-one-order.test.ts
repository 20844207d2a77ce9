import { expect, test } from 'vitest';
import type { Session } from '../../support/session.ts';
import { startWorld } from '../../support/world.ts';
import { draft, move } from '../quotes/negotiation.ts';
import { priced, promote, setTerms } from '../quotes/terms.ts';
import { CANCELLATION, newKey, PLACE } from './shopping.ts';

/** Two published offers that both count on the one use of a code. */
async function offersWithTheCode(bea: Session, sam: Session, olga: Session): Promise<{ quoteId: string; priceHash: string }[]> {
  await promote(olga, { id: 'once', name: 'Once', code: 'ONCE', level: 'CART', kind: 'AMOUNT', amountOff: '20', currency: 'GBP', useLimit: 1 });
  return Promise.all([1, 2].map(async () => {
    const { id } = await draft(bea);
    await setTerms(bea, id, { promotionCodes: ['ONCE'] });
    await move(bea, 'request', id);
    await move(sam, 'assign', id);
    const { priceHash, total } = await move(sam, 'publish', id);
    expect(total.amount).toBe('67.00');
    return { quoteId: id as string, priceHash: priceHash as string };
  }));
}

test('a code for one use that two offers count on goes to one order; the other is refused and can be ordered without it', async () => {
  await using world = await startWorld();
  const [bea, sam, olga] = [await world.as('bea'), await world.as('sam'), await world.as('olga')];
  const offers = await offersWithTheCode(bea, sam, olga);

  const answers = await Promise.all(offers.map((offer) => bea.answer(PLACE, { input: { ...offer, idempotencyKey: newKey() } })));
  const lost = answers.findIndex((answer) => answer.errors);
  expect(answers.filter((answer) => answer.errors)).toHaveLength(1);
  expect(answers[lost]?.errors?.[0]?.extensions?.code).toBe('PROMOTION_USED_UP');

  await world.settle();
  const quoteId = offers[lost]?.quoteId ?? '';
  expect((await priced(bea, quoteId)).status).toBe('PUBLISHED');
  await move(bea, 'edit', quoteId);
  const anew = await setTerms(bea, quoteId, { promotionCodes: [] });
  expect(anew.total.amount).toBe('87.00');
  await move(bea, 'request', quoteId);
  await move(sam, 'assign', quoteId);
  const { priceHash } = await move(sam, 'publish', quoteId);
  expect((await bea.ask(PLACE, { input: { quoteId, priceHash, idempotencyKey: newKey() } })).placeOrder).toMatchObject({ status: 'BOOKED', total: { amount: '87.00' } });
});

test('an order that is called off gives the use of its code back, to one other', async () => {
  await using world = await startWorld({ env: CANCELLATION });
  const [bea, sam, olga] = [await world.as('bea'), await world.as('sam'), await world.as('olga')];
  const [first, second] = await offersWithTheCode(bea, sam, olga);
  const { placeOrder: order } = await bea.ask(PLACE, { input: { ...first, idempotencyKey: newKey() } });
  const again = { input: { ...second, idempotencyKey: newKey() } };
  expect((await bea.refused(PLACE, again)).code).toBe('PROMOTION_USED_UP');
  await bea.ask('mutation ($id: ID!) { cancelOrder(orderId: $id, reason: "Ordered twice") { status } }', { id: order.id });
  await world.settle();
  expect((await bea.ask(PLACE, again)).placeOrder.status).toBe('BOOKED');
});
