import { registerEnumType } from 'type-graphql';
import { PAGE_BUTTONS, type PageButton } from '../domain/checkout-page.ts';
import { TRAIL_MOVES, TRAIL_STEPS, type TrailMove, type TrailStep } from '../domain/checkout-trail.ts';
import { PAYMENT_TYPES, type PaymentType } from '../domain/order-payment.ts';

/* type-graphql wants objects for enums; the unions of literals stay the types. */

export const CheckoutStepEnum = Object.fromEntries(TRAIL_STEPS.map((step) => [step, step])) as { [S in TrailStep]: S };
registerEnumType(CheckoutStepEnum, {
  name: 'CheckoutStep',
  description: 'A page between a cart and its order.',
  valuesConfig: {
    SHIPPING: { description: 'Where and how the goods go, for business buyers; absent when nothing is sent.' },
    BILLING: { description: 'Who is billed, and how it is paid; for private people only when nothing is sent.' },
    SHIPPING_AND_BILLING: { description: 'Both on one page, for private people.' },
    END_CUSTOMER: { description: 'Who uses the goods in the end; absent where nobody asks.' },
    TERMS: { description: 'The terms and conditions; absent where orders are made without.' },
    REVIEW: { description: 'Everything once more, and the order.' },
    CONFIRMATION: { description: 'What was ordered; an order alone leads there.' },
  },
});

export const CheckoutMoveEnum = Object.fromEntries(TRAIL_MOVES.map((move) => [move, move])) as { [M in TrailMove]: M };
registerEnumType(CheckoutMoveEnum, { name: 'CheckoutMove', description: 'From a page of a checkout to the one before or after it; there are no other ways.' });

export const CheckoutButtonEnum = Object.fromEntries(PAGE_BUTTONS.map((button) => [button, button])) as { [B in PageButton]: B };
registerEnumType(CheckoutButtonEnum, { name: 'CheckoutButton', description: 'What a page of a checkout offers.' });

export const PaymentTypeEnum = Object.fromEntries(PAYMENT_TYPES.map((type) => [type, type])) as { [T in PaymentType]: T };
registerEnumType(PaymentTypeEnum, {
  name: 'PaymentType',
  description: 'How an order is paid.',
  valuesConfig: {
    CARD: { description: 'With a card that a payment service keeps.' },
    INVOICE: { description: 'On an invoice.' },
    CASH: { description: 'In cash.' },
    CHECK: { description: 'With a check, that has a number.' },
    FAX_CARD: { description: 'With a card whose details are sent by fax.' },
  },
});

export const CheckoutCancelEnum = { CART: 'CART', QUOTE: 'QUOTE' } as const;
registerEnumType(CheckoutCancelEnum, { name: 'CheckoutCancel', description: 'Where leaving a checkout leads: to the cart, or to the details of a quote that takes no changes.' });
