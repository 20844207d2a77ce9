import { ratioOf, times, ONE, type Ratio } from './convert-quantity.ts';
import { isTaken, type Part, type PartsByParent } from './expand-kits.ts';

/** Something in a kit or model, however deep. They come in the order of a walk, each before what is in it. */
export interface ExplodedPart {
  readonly sku: string;
  /** How many wholes it is within; 1 for what the product itself takes. */
  readonly depth: number;
  /** How much of it one of what it is in takes, in millionths of its primary unit. */
  readonly ratioMicro: bigint;
  /** How much of it one of the product takes. */
  readonly share: Ratio;
}

const MICRO = 1_000_000n;

/** All that goes into one of a product, as `parts` say it was chosen; options are within their class where that is a thing of the catalog. [ORD-47, ORD-48] */
export function explodeParts(sku: string, parts: PartsByParent, classes: ReadonlySet<string>): ExplodedPart[] {
  const walk = (parent: string, depth: number, share: Ratio): ExplodedPart[] => {
    const taken = parts.get(parent)?.filter(isTaken) ?? [];
    const isOption = ({ optionClass }: Part): boolean => optionClass != null && optionClass !== parent && classes.has(optionClass);
    const shown = new Set<string>();
    return taken.flatMap((part) => {
      if (!isOption(part)) return within(part, depth, share);
      const optionClass = part.optionClass ?? '';
      if (shown.has(optionClass)) return [];
      shown.add(optionClass);
      const options = taken.filter((each) => each.optionClass === optionClass).flatMap((each) => within(each, depth + 1, share));
      return [{ sku: optionClass, depth, ratioMicro: MICRO, share }, ...options];
    });
  };
  const within = ({ componentSku, ratioMicro }: Part, depth: number, share: Ratio): ExplodedPart[] => {
    const ofRoot = times(share, ratioOf(ratioMicro, MICRO));
    return [{ sku: componentSku, depth, ratioMicro, share: ofRoot }, ...walk(componentSku, depth + 1, ofRoot)];
  };
  return walk(sku, 1, ONE);
}
