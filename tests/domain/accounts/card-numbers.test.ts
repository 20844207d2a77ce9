import { expect, test } from 'vitest';
import { looksLikeCardNumber } from '../../../subgraphs/accounts/domain/card-number.ts';
import { hasExpired, readPaymentMethod } from '../../../subgraphs/accounts/domain/read-payment-method.ts';

test('the number of a card is known however it is written', () => {
  for (const text of [
    '4111111111111111', '4111 1111 1111 1111', '4111-1111-1111-1111', '4111/1111.1111_1111', 'card 5500 0000 0000 0004 please', 'x378282246310005x', '４１１１１１１１１１１１１１１１',
    '9994111111111111111999', '4111111111111112', '4111\u200b1111\u200b1111\u200b1111',
  ]) expect(looksLikeCardNumber(text), text).toBe(true);
});

test('tokens, ids, and what people call their cards are no card numbers', () => {
  for (const text of ['tok_1N3T00LkdIwHu7ixt44h1F8k', 'e58ed763-928c-4155-bee9-fdbaaadc15f3', 'Company Visa 1111, until 05/2030', 'Visa', '1111', '']) expect(looksLikeCardNumber(text), text).toBe(false);
});

const card = { type: 'CARD', token: 'tok_visa', brand: 'Visa', last4: '1111', expires: '2030-05' } as const;
const now = new Date('2026-05-31T12:00:00Z');

test('a card has token, brand, last digits and a month to come; a refusal does not repeat what was sent', () => {
  expect(readPaymentMethod({ ...card, label: ' Mine ' }, now)).toEqual({ ...card, label: 'Mine' });
  const pan = '4111 1111 1111 1111';
  for (const wrong of [{ token: null }, { token: 'a b' }, { brand: '12' }, { brand: null }, { last4: '111' }, { last4: null }, { expires: '05/30' }, { expires: '2026-04' }, { token: pan }, { label: pan }, { brand: pan }, { last4: pan }]) {
    const refusal = () => readPaymentMethod({ ...card, ...wrong }, now);
    expect(refusal, JSON.stringify(wrong)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
    expect(refusal).not.toThrow(/1111/);
  }
});

test('other ways to pay have nothing of a card', () => {
  expect(readPaymentMethod({ type: 'INVOICE' }, now)).toEqual({ type: 'INVOICE', label: null, token: null, brand: null, last4: null, expires: null });
  expect(() => readPaymentMethod({ type: 'CASH', token: 'tok' }, now)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
});

test('a card pays until the last day of its month is over everywhere', () => {
  expect(hasExpired('2026-05', new Date('2026-06-01T11:59:00Z'))).toBe(false);
  expect(hasExpired('2026-05', new Date('2026-06-01T12:00:00Z'))).toBe(true);
});
