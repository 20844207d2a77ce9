import { allocate } from '#kernel/money.ts';

/** What was paid for a line, and what of it is already on its way back. */
export interface PaidLine {
  readonly paidMinor: bigint;
  readonly quantityMicro: bigint;
  readonly returnedMicro: bigint;
  readonly refundedMinor: bigint;
}

/**
 * The refund for the next part of a line: the share of all that then came back, less what was refunded before. So parts
 * returned one by one, in any order and with releases between them, add up to what was paid to the cent. [I13]
 */
export function refundFor(line: PaidLine, quantityMicro: bigint, currency: string): bigint {
  const back = line.returnedMicro + quantityMicro;
  const [due = 0n] = allocate(line.paidMinor, [back, line.quantityMicro - back], currency);
  return due - line.refundedMinor;
}
