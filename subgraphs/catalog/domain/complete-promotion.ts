import { refuse } from '#kernel/errors.ts';
import { microFrom } from '#kernel/money.ts';
import { readQuantity, toMicro } from '#kernel/quantity.ts';
import { checkCurrency, checkNamed, checkNotNegative, checkPercent, completePeriod, type Period } from './check-terms.ts';
import { readCode } from './engine/admit-promotions.ts';
import type { PromotionFacts } from './engine/pricing-facts.ts';

export interface PromotionRecord extends Period {
  readonly id: string;
  readonly name: string;
  readonly code?: string | null;
  readonly level: PromotionFacts['level'];
  readonly kind: PromotionFacts['kind'];
  readonly percentOff?: string | null;
  readonly amountOff?: string | null;
  readonly currency?: string | null;
  readonly buyQuantity?: string | null;
  readonly getQuantity?: string | null;
  readonly getSku?: string | null;
  readonly skus?: readonly string[] | null;
  readonly accountIds?: readonly string[] | null;
  readonly minQuantity?: string | null;
  readonly minSubtotal?: string | null;
  readonly stacking?: PromotionFacts['stacking'] | null;
  readonly priority?: number | null;
  readonly useLimit?: number | null;
  readonly useLimitPerCustomer?: number | null;
  readonly active?: boolean | null;
}

export type CompletePromotion = Omit<PromotionFacts, 'version' | 'skus' | 'accountIds' | 'validUntil'> & {
  readonly skus: string[] | null;
  readonly accountIds: string[] | null;
  readonly validUntil: Date | null;
};

/** What each kind must say; the rest is not its business. */
const NEEDS: { readonly [K in PromotionFacts['kind']]: (record: PromotionRecord) => string | undefined } = {
  PERCENT: ({ percentOff }) => (percentOff == null ? 'A percentage needs percentOff.' : undefined),
  AMOUNT: ({ amountOff, currency }) => (amountOff == null || currency == null ? 'An amount needs amountOff and currency.' : undefined),
  BUY_GET: ({ level, buyQuantity, getQuantity, getSku, skus }) => {
    if (level !== 'LINE') return 'Goods are given for lines, so the level is LINE.';
    if (buyQuantity == null || getQuantity == null) return 'Giving goods needs buyQuantity and getQuantity.';
    return getSku == null && skus?.length !== 1 ? 'Name the SKU that is given, unless one product alone earns it.' : undefined;
  },
};

export function completePromotion(record: PromotionRecord): CompletePromotion {
  const missing = NEEDS[record.kind](record);
  if (missing) throw refuse('BAD_USER_INPUT', missing, { kind: record.kind });
  return {
    id: checkNamed(record.id, 'The id'),
    name: checkNamed(record.name, 'The name'),
    code: record.code == null ? null : checkNamed(readCode(record.code), 'The code'),
    level: record.level,
    kind: record.kind,
    percentOff: checkPercent(record.percentOff ?? null),
    amountOffMicro: checkNotNegative(record.amountOff == null ? null : microFrom(record.amountOff), 'The amount off'),
    currency: checkCurrency(record.currency ?? null, record.amountOff != null || record.minSubtotal != null),
    buyMicro: quantityOf(record.buyQuantity),
    getMicro: quantityOf(record.getQuantity),
    getSku: record.getSku ?? (record.kind === 'BUY_GET' ? (record.skus?.[0] ?? null) : null),
    skus: record.skus ? [...new Set(record.skus)] : null,
    accountIds: record.accountIds ? [...new Set(record.accountIds)] : null,
    minQuantityMicro: quantityOf(record.minQuantity),
    minSubtotalMicro: record.minSubtotal == null ? null : microFrom(record.minSubtotal),
    stacking: record.stacking ?? 'STACKABLE',
    priority: record.priority ?? 0,
    useLimit: limitOf(record.useLimit),
    useLimitPerCustomer: limitOf(record.useLimitPerCustomer),
    active: record.active ?? true,
    ...completePeriod(record),
  };
}

function quantityOf(text: string | null | undefined): bigint | null {
  if (text == null) return null;
  const micro = toMicro(readQuantity(text));
  if (micro === 0n) throw refuse('QUANTITY_INVALID', 'A quantity of a promotion is more than zero.', {});
  return micro;
}

function limitOf(limit: number | null | undefined): number | null {
  if (limit != null && limit < 1) throw refuse('BAD_USER_INPUT', 'A limit is at least one use.', { limit });
  return limit ?? null;
}
