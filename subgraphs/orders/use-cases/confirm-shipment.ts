import { refuse } from '#kernel/errors.ts';
import { once } from '#kernel/idempotency.ts';
import { fromMicro } from '#kernel/quantity.ts';
import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { OrdersContext, OrdersTx } from '../context.ts';
import type { Shipment } from '../entities/shipment.ts';
import { changeShipment, inShipment, judgeShipment } from './change-shipment.ts';
import { billOrder } from './invoice-order.ts';
import { moveLines, type MovedOrder } from './move-lines.ts';
import type { ParcelFacts } from './open-shipment.ts';
import { recordInstalled } from './record-installed.ts';

export interface SerialsOfLine {
  readonly orderLineId: string;
  readonly serialNumbers?: readonly string[] | null;
}

export interface ConfirmShipment extends ParcelFacts {
  readonly shipmentId: string;
  readonly serials?: readonly SerialsOfLine[] | null;
  readonly shippedAt?: Date | null;
  readonly idempotencyKey?: string | null;
}

/** A packed parcel left. [ORD-31] */
export async function confirmShipment(context: OrdersContext, input: ConfirmShipment): Promise<Shipment> {
  const viewer = requireAdministrator(context);
  const { shipmentId, serials, shippedAt, idempotencyKey: key } = input;
  const now = context.clock.now();
  await context.db.transact((tx) =>
    once(tx, viewer, { operation: 'confirmShipment', key, body: { ...input, shippedAt: shippedAt?.toISOString() } }, async () => {
      const shipment = await judgeShipment(tx, shipmentId, 'confirm');
      const lines = (await inShipment(tx, shipmentId)).map(({ orderLineId, quantityMicro }) => ({ orderLineId, quantity: fromMicro(quantityMicro) }));
      if (lines.length === 0) throw refuse('INVALID_STATE', 'There is nothing in this parcel.', { shipmentId });
      const moved = await moveLines(tx, { viewer, config: context.config, now, move: 'confirm', lines, shipment, cause: 'LINES_SHIPPED' });
      await leave(tx, await changeShipment(tx, shipment, input), moved, { actorId: viewer.id, serials: serials ?? [], shippedAt, now });
      return shipmentId;
    }),
  );
  return context.db.sql.selectFrom('Shipment').selectAll().where('id', '=', shipmentId).executeTakeFirstOrThrow();
}

export interface Leaving {
  readonly actorId: string;
  readonly serials: readonly SerialsOfLine[];
  readonly shippedAt?: Date | null;
  readonly now: Date;
}

/** What happens when a parcel leaves, once its lines have been moved: it is closed, what is in it is the customer's, and each order is billed. */
export async function leave(tx: OrdersTx, shipment: Shipment, moved: readonly MovedOrder[], { actorId, serials, shippedAt, now }: Leaving): Promise<void> {
  await changeShipment(tx, shipment, {}, { shippedAt: shippedAt ?? now });
  await recordInstalled(tx, shipment, moved, serials, now);
  for (const { order } of moved) await billOrder(tx, order, { actorId, now, shipmentId: shipment.id });
}
