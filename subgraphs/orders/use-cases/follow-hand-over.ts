import type { OrdersTx } from '../context.ts';
import { ORDER_HAND_OVERS, type OrderHandOver } from '../domain/order-lifecycle.ts';
import { changeOrder } from './change-order.ts';

export interface HandOverNews {
  readonly orderId: string;
  readonly status: string;
  /** What it is called there. */
  readonly number: string | null;
  /** Why it was refused. */
  readonly reason: string | null;
  readonly actorId: string | null;
  readonly now: Date;
}

const CAUSES: { readonly [T in OrderHandOver]: { readonly type: string } } = {
  PENDING: { type: 'HAND_OVER_RETRIED' },
  HANDED_OVER: { type: 'ORDER_HANDED_OVER' },
  REFUSED: { type: 'HAND_OVER_REFUSED' },
  GIVEN_UP: { type: 'HAND_OVER_GIVEN_UP' },
};

/** An order that goes to the order system has come so far; once that has it, its number is the one people know. [EXT-14, EXT-17] */
export async function followHandOver(tx: OrdersTx, { orderId, status, number, reason, actorId, now }: HandOverNews): Promise<void> {
  const order = await tx.sql.selectFrom('Order').selectAll().where('id', '=', orderId).executeTakeFirst();
  const handOver = ORDER_HAND_OVERS.find((each) => each === status);
  if (!order || !handOver) return; // of another deployment, or of a later version of us
  const known = number === null ? {} : { number, outsideKey: number.toUpperCase() };
  await changeOrder(tx, order, { handOver, ...known }, { ...CAUSES[handOver], actorId, now, payload: { handOverStatus: handOver, storeNumber: order.storeNumber, ...(reason !== null && { reason }) } });
}
