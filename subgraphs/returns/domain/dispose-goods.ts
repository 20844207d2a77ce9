import { allocate, sum } from '#kernel/money.ts';
import { fromMicro } from '#kernel/quantity.ts';
import { CONSEQUENCES, type Disposition } from './dispositions.ts';
import { quantityOf, type Piece } from './pieces.ts';

export interface DisposableLine {
  readonly id: string;
  readonly orderId: string;
  readonly orderLineId: string;
  readonly quantityMicro: bigint;
  readonly feeMinor: bigint;
  /** What earlier steps took of that. */
  readonly feeTakenMinor: bigint;
}

/** A part of a line of which it was decided what becomes of it. */
export interface Disposed {
  readonly returnLineId: string;
  readonly quantityMicro: bigint;
  readonly serialNumber?: string | null;
  readonly disposition: Disposition;
}

export interface DisposedLine {
  readonly orderId: string;
  readonly orderLineId: string;
  readonly quantity: string;
  readonly serialNumbers: readonly string[];
  readonly disposition: Disposition;
  readonly isCredited: boolean;
  readonly isRestocked: boolean;
  readonly isKept: boolean;
}

/** What a step costs for a line, and all that was taken of its fee then. */
export interface LineFee {
  readonly returnLineId: string;
  readonly orderId: string;
  readonly feeMinor: bigint;
  readonly takenMinor: bigint;
}

/** What others have to hear of a step: by order line and what becomes of it. */
export function disposedLines(lines: readonly DisposableLine[], disposed: readonly Disposed[]): DisposedLine[] {
  return lines.flatMap(({ id, orderId, orderLineId }) =>
    [...Map.groupBy(disposed.filter(({ returnLineId }) => returnLineId === id), ({ disposition }) => disposition)].map(([disposition, parts]) => ({
      orderId,
      orderLineId,
      quantity: fromMicro(quantityOf(parts)),
      serialNumbers: parts.flatMap(({ serialNumber }) => serialNumber ?? []),
      disposition,
      ...CONSEQUENCES[disposition],
    })),
  );
}

/**
 * The fee of a step for each line: the share of all that is credited then, less what was taken before. So it is never more than
 * was announced, though more came than was. What is not credited costs nothing.
 */
export function feesOf(lines: readonly DisposableLine[], before: readonly Piece[], disposed: readonly Disposed[], currency: string): LineFee[] {
  return lines.flatMap((line) => {
    const credited = (pieces: readonly { readonly returnLineId: string; readonly quantityMicro: bigint; readonly disposition?: Disposition | null }[]): bigint =>
      quantityOf(pieces.filter(({ returnLineId, disposition }) => returnLineId === line.id && disposition != null && CONSEQUENCES[disposition].isCredited));
    const micro = credited(before) + credited(disposed);
    const [share = 0n] = micro >= line.quantityMicro ? [line.feeMinor] : allocate(line.feeMinor, [micro, line.quantityMicro - micro], currency);
    const { id: returnLineId, orderId, feeTakenMinor } = line;
    return share > feeTakenMinor ? [{ returnLineId, orderId, feeMinor: share - feeTakenMinor, takenMinor: share }] : [];
  });
}

/** The fees of a step by order, as others are told of them. */
export const feesByOrder = (fees: readonly LineFee[]): { orderId: string; feeMinor: string }[] =>
  [...Map.groupBy(fees, ({ orderId }) => orderId)].map(([orderId, some]) => ({ orderId, feeMinor: String(sum(some.map(({ feeMinor }) => feeMinor))) }));
