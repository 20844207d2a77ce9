import type { Adjustment, FreeLine, PricedLine, PricedShipping, PriceSource } from './priced-document.ts';
import type { PricingFacts } from './pricing-facts.ts';
import type { StepKind } from './waterfall.ts';

interface Priced {
  readonly lines: readonly PricedLine[];
  readonly freeLines: readonly FreeLine[];
  readonly adjustments: readonly Adjustment[];
  readonly shipping: PricedShipping | null;
  /** Whether tax rates had a say. */
  readonly taxed: boolean;
}

const TYPE_OF: { readonly [K in StepKind]?: PriceSource['type'] } = { LIST: 'priceList', AGREEMENT: 'agreement', PROMOTION: 'promotion', CONVERSION: 'exchangeRates' };

/** Everything the price was made of, once each, under the name its events carry. */
export function nameSources(facts: PricingFacts, { lines, freeLines, adjustments, shipping, taxed }: Priced): PriceSource[] {
  const sources = new Map<string, PriceSource>();
  const add = (type: PriceSource['type'], id: string, version: number): void => void sources.set(`${type} ${id}`, { type, id, version });
  for (const { steps } of lines) {
    for (const { kind, source, sourceVersion } of steps) {
      const type = TYPE_OF[kind];
      if (type && sourceVersion !== null) add(type, type === 'exchangeRates' ? type : source, sourceVersion);
    }
  }
  for (const { promotionId, promotionVersion } of [...freeLines, ...adjustments]) if (promotionVersion !== null) add('promotion', promotionId, promotionVersion);
  if (taxed) add('taxTable', 'taxTable', facts.taxes.version);
  if (shipping) add('shipping', 'shipping', facts.shipping.version);
  return [...sources.values()].sort((a, b) => (`${a.type} ${a.id}` < `${b.type} ${b.id}` ? -1 : 1));
}
