import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { draft, move } from '../quotes/negotiation.ts';
import { priced, promote, setTerms } from '../quotes/terms.ts';
import { newKey, PLACE } from './shopping.ts';

test('a code for one use that two offers count on goes to one order; the other is refused and can be ordered without it', async () => {
  await using world = await startWorld();
  const [bea, sam, olga] = [await world.as('bea'), await world.as('sam'), await world.as('olga')];
  await promote(olga, { id: 'once', name: 'Once', code: 'ONCE', level: 'CART', kind: 'AMOUNT', amountOff: '20', currency: 'GBP', useLimit: 1 });
  const offers = await Promise.all([1, 2].map(async () => {
    const { id } = await draft(bea);
    await setTerms(bea, id, { promotionCodes: ['ONCE'] });
    await move(bea, 'request', id);
    await move(sam, 'assign', id);
    const { priceHash, total } = await move(sam, 'publish', id);
    expect(total.amount).toBe('67.00');
    return { quoteId: id as string, priceHash: priceHash as string };
  }));

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
