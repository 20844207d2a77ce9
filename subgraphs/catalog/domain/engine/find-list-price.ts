import type { OptionChoice } from '#kernel/option-choice.ts';
import { fromMicro } from '#kernel/quantity.ts';
import { configureParts, isConfigured, type ConfiguredPart } from '../configure-parts.ts';
import { inverse, ONE, ratioText, roundedDown, roundedUp, times, type Ratio } from '../convert-quantity.ts';
import { rollUpPrices } from '../roll-up-price.ts';
import { findTier, type FoundTier } from './find-tier.ts';
import type { ListFacts, PriceRow, PricingFacts, ProductFacts } from './pricing-facts.ts';

export interface WantedGoods {
  readonly sku: string;
  readonly uom: string;
  readonly quantityMicro: bigint;
  /** Options of a model, which fit it. */
  readonly configuration?: readonly OptionChoice[] | null;
}

/** A step before the list price: what it is put together of. */
export interface Origin {
  readonly kind: 'BASE' | 'UNIT' | 'COMPONENT' | 'OPTION';
  /** The SKU or unit whose price it is. */
  readonly source: string;
  readonly afterMicro: bigint;
  readonly note: string;
}

export interface FoundPrice extends FoundTier {
  /** How it came about, when it is not a price of the product in this unit. */
  readonly note: string | null;
  readonly origin: readonly Origin[];
}

type Facts = Pick<PricingFacts, 'products' | 'prices'>;

/** What a list gives for goods: their price in this unit, or that of another unit times the factor, or of a kit that of its parts; and the options chosen. */
export function findListPrice(facts: Facts, list: ListFacts, goods: WantedGoods, at: Date): FoundPrice | undefined {
  const { sku, uom, quantityMicro } = goods;
  const rows = facts.prices.get(sku)?.get(list.code) ?? [];
  if (rows.some((row) => row.uom === uom)) {
    const found = findTier({ rows, tierRule: list.tierRule, quantityMicro, uom, at });
    return found && withOptions(facts, list, goods, at, { ...found, note: null, origin: [] });
  }
  const product = facts.products.get(sku);
  if (!product) return undefined;
  if (rows.length === 0) return ofParts(facts, product, list, goods, at);
  const found = ofAnotherUnit(product, rows, list, goods, at);
  return found && withOptions(facts, list, goods, at, found);
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
      origin: [{ kind: 'UNIT', source: other, afterMicro: found.listMicro, note: `The price of one ${other}` }],
    };
  }
  return undefined;
}

function ofParts(facts: Facts, product: ProductFacts, list: ListFacts, goods: WantedGoods, at: Date): FoundPrice | undefined {
  const parts = configureParts(product, goods.configuration ?? []);
  const factor = factorOf(product, goods.uom);
  if (!isConfigured(parts) || parts.length === 0 || !factor) return undefined;
  const kits = roundedUp(goods.quantityMicro, factor);
  const rolled = priceParts(facts, list, parts, kits, at);
  if (!rolled) return undefined;
  const unitPriceMicro = halfUp(rolled.origin.at(-1)?.afterMicro ?? 0n, factor);
  const tier = { uom: goods.uom, minQuantityMicro: MICRO, unitPriceMicro, validFrom: at, validUntil: rolled.validUntil };
  return { listMicro: unitPriceMicro, tier, passed: [], next: undefined, note: 'The sum of its parts', origin: rolled.origin };
}

/** A model with a price of its own costs that with its defaults; an option beyond them adds what it costs, one given up takes nothing off. */
function withOptions(facts: Facts, list: ListFacts, goods: WantedGoods, at: Date, found: FoundPrice): FoundPrice | undefined {
  const product = facts.products.get(goods.sku);
  if (!product || !goods.configuration?.length) return found;
  const parts = configureParts(product, goods.configuration);
  const factor = factorOf(product, goods.uom);
  if (!isConfigured(parts) || !factor) return undefined;
  const beyond = parts.filter(({ ratioMicro, includedMicro }) => ratioMicro > includedMicro).map((part) => ({ ...part, ratioMicro: part.ratioMicro - part.includedMicro }));
  if (beyond.length === 0) return found;
  const rolled = priceParts(facts, list, beyond, roundedUp(goods.quantityMicro, factor), at);
  if (!rolled) return undefined;
  const inUnit = rolled.origin.map((step) => ({ ...step, afterMicro: found.listMicro + halfUp(step.afterMicro, factor) }));
  const optionsMicro = (inUnit.at(-1)?.afterMicro ?? 0n) - found.listMicro;
  const dearer = (tier: PriceRow): PriceRow => ({ ...tier, unitPriceMicro: tier.unitPriceMicro + optionsMicro });
  return {
    listMicro: found.listMicro + optionsMicro,
    tier: { ...dearer(found.tier), validUntil: firstEnd([found.tier.validUntil, rolled.validUntil]) },
    passed: found.passed.map(dearer),
    next: found.next && dearer(found.next),
    note: found.note,
    origin: [...found.origin, { kind: 'BASE', source: goods.sku, afterMicro: found.listMicro, note: 'As it stands' }, ...inUnit],
  };
}

/** What the parts of one cost together, one step each. */
function priceParts(facts: Facts, list: ListFacts, parts: readonly ConfiguredPart[], kitsMicro: bigint, at: Date): { origin: Origin[]; validUntil: Date | null } | undefined {
  const priced = parts.map((part) => priceOfPart(facts, list, part, kitsMicro, at));
  const after = rollUpPrices(parts.map(({ ratioMicro }, i) => priced[i] && { ratioMicro, unitPriceMicro: priced[i].tier.unitPriceMicro }));
  if (!after) return undefined;
  const origin = parts.map(({ componentSku, ratioMicro, optionClass }, i): Origin => ({
    kind: optionClass == null ? 'COMPONENT' : 'OPTION',
    source: componentSku,
    afterMicro: after[i] ?? 0n,
    note: `${fromMicro(ratioMicro)} x ${componentSku}`,
  }));
  return { origin, validUntil: firstEnd(priced.map((found) => found?.tier.validUntil)) };
}

function priceOfPart(facts: Facts, list: ListFacts, { componentSku, ratioMicro }: ConfiguredPart, kitsMicro: bigint, at: Date): FoundPrice | undefined {
  const component = facts.products.get(componentSku);
  if (!component) return undefined;
  return findListPrice(facts, list, { sku: componentSku, uom: component.primaryUom, quantityMicro: (kitsMicro * ratioMicro) / MICRO }, at);
}

function firstEnd(ends: readonly (Date | null | undefined)[]): Date | null {
  const known = ends.flatMap((end) => end?.getTime() ?? []);
  return known.length === 0 ? null : new Date(Math.min(...known));
}

/** How many primary units one holds; undefined when that was not asked or is not known. */
export const factorOf = ({ primaryUom, factors }: ProductFacts, uom: string): Ratio | undefined => (uom === primaryUom ? ONE : factors?.get(uom));

function ratioBetween(product: ProductFacts, from: string, to: string): Ratio | undefined {
  const [numerator, denominator] = [factorOf(product, from), factorOf(product, to)];
  return numerator && denominator && times(numerator, inverse(denominator));
}

const MICRO = 1_000_000n;
const halfUp = (micro: bigint, { numerator, denominator }: Ratio): bigint => (2n * micro * numerator + denominator) / (2n * denominator);
