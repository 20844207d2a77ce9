import type { DomainEvent } from '#kernel/events.ts';
import { newId } from '#kernel/ids.ts';
import { moneyOf } from '#kernel/money.ts';
import { fromMicro } from '#kernel/quantity.ts';
import { SYSTEM } from '#kernel/subgraph.ts';
import type { OrdersContext, OrdersTx } from '../context.ts';
import { wordsOf, type NoticeFacts, type OrderNotice } from '../domain/order-notices.ts';
import type { Order } from '../entities/order.ts';
import { askPeople } from '../peers/people.ts';

interface Told {
  /** The user. */
  readonly to: string;
  /** Why it could not be booked. */
  readonly errors?: readonly string[];
}

/** An event of its own, so that mail that cannot be sent does not hold up what follows an order. */
export async function announceNotice(tx: OrdersTx, { id: orderId, accountId }: Order, notice: OrderNotice, told: Told): Promise<void> {
  await tx.announce({ accountId, aggregateType: 'orderNotice', aggregateId: newId(), aggregateVersion: 1, type: notice, actorId: told.to, payload: { orderId, ...told } });
}

/** Tells someone by e-mail about an order, with prices if they may see them. [ORD-07, ORD-08, CAN-06, NOTIF-04] */
export async function sendOrderNotice(context: OrdersContext, { id, type, payload }: DomainEvent): Promise<void> {
  const notice = type as OrderNotice;
  const { orderId, to, errors = [] } = payload as unknown as Told & { readonly orderId: string };
  if (context.config.silentNotices.includes(notice)) return;
  const [person] = await askPeople(context.askAs(SYSTEM), [to]);
  if (person?.email == null) return; // guests have none
  const facts = await readFacts(context, orderId);
  await context.mail.send({ id, to: person.email, ...wordsOf(notice, { ...facts, errors, showsPrices: person.seesNetPrices }) });
}

async function readFacts({ db, config }: OrdersContext, orderId: string): Promise<Omit<NoticeFacts, 'errors' | 'showsPrices'>> {
  const order = await db.sql.selectFrom('Order').selectAll().where('id', '=', orderId).executeTakeFirstOrThrow();
  const lines = await db.sql.selectFrom('OrderLine').select(['quantityMicro', 'description', 'totalMinor']).where('orderId', '=', orderId).where('parentLineId', 'is', null).orderBy('position').execute();
  const money = (minor: bigint): string => `${moneyOf(minor, order.currency).amount} ${order.currency}`;
  return {
    number: order.number,
    lines: lines.map(({ quantityMicro, description, totalMinor }) => ({ quantity: fromMicro(quantityMicro), description, total: money(totalMinor) })),
    total: money(order.totalMinor),
    faxNumber: config.faxNumber,
    cancelReason: order.cancelReason ?? null,
  };
}
