import { describe, expect, test } from 'vitest';
import { findGaps, type CheckoutFacts } from '../../../subgraphs/orders/domain/checkout-gaps.ts';
import { pagesOf } from '../../../subgraphs/orders/domain/checkout-page.ts';
import { placeAfter, trailOf, withoutFilled, type TrailFacts, type TrailMove, type TrailStep } from '../../../subgraphs/orders/domain/checkout-trail.ts';
import { offeredPaymentTypes } from '../../../subgraphs/orders/domain/payment-types.ts';

const PLAIN: TrailFacts = { shippable: true, business: true, endCustomer: false, hasTerms: false };
const WHOLE = trailOf({ ...PLAIN, endCustomer: true, hasTerms: true });
const none: ReadonlySet<TrailStep> = new Set();

test.each<[string, Partial<TrailFacts>, TrailStep[]]>([
  ['a business', {}, ['SHIPPING', 'BILLING', 'REVIEW', 'CONFIRMATION']],
  ['a business, nothing is sent', { shippable: false }, ['BILLING', 'REVIEW', 'CONFIRMATION']],
  ['a business that buys for others, under terms', { endCustomer: true, hasTerms: true }, ['SHIPPING', 'BILLING', 'END_CUSTOMER', 'TERMS', 'REVIEW', 'CONFIRMATION']],
  ['a private person', { business: false }, ['SHIPPING_AND_BILLING', 'REVIEW', 'CONFIRMATION']],
  ['a private person, nothing is sent', { business: false, shippable: false }, ['BILLING', 'REVIEW', 'CONFIRMATION']],
  ['a private person buys for nobody else', { business: false, endCustomer: true }, ['SHIPPING_AND_BILLING', 'REVIEW', 'CONFIRMATION']],
])('%s has these pages [CHK-01, CHK-05, CHK-06, CHK-36]', (_who, facts, trail) => expect(trailOf({ ...PLAIN, ...facts })).toEqual(trail));

describe('a move', () => {
  test.each<[TrailStep | undefined, TrailMove | undefined, TrailStep[], TrailStep]>([
    [undefined, undefined, [], 'SHIPPING'],
    ['SHIPPING', 'NEXT', [], 'BILLING'],
    ['BILLING', 'BACK', [], 'SHIPPING'],
    ['SHIPPING', 'BACK', [], 'SHIPPING'],
    ['REVIEW', 'NEXT', [], 'REVIEW'],
    ['CONFIRMATION', undefined, [], 'REVIEW'],
    ['SHIPPING', 'NEXT', ['SHIPPING'], 'SHIPPING'],
    ['REVIEW', undefined, ['BILLING'], 'BILLING'],
    ['TERMS', 'NEXT', ['TERMS'], 'TERMS'],
    ['SHIPPING_AND_BILLING', 'NEXT', [], 'SHIPPING'],
  ])('from %s %s with %s missing leads to %s [CHK-01]', (at, go, gaps, to) => expect(placeAfter(WHOLE, new Set(gaps), { at, go }, false)).toBe(to));

  test('begins, for who skips pages, where something is missing, else at the review [CHK-47, CHK-49]', () => {
    expect(placeAfter(withoutFilled(WHOLE, none), none, {}, true)).toBe('REVIEW');
    expect(withoutFilled(WHOLE, none)).toEqual(['TERMS', 'REVIEW', 'CONFIRMATION']);
    const gaps = new Set<TrailStep>(['BILLING', 'TERMS']);
    expect([withoutFilled(WHOLE, gaps)[0], placeAfter(withoutFilled(WHOLE, gaps), gaps, {}, true)]).toEqual(['BILLING', 'BILLING']);
  });
});

test('what each page offers: help and disagreement where a rep can be asked, the order for who may [CHK-04, CHK-51]', () => {
  const facts = { assistance: true, disagreement: true, hasTerms: true, editable: true, mayOrder: true };
  const at = (current: TrailStep, more = {}, branch = false) => pagesOf(WHOLE, { current, gaps: [], branch, facts: { ...facts, ...more } });
  const buttons = (step: TrailStep, more = {}) => at(step, more).find((page) => page.step === step)?.buttons;
  expect(buttons('SHIPPING')).toEqual(['REQUEST_HELP', 'CHECK_AVAILABILITY', 'VIEW_TERMS', 'NEXT', 'CANCEL']);
  expect(buttons('TERMS')).toEqual(['AGREE', 'DISAGREE', 'PRINT', 'BACK', 'CANCEL']);
  expect(buttons('TERMS', { disagreement: false })).toEqual(['AGREE', 'PRINT', 'BACK', 'CANCEL']);
  expect(buttons('REVIEW', { mayOrder: false, editable: false })).toEqual(['VIEW_TERMS', 'BACK', 'CANCEL']);
  expect(at('BILLING').filter(({ open }) => open).map(({ step }) => step)).toEqual(['SHIPPING', 'END_CUSTOMER']);
  expect(at('BILLING', {}, true).some(({ open }) => open)).toBe(false);
  expect(at('CONFIRMATION').some(({ open }) => open)).toBe(false);
});

describe('what is missing', () => {
  const line = { id: 'l', shippable: true, shipToAddressId: null, shippingMethod: null };
  const SAID: CheckoutFacts = { lines: [line], shipToAddressId: 'a', billToAddressId: 'a', shippingMethod: 'VAN', hasMethods: true, payment: { type: 'INVOICE', methodId: null, checkNumber: null }, paymentTypes: ['CARD', 'INVOICE', 'CHECK'], keepsCards: true, problems: [], termsOpen: false };
  const pay = (type: string, methodId: string | null = null) => ({ payment: { type, methodId, checkNumber: null } });
  test.each<[string, Partial<CheckoutFacts>, string[]]>([
    ['nothing', {}, []],
    ['an address to ship to', { shipToAddressId: null }, ['SHIPPING SHIP_TO_REQUIRED']],
    ['none where each line has its own', { shipToAddressId: null, lines: [{ ...line, shipToAddressId: 'b' }] }, []],
    ['none where nothing is sent', { shipToAddressId: null, shippingMethod: null, lines: [{ ...line, shippable: false }] }, []],
    ['a way to ship, where there are some', { shippingMethod: null }, ['SHIPPING SHIPPING_METHOD_REQUIRED']],
    ['no way to ship where there is none', { shippingMethod: null, hasMethods: false }, []],
    ['an address to bill', { billToAddressId: null }, ['BILLING BILL_TO_REQUIRED']],
    ['a way to pay', { payment: null }, ['BILLING PAYMENT_REQUIRED']],
    ['another way to pay', pay('CASH'), ['BILLING PAYMENT_TYPE_NOT_OFFERED']],
    ['the card', pay('CARD'), ['BILLING CARD_REQUIRED']],
    ['no card that there is', pay('CARD', 'm'), []],
    ['no card for who keeps none', { ...pay('CARD'), keepsCards: false }, []],
    ['the number of a check', pay('CHECK'), ['BILLING CHECK_NUMBER_REQUIRED']],
    ['agreement to the terms', { termsOpen: true }, ['TERMS TERMS_NOT_ACCEPTED']],
    ['what a problem says, but a moved price', { problems: [...['INSUFFICIENT_STOCK', 'SHIPPING_UNAVAILABLE', 'PRICE_CHANGED'].map((code) => ({ code, message: '', lineId: null })), ...(['BILL_TO', 'END_CUSTOMER'] as const).map((side) => ({ code: 'CONTACT_REQUIRED', side, message: '', lineId: null }))] }, ['SHIPPING SHIPPING_UNAVAILABLE', 'BILLING CONTACT_REQUIRED', 'END_CUSTOMER CONTACT_REQUIRED', 'REVIEW INSUFFICIENT_STOCK']],
  ])('is %s [CHK-48]', (_what, facts, expected) => expect(findGaps({ ...SAID, ...facts }, WHOLE).map(({ step, code }) => `${step} ${code}`)).toEqual(expected));

  test('is asked for on the one page a private person has [CHK-06]', () => {
    expect(new Set(findGaps({ ...SAID, shipToAddressId: null, billToAddressId: null }, trailOf({ ...PLAIN, business: false })).map(({ step }) => step))).toEqual(new Set(['SHIPPING_AND_BILLING']));
  });
});

test('both the site and the operating unit have to take a way to pay [CHK-43, CHK-44]', () => {
  expect(offeredPaymentTypes(['CHECK', 'CARD', 'FAX_CARD'], ['FAX_CARD', 'CARD', 'INVOICE'])).toEqual(['CARD', 'FAX_CARD']);
});
