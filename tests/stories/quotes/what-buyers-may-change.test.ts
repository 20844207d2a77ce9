import { expect, test } from 'vitest';
import type { Data, Session } from '../../support/session.ts';
import { startWorld } from '../../support/world.ts';
import { EMAILS } from '../sharing/sharing.ts';
import { FINISH, PLACE, SHARE, startSharingQuotes } from '../sharing-quotes/sharing-quotes.ts';
import { CHANGE, change, draft, move, read } from './negotiation.ts';
import { SET_TERMS, setTerms } from './terms.ts';

async function askForHelp(buyer: Session): Promise<Data> {
  const { addCartLines: cart } = await buyer.ask('mutation { addCartLines(lines: [{ sku: "MUG-RED", quantity: "10" }]) { id } }');
  return (await buyer.ask('mutation ($id: ID!) { requestAssistance(cartId: $id) { id status lines { id } } }', cart)).requestAssistance;
}

test('what assistance made of a cart its buyer changes only where drafts may be updated, and only while it is one [QUOTE-53]', async () => {
  await using strict = await startWorld();
  const bea = await strict.as('bea');
  const quote = await askForHelp(bea);
  const more = (id: string): Data => ({ quoteId: id, lines: [{ sku: 'MUG-BLUE' }] });
  expect(await bea.refused(CHANGE, more(quote.id))).toMatchObject({ code: 'OPERATION_DISABLED', details: { status: 'QUOTE_REQUESTED' } });
  expect((await bea.refused(SET_TERMS, { id: quote.id, terms: { shippingMethod: 'VAN' } })).code).toBe('OPERATION_DISABLED');
  const written = await draft(bea);
  await move(bea, 'request', written.id);
  expect((await change(bea, written.id, [{ sku: 'MUG-BLUE' }])).lines).toHaveLength(3);

  await using open = await startWorld({ env: { CARTWRIGHT_QUOTES_DRAFT_UPDATES: 'true' } });
  const [buyer, sam] = [await open.as('bea'), await open.as('sam')];
  const { id } = await askForHelp(buyer);
  expect((await change(buyer, id, [{ sku: 'MUG-BLUE' }])).lines).toHaveLength(2);
  await move(sam, 'assign', id);
  await change(sam, id, [{ sku: 'MUG-WHITE' }]);
  await move(sam, 'publish', id);
  expect((await buyer.refused(CHANGE, more(id))).code).toBe('QUOTE_STATUS_INVALID');
});

test('only a published offer can be ordered, and only the latest [QUOTE-54]', async () => {
  await using world = await startWorld();
  const [bea, sam] = [await world.as('bea'), await world.as('sam')];
  const { id, lines } = await draft(bea);
  const order = async (): Promise<string> => {
    const { priceHash } = await read(bea, id);
    return orderAt(priceHash);
  };
  const orderAt = async (priceHash: string): Promise<string> => (await bea.refused('mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { id } } }', { input: { quoteId: id, priceHash, idempotencyKey: priceHash } })).code;
  expect(await order()).toBe('QUOTE_NOT_PUBLISHED');
  await move(bea, 'request', id);
  expect(await order()).toBe('QUOTE_NOT_PUBLISHED');
  await move(sam, 'assign', id);
  expect(await order()).toBe('QUOTE_NOT_PUBLISHED');
  const first = await move(sam, 'publish', id);
  await move(bea, 'edit', id);
  expect(await order()).toBe('QUOTE_NOT_PUBLISHED');
  await move(bea, 'request', id);
  await move(sam, 'assign', id);
  await change(sam, id, [{ lineId: lines[0].id, unitPrice: '5' }]);
  await move(sam, 'publish', id);
  expect(await orderAt(first.priceHash)).toBe('PRICE_CHANGED');
});

test("the rep's prices outlive what the buyer changes, unless he asks for those of an agreement [QUOTE-55]", async () => {
  await using world = await startWorld();
  const [bea, sam, olga] = [await world.as('bea'), await world.as('sam'), await world.as('olga')];
  const { viewer } = await bea.ask('{ viewer { account { id } } }');
  await olga.ask('mutation ($input: AgreementInput!) { upsertAgreement(input: $input) { id } }', { input: { id: 'frame', name: 'Frame', percentOff: '20', accountIds: [viewer.account.id] } });
  const { id, lines } = await draft(bea);
  await move(bea, 'request', id);
  await move(sam, 'assign', id);
  await change(sam, id, lines.map((line: { id: string }) => ({ lineId: line.id, unitPrice: '6' })));
  await move(sam, 'publish', id);
  await move(bea, 'edit', id);
  const units = (quote: Data): string[] => quote.lines.map((line: { unitPrice: { amount: string } }) => line.unitPrice.amount);
  expect(units(await change(bea, id, [{ lineId: lines[0].id, quantity: '12' }]))).toEqual(['6.00', '6.00']);
  expect(units(await change(bea, id, [{ lineId: lines[0].id, agreementId: 'frame' }]))).toEqual(['5.00', '6.00']);
  expect(units(await setTerms(bea, id, { agreementId: 'frame' }))).toEqual(['5.00', '19.60']);
});

test('a custom item belongs to no fulfilment group until somebody decides [QUOTE-49]', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const { id } = await draft(bea);
  await change(bea, id, [{ description: 'Engraving' }]);
  const { quote } = await bea.ask('query ($id: ID!) { quote(id: $id) { shippingTotal { amount } lines { fulfilment product { sku } } } }', { id });
  expect(quote.lines.map((line: { fulfilment: string }) => line.fulfilment)).toEqual(['SHIP', 'SHIP', 'TO_BE_DETERMINED']);
});

test('a quote nobody on the side of the buyer may change is still ordered, asked about anew, copied, and left by who has done his part [QUOTE-56]', async () => {
  await using world = await startSharingQuotes({ CARTWRIGHT_QUOTES_DRAFT_UPDATES: 'false' });
  const [bea, ann, ben, sam] = [await world.as('bea'), await world.as('ann'), await world.as('ben'), await world.as('sam')];
  const { addCartLines: cart } = await bea.ask('mutation { addCartLines(lines: [{ sku: "MUG-RED", quantity: "10" }]) { id } }');
  const ASK = 'mutation ($id: ID!, $reason: String) { requestAssistance(cartId: $id, reason: $reason) { id status reason } }';
  const { requestAssistance: quote } = await bea.ask(ASK, { id: cart.id, reason: 'PRICE' });
  await bea.ask(SHARE, { quoteId: quote.id, members: [{ email: EMAILS.ann, role: 'ADMINISTRATOR' }, { email: EMAILS.ben, role: 'VIEWER' }] });
  await move(sam, 'assign', quote.id);
  const { priceHash } = await move(sam, 'publish', quote.id);
  for (const buyer of [bea, ann, ben]) await buyer.refused(CHANGE, { quoteId: quote.id, lines: [{ sku: 'MUG-BLUE' }] });

  expect((await bea.ask(ASK, { id: cart.id, reason: 'DELIVERY' })).requestAssistance).toEqual({ id: quote.id, status: 'PUBLISHED', reason: 'DELIVERY' });
  expect((await bea.ask('mutation ($id: ID!) { copyQuoteToCart(quoteId: $id) { lines { product { sku } quantity } } }', { id: quote.id })).copyQuoteToCart.lines).toEqual([{ product: { sku: 'MUG-RED' }, quantity: '10' }]);
  await ben.ask(FINISH, { quoteId: quote.id });
  expect((await ben.refused('query ($id: ID!) { quote(id: $id) { id } }', { id: quote.id })).code).toBe('NOT_FOUND');
  await ann.ask(PLACE, { input: { quoteId: quote.id, priceHash, idempotencyKey: 'anns' } });
  await world.settle();
  expect((await read(bea, quote.id)).status).toBe('SUBMITTED');
});
