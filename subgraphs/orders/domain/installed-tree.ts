import { goingAlong } from './component-quantities.ts';
import { within, type TreeLine } from './line-tree.ts';

interface ShippedLine extends TreeLine {
  readonly sku: string;
  readonly serialControlled: boolean;
  readonly quantityMicro: bigint;
  readonly canceledMicro: bigint;
  readonly shippedMicro: bigint;
}

/** A piece with its serial number, or so much of a line. */
export interface Piece<Line> {
  readonly line: Line;
  readonly serialNumber: string | null;
  readonly quantityMicro: bigint;
  /** What it is in, of the same parcel. */
  readonly parent: Piece<Line> | null;
  /** How many such things it is in. */
  readonly depth: number;
}

const ONE = 1_000_000n;

/**
 * What a customer has after so much of a line left: its pieces, and within each its share of the components that are sent,
 * serial numbers in the order they were told. Services and classes of options are nothing to have. [ORD-41, ORD-42]
 */
export function installedTree<Line extends ShippedLine>(lines: readonly Line[], carrier: Line, leftMicro: bigint, serialsOf: (line: Line, quantityMicro: bigint) => readonly string[]): Piece<Line>[] {
  const byLine = new Map([[carrier.id, piecesOf(carrier, leftMicro, serialsOf(carrier, leftMicro), [])]]);
  const before = carrier.shippedMicro - leftMicro;
  const wholeOf = ({ parentLineId }: TreeLine): readonly Piece<Line>[] => {
    const parent = lines.find(({ id }) => id === parentLineId);
    return parent ? (byLine.get(parent.id) ?? wholeOf(parent)) : [];
  };
  for (const line of within(lines, carrier.id)) {
    if (!line.shippable) continue;
    const quantityMicro = goingAlong(line, carrier, carrier.shippedMicro) - goingAlong(line, carrier, before);
    if (quantityMicro > 0n) byLine.set(line.id, piecesOf(line, quantityMicro, serialsOf(line, quantityMicro), wholeOf(line)));
  }
  return [...byLine.values()].flat();
}

/** The serial numbers, or else the quantity, shared out over the pieces it is in; what cannot be shared goes to the last. */
function piecesOf<Line>(line: Line, quantityMicro: bigint, serials: readonly string[], wholes: readonly Piece<Line>[]): Piece<Line>[] {
  const inside = (parent: Piece<Line> | undefined): Pick<Piece<Line>, 'parent' | 'depth'> => ({ parent: parent ?? null, depth: parent ? parent.depth + 1 : 0 });
  if (serials.length > 0) return serials.map((serialNumber, i) => ({ line, serialNumber, quantityMicro: ONE, ...inside(wholes[Math.floor((i * wholes.length) / serials.length)]) }));
  if (wholes.length === 0) return [{ line, serialNumber: null, quantityMicro, ...inside(undefined) }];
  const upTo = (count: number): bigint => (quantityMicro * BigInt(count)) / BigInt(wholes.length);
  return wholes.flatMap((whole, i) => {
    const share = upTo(i + 1) - upTo(i);
    return share > 0n ? [{ line, serialNumber: null, quantityMicro: share, ...inside(whole) }] : [];
  });
}

interface Owned {
  readonly accountId: string;
  readonly ownerId: string;
}

/** What hangs together is told as long as it is the same person's, of the same account. [ORD-41] */
export const isConnected = (item: Owned, other: Owned): boolean => item.accountId === other.accountId && item.ownerId === other.ownerId;
