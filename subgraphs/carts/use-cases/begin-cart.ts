import { newId } from '#kernel/ids.ts';
import { isBusiness, type Viewer } from '#kernel/viewer.ts';
import type { CartsContext } from '../context.ts';
import { endOfLife } from '../domain/cart-life.ts';
import { NO_PRICING } from '../domain/price-cart.ts';
import type { Cart } from '../entities/cart.ts';
import { askTimeZone } from '../peers/accounts.ts';
import { askDefaultAgreement } from '../peers/catalog.ts';

const NOTHING_SAID = { shipToAddressId: null, shipToCountry: null, billToAddressId: null, shipToCustomerId: null, shipToContactId: null, billToCustomerId: null, billToContactId: null, endCustomer: null, shippingInstructions: null, requestedOn: null, purchaseOrderNumber: null, note: null, fields: null, payment: null };

/** Version 0 is a cart that is not there yet: the first change makes it version 1. A business buyer's begins with the account's agreement. [CART-69] */
export async function beginCart({ ask, clock, config }: CartsContext, viewer: Viewer, begun: Partial<Cart> = {}): Promise<Cart> {
  const wantsAgreement = viewer.kind === 'BUYER' && begun.agreementId === undefined;
  const [timeZone, agreementId] = await Promise.all([viewer.kind === 'GUEST' ? null : askTimeZone(ask, viewer.accountId), wantsAgreement ? askDefaultAgreement(ask, viewer.accountId) : null]);
  const now = clock.now();
  const cart: Omit<Cart, 'expiresAt'> = {
    id: newId(),
    accountId: viewer.accountId,
    ownerId: viewer.id,
    status: 'ACTIVE',
    name: null,
    nameKey: 'DEFAULT',
    source: viewer.kind === 'GUEST' ? 'GUEST' : 'STOREFRONT',
    everShared: false,
    currency: 'GBP',
    version: 0,
    subtotalMinor: 0n,
    discountTotalMinor: 0n,
    taxTotalMinor: 0n,
    shippingTotalMinor: 0n,
    totalMinor: 0n,
    priceHash: '',
    problems: [],
    guest: viewer.kind === 'GUEST',
    business: isBusiness(viewer),
    agreementId,
    promotionCodes: [],
    shippingMethod: null,
    ...NOTHING_SAID,
    lineCount: 0,
    pricing: NO_PRICING,
    stale: false,
    checkoutId: null,
    heldUntil: null,
    quoteId: null,
    partnerPricedHash: null,
    orderNumber: null,
    updatedById: viewer.id,
    timeZone: timeZone ?? config.timeZone,
    createdAt: now,
    updatedAt: now,
    ...begun,
  };
  return { ...cart, expiresAt: endOfLife(cart, now, config) };
}
