import type { Action } from '#kernel/lifecycle.ts';
import { isBusiness, may, type Viewer } from '#kernel/viewer.ts';
import { requirePermission, requireViewer } from '#kernel/viewer-guard.ts';
import type { OrdersContext } from '../context.ts';
import { changesFor } from '../domain/checkout-changes.ts';
import { findGaps, type CheckoutFacts, type CheckoutGap } from '../domain/checkout-gaps.ts';
import { pagesOf, type CheckoutPage } from '../domain/checkout-page.ts';
import { placeAfter, trailOf, withoutFilled, type Place, type TrailStep } from '../domain/checkout-trail.ts';
import { offeredPaymentTypes } from '../domain/payment-types.ts';
import type { PaymentType } from '../domain/order-payment.ts';
import { askShippable } from '../peers/catalog.ts';
import { askCartToCheckOut, askQuoteToCheckOut, type CheckoutSubject } from '../peers/checkout-subject.ts';
import { askServingMethods, type OfferedMethod } from '../peers/shipping-methods.ts';
import { withSaid } from './save-quote-checkout.ts';
import { termsOfSubject, type StandingTerms } from './read-terms.ts';

/** Which cart or quote, and where its buyer is. */
export interface WantedCheckout extends Place {
  readonly cartId?: string | null;
  readonly quoteId?: string | null;
  /** Whether the buyer goes straight to the review; as the deployment says when left out. */
  readonly smart?: boolean | null;
  readonly branch?: boolean | null;
}

/** A checkout as a storefront shows it. */
export interface PreparedCheckout {
  readonly subject: CheckoutSubject;
  readonly smart: boolean;
  readonly current: TrailStep;
  readonly pages: readonly CheckoutPage[];
  readonly gaps: readonly CheckoutGap[];
  readonly shippingMethods: readonly OfferedMethod[];
  readonly paymentTypes: readonly PaymentType[];
  readonly terms: StandingTerms | null;
  readonly changes: readonly Action[];
  /** Null for business buyers who may not order. [CHK-51] */
  readonly placeOrder: Action | null;
  readonly cancelTo: 'CART' | 'QUOTE';
}

/** The checkout of a cart or quote as it stands; nothing is changed by looking. [CHK-01..07, CHK-47..51] */
export async function readCheckout(context: OrdersContext, wanted: WantedCheckout): Promise<PreparedCheckout> {
  const viewer = requireViewer(context);
  requirePermission(viewer, 'CHECKOUT');
  const { ask } = context;
  const subject = wanted.cartId == null ? await withSaid(context, viewer.id, await askQuoteToCheckOut(ask, wanted.quoteId ?? '')) : await askCartToCheckOut(ask, wanted.cartId);
  return prepare(context, viewer, subject, await askShippable(ask, skusOf(subject)), wanted);
}

export const skusOf = ({ lines }: CheckoutSubject): string[] => lines.flatMap(({ sku }) => sku ?? []);

/** @param shippable the products of it that are sent */
export async function prepare(context: OrdersContext, viewer: Viewer, subject: CheckoutSubject, shippable: ReadonlySet<string>, wanted: WantedCheckout): Promise<PreparedCheckout> {
  const smart = wanted.smart ?? context.config.skipCheckoutSteps;
  const [shippingMethods, terms] = await Promise.all([askServingMethods(context.ask, subject.terms?.accountId ?? null, subject.shipToAddressId), termsOfSubject(context, subject)]);
  const facts = factsOf(context, viewer, subject, { shippable, hasMethods: shippingMethods.length > 0, terms });
  const hasTerms = terms !== null || subject.contract !== null;
  const whole = trailOf({ shippable: facts.lines.some((line) => line.shippable), business: subject.isBusiness ?? isBusiness(viewer), endCustomer: subject.asksEndCustomer, hasTerms });
  const gaps = findGaps(facts, whole);
  const open = new Set(gaps.map(({ step }) => step));
  const trail = smart ? withoutFilled(whole, open) : whole;
  const current = placeAfter(trail, open, wanted, smart);
  const changes = changesFor(viewer, subject);
  const can = (action: string): boolean => subject.actions.some(({ name, allowed }) => name === action && allowed);
  const assistance = can('requestAssistance');
  const disagreement = assistance || (viewer.kind === 'INDIVIDUAL' && can('placeOrder') && subject.actions.some(({ name }) => name === 'requestAssistance')); // who administrates a private cart disagrees without a right to help [V.22]
  const mayOrder = may(viewer, 'CREATE_ORDER');
  const buttons = { assistance, disagreement, hasTerms, editable: changes.some(({ allowed }) => allowed), mayOrder };
  return {
    subject,
    smart,
    current,
    gaps,
    pages: pagesOf(trail, { current, gaps, branch: wanted.branch ?? false, facts: buttons }),
    shippingMethods,
    paymentTypes: facts.paymentTypes,
    terms,
    changes,
    placeOrder: mayOrder ? placing(subject, context.config.skipCheckoutSteps ? gaps : gaps.filter(({ code }) => stops(facts, code))) : null,
    cancelTo: subject.of === 'cart' || subject.actions.some(({ name, allowed }) => name === 'updateQuoteLines' && allowed) ? 'CART' : 'QUOTE',
  };
}

interface Learned {
  readonly shippable: ReadonlySet<string>;
  readonly hasMethods: boolean;
  readonly terms: StandingTerms | null;
}

function factsOf({ config }: OrdersContext, viewer: Viewer, subject: CheckoutSubject, { shippable, hasMethods, terms }: Learned): CheckoutFacts {
  const { shipToAddressId, billToAddressId, shippingMethod, payment, problems } = subject;
  return {
    lines: subject.lines.map(({ id, sku, ...line }) => ({ ...line, id, shippable: sku === null || shippable.has(sku) })),
    shipToAddressId,
    billToAddressId,
    shippingMethod,
    hasMethods,
    payment,
    paymentTypes: offeredPaymentTypes(config.paymentTypes, config.unitPaymentTypes),
    keepsCards: viewer.kind !== 'GUEST' && may(viewer, 'USE_PAYMENT_BOOK'),
    problems,
    termsOpen: terms !== null && terms.enforced && terms.accepted === null,
  };
}

/** What stops an order wherever it is placed: what is wrong with the cart, and terms that must be agreed to. */
const stops = ({ problems }: CheckoutFacts, code: string): boolean => code === 'TERMS_NOT_ACCEPTED' || problems.some((problem) => problem.code === code);

function placing({ actions }: CheckoutSubject, gaps: readonly CheckoutGap[]): Action {
  const offered = actions.find(({ name }) => name === 'placeOrder');
  const reason = offered?.allowed ? (gaps[0]?.message ?? null) : (offered?.reason ?? 'This cannot be ordered now.');
  return { name: 'placeOrder', allowed: reason === null, reason };
}
