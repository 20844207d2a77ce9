import { isComponent } from './line-tree.ts';
import { isOurs, RETURNABLE_STATUSES, type OrderStatus, type OrderHandOver } from './order-lifecycle.ts';

/**
 * How much of a line may still come back, in millionths: what was ordered and is not on its way back yet; once the warehouse
 * has told of the line, or where nothing else may come back, of what was shipped. Components come back with what they are in; what
 * another system ships comes back there. [RET-02, RET-25, EXT-14, V 29]
 */
export function returnableMicro({ status, handOver }: { status: OrderStatus; handOver?: OrderHandOver | null }, line: { quantityMicro: bigint; pickedMicro: bigint; shippedMicro: bigint; returnedMicro: bigint; returnable: boolean; parentLineId?: string | null }, shippedOnly: boolean = false): bigint {
  if (isComponent(line) || !line.returnable || !RETURNABLE_STATUSES.has(status) || !isOurs(handOver)) return 0n;
  const wholeMicro = shippedOnly || line.pickedMicro > 0n ? line.shippedMicro : line.quantityMicro;
  return wholeMicro > line.returnedMicro ? wholeMicro - line.returnedMicro : 0n;
}
