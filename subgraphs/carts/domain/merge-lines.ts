import type { DraftLine } from './change-lines.ts';

/** What the catalog says of a product, as far as merging asks. */
export interface ItemFacts {
  readonly itemType: string;
  readonly primaryUom: string;
}

/** Kits, models and what is configured never merge; services of a line are not sold, so what could have some does. [CART-58] */
const MERGED_TYPES: ReadonlySet<string> = new Set(['STANDARD', 'SERVICEABLE']);

export const mergesType = (itemType: string): boolean => MERGED_TYPES.has(itemType);

export type KnownItems = ReadonlyMap<string, ItemFacts>;

/**
 * Puts lines into a cart, raising the quantity of a line that is identical: same product in the same unit under the same
 * agreement, shipped with all the rest. The line that was there keeps all it says. What is not known of a product is taken
 * to be the usual; whoever asks the catalog afterwards checks that. [CART-57, CART-58, CART-60]
 */
export function mergeInto(lines: readonly DraftLine[], incoming: readonly DraftLine[], items: KnownItems): DraftLine[] {
  const merged = [...lines];
  for (const line of incoming) {
    const at = merged.findIndex((each) => isIdentical(each, line, items.get(line.sku)));
    const twin = merged[at];
    if (twin) merged[at] = { ...twin, quantityMicro: twin.quantityMicro + line.quantityMicro };
    else merged.push(line);
  }
  return merged;
}

function isIdentical(a: DraftLine, b: DraftLine, item: ItemFacts | undefined): boolean {
  const differs = a.shipping || b.shipping || a.billTo || b.billTo || a.endCustomer || b.endCustomer || a.configuration || b.configuration;
  if (a.sku !== b.sku || (a.agreementId ?? null) !== (b.agreementId ?? null) || differs) return false;
  if (item && !mergesType(item.itemType)) return false;
  const unitOf = ({ uom }: DraftLine): string | null => uom ?? item?.primaryUom ?? null;
  return unitOf(a) === unitOf(b) || (!item && (a.uom === null || b.uom === null));
}
