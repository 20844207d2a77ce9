import type { DomainEvent } from '#kernel/events.ts';
import { newId } from '#kernel/ids.ts';
import { moneyOf } from '#kernel/money.ts';
import type { Facts } from '#kernel/notice.ts';
import { fromMicro } from '#kernel/quantity.ts';
import { SYSTEM } from '#kernel/subgraph.ts';
import type { OrdersContext, OrdersTx } from '../context.ts';
import type { OrderNotice } from '../domain/order-notices.ts';
import type { Order } from '../entities/order.ts';
import { tellPeople } from '../peers/notifications.ts';

interface Told {
  /** The user. */
  readonly to: string;
  /** Why it could not be booked. */
  readonly errors?: readonly string[];
}

/** An event of its own, so that a notice that cannot be told does not hold up what follows an order. */
export async function announceNotice(tx: OrdersTx, { id: orderId, accountId }: Order, notice: OrderNotice, told: Told): Promise<void> {
  await tx.announce({ accountId, aggregateType: 'orderNotice', aggregateId: newId(), aggregateVersion: 1, type: notice, actorId: told.to, payload: { orderId, ...told } });
}

/** Has someone told about an order; whether they may see its prices is known where the words are made. [ORD-07, ORD-08, CAN-06, NOTIF-04] */
export async function sendOrderNotice(context: OrdersContext, { id, accountId, type, payload }: DomainEvent): Promise<void> {
  const { orderId, to, errors = [] } = payload as unknown as Told & { readonly orderId: string };
  const { facts, lines } = await readFacts(context, orderId);
  await tellPeople(context.askAs(SYSTEM), [{ id, type, to: { userId: to }, accountId, about: { kind: 'ORDER', id: orderId }, site: context.config.site, facts, lists: { line: lines, error: errors.map((text) => ({ text })) } }]);
}

async function readFacts({ db, config }: OrdersContext, orderId: string): Promise<{ facts: Facts; lines: Facts[] }> {
  const order = await db.sql.selectFrom('Order').selectAll().where('id', '=', orderId).executeTakeFirstOrThrow();
  const lines = await db.sql.selectFrom('OrderLine').select(['quantityMicro', 'description', 'totalMinor']).where('orderId', '=', orderId).where('parentLineId', 'is', null).orderBy('position').execute();
  const money = (minor: bigint): string => `${moneyOf(minor, order.currency).amount} ${order.currency}`;
  return {
    facts: { order: order.number, total: money(order.totalMinor), faxNumber: config.faxNumber, reason: order.cancelReason },
    lines: lines.map(({ quantityMicro, description, totalMinor }) => ({ quantity: fromMicro(quantityMicro), description, total: money(totalMinor) })),
  };
}
