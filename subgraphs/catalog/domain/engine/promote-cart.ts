import { allocate, minorFrom, roundToMinor, shareOf, sum } from '#kernel/money.ts';
import { Decimal } from 'decimal.js';
import { stackPromotions } from './order-promotions.ts';
import type { Adjustment, PromotionRefusal, UnitPricedLine } from './priced-document.ts';
import type { PromotionFacts } from './pricing-facts.ts';
import type { PricingScope } from './pricing-scope.ts';

export interface PromotedCart {
  readonly adjustments: readonly Adjustment[];
  /** Each line's part of them, in the order of the lines. */
  readonly discounts: readonly bigint[];
  readonly lost: readonly { readonly id: string; readonly reason: PromotionRefusal }[];
}

/** Promotions on the document, each on what the one before it left, and last what was agreed to come off it, spread over its lines without losing a minor unit. */
export function promoteCart(scope: PricingScope, lines: readonly UnitPricedLine[], promotions: readonly PromotionFacts[]): PromotedCart {
  const left = lines.map((line) => line.totalMinor ?? 0n);
  const meant = (promotion: PromotionFacts): number[] => indexesOf(lines, promotion);
  const worth = (indexes: readonly number[]): bigint => sum(indexes.map((i) => left[i] ?? 0n));
  const { applied, lost } = stackPromotions(promotions.filter((promotion) => promotion.level === 'CART' && isReached(scope, promotion, worth(meant(promotion)))));

  const adjustments = applied.map((promotion) => {
    const indexes = meant(promotion);
    const amountMinor = amountOf(scope, promotion, worth(indexes));
    const parts = allocate(amountMinor, indexes.map((i) => left[i] ?? 0n), scope.currency);
    indexes.forEach((i, at) => (left[i] = (left[i] ?? 0n) - (parts[at] ?? 0n)));
    return { promotionId: promotion.id, promotionVersion: promotion.version, name: promotion.name, code: promotion.code, amountMinor };
  });
  const agreed = takeAgreed(scope, left);
  return {
    adjustments: [...adjustments, ...agreed].filter(({ amountMinor }) => amountMinor !== 0n),
    discounts: lines.map((line, i) => (line.totalMinor ?? 0n) - (left[i] ?? 0n)),
    lost: lost.map(({ promotion, reason }) => ({ id: promotion.id, reason })),
  };
}

/** Off every line, those with a price of their own too. */
function takeAgreed({ request, currency }: PricingScope, left: bigint[]): Adjustment[] {
  const worth = sum(left);
  const wished = request.discount == null ? 0n : minorFrom(request.discount, currency);
  const amountMinor = wished < worth ? wished : worth;
  if (amountMinor <= 0n) return [];
  const parts = allocate(amountMinor, left, currency);
  parts.forEach((part, i) => (left[i] = (left[i] ?? 0n) - part));
  return [{ promotionId: 'agreed-discount', promotionVersion: null, name: 'Agreed discount', code: null, amountMinor }];
}

/** What a rep priced by hand is nobody's to discount again. */
function indexesOf(lines: readonly UnitPricedLine[], { skus }: PromotionFacts): number[] {
  const only = skus && new Set(skus);
  return lines.flatMap(({ sku, totalMinor, overridden }, i) => (totalMinor !== null && !overridden && (only === null || only.has(sku)) ? [i] : []));
}

function isReached(scope: PricingScope, { kind, amountOffMicro, minSubtotalMicro, currency }: PromotionFacts, worth: bigint): boolean {
  if (worth === 0n || (kind === 'AMOUNT' && scope.convert(amountOffMicro ?? 0n, currency) === undefined)) return false;
  const least = scope.convert(minSubtotalMicro ?? 0n, currency);
  return least !== undefined && minorOf(least, scope.currency) <= worth;
}

function amountOf(scope: PricingScope, { kind, percentOff, amountOffMicro, currency }: PromotionFacts, worth: bigint): bigint {
  if (kind === 'PERCENT') return shareOf(worth, new Decimal(percentOff ?? '0').div(100), scope.currency);
  const off = minorOf(scope.convert(amountOffMicro ?? 0n, currency) ?? 0n, scope.currency);
  return off < worth ? off : worth;
}

const minorOf = (micro: bigint, currency: string): bigint => roundToMinor(new Decimal(micro.toString()), currency);
