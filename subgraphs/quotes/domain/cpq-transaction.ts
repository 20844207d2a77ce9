import type { Money } from '#kernel/money.ts';
import type { FrozenLine, FrozenQuote } from './freeze-quote.ts';
import type { Adjustment, Tax } from './priced-answer.ts';
import type { QuoteStatus } from './quote-lifecycle.ts';
import type { Mapping } from './read-mapping.ts';

/* What an outside CPQ is told of the carts that quotes mirror: plain text, as docs/protocols/cpq.md says. */

/** The steps of a transaction there; null: it is not told of. [CPQ-01, CPQ-05, CPQ-07] */
export const CPQ_STEPS: { readonly [S in QuoteStatus]: 'CART_IN_PROGRESS' | 'IN_PROGRESS' | 'ORDERED' | 'CLOSED' | null } = {
  CART_IN_PROGRESS: 'CART_IN_PROGRESS',
  DRAFTING: null, // its buyer keeps it to himself
  QUOTE_REQUESTED: 'IN_PROGRESS',
  ASSIGNED: 'IN_PROGRESS',
  PUBLISHED: 'IN_PROGRESS',
  SUBMITTED: 'ORDERED',
  EDITING: null,
  EXPIRED: 'CLOSED',
  REJECTED: 'CLOSED',
  CANCELED: 'CLOSED',
};

/** How fields and shipping methods are called there; a field of a line is bound as `line.NAME`. What is not bound is not told, a method goes by its own code. [CPQ-13] */
export interface CpqNames {
  readonly attributes: Mapping;
  readonly shippingMethods: Mapping;
}

export interface Field {
  readonly name: string;
  readonly value: string;
}

export interface Attributes {
  readonly [theirs: string]: string;
}

export interface CpqLine {
  readonly id: string;
  readonly sku: string | null;
  readonly description: string | null;
  readonly uom: string;
  readonly quantity: string;
  readonly unitPrice: string | null;
  readonly attributes: Attributes;
}

export interface CpqTransaction {
  /** The id of the quote. */
  readonly transaction: string;
  /** Theirs, once they have said so: what is told again is that one, not another. */
  readonly cpqId: string | null;
  readonly number: string;
  readonly version: number;
  readonly step: string;
  readonly account: string;
  readonly buyer: string;
  readonly currency: string;
  readonly shippingMethod: string | null;
  readonly attributes: Attributes;
  readonly lines: readonly CpqLine[];
  readonly subtotal: string;
  readonly discount: string;
  readonly freight: string;
  readonly tax: string;
  readonly total: string;
}

export interface CpqOrderLine extends Omit<CpqLine, 'id'> {
  /** The id of the line of the order. */
  readonly item: string;
  readonly total: string;
  /** Its part of what promotions took off the whole order. */
  readonly discount: string;
  readonly taxes: readonly Tax[];
  readonly shipTo: object | null;
  readonly shippingMethod: string | null;
}

/** An order as it was placed, prices frozen. [CPQ-08] */
export interface CpqOrder {
  readonly transaction: string;
  readonly order: string;
  readonly number: string;
  readonly placedAt: string;
  readonly account: string;
  readonly currency: string;
  readonly promotions: readonly Adjustment[];
  readonly shipping: { readonly method: string | null; readonly charge: string; readonly shipTo: object | null };
  readonly taxes: readonly Tax[];
  readonly attributes: Attributes;
  readonly lines: readonly CpqOrderLine[];
  readonly subtotal: string;
  readonly discountTotal: string;
  readonly taxTotal: string;
  readonly total: string;
}

interface Told {
  readonly id: string;
  readonly cpqId: string | null;
  readonly number: string;
  readonly version: number;
  readonly accountId: string;
  readonly ownerId: string;
}

/** Of a cart: what its buyer filled in beside the lines, by line too. */
export interface FilledIn {
  readonly fields: readonly Field[];
  readonly fieldsOfLine: ReadonlyMap<string, readonly Field[]>;
}

export const methodThere = (code: string | null | undefined, { shippingMethods }: CpqNames): string | null => (code == null ? null : (shippingMethods.get(code) ?? code));

export function attributesOf(fields: readonly Field[], { attributes }: CpqNames, prefix = ''): Attributes {
  return Object.fromEntries(fields.flatMap(({ name, value }) => (attributes.has(prefix + name) ? [[attributes.get(prefix + name), value]] : [])));
}

/** A transaction as it stands; a cart that is empty or gone has no lines. */
export function cpqTransaction(quote: Told, step: string, frozen: FrozenQuote, { fields, fieldsOfLine }: FilledIn, names: CpqNames): CpqTransaction {
  return {
    transaction: quote.id,
    cpqId: quote.cpqId,
    number: quote.number,
    version: quote.version,
    step,
    account: quote.accountId,
    buyer: quote.ownerId,
    currency: frozen.currency,
    shippingMethod: methodThere(frozen.shippingMethod, names),
    attributes: attributesOf(fields, names),
    lines: frozen.lines.map((line) => cpqLine(line, attributesOf(fieldsOfLine.get(line.lineId) ?? [], names, 'line.'))),
    subtotal: frozen.subtotal.amount,
    discount: frozen.discountTotal.amount,
    freight: frozen.shippingTotal.amount,
    tax: frozen.taxTotal.amount,
    total: frozen.total.amount,
  };
}

const cpqLine = ({ lineId, sku, description, uom, quantity, unitPrice }: FrozenLine, attributes: Attributes): CpqLine => ({ id: lineId, sku, description, uom, quantity, unitPrice, attributes });

/** What a line costs there. */
export interface CpqPrice {
  readonly id: string;
  readonly unitPrice: string;
}

/** What a CPQ says of a transaction, all of it; what it leaves out stays as it is. */
export interface CpqAnswer {
  readonly cpqId: string | null;
  readonly currency: string | null;
  readonly lines: readonly (CpqPrice & Pick<Money, 'currency'>)[];
  /** What comes off the whole. */
  readonly discount: string | null;
  readonly freight: string | null;
  /** What its prices come to; said to be compared. */
  readonly subtotal: string | null;
  readonly total: string | null;
}

export const saysPrices = ({ lines, discount, freight }: CpqAnswer): boolean => lines.length > 0 || discount !== null || freight !== null;

/** The products whose price there is not the one they have here. */
export function movedThere({ lines, currency }: Pick<FrozenQuote, 'lines' | 'currency'>, prices: readonly (CpqPrice & Pick<Money, 'currency'>)[]): { sku: string; uom: string }[] {
  const there = new Map(prices.filter((price) => price.currency === currency).map(({ id, unitPrice }) => [id, unitPrice]));
  return lines.flatMap(({ lineId, sku, uom, unitPrice }) => {
    const price = there.get(lineId);
    return sku === null || price === undefined || unitPrice === null || sameAmount(price, unitPrice) ? [] : [{ sku, uom }];
  });
}

const sameAmount = (a: string, b: string): boolean => trimmed(a) === trimmed(b);
const trimmed = (amount: string): string => (amount.includes('.') ? amount.replace(/\.?0+$/, '') : amount);
