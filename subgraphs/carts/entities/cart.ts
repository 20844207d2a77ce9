import { defineEntity, p } from '@mikro-orm/core';
import { CART_STATUSES, type CartSource, type CartStatus } from '../domain/cart-lifecycle.ts';
import type { CartNameKey } from '../domain/cart-names.ts';
import type { CartPayment } from '../domain/cart-payment.ts';
import type { FieldValue } from '../domain/extra-fields.ts';
import type { EndCustomer } from '../domain/parties.ts';
import type { CartPricing, CartProblem } from '../domain/price-cart.ts';

/** What one person is about to buy. The root row counts the versions of everything inside it. */
export const CartSchema = defineEntity({
  name: 'Cart',
  tableName: 'cart',
  properties: {
    id: p.string().primary(),
    accountId: p.string(),
    ownerId: p.string(),
    status: p.string().$type<CartStatus>(),
    /** What its owner calls it; null while nobody has named it. */
    name: p.string().nullable(),
    /** Under which of the site's own names it is shown while it has none of its owner's. */
    nameKey: p.string().$type<CartNameKey>(),
    /** Where it came from; what did not come from the shop's own pages is never anybody's active cart. */
    source: p.string().$type<CartSource>(),
    /** Whether it is or ever was shared: then only its lines are copied. */
    everShared: p.boolean(),
    currency: p.string(),
    version: p.integer(),
    subtotalMinor: p.bigint('bigint'),
    /** What promotions take off the cart as a whole. */
    discountTotalMinor: p.bigint('bigint'),
    taxTotalMinor: p.bigint('bigint'),
    shippingTotalMinor: p.bigint('bigint'),
    totalMinor: p.bigint('bigint'),
    priceHash: p.string(),
    problems: p.json<CartProblem[]>(),
    /** Guests pay the site's list, also when nobody is there to ask. */
    guest: p.boolean(),
    agreementId: p.string().nullable(),
    promotionCodes: p.json<string[]>(),
    shippingMethod: p.string().nullable(),
    shipToAddressId: p.string().nullable(),
    /** As the address book said when the address was chosen: prices need it each time. */
    shipToCountry: p.string().nullable(),
    billToAddressId: p.string().nullable(),
    /** Whether a business buys: it has customers and contacts. */
    business: p.boolean(),
    /** Whom it goes to, and who is billed; null: the organisation itself. */
    shipToCustomerId: p.string().nullable(),
    shipToContactId: p.string().nullable(),
    billToCustomerId: p.string().nullable(),
    billToContactId: p.string().nullable(),
    /** For whom it is in the end; null: for whom it goes to. */
    endCustomer: p.json<EndCustomer>().nullable(),
    shippingInstructions: p.string().nullable(),
    /** A day: 2026-05-03. */
    requestedOn: p.string().nullable(),
    purchaseOrderNumber: p.string().nullable(),
    note: p.string().nullable(),
    fields: p.json<FieldValue[]>().nullable(),
    /** The one record of how it shall be paid; no number of a card is ever in it. [CHK-45] */
    payment: p.json<CartPayment>().nullable(),
    lineCount: p.integer().default(0),
    /** What the total was made of, beside the lines. */
    pricing: p.json<CartPricing>(),
    /** A price list it uses has changed since it was priced. */
    stale: p.boolean(),
    /** The checkout that holds the cart still, if one does. */
    checkoutId: p.string().nullable(),
    /** When that hold ends by itself, should nobody let go. */
    heldUntil: p.datetime().nullable(),
    /** The price hash it had when a partner named his price; while it is the same, that price is one of this very content. [XFER-01] */
    partnerPricedHash: p.string().nullable(),
    /** The quote or the order it became. */
    quoteId: p.string().nullable(),
    orderNumber: p.string().nullable(),
    updatedById: p.string().nullable(),
    /** The last moment of its last day, by the clocks of its account. */
    expiresAt: p.datetime(),
    timeZone: p.string(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
  indexes: [{ properties: ['accountId', 'ownerId', 'id'] }, { properties: ['stale', 'id'] }, { properties: ['expiresAt'] }, { properties: ['heldUntil'] }],
  checks: [{ name: 'cart_status', expression: `status in ('${CART_STATUSES.join("', '")}')` }],
});
export class Cart extends CartSchema.class {}
CartSchema.setClass(Cart);
