import type { OrderStatus } from './order-lifecycle.ts';
import { RETURNABLE_STATUSES } from './order-lifecycle.ts';

/** How much of a line may still come back, in millionths: what was ordered and is not on its way back yet. [RET-02, RET-25] */
export function returnableMicro(status: OrderStatus, line: { quantityMicro: bigint; returnedMicro: bigint; returnable: boolean }): bigint {
  if (!line.returnable || !RETURNABLE_STATUSES.has(status)) return 0n;
  return line.quantityMicro - line.returnedMicro;
}
