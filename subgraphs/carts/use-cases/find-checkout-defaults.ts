import type { Viewer } from '#kernel/viewer.ts';
import type { CartsContext } from '../context.ts';
import { defaultMethod, defaultPayment, type CheckoutDefaults } from '../domain/checkout-defaults.ts';
import { paymentWith } from '../domain/cart-payment.ts';
import type { Cart } from '../entities/cart.ts';
import { askHabits } from '../peers/accounts.ts';
import { askPaymentTypes } from '../peers/orders.ts';
import { askDefaultAddresses } from '../peers/parties.ts';
import { askShippingMethods } from '../peers/shipping-methods.ts';

/** What orders know of a checkout, and carts do not. */
export interface CheckoutOffer {
  readonly paymentTypes: readonly string[];
  /** Something in the cart is sent. */
  readonly shippable: boolean;
}

/** What the owner of a new cart usually says: addresses, the preferred way to ship where there is it, the default card where cards are taken. [CHK-08, CHK-10, CHK-11, CHK-14] */
export async function findUsual({ ask }: CartsContext, viewer: Viewer): Promise<CheckoutDefaults> {
  if (viewer.kind === 'GUEST') return {};
  const [{ card, shippingMethod: preferred }, addresses] = await Promise.all([askHabits(ask), findAddresses(ask, viewer)]);
  const [methods, types] = await Promise.all([preferred === null ? [] : askShippingMethods(ask), card === null ? NONE : askPaymentTypes(ask)]);
  return {
    ...addresses,
    shippingMethod: defaultMethod(methods, addresses.shipToCountry, preferred, false),
    payment: card !== null && types.includes('CARD') ? paymentWith('CARD', card, viewer.id) : null,
  };
}

/** The same, and what there is for who never said anything: the first way to ship, the first way to pay. [CHK-11, CHK-12, CHK-49] */
export async function findCheckoutDefaults({ ask }: CartsContext, viewer: Viewer, cart: Cart, { paymentTypes, shippable }: CheckoutOffer): Promise<CheckoutDefaults> {
  const [{ card, shippingMethod: preferred }, addresses] = viewer.kind === 'GUEST' ? [NO_HABITS, NOWHERE] : await Promise.all([askHabits(ask), viewer.accountId === cart.accountId ? findAddresses(ask, viewer) : NOWHERE]);
  const methods = shippable && cart.shippingMethod == null ? await askShippingMethods(ask) : [];
  return { ...addresses, shippingMethod: defaultMethod(methods, cart.shipToCountry ?? addresses.shipToCountry, preferred, true), payment: defaultPayment(paymentTypes, card, viewer.id) };
}

type Addresses = Pick<CheckoutDefaults, 'shipToAddressId' | 'shipToCountry' | 'billToAddressId'>;

/** Those of the person, else of their organisation. [CHK-10] */
async function findAddresses(ask: CartsContext['ask'], { id: contactId, accountId }: Viewer): Promise<Addresses> {
  const { shipTo, billTo } = await askDefaultAddresses(ask, accountId, { contactId });
  return { shipToAddressId: shipTo?.id ?? null, shipToCountry: shipTo?.country ?? null, billToAddressId: billTo?.id ?? null };
}

const NOWHERE: Addresses = {};
const NONE: readonly string[] = [];
const NO_HABITS = { card: null, shippingMethod: null };
