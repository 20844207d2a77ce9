import { fromMicro, toMicro } from '#kernel/quantity.ts';
import { ratioOf, inverse, plus, roundedDown, roundedUp, times, ONE, type Ratio } from './convert-quantity.ts';
import type { Counted } from './availability.ts';

export interface Part {
  readonly componentSku: string;
  /** How much of it one of the parent takes, in millionths of its primary unit. */
  readonly ratioMicro: bigint;
  readonly optional: boolean;
  /** Of the parts of one class one is taken: the default, as long as lines carry no choice. */
  readonly optionClass?: string | null;
  readonly isDefault: boolean;
}

/** What each parent is made of, one level; a product that is not in it is a thing of its own. */
export type PartsByParent = ReadonlyMap<string, readonly Part[]>;

const MICRO = 1_000_000n;

/** What leaves the shelf with one: always what a kit needs, of options the default. */
export const isTaken = ({ optional, optionClass, isDefault }: Part): boolean => isDefault || !(optional || optionClass);

/** How much of each thing on a shelf one of a product takes, through kits in kits. */
export function takenBy(sku: string, parts: PartsByParent): Map<string, Ratio> {
  const leaves = new Map<string, Ratio>();
  const walk = (each: string, share: Ratio): void => {
    const taken = parts.get(each)?.filter(isTaken) ?? [];
    if (taken.length === 0) leaves.set(each, plusMaybe(leaves.get(each), share));
    for (const { componentSku, ratioMicro } of taken) walk(componentSku, times(share, ratioOf(ratioMicro, MICRO)));
  };
  walk(sku, ONE);
  return leaves;
}

export interface ShelfLine {
  readonly sku: string;
  readonly quantity: string;
  /** What it is made of, where that was chosen. */
  readonly configured?: readonly Part[];
}

/** Lines of products as lines of what they are made of; not summed yet. */
export function expandLines(lines: readonly ShelfLine[], parts: PartsByParent): ShelfLine[] {
  const asChosen = ({ sku, configured }: ShelfLine): PartsByParent => (configured ? new Map(parts).set(sku, configured) : parts);
  return lines.flatMap((line) => [...takenBy(line.sku, asChosen(line))].map(([leaf, ratio]) => ({ sku: leaf, quantity: fromMicro(roundedUp(toMicro(line.quantity), ratio)) })));
}

/** How many can be put together of what lies there; undefined when none of the parts is counted. */
export function makeable(sku: string, parts: PartsByParent, stock: ReadonlyMap<string, Counted>, indivisible: boolean): Counted | undefined {
  let least: bigint | undefined;
  for (const [leaf, ratio] of takenBy(sku, parts)) {
    const counted = stock.get(leaf);
    if (!counted) continue;
    const enoughFor = roundedDown(counted.onHandMicro - counted.reservedMicro, inverse(ratio));
    if (least === undefined || enoughFor < least) least = enoughFor;
  }
  if (least === undefined) return undefined;
  return { onHandMicro: indivisible ? least - (least % MICRO) : least, reservedMicro: 0n };
}

const plusMaybe = (a: Ratio | undefined, b: Ratio): Ratio => (a ? plus(a, b) : b);
