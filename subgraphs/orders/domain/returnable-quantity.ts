import { isComponent } from './line-tree.ts';
import type { OrderStatus } from './order-lifecycle.ts';
import { RETURNABLE_STATUSES } from './order-lifecycle.ts';

/**
 * How much of a line may still come back, in millionths: what was ordered and is not on its way back yet; once the warehouse
 * has told of the line, or where nothing else may come back, of what was shipped. Components come back with what they are in. [RET-02, RET-25, V 29]
 */
export function returnableMicro(status: OrderStatus, line: { quantityMicro: bigint; pickedMicro: bigint; shippedMicro: bigint; returnedMicro: bigint; returnable: boolean; parentLineId?: string | null }, shippedOnly: boolean = false): bigint {
  if (isComponent(line) || !line.returnable || !RETURNABLE_STATUSES.has(status)) return 0n;
  const wholeMicro = shippedOnly || line.pickedMicro > 0n ? line.shippedMicro : line.quantityMicro;
  return wholeMicro > line.returnedMicro ? wholeMicro - line.returnedMicro : 0n;
}
