import { expect, test } from 'vitest';
import { confirmationOf, ORDER_NOTICES, wordsOf, type NoticeFacts } from '../../../subgraphs/orders/domain/order-notices.ts';

const FACTS: NoticeFacts = {
  number: 'O-1',
  lines: [{ quantity: '2', description: 'Mug', total: '12.00 GBP' }],
  total: '14.40 GBP',
  showsPrices: true,
  faxNumber: '+44 20 7946 0000',
  cancelReason: 'Too late',
  errors: ['The card has expired.'],
};

test('each notice says what happened, and lists what was ordered [ORD-07, NOTIF-04]', () => {
  const said = Object.fromEntries(ORDER_NOTICES.map((notice) => [notice, wordsOf(notice, FACTS)]));
  expect(said.ORDER_TO_BE_FAXED?.text).toContain('+44 20 7946 0000');
  expect(said.ORDER_NOT_BOOKED?.text).toContain('- The card has expired.');
  expect(said.ORDER_CANCELED?.text).toContain('Too late');
  for (const { subject, text } of Object.values(said)) {
    expect(subject).toContain('O-1');
    expect(text).toContain('2 x Mug: 12.00 GBP\nTotal: 14.40 GBP');
  }
});

test('without the right to see net prices a notice holds no amount [ORD-08]', () => {
  for (const notice of ORDER_NOTICES) {
    const { text } = wordsOf(notice, { ...FACTS, showsPrices: false });
    expect(text).toContain('2 x Mug');
    expect(text).not.toMatch(/GBP|Total/);
  }
});

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
