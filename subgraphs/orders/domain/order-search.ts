import { refuse } from '#kernel/errors.ts';
import { isSeller, seesNetPrices, type Viewer } from '#kernel/viewer.ts';
import type { WantedCustomers } from './advanced-search.ts';
import type { OrderKind, OrderStatus } from './order-lifecycle.ts';
import type { OrderSort } from './order-sorts.ts';
import { readPattern, upperCase, type TextPattern } from './search-text.ts';

/** What people may ask for; all that is given must hold. */
export interface OrderSearch {
  readonly number?: string | null;
  readonly status?: readonly OrderStatus[] | null;
  readonly placedFrom?: Date | null;
  readonly placedTo?: Date | null;
  readonly days?: number | null;
  readonly purchaseOrderNumber?: string | null;
  readonly sku?: string | null;
  readonly reference?: string | null;
  readonly orderType?: OrderKind | null;
  readonly accountId?: string | null;
  readonly currency?: string | null;
}

/** The same, ready to be looked up. */
export interface OrderConditions {
  readonly number: TextPattern | undefined;
  readonly customers?: WantedCustomers;
  readonly agreement?: string;
  readonly statuses: ReadonlySet<OrderStatus> | undefined;
  readonly from: Date | undefined;
  readonly to: Date | undefined;
  readonly purchaseOrderNumber: TextPattern | undefined;
  readonly sku: TextPattern | undefined;
  readonly reference?: string;
  readonly orderType?: OrderKind;
  readonly accountId?: string;
  readonly currency?: string;
}

type Criterion = keyof OrderSearch;

/** Private people search by less. [ORD-18, ORD-19] */
const BUSINESS_ONLY: readonly Criterion[] = ['purchaseOrderNumber', 'sku', 'reference'];
/** Business buyers do not see order types; which account it is, is a question of the seller. [ORD-15] */
const SELLER_ONLY: readonly Criterion[] = ['accountId'];
const NOT_FOR_BUSINESS: readonly Criterion[] = ['orderType'];

/** The criteria someone may search orders by. */
export function criteriaOf(viewer: Viewer): Criterion[] {
  const all: readonly Criterion[] = ['number', 'status', 'days', 'placedFrom', 'placedTo', 'currency', ...BUSINESS_ONLY, ...SELLER_ONLY, ...NOT_FOR_BUSINESS];
  if (isSeller(viewer)) return [...all];
  const hidden = viewer.kind === 'INDIVIDUAL' ? [...BUSINESS_ONLY, ...SELLER_ONLY] : [...SELLER_ONLY, ...NOT_FOR_BUSINESS];
  return all.filter((criterion) => !hidden.includes(criterion));
}

export interface SearchFacts {
  /** The criteria that whoever searches may use. */
  readonly open: readonly string[];
  readonly now: Date;
  /** The days that asking for so many looks back. */
  readonly lookBack: (days: number) => number;
}

export function readSearch(search: OrderSearch, { open, now, lookBack }: SearchFacts): OrderConditions {
  const closed = Object.entries(search).find(([criterion, value]) => value != null && !open.includes(criterion));
  if (closed) throw refuse('FORBIDDEN', 'You cannot search by this.', { criterion: closed[0], criteria: open });
  const { days, placedFrom, status } = search;
  const since = days == null ? undefined : new Date(now.getTime() - lookBack(days) * 86_400_000);
  return {
    number: upperCase(readPattern('number', search.number)),
    statuses: status == null ? undefined : new Set(status),
    from: latest(placedFrom ?? undefined, since),
    to: search.placedTo ?? undefined,
    purchaseOrderNumber: readPattern('purchaseOrderNumber', search.purchaseOrderNumber),
    sku: readPattern('sku', search.sku),
    reference: search.reference ?? undefined,
    orderType: search.orderType ?? undefined,
    accountId: search.accountId ?? undefined,
    currency: search.currency ?? undefined,
  };
}

const latest = (a: Date | undefined, b: Date | undefined): Date | undefined => (a && b ? (a > b ? a : b) : (a ?? b));

/** Amounts compare in one currency only, and their order tells of them. */
export function refuseIncomparable(viewer: Viewer, sort: OrderSort, { currency }: OrderConditions): void {
  if (sort !== 'VALUE') return;
  if (!seesNetPrices(viewer)) throw refuse('FORBIDDEN', 'Orders are sorted by value for who may see net prices.', { permission: 'VIEW_NET_PRICE' });
  if (currency === undefined) throw refuse('BAD_USER_INPUT', 'Values compare within one currency; name it.');
}
