import { refuse } from '#kernel/errors.ts';
import { looksLikeCardNumber } from './card-number.ts';

export const PAYMENT_TYPES = ['INVOICE', 'CASH', 'CHECK', 'CARD'] as const;
export type PaymentType = (typeof PAYMENT_TYPES)[number];

/** A way to pay, as its owner describes it. */
export interface PaymentMethodWish {
  readonly type: PaymentType;
  readonly label?: string | null;
  readonly token?: string | null;
  readonly brand?: string | null;
  readonly last4?: string | null;
  readonly expires?: string | null;
}

export type ReadPaymentMethod = { readonly [Key in keyof Required<PaymentMethodWish>]: Exclude<PaymentMethodWish[Key], undefined> };

const MAX_LABEL = 60;
const BRAND = /^[A-Za-z][A-Za-z ]{0,29}$/;
const TOKEN = /^[\x21-\x7e]{1,200}$/;
const LAST_FOUR = /^\d{4}$/;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** The same in one spelling; refused without repeating what was sent, for it may be a card number. */
export function readPaymentMethod(wish: PaymentMethodWish, now: Date): ReadPaymentMethod {
  const { type, ...texts } = wish;
  for (const [field, text] of Object.entries(texts)) if (typeof text === 'string' && looksLikeCardNumber(text)) throw wrong('Card numbers are never kept: send the token of your payment service.', field);
  const label = wish.label?.trim() ?? '';
  if (label.length > MAX_LABEL) throw wrong(`A label has at most ${MAX_LABEL} characters.`, 'label');
  const card = readCard(wish, now);
  return { type, label: label === '' ? null : label, ...card };
}

function readCard({ type, token = null, brand = null, last4 = null, expires = null }: PaymentMethodWish, now: Date): Omit<ReadPaymentMethod, 'type' | 'label'> {
  if (type !== 'CARD') {
    if ([token, brand, last4, expires].some((each) => each !== null)) throw wrong('Token, brand, last digits and expiry are for cards only.', 'type');
    return { token, brand, last4, expires };
  }
  if (token === null || !TOKEN.test(token)) throw wrong('A card has the token that the payment service gave it: 1 to 200 characters.', 'token');
  if (brand === null || !BRAND.test(brand)) throw wrong('A card has a brand, in letters.', 'brand');
  if (last4 === null || !LAST_FOUR.test(last4)) throw wrong('Of the number of a card, give the last four digits.', 'last4');
  if (expires === null || !MONTH.test(expires)) throw wrong('A card expires in a month, such as 2030-05.', 'expires');
  if (hasExpired(expires, now)) throw wrong('This card has expired.', 'expires');
  return { token, brand, last4, expires };
}

/** The month is over everywhere. */
export const hasExpired = (expires: string, now: Date): boolean => expires < new Date(now.getTime() - HALF_DAY_MS).toISOString().slice(0, 7);
const HALF_DAY_MS = 12 * 3_600_000;

const wrong = (sentence: string, field: string): Error => refuse('BAD_USER_INPUT', sentence, { field });
