import { once } from '#kernel/idempotency.ts';
import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { OrdersContext } from '../context.ts';
import type { Shipment } from '../entities/shipment.ts';
import { leave, type SerialsOfLine } from './confirm-shipment.ts';
import { moveLines, type QuantityOfLine } from './move-lines.ts';
import { openShipment, type ParcelFacts } from './open-shipment.ts';

export interface ShippedLine extends QuantityOfLine {
  readonly serialNumbers?: readonly string[] | null;
}

export interface ShipLines extends ParcelFacts {
  readonly lines: readonly ShippedLine[];
  /** Of what is within them. */
  readonly componentSerials?: readonly SerialsOfLine[] | null;
  readonly shippedAt?: Date | null;
  readonly idempotencyKey?: string | null;
}

/** A parcel left: its lines are picked, packed and shipped in one go, and billed. Lines of several orders of one customer may be in it. [ORD-31, ORD-32] */
export async function shipLines(context: OrdersContext, input: ShipLines): Promise<Shipment> {
  const viewer = requireAdministrator(context);
  const { lines, shippedAt, idempotencyKey: key } = input;
  const now = context.clock.now();
  const shipmentId = await context.db.transact((tx) =>
    once(tx, viewer, { operation: 'shipLines', key, body: { ...input, shippedAt: shippedAt?.toISOString() } }, async () => {
      const shipment = await openShipment(tx, lines[0]?.orderLineId ?? '', input, now);
      const moved = await moveLines(tx, { viewer, config: context.config, now, move: 'ship', lines, shipment, cause: 'LINES_SHIPPED' });
      await leave(tx, { ...shipment, status: 'SHIPPED' }, moved, { actorId: viewer.id, serials: [...lines, ...(input.componentSerials ?? [])], shippedAt, now });
      return shipment.id;
    }),
  );
  return context.db.sql.selectFrom('Shipment').selectAll().where('id', '=', shipmentId).executeTakeFirstOrThrow();
}
