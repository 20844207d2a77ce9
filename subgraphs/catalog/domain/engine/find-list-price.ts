import { inverse, ONE, ratioText, roundedDown, roundedUp, times, type Ratio } from '../convert-quantity.ts';
import { isTaken, type Part } from '../expand-kits.ts';
import { rollUpPrice } from '../roll-up-price.ts';
import { findTier, type FoundTier } from './find-tier.ts';
import type { ListFacts, PriceRow, PricingFacts, ProductFacts } from './pricing-facts.ts';

export interface WantedGoods {
  readonly sku: string;
  readonly uom: string;
  readonly quantityMicro: bigint;
}

export interface FoundPrice extends FoundTier {
  /** How it came about, when it is not a price of the product in this unit. */
  readonly note: string | null;
}

type Facts = Pick<PricingFacts, 'products' | 'prices'>;

/** What a list gives for goods: their price in this unit, or that of another unit times the factor, or of a kit that of its parts. */
export function findListPrice(facts: Facts, list: ListFacts, goods: WantedGoods, at: Date): FoundPrice | undefined {
  const { sku, uom, quantityMicro } = goods;
  const rows = facts.prices.get(sku)?.get(list.code) ?? [];
  if (rows.some((row) => row.uom === uom)) {
    const found = findTier({ rows, tierRule: list.tierRule, quantityMicro, uom, at });
    return found && { ...found, note: null };
  }
  const product = facts.products.get(sku);
  if (!product) return undefined;
  return rows.length > 0 ? ofAnotherUnit(product, rows, list, goods, at) : ofParts(facts, product, list, goods, at);
}

/** The first of the product's units that has a price; tiers are chosen in that unit, where they are exact. */
function ofAnotherUnit(product: ProductFacts, rows: readonly PriceRow[], { tierRule }: ListFacts, { uom, quantityMicro }: WantedGoods, at: Date): FoundPrice | undefined {
  for (const other of product.uoms) {
    const ratio = ratioBetween(product, uom, other);
    const found = ratio && findTier({ rows, tierRule, quantityMicro: roundedDown(quantityMicro, ratio), uom: other, at });
    if (!found) continue;
    const inUnit = (tier: PriceRow): PriceRow => ({ ...tier, uom, unitPriceMicro: halfUp(tier.unitPriceMicro, ratio), minQuantityMicro: roundedUp(tier.minQuantityMicro, inverse(ratio)) });
    return {
      listMicro: halfUp(found.listMicro, ratio),
      tier: inUnit(found.tier),
      passed: found.passed.map(inUnit),
      next: found.next && inUnit(found.next),
      note: `Priced by ${other}: 1 ${uom} = ${ratioText(ratio)} ${other}`,
    };
  }
  return undefined;
}

function ofParts(facts: Facts, product: ProductFacts, list: ListFacts, { uom, quantityMicro }: WantedGoods, at: Date): FoundPrice | undefined {
  const parts = product.parts?.filter(isTaken) ?? [];
  const factor = factorOf(product, uom);
  if (parts.length === 0 || !factor) return undefined;
  const kits = roundedUp(quantityMicro, factor);
  const priced = parts.map((part) => priceOfPart(facts, list, part, kits, at));
  const unitMicro = rollUpPrice(undefined, parts.map(({ ratioMicro }, i) => priced[i] && { ratioMicro, unitPriceMicro: priced[i].tier.unitPriceMicro }));
  if (unitMicro === undefined) return undefined;
  const unitPriceMicro = halfUp(unitMicro, factor);
  const ends = priced.flatMap((found) => found?.tier.validUntil ?? []).map((end) => end.getTime());
  const validUntil = ends.length === 0 ? null : new Date(Math.min(...ends));
  return { listMicro: unitPriceMicro, tier: { uom, minQuantityMicro: MICRO, unitPriceMicro, validFrom: at, validUntil }, passed: [], next: undefined, note: 'The sum of its parts' };
}

function priceOfPart(facts: Facts, list: ListFacts, { componentSku, ratioMicro }: Part, kitsMicro: bigint, at: Date): FoundPrice | undefined {
  const component = facts.products.get(componentSku);
  if (!component) return undefined;
  return findListPrice(facts, list, { sku: componentSku, uom: component.primaryUom, quantityMicro: (kitsMicro * ratioMicro) / MICRO }, at);
}

/** How many primary units one holds; undefined when that was not asked or is not known. */
export const factorOf = ({ primaryUom, factors }: ProductFacts, uom: string): Ratio | undefined => (uom === primaryUom ? ONE : factors?.get(uom));

function ratioBetween(product: ProductFacts, from: string, to: string): Ratio | undefined {
  const [numerator, denominator] = [factorOf(product, from), factorOf(product, to)];
  return numerator && denominator && times(numerator, inverse(denominator));
}

const MICRO = 1_000_000n;
const halfUp = (micro: bigint, { numerator, denominator }: Ratio): bigint => (2n * micro * numerator + denominator) / (2n * denominator);
