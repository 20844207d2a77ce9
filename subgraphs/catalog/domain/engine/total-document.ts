import { sum } from '#kernel/money.ts';
import type { PricedDocument } from './priced-document.ts';
import { NOT_TAXED, sumTaxes, type Taxed } from './tax-amount.ts';

/** The taxes of a whole document: of each line in their order, and of the freight. */
export interface TaxedDocument {
  readonly lines: readonly Taxed[];
  readonly freight: Taxed;
}

/** Puts taxes into a document and adds it up anew; null: nobody could say, and the document says that. */
export function totalDocument(document: PricedDocument, taxed: TaxedDocument | null): PricedDocument {
  const { lines = [], freight = NOT_TAXED } = taxed ?? {};
  const { shipping, subtotalMinor, discountTotalMinor, shippingTotalMinor, pricesIncludeTax } = document;
  const taxes = sumTaxes([...lines, freight].flatMap((each) => each.taxes));
  const taxTotalMinor = sum(taxes.map(({ amountMinor }) => amountMinor));
  const taxReliefMinor = sum([...lines, freight].map(({ reliefMinor }) => reliefMinor));
  return {
    ...document,
    lines: document.lines.map((line, i) => ({ ...line, taxes: lines[i]?.taxes ?? [] })),
    shipping: shipping && { ...shipping, taxes: freight.taxes },
    taxes,
    taxTotalMinor,
    taxReliefMinor,
    taxProblem: taxed === null ? 'TAX_UNAVAILABLE' : null,
    totalMinor: sum([subtotalMinor, -discountTotalMinor, shippingTotalMinor, pricesIncludeTax ? -taxReliefMinor : taxTotalMinor]),
  };
}
