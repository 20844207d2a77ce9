import { lineTotal, microFrom, minorFrom, moneyOf, sum, type Money } from '#kernel/money.ts';
import { fromMicro, toMicro } from '#kernel/quantity.ts';
import { seesNetPrices, type Viewer } from '#kernel/viewer.ts';
import type { ConfirmedLine, Confirmation, PriceStep } from './confirmation.ts';

export interface Prices {
  readonly unitMicro: bigint;
  readonly totalMinor: bigint;
  readonly discountMinor: bigint;
  readonly explanation: readonly PriceStep[];
}

/** A line's prices as the viewer may see them: business buyers without VIEW_NET_PRICE see what the list said. [CART-29, NOTIF-07] */
export function shownPrices(viewer: Viewer | null, line: Prices & { readonly quantityMicro: bigint }, currency: string): Prices {
  const list = line.explanation.find((step) => step.kind === 'LIST');
  if (!list || seesNetPrices(viewer)) return line;
  const unitMicro = microFrom(list.unitPriceAfter.amount);
  return { unitMicro, totalMinor: lineTotal(unitMicro, fromMicro(line.quantityMicro), currency), discountMinor: 0n, explanation: [{ ...list, delta: list.unitPriceAfter, losers: null, note: null }] }; // a note names the tier ahead
}

/** The prices of what is not an order yet, likewise. */
export const shownConfirmed = (viewer: Viewer | null, { unitPrice, total, discount, quantity, explanation }: ConfirmedLine, currency: string): Prices =>
  shownPrices(viewer, { unitMicro: microFrom(unitPrice), totalMinor: minorFrom(total, currency), discountMinor: minorFrom(discount, currency), quantityMicro: toMicro(quantity), explanation }, currency);

/** What it costs as the viewer may see it: the lines as shown, with shipping, and with tax where prices do not include it. */
export function shownTotal(viewer: Viewer | null, { currency, lines, total, taxTotal, shippingTotal, pricesIncludeTax }: Confirmation): Money {
  if (seesNetPrices(viewer)) return moneyOf(minorFrom(total, currency), currency);
  const upon = pricesIncludeTax ? 0n : minorFrom(taxTotal, currency);
  return moneyOf(sum([...lines.map((line) => shownConfirmed(viewer, line, currency).totalMinor), minorFrom(shippingTotal, currency), upon]), currency);
}
