import { allocate, minorFrom, moneyOf, sum } from '#kernel/money.ts';
import type { ConfirmedTax } from './confirmation.ts';

/** A tax as decimal text, like those that were confirmed. */
export type BilledTax = ConfirmedTax;

interface Shares {
  readonly totalMinor: bigint;
  readonly discountMinor: bigint;
  readonly taxes: readonly BilledTax[];
}

export interface BillableLine extends Shares {
  readonly id: string;
  readonly quantityMicro: bigint;
}

export interface BilledLine extends Shares {
  readonly orderLineId: string;
  readonly quantityMicro: bigint;
}

interface OrderTotals {
  readonly currency: string;
  readonly subtotalMinor: bigint;
  readonly discountTotalMinor: bigint;
  readonly shippingTotalMinor: bigint;
  readonly taxTotalMinor: bigint;
  readonly totalMinor: bigint;
  readonly pricesIncludeTax: boolean;
  readonly taxes: readonly ConfirmedTax[];
}

export interface BilledBefore {
  readonly discountMinor: bigint;
  readonly freightMinor: bigint;
  readonly reliefMinor: bigint;
  readonly amountMinor: bigint;
  readonly taxes: readonly BilledTax[];
}

export interface Bill extends BilledBefore {
  readonly lines: readonly BilledLine[];
  readonly subtotalMinor: bigint;
  readonly taxMinor: bigint;
}

export interface ToBill {
  readonly order: OrderTotals;
  readonly lines: readonly BillableLine[];
  /** Of all of the order: what its earlier invoices billed. */
  readonly billedLines: readonly BilledLine[];
  readonly billed: readonly BilledBefore[];
  /** How much of each line shall have been billed afterwards, in millionths; a line left out stays as it is. */
  readonly upTo: ReadonlyMap<string, bigint>;
}

/**
 * The next invoice of an order. Each share is that of all that then has been billed, less what was billed before; so
 * however an order is cut up, its invoices add up to its total, and the last one takes the remainder. What hangs on no
 * line (freight and its taxes, a discount on freight, relief) goes along with the worth of the lines.
 */
export function nextBill({ order, lines, billedLines, billed, upTo }: ToBill): Bill {
  const { currency } = order;
  const before = Map.groupBy(billedLines, (line) => line.orderLineId);
  const next = lines.flatMap((line) => lineShare(line, before.get(line.id) ?? [], upTo.get(line.id), currency) ?? []);

  const wholeMinor = sum(lines.map((line) => line.totalMinor));
  const doneMinor = sum([...billedLines, ...next].map((line) => line.totalMinor));
  const after = Map.groupBy([...billedLines, ...next], (line) => line.orderLineId);
  const isLast = lines.every((line) => quantityOf(after.get(line.id) ?? []) >= line.quantityMicro);
  const share = (minor: bigint, done: bigint): bigint => (isLast ? minor : dueShare(minor, doneMinor, wholeMinor, currency)) - done;

  const lineDiscountMinor = sum(lines.map((line) => line.discountMinor));
  const restDiscountMinor = share(order.discountTotalMinor - lineDiscountMinor, sum(billed.map((each) => each.discountMinor)) - sum(billedLines.map((line) => line.discountMinor)));
  const freightMinor = share(order.shippingTotalMinor, sum(billed.map((each) => each.freightMinor)));
  const wholeRelief = order.subtotalMinor - order.discountTotalMinor + order.shippingTotalMinor + (order.pricesIncludeTax ? 0n : order.taxTotalMinor) - order.totalMinor;
  const dueRelief = share(wholeRelief, sum(billed.map((each) => each.reliefMinor)));
  const freightTaxes = minusTaxes(order.taxes, lines.flatMap((line) => line.taxes), currency);
  const freightTaxesBefore = minusTaxes(billed.flatMap((each) => each.taxes), billedLines.flatMap((line) => line.taxes), currency);
  const taxes = sumTaxes([...next.flatMap((line) => line.taxes), ...shareTaxes(freightTaxes, freightTaxesBefore, share, currency)], currency);

  const subtotalMinor = sum(next.map((line) => line.totalMinor));
  const discountMinor = sum([...next.map((line) => line.discountMinor), restDiscountMinor]);
  const taxMinor = sum(taxes.map(({ amount }) => minorFrom(amount, currency)));
  const grossMinor = sum([subtotalMinor, -discountMinor, freightMinor, order.pricesIncludeTax ? 0n : taxMinor]);
  const amountMinor = isLast ? order.totalMinor - sum(billed.map((each) => each.amountMinor)) : grossMinor - dueRelief; // an edit may have rounded a line anew since
  const reliefMinor = grossMinor - amountMinor;
  return { lines: next, subtotalMinor, discountMinor, freightMinor, reliefMinor, taxMinor, taxes, amountMinor };
}

function lineShare(line: BillableLine, before: readonly BilledLine[], upTo: bigint | undefined, currency: string): BilledLine | undefined {
  const doneMicro = quantityOf(before);
  if (upTo === undefined || upTo <= doneMicro) return undefined;
  const share = (minor: bigint, done: bigint): bigint => dueShare(minor, upTo, line.quantityMicro, currency) - done;
  return {
    orderLineId: line.id,
    quantityMicro: upTo - doneMicro,
    totalMinor: share(line.totalMinor, sum(before.map((each) => each.totalMinor))),
    discountMinor: share(line.discountMinor, sum(before.map((each) => each.discountMinor))),
    taxes: shareTaxes(line.taxes, before.flatMap((each) => each.taxes), share, currency),
  };
}

const quantityOf = (lines: readonly { readonly quantityMicro: bigint }[]): bigint => lines.reduce((all, line) => all + line.quantityMicro, 0n);

/** What of an amount belongs to so much of a whole; all of it once the whole is there, or when there is nothing to measure by. */
export function dueShare(minor: bigint, done: bigint, whole: bigint, currency: string): bigint {
  if (done >= whole) return minor;
  return allocate(minor, [done, whole - done], currency)[0] ?? 0n;
}

const keyOf = ({ code, rate }: BilledTax): string => `${code} ${rate}`;

/** The same taxes, one a code and rate. */
export function sumTaxes(taxes: readonly BilledTax[], currency: string): BilledTax[] {
  const add = (key: 'base' | 'amount', some: readonly BilledTax[]): string => moneyOf(sum(some.map((tax) => minorFrom(tax[key], currency))), currency).amount;
  return [...Map.groupBy(taxes, keyOf).values()].flatMap((some) => (some[0] ? [{ ...some[0], base: add('base', some), amount: add('amount', some) }] : []));
}

const negated = (text: string): string => (text.startsWith('-') ? text.slice(1) : `-${text}`);

/** What is left of some taxes without others. */
export const minusTaxes = (taxes: readonly BilledTax[], others: readonly BilledTax[], currency: string): BilledTax[] =>
  sumTaxes([...taxes, ...others.map((tax) => ({ ...tax, base: negated(tax.base), amount: negated(tax.amount) }))], currency);

export function shareTaxes(taxes: readonly BilledTax[], before: readonly BilledTax[], share: (minor: bigint, done: bigint) => bigint, currency: string): BilledTax[] {
  const done = new Map(sumTaxes(before, currency).map((tax) => [keyOf(tax), tax]));
  const part = (tax: BilledTax, key: 'base' | 'amount'): string => moneyOf(share(minorFrom(tax[key], currency), minorFrom(done.get(keyOf(tax))?.[key] ?? '0', currency)), currency).amount;
  return sumTaxes(taxes, currency)
    .map((tax) => ({ ...tax, base: part(tax, 'base'), amount: part(tax, 'amount') }))
    .filter((tax) => minorFrom(tax.amount, currency) !== 0n || minorFrom(tax.base, currency) !== 0n);
}
