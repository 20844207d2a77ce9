import type { Confirmed } from './confirmation.ts';

/** An order that is about to be placed, as outside systems are asked about it. Type of a peer's input. */
export interface OrderToPrepare {
  readonly accountId: string;
  readonly currency: string;
  readonly lines: readonly { readonly sku: string; readonly uom: string; readonly quantity: string; readonly unitPrice: string; readonly discount: string; readonly refresh: boolean }[];
  readonly shipping: string;
  readonly tax: string;
  readonly taxIncluded: boolean;
  readonly total: string;
}

/** @param isNegotiated a quote stands at its prices, whatever outside systems say by now */
export function orderToPrepare(confirmed: Confirmed, isNegotiated: boolean): OrderToPrepare {
  const { accountId, currency, shippingTotal, taxTotal, pricesIncludeTax, total } = confirmed;
  const lines = confirmed.lines.map(({ sku, uom, quantity, unitPrice, discount, explanation }) => {
    const refresh = !isNegotiated && explanation.some(({ kind }) => kind === 'OUTSIDE');
    return { sku, uom, quantity, unitPrice, discount, refresh };
  });
  return { accountId, currency, lines, shipping: shippingTotal, tax: taxTotal, taxIncluded: pricesIncludeTax, total };
}
