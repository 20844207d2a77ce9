import { expect, test } from 'vitest';
import type { Data, Session } from '../../support/session.ts';
import { startWorld } from '../../support/world.ts';
import { CHANGE, draft, move } from './negotiation.ts';

const QUOTE = 'id agreementId total { amount } lines { id unitPrice { amount } pricingAgreementId }';
const CREATE = `mutation ($cart: ID!) { createQuote(fromCartId: $cart) { ${QUOTE} } }`;
const READ = `query ($id: ID!) { quote(id: $id) { ${QUOTE} revisions { lines { agreementId } } } }`;
const SET = 'mutation ($cart: ID!, $agreement: ID, $line: ID) { setPricingAgreement(cartId: $cart, agreementId: $agreement, lineId: $line) { total { amount } } }';

async function agree(olga: Session, buyer: Session, id: string, percentOff: string): Promise<void> {
  const { viewer } = await buyer.ask('{ viewer { account { id } } }');
  await olga.ask('mutation ($input: AgreementInput!) { upsertAgreement(input: $input) { id } }', { input: { id, name: id, percentOff, accountIds: [viewer.account.id] } });
}

test('a quote keeps the agreement of its cart and those of single lines, and costs what the cart did', async () => {
  await using world = await startWorld();
  const [bea, ben, sam, olga] = [await world.as('bea'), await world.as('ben'), await world.as('sam'), await world.as('olga')];
  await agree(olga, bea, 'frame', '20');
  await agree(olga, bea, 'mugs', '50');
  const { addCartLines: cart } = await bea.ask('mutation { addCartLines(lines: [{ sku: "MUG-RED" }, { sku: "TEAPOT-1L" }]) { id lines { id } } }');
  await bea.ask(SET, { cart: cart.id, agreement: 'frame' });
  const { setPricingAgreement: agreed } = await bea.ask(SET, { cart: cart.id, agreement: 'mugs', line: cart.lines[0].id });

  const { createQuote: quote } = await bea.ask(CREATE, { cart: cart.id });
  expect(quote).toMatchObject({ agreementId: 'frame', total: agreed.total, lines: [{ pricingAgreementId: 'mugs', unitPrice: { amount: '3.475' } }, { pricingAgreementId: null, unitPrice: { amount: '19.60' } }] });
  await move(bea, 'request', quote.id);
  await move(sam, 'assign', quote.id);
  const { updateQuoteLines: longer } = await sam.ask(CHANGE, { quoteId: quote.id, lines: [{ sku: 'MUG-BLUE', agreementId: 'mugs' }] });
  expect(longer.lines.map((line: { unitPrice: { amount: string } }) => line.unitPrice.amount)).toEqual(['3.475', '19.60', '3.475']);
  await move(sam, 'publish', quote.id);
  const { quote: read } = await sam.ask(READ, { id: quote.id });
  expect(read.revisions.map((revision: { lines: { agreementId: string | null }[] }) => revision.lines.map((line) => line.agreementId))).toEqual([['mugs', null], ['mugs', null, 'mugs']]);

  const { addCartLines: bens } = await ben.ask('mutation { addCartLines(lines: [{ sku: "MUG-RED" }]) { id } }');
  const { createQuote: plain } = await ben.ask(CREATE, { cart: bens.id });
  expect(plain).toMatchObject({ agreementId: null, lines: [{ pricingAgreementId: null }] });
});

test('a line takes an agreement of the account alone, from who may choose one', async () => {
  await using world = await startWorld();
  const [bea, ben, gus, olga] = [await world.as('bea'), await world.as('ben'), await world.as('gus'), await world.as('olga')];
  await agree(olga, bea, 'frame', '20');
  const [ours, bens, theirs] = [await draft(bea), await draft(ben), await draft(gus)];
  const named = (quote: Data): Data => ({ quoteId: quote.id, lines: [{ lineId: quote.lines[0].id, agreementId: 'frame' }] });
  const { updateQuoteLines: agreed } = await bea.ask(CHANGE, named(ours));
  expect(agreed.lines[0].unitPrice.amount).toBe('5.00');
  expect(await ben.refused(CHANGE, named(bens))).toMatchObject({ code: 'FORBIDDEN', details: { permission: 'VIEW_NET_PRICE' } });
  expect(await gus.refused(CHANGE, named(theirs))).toMatchObject({ code: 'BAD_USER_INPUT', details: { reason: 'UNKNOWN_AGREEMENT' } });
  const { updateQuoteLines: back } = await bea.ask(CHANGE, { quoteId: ours.id, lines: [{ lineId: ours.lines[0].id, agreementId: null }] });
  expect(back.lines[0].unitPrice.amount).toBe('6.25');
});
