import { expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import type { AskPeer } from '#kernel/peers.ts';
import type { OrdersContext } from '../../../subgraphs/orders/context.ts';
import { saveQuoteCheckout, type QuoteCheckoutSaid } from '../../../subgraphs/orders/use-cases/save-quote-checkout.ts';
import { openShop, someone, stubPeers } from './shop.ts';

const buyer = someone('BUYER', ['CHECKOUT']);
/** A quote that may be ordered, by whoever has any address. */
const ask = (async ({ variables }: Parameters<AskPeer>[0]) => {
  const { id, named } = (variables ?? {}) as { id?: string; named?: readonly string[] };
  if (named) return { kept: [], named: named.map((address) => ({ id: address, customerId: null, contactId: null })), customersOf: [], contactsOf: [] };
  return { quote: { id, lines: [], availableActions: [{ name: 'placeOrder', allowed: true, reason: null }] } };
}) as AskPeer;

test("pages of a quote's checkout that are saved at the same time all stay, the first time and later; what is taken back is gone [CHK-02]", async () => {
  await using shop = await openShop(stubPeers(buyer));
  const context: OrdersContext = { ...(shop.running.contextFor({ viewer: buyer, requestId: 'test' }) as OrdersContext), ask };
  const quoteId = newId();
  const saved = async (...pages: QuoteCheckoutSaid[]) => {
    await Promise.all(pages.map((said) => saveQuoteCheckout(context, quoteId, said)));
    return context.db.sql.selectFrom('QuoteCheckout').selectAll().where('quoteId', '=', quoteId).executeTakeFirstOrThrow();
  };
  const first = { shipToAddressId: 'leeds', billToAddressId: 'galway', purchaseOrderNumber: 'PO-1', payment: { type: 'CASH' } };
  expect(await saved({ shipToAddressId: 'leeds' }, { billToAddressId: 'galway' }, { purchaseOrderNumber: 'PO-1' }, { payment: { kind: 'CASH' } })).toMatchObject(first);
  const second = { shipToAddressId: 'galway', billToAddressId: 'leeds', purchaseOrderNumber: 'PO-2', payment: { type: 'INVOICE' } };
  expect(await saved({ shipToAddressId: 'galway' }, { billToAddressId: 'leeds' }, { purchaseOrderNumber: 'PO-2' }, { payment: { kind: 'INVOICE' } })).toMatchObject(second);
  expect(await saved({ purchaseOrderNumber: null }, { payment: null })).toMatchObject({ ...second, purchaseOrderNumber: null, payment: null });
});
