import { once } from '#kernel/idempotency.ts';
import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { OrdersContext } from '../context.ts';
import type { Shipment } from '../entities/shipment.ts';
import { changeShipment, judgeShipment } from './change-shipment.ts';
import { moveLines, type QuantityOfLine } from './move-lines.ts';
import { openShipment, type ParcelFacts } from './open-shipment.ts';

export interface PackLines extends ParcelFacts {
  /** The parcel they go into; a new one when left out. */
  readonly shipmentId?: string | null;
  readonly lines: readonly QuantityOfLine[];
  readonly idempotencyKey?: string | null;
}

/** What was picked goes into a parcel: a new one, or one that has not left. [ORD-31, ORD-32] */
export async function packLines(context: OrdersContext, input: PackLines): Promise<Shipment> {
  const viewer = requireAdministrator(context);
  const { shipmentId, lines, idempotencyKey: key } = input;
  const now = context.clock.now();
  const id = await context.db.transact((tx) =>
    once(tx, viewer, { operation: 'packLines', key, body: input }, async () => {
      const parcel = shipmentId == null ? await openShipment(tx, lines[0]?.orderLineId ?? '', input, now) : await judgeShipment(tx, shipmentId, 'pack');
      const shipment = await changeShipment(tx, parcel, input);
      await moveLines(tx, { viewer, config: context.config, now, move: 'pack', lines, shipment, cause: 'LINES_PACKED' });
      return shipment.id;
    }),
  );
  return context.db.sql.selectFrom('Shipment').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}
