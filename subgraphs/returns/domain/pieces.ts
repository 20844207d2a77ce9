import { refuse, type ErrorDetails } from '#kernel/errors.ts';
import { fromMicro } from '#kernel/quantity.ts';
import type { Condition, Disposition } from './dispositions.ts';

/** So much of a return line at one step. */
export interface Piece {
  readonly id: string;
  readonly returnLineId: string;
  readonly serialNumber?: string | null;
  readonly quantityMicro: bigint;
  readonly condition?: Condition | null;
  readonly disposition?: Disposition | null;
}

export const ONE = 1_000_000n;

export const quantityOf = (pieces: readonly { readonly quantityMicro: bigint }[]): bigint => pieces.reduce((all, piece) => all + piece.quantityMicro, 0n);

export interface WantedPieces {
  readonly quantityMicro: bigint;
  /** Which ones, of products that have serial numbers; left out, the first ones. */
  readonly serialNumbers: readonly string[];
}

/** A piece of which a part is taken: the rest stays as it was. */
export interface Taken<P extends Piece> {
  readonly piece: P;
  readonly quantityMicro: bigint;
}

/** Takes a quantity from pieces, the first ones first; all or none. */
export function takePieces<P extends Piece>(pieces: readonly P[], { quantityMicro, serialNumbers }: WantedPieces, facts: ErrorDetails): Taken<P>[] {
  const stranger = serialNumbers.find((serial) => !pieces.some((piece) => piece.serialNumber === serial));
  if (stranger !== undefined) throw refuse('INVALID_STATE', `No piece with the serial number ${stranger} waits for this.`, { ...facts, serialNumber: stranger });
  const eligible = serialNumbers.length === 0 ? pieces : pieces.filter(({ serialNumber }) => serialNumber != null && serialNumbers.includes(serialNumber));
  const available = quantityOf(eligible);
  if (quantityMicro > available || (serialNumbers.length > 0 && quantityMicro !== available)) {
    throw refuse('INVALID_STATE', `${fromMicro(available)} of it wait for this, not ${fromMicro(quantityMicro)}.`, { ...facts, quantity: fromMicro(available) });
  }
  const taken: Taken<P>[] = [];
  let left = quantityMicro;
  for (const piece of eligible) {
    if (left === 0n) break;
    const part = left < piece.quantityMicro ? left : piece.quantityMicro;
    taken.push({ piece, quantityMicro: part });
    left -= part;
  }
  return taken;
}

export const LINE_STAGES = ['AWAITED', 'PARTLY_RECEIVED', 'RECEIVED', 'INSPECTED', 'DISPOSED'] as const;
export type LineStage = (typeof LINE_STAGES)[number];

/** How far a line is: as far as the part of it that is furthest behind. [RET-39] */
export function stageOf(quantityMicro: bigint, pieces: readonly Piece[]): LineStage {
  const received = quantityOf(pieces);
  if (received === 0n) return 'AWAITED';
  if (received < quantityMicro) return 'PARTLY_RECEIVED';
  if (pieces.some(({ condition }) => condition == null)) return 'RECEIVED';
  return pieces.some(({ disposition }) => disposition == null) ? 'INSPECTED' : 'DISPOSED';
}
