import { fromMicro } from '#kernel/quantity.ts';
import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { OrdersContext } from '../context.ts';
import type { Shipment } from '../entities/shipment.ts';
import { changeShipment, inShipment, judgeShipment } from './change-shipment.ts';
import { moveLines } from './move-lines.ts';

/** A parcel that has not left is unpacked: what was in it lies ready again. */
export async function cancelShipment(context: OrdersContext, shipmentId: string): Promise<Shipment> {
  const viewer = requireAdministrator(context);
  return context.db.transact(async (tx) => {
    const shipment = await judgeShipment(tx, shipmentId, 'cancel');
    const lines = (await inShipment(tx, shipmentId)).map(({ orderLineId, quantityMicro }) => ({ orderLineId, quantity: fromMicro(quantityMicro) }));
    if (lines.length > 0) await moveLines(tx, { viewer, config: context.config, now: context.clock.now(), move: 'unpack', lines, shipment, cause: 'LINES_UNPACKED' });
    return changeShipment(tx, shipment, {});
  });
}
