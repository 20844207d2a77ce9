import type { PartyUsage } from '#kernel/party-usage.ts';
import type { PaymentType } from './order-payment.ts';
import type { TrailStep } from './checkout-trail.ts';

/** Something an order needs and nobody has said. */
export interface CheckoutGap {
  /** Such as SHIP_TO_REQUIRED. */
  readonly code: string;
  readonly message: string;
  /** The page where it is asked for. */
  readonly step: TrailStep;
  readonly lineId: string | null;
}

export interface CheckoutLine {
  readonly id: string;
  readonly shippable: boolean;
  /** Where it goes, if not where the whole goes. */
  readonly shipToAddressId: string | null;
  readonly shippingMethod: string | null;
}

export interface CheckoutProblem {
  readonly code: string;
  /** For what somebody must still be named. */
  readonly side?: PartyUsage | null;
  readonly message: string;
  readonly lineId: string | null;
}

/** How a cart shall be paid, as far as the viewer may see it. */
export interface CheckoutPayment {
  readonly type: string;
  readonly methodId: string | null;
  readonly label: string | null;
  readonly brand: string | null;
  readonly last4: string | null;
  readonly expires: string | null;
  readonly checkNumber: string | null;
}

/** What is known of a cart or quote about to be ordered. */
export interface CheckoutFacts {
  readonly lines: readonly CheckoutLine[];
  readonly shipToAddressId: string | null;
  readonly billToAddressId: string | null;
  readonly shippingMethod: string | null;
  /** There are ways to ship to choose from. */
  readonly hasMethods: boolean;
  readonly payment: Pick<CheckoutPayment, 'type' | 'methodId' | 'checkNumber'> | null;
  readonly paymentTypes: readonly PaymentType[];
  /** Whether the buyer could name a card of their payment book; others give theirs when asked to. */
  readonly keepsCards: boolean;
  readonly problems: readonly CheckoutProblem[];
  /** The terms must still be agreed to. */
  readonly termsOpen: boolean;
}

type Gap = Omit<CheckoutGap, 'step'>;
const gap = (code: string, message: string, lineId: string | null = null): Gap => ({ code, message, lineId });

/** What each page asks for. */
type Asked = 'SHIPPING' | 'BILLING' | 'END_CUSTOMER' | 'TERMS' | 'REVIEW';
const ASKS: { readonly [S in Asked]: (facts: CheckoutFacts) => Gap[] } = {
  SHIPPING: shippingGaps,
  BILLING: billingGaps,
  END_CUSTOMER: () => [],
  TERMS: ({ termsOpen }) => (termsOpen ? [gap('TERMS_NOT_ACCEPTED', 'Read the terms, and agree to them.')] : []),
  REVIEW: () => [],
};

/** Where problems of a cart are mended; all others are looked at in the review. */
const MENDED_ON: { readonly [code: string]: Asked } = {
  SHIPPING_UNAVAILABLE: 'SHIPPING',
};
const NAMED_ON: { readonly [U in PartyUsage]: Asked } = { SHIP_TO: 'SHIPPING', BILL_TO: 'BILLING', END_CUSTOMER: 'END_CUSTOMER' };
const pageOf = ({ code, side }: CheckoutProblem): Asked => (side == null ? (MENDED_ON[code] ?? 'REVIEW') : NAMED_ON[side]);

/** A moved price only has to be seen; the price hash sees to that. */
const ONLY_SEEN: ReadonlySet<string> = new Set(['PRICE_CHANGED']);

/** All that is missing, page by page, each on the page that this trail has for it. [CHK-48, CHK-49] */
export function findGaps(facts: CheckoutFacts, trail: readonly TrailStep[]): CheckoutGap[] {
  const pages = Object.keys(ASKS) as Asked[];
  return pages.flatMap((page) => {
    const mended = facts.problems.filter((problem) => !ONLY_SEEN.has(problem.code) && pageOf(problem) === page).map(({ code, message, lineId }) => gap(code, message, lineId));
    return [...ASKS[page](facts), ...mended].map((each) => ({ ...each, step: pageIn(trail, page) }));
  });
}

function shippingGaps({ lines, shipToAddressId, shippingMethod, hasMethods }: CheckoutFacts): Gap[] {
  const sent = lines.filter(({ shippable }) => shippable);
  const gaps: Gap[] = [];
  if (shipToAddressId === null && sent.some((line) => line.shipToAddressId === null)) gaps.push(gap('SHIP_TO_REQUIRED', 'Say where it shall go.'));
  if (hasMethods && shippingMethod === null && sent.some((line) => line.shippingMethod === null)) gaps.push(gap('SHIPPING_METHOD_REQUIRED', 'Say how it shall be shipped.'));
  return gaps;
}

function billingGaps({ billToAddressId, payment, paymentTypes, keepsCards }: CheckoutFacts): Gap[] {
  const gaps = billToAddressId === null ? [gap('BILL_TO_REQUIRED', 'Say where the invoice shall go.')] : [];
  if (payment === null) return [...gaps, gap('PAYMENT_REQUIRED', 'Say how it shall be paid.')];
  if (!(paymentTypes as readonly string[]).includes(payment.type)) return [...gaps, gap('PAYMENT_TYPE_NOT_OFFERED', 'This way to pay is not offered here; choose another.')];
  if (payment.type === 'CARD' && payment.methodId === null && keepsCards) return [...gaps, gap('CARD_REQUIRED', 'Enter the card, or choose one of your payment book.')];
  if (payment.type === 'CHECK' && payment.checkNumber === null) return [...gaps, gap('CHECK_NUMBER_REQUIRED', 'Say the number of the check.')];
  return gaps;
}

function pageIn(trail: readonly TrailStep[], page: Asked): TrailStep {
  if (trail.includes(page)) return page;
  return (page === 'SHIPPING' || page === 'BILLING') && trail.includes('SHIPPING_AND_BILLING') ? 'SHIPPING_AND_BILLING' : 'REVIEW';
}
