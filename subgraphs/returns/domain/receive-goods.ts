import { refuse } from '#kernel/errors.ts';
import { fromMicro, readQuantity, toMicro } from '#kernel/quantity.ts';
import { ONE, quantityOf, type Piece } from './pieces.ts';

/** What happens when more arrives than was announced: it is refused, or taken in as far as it may come back. */
export const OVER_RECEIPTS = ['REFUSE', 'ACCEPT'] as const;

export interface ReceivedLine {
  readonly returnLineId: string;
  readonly quantity: string;
  readonly serialNumbers?: readonly string[] | null;
}

export interface ExpectedLine {
  readonly id: string;
  readonly orderLineId: string;
  readonly sku: string;
  readonly quantityMicro: bigint;
}

/** What orders knows of what left with an order line. */
export interface ShippedLine {
  readonly serialControlled: boolean;
  /** Of what the customer still has; none where nobody told of parcels. */
  readonly serialNumbers: readonly string[];
}

export type NewPiece = Pick<Piece, 'returnLineId' | 'quantityMicro'> & { readonly serialNumber: string | null };

export interface OverLine {
  readonly line: ExpectedLine;
  /** How much of the line has then arrived. */
  readonly quantityMicro: bigint;
}

export interface Arrived {
  readonly pieces: readonly NewPiece[];
  /** Lines of which more came than was announced. */
  readonly over: readonly OverLine[];
}

/** Reads what arrived. Several receipts may bring a line bit by bit; a product with serial numbers comes piece by piece. */
export function readArrived(lines: readonly ExpectedLine[], present: readonly Piece[], wanted: readonly ReceivedLine[], shipped: ReadonlyMap<string, ShippedLine>): Arrived {
  if (wanted.length === 0) throw refuse('BAD_USER_INPUT', 'Say what arrived.');
  const pieces = wanted.flatMap((each, i) => {
    const { returnLineId } = each;
    const line = lines.find(({ id }) => id === returnLineId);
    if (!line) throw refuse('NOT_FOUND', 'There is no such line in this return.', { returnLineId });
    if (wanted.findIndex((other) => other.returnLineId === returnLineId) !== i) throw refuse('BAD_USER_INPUT', 'Name each line once.', { returnLineId });
    const quantityMicro = toMicro(readQuantity(each.quantity));
    if (quantityMicro === 0n) throw refuse('QUANTITY_INVALID', 'Nothing arrives with a quantity of 0.', { returnLineId });
    return piecesOf(line, quantityMicro, each.serialNumbers ?? [], shipped.get(line.orderLineId), present);
  });
  const over = lines.flatMap((line) => {
    const quantityMicro = quantityOf([...present, ...pieces].filter(({ returnLineId }) => returnLineId === line.id));
    return quantityMicro > line.quantityMicro && pieces.some(({ returnLineId }) => returnLineId === line.id) ? { line, quantityMicro } : [];
  });
  return { pieces, over };
}

function piecesOf({ id: returnLineId, sku }: ExpectedLine, quantityMicro: bigint, given: readonly string[], shipped: ShippedLine | undefined, present: readonly Piece[]): NewPiece[] {
  const facts = { returnLineId, sku };
  if (!shipped?.serialControlled) {
    if (given.length > 0) throw refuse('BAD_USER_INPUT', `${sku} has no serial numbers.`, facts);
    return [{ returnLineId, quantityMicro, serialNumber: null }];
  }
  const serials = given.map((serial) => serial.trim().toUpperCase());
  const isComplete = quantityMicro === BigInt(serials.length) * ONE && new Set(serials).size === serials.length;
  if (!isComplete) throw refuse('BAD_USER_INPUT', `Each piece of ${sku} has a serial number: give as many as arrived, each once.`, { ...facts, given: serials.length });
  return serials.map((serial) => {
    const known = shipped.serialNumbers.length === 0 ? serial : shipped.serialNumbers.find((each) => each.toUpperCase() === serial);
    if (known === undefined) throw refuse('BAD_USER_INPUT', `No ${sku} with the serial number ${serial} was shipped with this order line, or it has come back.`, { ...facts, serialNumber: serial });
    if (present.some((piece) => piece.serialNumber === known)) throw refuse('BAD_USER_INPUT', `${sku} ${known} has arrived before.`, { ...facts, serialNumber: known });
    return { returnLineId, quantityMicro: ONE, serialNumber: known };
  });
}

/** More than was announced, where that is not taken in. */
export function refuseOver(over: readonly OverLine[]): void {
  const lines = over.map(({ line, quantityMicro }) => ({ returnLineId: line.id, sku: line.sku, expectedQuantity: fromMicro(line.quantityMicro), receivedQuantity: fromMicro(quantityMicro) }));
  const [first] = lines;
  if (first) throw refuse('RETURN_QUANTITY_EXCEEDED', `Of ${first.sku} ${first.expectedQuantity} were to come back, and ${first.receivedQuantity} did.`, { ...first, lines });
}
