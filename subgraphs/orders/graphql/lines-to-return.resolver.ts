import { Arg, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';
import { minorFrom, moneyOf, sum, type Money } from '#kernel/money.ts';
import { fromMicro } from '#kernel/quantity.ts';
import type { OrdersContext } from '../context.ts';
import { within } from '../domain/line-tree.ts';
import { billedFor } from '../domain/refund.ts';
import { returnableMicro } from '../domain/returnable-quantity.ts';
import { asSent } from '../domain/sent-share.ts';
import { findLinesToReturn, readLinesOfOrder, type LineSearchField } from '../use-cases/find-lines-to-return.ts';
import { readOrderLines, type LineOfOrder } from '../use-cases/read-order-lines.ts';
import { LineToReturnType } from './line-to-return.type.ts';

/** What the returns subgraph asks about order lines. */
@Resolver()
export class LinesToReturnResolver {
  @Directive('@inaccessible')
  @Query(() => [LineToReturnType], { description: 'For peers: order lines by id, in the order asked, authorised like orders. Errors: NOT_FOUND.' })
  async linesToReturn(
    @Arg('orderLineIds', () => [ID]) orderLineIds: string[],
    @Arg('returnId', () => ID, { nullable: true, description: 'The return that asks: what it took itself counts as still there.' }) returnId: string | null,
    @Ctx() context: OrdersContext,
  ): Promise<LineToReturnType[]> {
    return Promise.all((await readOrderLines(context, orderLineIds)).map((each) => shown(context, each, returnId ?? undefined)));
  }

  @Directive('@inaccessible')
  @Query(() => [LineToReturnType], { description: 'For peers: what was ordered, without what it is put together of, authorised like orders. Errors: NOT_FOUND.' })
  async linesOfOrderToReturn(@Arg('orderId', () => ID) orderId: string, @Ctx() context: OrdersContext): Promise<LineToReturnType[]> {
    return Promise.all((await readLinesOfOrder(context, orderId)).map((each) => shown(context, each)));
  }

  @Directive('@inaccessible')
  @Query(() => [LineToReturnType], { description: 'For peers: the order lines of the viewer that a number stands for exactly: SERIAL_NUMBER, PART_NUMBER or ORDER_NUMBER.' })
  async findLinesToReturn(@Arg('field', () => String) field: string, @Arg('text', () => String) text: string, @Ctx() context: OrdersContext): Promise<LineToReturnType[]> {
    return Promise.all((await findLinesToReturn(context, field as LineSearchField, text)).map((each) => shown(context, each)));
  }
}

async function shown({ loaders }: OrdersContext, { line, order }: LineOfOrder, returnId?: string): Promise<LineToReturnType> {
  const { id: orderId, number: orderNumber, accountId, billToAccountId, currency, status: orderStatus, placedAt } = order;
  const { id, sku, description, uom, returnable, serialControlled, status: lineStatus } = line;
  const [claims, installed, parts, billed, lines] = await Promise.all([
    loaders.claimsOfLine.load(id),
    loaders.installedOfLine.load(id),
    loaders.partsOfOrder.load(orderId),
    loaders.billedOfLine.load(id),
    loaders.linesOfOrder.load(orderId),
  ]);
  const shipments = await Promise.all(parts.filter((part) => part.orderLineId === id && part.shipmentId !== '').map((part) => loaders.shipmentById.load(part.shipmentId)));
  const left = shipments.flatMap((shipment) => shipment?.shippedAt ?? []);
  const own = claims.filter((claim) => claim.returnId === returnId);
  const returnedMicro = line.returnedMicro - sum(own.map((claim) => claim.quantityMicro));
  const sent = asSent(lines, line);
  const money = (minor: bigint): Money => moneyOf(minor, currency);
  return {
    id, orderId, orderNumber, orderStatus, lineStatus, placedAt, sku, description, accountId, billToAccountId, currency, uom, returnable, serialControlled,
    isHeld: order.openHolds > 0 || line.openHolds > 0,
    shippedAt: left.toSorted((a, b) => b.getTime() - a.getTime())[0] ?? null,
    quantity: fromMicro(line.quantityMicro),
    shippedQuantity: fromMicro(sent.shippedMicro),
    returnedQuantity: fromMicro(returnedMicro),
    returnableQuantity: fromMicro(returnableMicro(order, { ...sent, returnedMicro })),
    listPrice: line.explanation.find((step) => step.kind === 'LIST')?.unitPriceAfter ?? null,
    paid: money(line.paidMinor),
    discount: money(line.discountMinor),
    tax: money(sum(line.taxes.map(({ amount }) => minorFrom(amount, currency)))),
    billed: money(billedFor(sent, billed, order)),
    refunded: money(line.refundedMinor - sum(own.map((claim) => claim.refundMinor))),
    serialNumbers: installed.flatMap((item) => (item.status === 'INSTALLED' && item.serialNumber != null ? [item.serialNumber] : [])),
    parentLineId: line.parentLineId ?? null,
    components: within(lines, id).map((part) => ({ orderLineId: part.id, parentLineId: part.parentLineId ?? id, sku: part.sku, quantity: fromMicro(part.quantityMicro) })),
    shipTo: line.shipping?.shipTo ?? order.shipTo ?? null,
    billTo: line.parties?.billTo?.address ?? order.billTo ?? null,
  };
}
