import { refuse } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { microFrom, minorFrom } from '#kernel/money.ts';
import { toMicro } from '#kernel/quantity.ts';
import type { OrdersTx } from '../context.ts';
import type { Confirmation, OrderedLine } from '../domain/confirmation.ts';
import { paidForLines } from '../domain/paid-for-lines.ts';
import type { Checkout } from '../entities/checkout.ts';
import type { Order } from '../entities/order.ts';
import type { OrderLine } from '../entities/order-line.ts';
import { takeNumber } from './take-number.ts';

/** SQLite binds at most 32,766 values a statement; a line has 18. */
const CHUNK = 1_000;

/** The point of no return: the order, its lines and the event that commits the stock and closes the cart, in one transaction. [ORD-01, I5] */
export async function writeOrder(tx: OrdersTx, checkout: Checkout, confirmation: Confirmation, now: Date): Promise<string> {
  await refuseOrdered(tx, checkout);
  const order = orderOf(checkout, confirmation, await takeNumber(tx, `O-${now.getUTCFullYear()}`), now);
  const paid = paidForLines(confirmation);
  const lines = confirmation.lines.map((line, position) => lineOf(order, line, position, paid[position] ?? 0n));
  await tx.sql.insertInto('Order').values(order).execute();
  for (let i = 0; i < lines.length; i += CHUNK) await tx.sql.insertInto('OrderLine').values(lines.slice(i, i + CHUNK)).execute();
  await tx.announce({
    accountId: order.accountId,
    aggregateType: 'order',
    aggregateId: order.id,
    aggregateVersion: order.version,
    type: 'ORDER_PLACED',
    actorId: checkout.ownerId,
    payload: { orderId: order.id, number: order.number, cartId: order.cartId, quoteId: order.quoteId, checkoutId: checkout.id, ownerId: order.ownerId },
  });
  return order.id;
}

async function refuseOrdered({ sql }: OrdersTx, { cartId, quoteId }: Checkout): Promise<void> {
  const column = quoteId ? 'quoteId' : 'cartId';
  const order = await sql.selectFrom('Order').select(['id']).where(column, '=', quoteId ?? cartId ?? '').executeTakeFirst();
  if (!order) return;
  if (quoteId) throw refuse('QUOTE_STATUS_INVALID', 'This quote has been ordered.', { quoteId, orderId: order.id });
  throw refuse('CART_ORDERED', 'This cart has been ordered.', { cartId, orderId: order.id });
}

function orderOf({ id, cartId, quoteId, input }: Checkout, confirmation: Confirmation, number: string, now: Date): Order {
  const { accountId, ownerId, currency } = confirmation;
  return {
    id: newId(),
    accountId,
    ownerId,
    number,
    status: 'BOOKED',
    version: 1,
    cartId,
    quoteId,
    checkoutId: id,
    currency,
    subtotalMinor: minorFrom(confirmation.subtotal, currency),
    discountTotalMinor: minorFrom(confirmation.discountTotal, currency),
    taxTotalMinor: minorFrom(confirmation.taxTotal, currency),
    shippingTotalMinor: minorFrom(confirmation.shippingTotal, currency),
    totalMinor: minorFrom(confirmation.total, currency),
    pricesIncludeTax: confirmation.pricesIncludeTax,
    taxes: confirmation.taxes,
    adjustments: confirmation.adjustments,
    promotionIds: confirmation.promotionIds,
    paymentTerm: confirmation.paymentTerm,
    shipToAddressId: input.shipToAddressId ?? null,
    billToAddressId: input.billToAddressId ?? null,
    shippingMethod: confirmation.shippingMethod ?? input.shippingMethod ?? null,
    paymentKind: input.payment?.kind ?? null,
    purchaseOrderNumber: input.purchaseOrderNumber ?? null,
    termsAccepted: input.termsAccepted ?? false,
    cancelReason: null,
    placedAt: now,
    updatedAt: now,
  };
}

function lineOf(order: Order, line: OrderedLine, position: number, paidMinor: bigint): OrderLine {
  return {
    id: newId(),
    orderId: order.id,
    accountId: order.accountId,
    position,
    sku: line.sku,
    description: line.description,
    quantityMicro: toMicro(line.quantity),
    uom: line.uom,
    unitMicro: microFrom(line.unitPrice),
    totalMinor: minorFrom(line.total, order.currency),
    discountMinor: minorFrom(line.discount, order.currency),
    taxes: line.taxes,
    paidMinor,
    explanation: line.explanation,
    returnable: line.returnable,
    shippedMicro: 0n,
    returnedMicro: 0n,
    refundedMinor: 0n,
  };
}
