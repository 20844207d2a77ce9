import { lineTotal, microFrom } from '#kernel/money.ts';
import { fromMicro } from '#kernel/quantity.ts';
import { seesNetPrices, type Viewer } from '#kernel/viewer.ts';
import type { PriceStep } from './confirmation.ts';

export interface Prices {
  readonly unitMicro: bigint;
  readonly totalMinor: bigint;
  readonly explanation: readonly PriceStep[];
}

/** A line's prices as the viewer may see them: business buyers without VIEW_NET_PRICE see what the list said. [CART-29, NOTIF-07] */
export function shownPrices(viewer: Viewer | null, line: Prices & { readonly quantityMicro: bigint }, currency: string): Prices {
  const list = line.explanation.find((step) => step.kind === 'LIST');
  if (!list || seesNetPrices(viewer)) return line;
  const unitMicro = microFrom(list.unitPriceAfter.amount);
  return { unitMicro, totalMinor: lineTotal(unitMicro, fromMicro(line.quantityMicro), currency), explanation: [{ ...list, note: null }] }; // a note names the tier ahead
}
