import { expect, test } from 'vitest';
import { confirmationOf } from '../../../subgraphs/orders/domain/order-notices.ts';

test('papers are asked for by fax where a card or a purchase order goes that way, and there is a number to send them to [ORD-07]', () => {
  const card = { payment: { type: 'FAX_CARD', methodId: null, label: null, brand: null, last4: null, expires: null } } as const;
  const order = { purchaseOrderNumber: 'PO-1' };
  const fax = { faxNumber: '+44', faxPurchaseOrders: false };
  expect(confirmationOf(card, fax)).toBe('ORDER_TO_BE_FAXED');
  expect(confirmationOf(card, { faxPurchaseOrders: true })).toBe('ORDER_CONFIRMED');
  expect(confirmationOf(order, fax)).toBe('ORDER_CONFIRMED');
  expect(confirmationOf(order, { ...fax, faxPurchaseOrders: true })).toBe('ORDER_TO_BE_FAXED');
  expect(confirmationOf({}, { ...fax, faxPurchaseOrders: true })).toBe('ORDER_CONFIRMED');
});
