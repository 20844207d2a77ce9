import { refuse } from '#kernel/errors.ts';
import { requirePermission, requireViewer } from '#kernel/viewer-guard.ts';
import type { OrdersContext } from '../context.ts';
import type { PaymentSaid } from '../domain/confirmation.ts';
import { keptPayment, refuseNotOffered, refuseUnclearPayment, type ChosenPayment, type WantedPayment } from '../domain/order-payment.ts';
import { offeredPaymentTypes } from '../domain/payment-types.ts';
import type { QuoteCheckout } from '../entities/quote-checkout.ts';
import { findParties, findPayment } from '../peers/accounts.ts';
import { askQuoteToCheckOut, type CheckoutSubject } from '../peers/checkout-subject.ts';

/** What is left out stays; null is nothing said. */
export interface QuoteCheckoutSaid {
  readonly shipToAddressId?: string | null;
  readonly billToAddressId?: string | null;
  readonly payment?: WantedPayment | null;
  readonly purchaseOrderNumber?: string | null;
}

const MAX_NUMBER = 200;

const NOTHING_SAID = { shipToAddressId: null, billToAddressId: null, purchaseOrderNumber: null, payment: null };

/** A page of a quote's checkout is saved, for whoever said it alone; the quote stays as it was offered. Said again it is the same; of pages saved at the same time none is lost. [CHK-02] */
export async function saveQuoteCheckout(context: OrdersContext, quoteId: string, said: QuoteCheckoutSaid): Promise<void> {
  const viewer = requireViewer(context);
  requirePermission(viewer, 'CHECKOUT');
  const { ask, config, clock, db } = context;
  const { actions } = await askQuoteToCheckOut(ask, quoteId); // whoever may not see it hears NOT_FOUND
  const offered = actions.find(({ name }) => name === 'placeOrder');
  if (!offered?.allowed) throw refuse('INVALID_STATE', offered?.reason ?? 'This quote cannot be ordered now.', { quoteId });
  if ((said.purchaseOrderNumber?.length ?? 0) > MAX_NUMBER) throw refuse('BAD_USER_INPUT', `A purchase order number has at most ${MAX_NUMBER} characters.`);
  await refuseAddresses(context, viewer.accountId, [said.shipToAddressId, said.billToAddressId].filter((id) => id != null));
  if (said.payment) refuseUnclearPayment(said.payment);
  const payment = await findPayment(ask, said.payment);
  refuseNotOffered(payment, offeredPaymentTypes(config.paymentTypes, config.unitPaymentTypes));

  const { shipToAddressId, billToAddressId, purchaseOrderNumber } = said;
  const all = { shipToAddressId, billToAddressId, purchaseOrderNumber, payment: said.payment === undefined ? undefined : keptPayment(payment) };
  const changes = { ...Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)), updatedAt: clock.now() }; // the other columns another page may save meanwhile
  await db.transact((tx) =>
    tx.sql.insertInto('QuoteCheckout').values({ ...NOTHING_SAID, quoteId, userId: viewer.id, accountId: viewer.accountId, ...changes }).onConflict((oc) => oc.columns(['quoteId', 'userId']).doUpdateSet(changes)).execute(),
  );
}

/** They are of the organisation, or person, that buys: a quote names no customer beside. */
async function refuseAddresses({ ask }: OrdersContext, accountId: string, named: readonly string[]): Promise<void> {
  const { holders } = await findParties(ask, accountId, { kept: [], named, customers: [], contacts: [] });
  const wrong = named.find((id) => holders.get(id)?.customerId !== null || holders.get(id)?.contactId !== null);
  if (wrong !== undefined) throw refuse('NOT_FOUND', 'The account has no such address.', { addressId: wrong });
}

const findQuoteCheckout = ({ db }: OrdersContext, quoteId: string, userId: string): Promise<QuoteCheckout | undefined> =>
  db.sql.selectFrom('QuoteCheckout').selectAll().where('quoteId', '=', quoteId).where('userId', '=', userId).executeTakeFirst();

/** A quote with what was said on the pages of its checkout. */
export async function withSaid(context: OrdersContext, userId: string, quote: CheckoutSubject): Promise<CheckoutSubject> {
  const said = await findQuoteCheckout(context, quote.id, userId);
  if (!said) return quote;
  const { shipToAddressId = null, billToAddressId = null, payment } = said;
  return { ...quote, shipToAddressId, billToAddressId, payment: payment ? { ...shownPayment(payment), checkNumber: null } : null };
}

const shownPayment = ({ type, methodId, label, brand, last4, expires }: ChosenPayment): Omit<NonNullable<CheckoutSubject['payment']>, 'checkNumber'> => ({ type, methodId, label, brand, last4, expires });

interface SaidOfQuote {
  readonly shipToAddressId?: string | null;
  readonly billToAddressId?: string | null;
  readonly purchaseOrderNumber?: string | null;
  readonly paymentSaid?: PaymentSaid | null;
}

/** The same, as a cart would confirm it; what is said when placing the order goes before. */
export async function saidOfQuote(context: OrdersContext, quoteId: string, userId: string, now: Pick<SaidOfQuote, 'shipToAddressId' | 'billToAddressId'>): Promise<SaidOfQuote> {
  const said = await findQuoteCheckout(context, quoteId, userId);
  if (!said) return {};
  const { purchaseOrderNumber, payment } = said;
  const shipToAddressId = now.shipToAddressId == null ? said.shipToAddressId : null; // another country may be meant now: nothing was priced for this one
  const billToAddressId = now.billToAddressId == null ? said.billToAddressId : null;
  return { shipToAddressId, billToAddressId, purchaseOrderNumber, paymentSaid: payment ? { type: payment.type, methodId: payment.methodId, payerId: userId, checkNumber: null } : null };
}
