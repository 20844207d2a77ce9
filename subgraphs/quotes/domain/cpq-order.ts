import { attributesOf, methodThere, type CpqNames, type CpqOrder, type CpqOrderLine, type Field } from './cpq-transaction.ts';
import type { Tax } from './priced-answer.ts';

interface Amount {
  readonly amount: string;
}

interface PlacedTax {
  readonly code: string;
  readonly rate: string | null;
  readonly base: Amount;
  readonly amount: Amount;
}

export interface PlacedLine {
  readonly id: string;
  readonly product: { readonly sku: string };
  readonly description: string;
  readonly uom: string;
  readonly quantity: string;
  readonly unitPrice: Amount;
  readonly total: Amount;
  readonly discount: Amount;
  readonly taxes: readonly PlacedTax[];
  readonly fields: readonly Field[];
  readonly shipping: { readonly shippingMethod: string | null; readonly shipTo: object | null } | null;
}

export interface PlacedOrder {
  readonly id: string;
  readonly number: string;
  readonly placedAt: string;
  readonly shippingMethod: string | null;
  readonly shipTo: object | null;
  readonly fields: readonly Field[];
  readonly subtotal: Amount;
  readonly discountTotal: Amount;
  readonly shippingTotal: Amount;
  readonly taxTotal: Amount;
  readonly total: Amount & { readonly currency: string };
  readonly adjustments: readonly { readonly promotionId: string; readonly name: string; readonly code: string | null; readonly amount: Amount }[];
  readonly taxes: readonly PlacedTax[];
  readonly lines: readonly PlacedLine[];
}

/** An order placed without a rep, as an outside CPQ takes it over: all amounts are those that were ordered. [CPQ-07, CPQ-08] */
export function cpqOrder(transaction: { readonly id: string; readonly accountId: string }, order: PlacedOrder, names: CpqNames): CpqOrder {
  return {
    transaction: transaction.id,
    account: transaction.accountId,
    order: order.id,
    number: order.number,
    placedAt: order.placedAt,
    currency: order.total.currency,
    promotions: order.adjustments.map(({ amount, ...adjustment }) => ({ ...adjustment, amount: amount.amount })),
    shipping: { method: methodThere(order.shippingMethod, names), charge: order.shippingTotal.amount, shipTo: order.shipTo },
    taxes: order.taxes.map(taxOf),
    attributes: attributesOf(order.fields, names),
    lines: order.lines.map((line) => cpqOrderLine(line, order, names)),
    subtotal: order.subtotal.amount,
    discountTotal: order.discountTotal.amount,
    taxTotal: order.taxTotal.amount,
    total: order.total.amount,
  };
}

/** A line goes where and how its order goes, unless it says otherwise. */
function cpqOrderLine({ id, product, description, uom, quantity, unitPrice, total, discount, taxes, fields, shipping }: PlacedLine, order: PlacedOrder, names: CpqNames): CpqOrderLine {
  return {
    item: id,
    sku: product.sku,
    description,
    uom,
    quantity,
    unitPrice: unitPrice.amount,
    total: total.amount,
    discount: discount.amount,
    taxes: taxes.map(taxOf),
    shipTo: shipping?.shipTo ?? order.shipTo,
    shippingMethod: methodThere(shipping?.shippingMethod ?? order.shippingMethod, names),
    attributes: attributesOf(fields, names, 'line.'),
  };
}

export const taxOf = ({ code, rate, base, amount }: PlacedTax): Tax => ({ code, rate: rate ?? '0', base: base.amount, amount: amount.amount });
