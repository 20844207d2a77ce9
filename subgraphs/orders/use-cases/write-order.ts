import { refuse } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { microFrom, minorFrom } from '#kernel/money.ts';
import { toMicro } from '#kernel/quantity.ts';
import type { OrdersConfig } from '../config.ts';
import type { OrdersTx } from '../context.ts';
import type { Confirmation, OrderedLine } from '../domain/confirmation.ts';
import { firstStatus } from '../domain/first-status.ts';
import { statusBegunAs } from '../domain/line-status.ts';
import { changesOfOrder } from '../domain/order-changes.ts';
import { keptPayment } from '../domain/order-payment.ts';
import { namedCustomers } from '../domain/named-customers.ts';
import { confirmationOf } from '../domain/order-notices.ts';
import { sitesOf } from '../domain/order-parties.ts';
import { paidForLines } from '../domain/paid-for-lines.ts';
import type { Checkout } from '../entities/checkout.ts';
import type { Order } from '../entities/order.ts';
import type { LineShipping, OrderLine } from '../entities/order-line.ts';
import { takeFromBudgets } from './take-from-budgets.ts';
import { announceNotice } from './send-order-notice.ts';
import { completeApproval } from './complete-approval.ts';
import { payOrder } from './pay-order.ts';
import { takeNumber } from './take-number.ts';

/** SQLite binds at most 32,766 values a statement; a line has 36. */
const CHUNK = 900;

/** The point of no return: the order, its lines and the event that commits the stock and closes the cart, in one transaction. [ORD-01, I5] */
export async function writeOrder(tx: OrdersTx, config: OrdersConfig, checkout: Checkout, confirmation: Confirmation, now: Date): Promise<string> {
  await refuseOrdered(tx, checkout);
  const number = await takeNumber(tx, `O-${now.getUTCFullYear()}`);
  const begun = { ...orderOf(checkout, confirmation, number, { now, operatingUnit: config.operatingUnit }), status: firstStatus(confirmation.payment, config.defaultOrderState) };
  const paidOrder = await payOrder(tx, config, checkout, begun);
  const order = { ...paidOrder, handOver: config.handOver ? ('PENDING' as const) : null, openHolds: config.holdNewOrders === undefined ? 0 : 1 };
  const paid = paidForLines(confirmation);
  const { assistance } = checkout.input;
  const { approvalId = null, replacesReturnId = null } = order;
  const lines = confirmation.lines.flatMap((line, i) => withComponents(order, lineOf(order, line, paid[i] ?? 0n), line)).map((line, position) => ({ ...line, position }));
  await takeFromBudgets(tx, order, { now, timeZone: confirmation.timeZone ?? config.timeZone });
  await tx.sql.insertInto('Order').values(order).execute();
  if (config.holdNewOrders !== undefined) await holdNew(tx, order, config.holdNewOrders);
  for (let i = 0; i < lines.length; i += CHUNK) await tx.sql.insertInto('OrderLine').values(lines.slice(i, i + CHUNK)).execute();
  const named = namedCustomers(confirmation).map(({ usage, customer: { id: customerId, name, number } }) => ({ orderId: order.id, usage, customerId, accountId: order.accountId, name, number }));
  if (named.length > 0) await tx.sql.insertInto('NamedCustomer').values(named).execute();
  const trackers = (confirmation.administratorIds ?? []).map((userId) => ({ orderId: order.id, userId, accountId: order.accountId }));
  if (trackers.length > 0) await tx.sql.insertInto('OrderTracker').values(trackers).execute();
  await tx.announce({
    accountId: order.accountId,
    aggregateType: 'order',
    aggregateId: order.id,
    aggregateVersion: order.version,
    type: 'ORDER_PLACED',
    actorId: checkout.ownerId,
    payload: { orderId: order.id, number: order.number, cartId: order.cartId, quoteId: order.quoteId, checkoutId: checkout.id, ownerId: order.ownerId, sites: sitesOf(confirmation), approvalId, replacesReturnId, ...(assistance && { assistance }), ...(config.handOver && { handOver: {} }), changes: changesOfOrder(null, order) },
  });
  if (order.approvalId != null) await completeApproval(tx, order.approvalId, order.id, now);
  const { bookingProblem: problem } = order;
  if (problem) await announceNotice(tx, order, 'ORDER_NOT_BOOKED', { to: checkout.ownerId, errors: [problem.message] });
  else if (!assistance) await announceNotice(tx, order, confirmationOf(order, config), { to: checkout.ownerId });
  return order.id;
}

/** Whoever places the order hears at once that it is held. [ORD-04] */
async function holdNew({ sql }: OrdersTx, { id: orderId, accountId, placedAt }: Order, reason: string): Promise<void> {
  await sql.insertInto('OrderHold').values({ id: newId(), accountId, orderId, orderLineId: null, reason, placedById: null, placedAt, releasedById: null, releasedAt: null, releaseReason: null }).execute();
}

async function refuseOrdered({ sql }: OrdersTx, { cartId, quoteId }: Checkout): Promise<void> {
  const column = quoteId ? 'quoteId' : 'cartId';
  const order = await sql.selectFrom('Order').select(['id']).where(column, '=', quoteId ?? cartId ?? '').executeTakeFirst();
  if (!order) return;
  if (quoteId) throw refuse('QUOTE_STATUS_INVALID', 'This quote has been ordered.', { quoteId, orderId: order.id });
  throw refuse('CART_ORDERED', 'This cart has been ordered.', { cartId, orderId: order.id });
}

function orderOf({ id, ownerId: placedById, cartId, quoteId, input, approvalId, costCentreId }: Checkout, confirmation: Confirmation, number: string, { now, operatingUnit }: { now: Date; operatingUnit: string }): Order {
  const { accountId, ownerId, currency } = confirmation;
  return {
    id: newId(),
    accountId,
    ownerId,
    placedById,
    number,
    storeNumber: number,
    outsideKey: null,
    handOver: null,
    status: 'BOOKED',
    orderType: input.express ? 'EXPRESS' : 'STANDARD',
    operatingUnit,
    billToAccountId: accountId,
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
    shipToAddressId: confirmation.shipTo?.id ?? null,
    billToAddressId: confirmation.billTo?.id ?? null,
    shipTo: confirmation.shipTo,
    billTo: confirmation.billTo,
    parties: confirmation.parties,
    shippingMethod: confirmation.shippingMethod ?? input.shippingMethod ?? null,
    shippingInstructions: confirmation.shippingInstructions ?? null,
    requestedOn: confirmation.requestedOn ?? null,
    note: confirmation.note ?? null,
    payment: keptPayment(confirmation.payment),
    purchaseOrderNumber: input.purchaseOrderNumber ?? confirmation.purchaseOrderNumber ?? null,
    fields: confirmation.fields ?? [],
    termsAccepted: (input.termsAccepted ?? false) || confirmation.agreed != null,
    terms: confirmation.agreed ?? null,
    bookingProblem: null,
    cancelReason: null,
    openHolds: 0,
    approvalId,
    costCentreId,
    replacesReturnId: input.replacesReturnId ?? null,
    placedAt: now,
    updatedAt: now,
  };
}

type Unplaced = Omit<OrderLine, 'position'>;

/** A line, and behind it what it is put together of: all the money stays with the line. [ORD-43, ORD-47] */
function withComponents(order: Order, line: Unplaced, { composition }: OrderedLine): Unplaced[] {
  const lines = [line];
  const whole: Unplaced[] = [line];
  for (const { depth, sku, name, itemType, uom, ratio, quantity, shippable, serialControlled } of composition?.components ?? []) {
    const parent = whole[depth - 1];
    if (!parent) throw new Error(`${sku} of ${line.sku} is within nothing.`);
    const component: Unplaced = {
      ...line,
      id: newId(),
      parentLineId: parent.id,
      depth,
      sku,
      description: name,
      itemType,
      modelKind: null,
      uom,
      ratioMicro: toMicro(ratio),
      quantityMicro: toMicro(quantity),
      configuration: null,
      unitMicro: 0n,
      totalMinor: 0n,
      discountMinor: 0n,
      taxes: [],
      paidMinor: 0n,
      explanation: [],
      fields: [],
      note: null,
      agreementId: null,
      returnable: false, // it comes back with what it is in
      shippable,
      serialControlled,
      status: statusBegunAs(order.status, shippable),
    };
    whole.splice(depth, whole.length, component);
    lines.push(component);
  }
  return lines;
}

function lineOf(order: Order, line: OrderedLine, paidMinor: bigint): Unplaced {
  return {
    id: newId(),
    orderId: order.id,
    accountId: order.accountId,
    parentLineId: null,
    depth: 0,
    ratioMicro: toMicro('1'),
    itemType: line.composition?.itemType ?? null,
    modelKind: line.composition?.modelKind ?? null,
    sku: line.sku,
    description: line.description,
    quantityMicro: toMicro(line.quantity),
    uom: line.uom,
    configuration: line.configuration ?? null,
    unitMicro: microFrom(line.unitPrice),
    totalMinor: minorFrom(line.total, order.currency),
    discountMinor: minorFrom(line.discount, order.currency),
    taxes: line.taxes,
    paidMinor,
    explanation: line.explanation,
    fields: line.fields ?? [],
    shipping: shippingOf(line),
    parties: line.parties,
    note: line.note ?? null,
    requestedOn: line.shipping?.requestedOn ?? order.requestedOn ?? null,
    agreementId: line.explanation.find(({ kind }) => kind === 'AGREEMENT')?.source ?? null,
    returnable: line.returnable,
    shippable: line.shippable,
    serialControlled: line.serialControlled,
    status: statusBegunAs(order.status, line.shippable),
    openHolds: 0,
    canceledMicro: 0n,
    pickedMicro: 0n,
    shippedMicro: 0n,
    returnedMicro: 0n,
    refundedMinor: 0n,
  };
}

function shippingOf({ shipping, shipTo }: OrderedLine): LineShipping | null {
  if (!shipping) return null;
  const { shippingMethod, instructions, requestedOn } = shipping;
  return { shipTo, shippingMethod, instructions, requestedOn };
}
