import { refuse } from '#kernel/errors.ts';
import type { LineStatus } from './fulfilment-steps.ts';
import type { OrderStatus } from './order-lifecycle.ts';
import { readPattern, upperCase, type TextPattern } from './search-text.ts';

/** What orders are found by; status, dates and agreement alone are not enough. [ORD-22] */
export interface AdvancedOrderSearch {
  readonly number?: string | null;
  readonly purchaseOrderNumber?: string | null;
  readonly sku?: string | null;
  readonly shipTo?: string | null;
  readonly billTo?: string | null;
  readonly endCustomer?: string | null;
  readonly status?: readonly OrderStatus[] | null;
  readonly placedFrom?: Date | null;
  readonly placedTo?: Date | null;
  readonly agreement?: string | null;
}

/** What order lines are found by; status, requested days and agreement alone are not enough. [ORD-23] */
export interface AdvancedLineSearch {
  readonly sku?: string | null;
  readonly orderNumber?: string | null;
  readonly purchaseOrderNumber?: string | null;
  readonly shipmentNumber?: string | null;
  readonly shipTo?: string | null;
  readonly billTo?: string | null;
  readonly endCustomer?: string | null;
  readonly status?: readonly LineStatus[] | null;
  readonly requestedFrom?: string | null;
  readonly requestedTo?: string | null;
  readonly agreement?: string | null;
}

const ORDERS_NEED = ['number', 'purchaseOrderNumber', 'sku', 'shipTo', 'billTo', 'endCustomer'] as const;
const LINES_NEED = ['sku', 'orderNumber', 'purchaseOrderNumber', 'shipmentNumber', 'shipTo', 'billTo', 'endCustomer'] as const;

/** As what an order names a customer. */
export const CUSTOMER_USAGES = ['SHIP_TO', 'BILL_TO', 'END_CUSTOMER'] as const;
export type CustomerUsage = (typeof CUSTOMER_USAGES)[number];

/** Customers by their ids, as customersOfOrders tells them. */
export type WantedCustomers = { readonly [U in CustomerUsage]?: string };

export interface Wanted {
  readonly customers: WantedCustomers;
  readonly orderNumber: TextPattern | undefined;
  readonly purchaseOrderNumber: TextPattern | undefined;
  readonly sku: TextPattern | undefined;
}

/** @param maxDays the longest stretch of time that may be named */
export function readOrderCriteria(search: AdvancedOrderSearch, maxDays: number): Wanted {
  requireOne(search, ORDERS_NEED);
  refuseLong(search.placedFrom, search.placedTo, maxDays);
  const { number: orderNumber, purchaseOrderNumber, sku, shipTo, billTo, endCustomer } = search;
  return wantedOf({ orderNumber, purchaseOrderNumber, sku, shipTo, billTo, endCustomer });
}

export function readLineCriteria(search: AdvancedLineSearch, maxDays: number): Wanted & { readonly shipmentNumber: TextPattern | undefined } {
  requireOne(search, LINES_NEED);
  refuseLong(readDay('requestedFrom', search.requestedFrom), readDay('requestedTo', search.requestedTo), maxDays);
  return { ...wantedOf(search), shipmentNumber: upperCase(readPattern('shipmentNumber', search.shipmentNumber)) };
}

const wantedOf = ({ orderNumber, purchaseOrderNumber, sku, shipTo, billTo, endCustomer }: AdvancedLineSearch): Wanted => ({
  orderNumber: upperCase(readPattern('orderNumber', orderNumber)),
  purchaseOrderNumber: readPattern('purchaseOrderNumber', purchaseOrderNumber),
  sku: readPattern('sku', sku),
  customers: { ...(shipTo != null && { SHIP_TO: shipTo }), ...(billTo != null && { BILL_TO: billTo }), ...(endCustomer != null && { END_CUSTOMER: endCustomer }) },
});

function requireOne<Criterion extends string>(search: { readonly [C in Criterion]?: string | null }, criteria: readonly Criterion[]): void {
  if (criteria.some((criterion) => (search[criterion]?.trim() ?? '') !== '')) return;
  throw refuse('SEARCH_CRITERIA_REQUIRED', 'Search by more than status, dates and pricing agreement.', { criteria });
}

function refuseLong(from: Date | null | undefined, to: Date | null | undefined, maxDays: number): void {
  if (from && to && to.getTime() - from.getTime() > maxDays * 86_400_000) throw refuse('SEARCH_TOO_BROAD', `Search at most ${maxDays} days at once.`, { maxDays });
}

function readDay(criterion: string, day: string | null | undefined): Date | undefined {
  if (day == null) return undefined;
  const at = new Date(`${day}T00:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(at.getTime())) throw refuse('BAD_USER_INPUT', 'A day is such as 2030-05-03.', { criterion, day });
  return at;
}
