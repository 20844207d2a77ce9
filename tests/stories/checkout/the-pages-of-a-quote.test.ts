import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { addressesOf } from '../carts/content.ts';
import { CARD, savePaymentMethod } from '../orders-of-shared-carts/shared-orders.ts';
import { newKey } from '../orders/shopping.ts';
import { draft, move } from '../quotes/negotiation.ts';
import { gapsOf } from './checkout.ts';

const SEEN = 'version priceHash current gaps { code step } payment { type masked } placeOrder { allowed }';
const SAVE = `mutation ($id: ID!, $said: QuoteCheckoutInput!, $at: CheckoutStep, $go: CheckoutMove) { saveQuoteCheckout(quoteId: $id, said: $said, at: $at, go: $go) { ${SEEN} } }`;
const LOOK = `query ($id: ID!) { quote(id: $id) { checkout { ${SEEN} } } }`;
const PLACE = 'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { shipTo { city } billTo { city } purchaseOrderNumber payment { type last4 } } } }';

test("each page of a quote's checkout is saved for whoever said it, as a cart's is, and the order is made of it; the quote stays as it was offered [CHK-02]", async () => {
  await using world = await startWorld();
  const [bea, gus, sam] = [await world.as('bea'), await world.as('gus'), await world.as('sam')];
  const { id } = await draft(bea);
  const early = await bea.refused(SAVE, { id, said: { purchaseOrderNumber: 'PO-9' } });
  expect(early.code, 'nothing was offered yet').toBe('INVALID_STATE');
  await move(bea, 'request', id);
  await move(sam, 'assign', id);
  const { version } = await move(sam, 'publish', id);
  const [leeds, galway, card] = [(await addressesOf(bea)).get('Leeds'), (await addressesOf(bea)).get('Galway'), await savePaymentMethod(bea, CARD)];
  expect(gapsOf((await bea.ask(LOOK, { id })).quote.checkout)).toContain('SHIP_TO_REQUIRED');

  const { saveQuoteCheckout: shipping } = await bea.ask(SAVE, { id, said: { shipToAddressId: leeds }, at: 'SHIPPING', go: 'NEXT' });
  expect(gapsOf(shipping)).not.toContain('SHIP_TO_REQUIRED');
  expect(shipping.version).toBe(version);
  await bea.ask(SAVE, { id, said: { billToAddressId: galway, payment: { paymentMethodId: card }, purchaseOrderNumber: 'PO-9' } });
  const { checkout } = (await bea.ask(LOOK, { id })).quote;
  expect(checkout, 'what was left out stays').toMatchObject({ version, payment: { type: 'CARD', masked: '•••• 1111' } });
  expect(gapsOf(checkout)).toEqual(gapsOf(shipping).filter((code) => !['BILL_TO_REQUIRED', 'PAYMENT_REQUIRED', 'CARD_REQUIRED'].includes(code)));

  expect((await gus.refused(SAVE, { id, said: { shipToAddressId: leeds } })).code).toBe('NOT_FOUND');
  expect((await bea.refused(SAVE, { id, said: { shipToAddressId: 'nowhere' } })).code).toBe('NOT_FOUND');
  expect((await bea.refused(SAVE, { id, said: { payment: { paymentMethodId: 'of another' } } })).code).toBe('NOT_FOUND');
  expect((await bea.refused(SAVE, { id, said: { payment: { kind: 'FAX_CARD' } } })).code).toBe('PAYMENT_TYPE_NOT_OFFERED');
  expect((await bea.refused(SAVE, { id, said: { payment: {} } })).code).toBe('BAD_USER_INPUT');

  const input = { quoteId: id, priceHash: checkout.priceHash, idempotencyKey: newKey(), billToAddressId: leeds };
  expect((await bea.ask(PLACE, { input })).placeOrder, 'what is said with the order goes before').toEqual({ shipTo: { city: 'Leeds' }, billTo: { city: 'Leeds' }, purchaseOrderNumber: 'PO-9', payment: { type: 'CARD', last4: '1111' } });
});
