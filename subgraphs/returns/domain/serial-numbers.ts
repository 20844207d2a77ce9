import { refuse } from '#kernel/errors.ts';
import type { OrderedLine } from './ordered-line.ts';

const ONE = 1_000_000n;

/**
 * The serial numbers of what comes back, as the shipment wrote them: numbers of pieces that left with this order line and have not
 * come back, each once and no more than there are units. Without serial control, or before shipment, there are none. [RET-18, RET-19]
 */
export function readSerialNumbers({ id: orderLineId, sku, serialControlled, serialNumbers: known }: OrderedLine, quantityMicro: bigint, given: readonly string[]): string[] {
  if (given.length === 0) return [];
  if (!serialControlled) throw refuse('BAD_USER_INPUT', `${sku} has no serial numbers.`, { orderLineId, sku, reason: 'NOT_SERIAL_CONTROLLED' });
  const found = given.map((serial) => {
    const match = known.find((each) => each.toUpperCase() === serial.trim().toUpperCase());
    if (match === undefined) throw refuse('BAD_USER_INPUT', `No ${sku} with the serial number ${serial} was shipped with this order line, or it has come back.`, { orderLineId, sku, serialNumber: serial, reason: 'SERIAL_NUMBER_UNKNOWN' });
    return match;
  });
  const serials = [...new Set(found)];
  if (BigInt(serials.length) * ONE > quantityMicro) throw refuse('BAD_USER_INPUT', `${serials.length} serial numbers are more than come back of ${sku}.`, { orderLineId, sku, given: serials.length, reason: 'TOO_MANY_SERIAL_NUMBERS' });
  return serials;
}
