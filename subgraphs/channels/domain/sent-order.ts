/** Something to be handed over, as our subgraphs tell of it and as it is sent: names and money as in docs/protocols/order-system.md. */
interface Amount {
  readonly amount: string;
}

export interface Address {
  readonly [field: string]: string | null;
}

interface Line {
  readonly id: string;
  readonly description: string | null;
  readonly quantity: string;
  readonly uom: string;
  readonly product: { readonly sku: string } | null;
  readonly configuration: readonly unknown[] | null;
  readonly unitPrice: Amount | null;
  readonly total: Amount | null;
  readonly discount: Amount;
  readonly taxes: readonly { readonly code: string; readonly rate: string; readonly base: Amount; readonly amount: Amount }[];
}

interface Priced {
  readonly id: string;
  readonly version: number;
  readonly pricesIncludeTax: boolean;
  readonly paymentTerm: string | null;
  readonly shippingMethod: string | null;
  readonly subtotal: Amount;
  readonly discountTotal: Amount;
  readonly shippingTotal: Amount;
  readonly taxTotal: Amount;
  readonly total: Amount & { readonly currency: string };
  readonly lines: readonly Line[];
}

export interface OrderToSend extends Priced {
  readonly storeNumber: string;
  readonly placedAt: string;
  readonly status: string;
  readonly purchaseOrderNumber: string | null;
  readonly shippingInstructions: string | null;
  readonly requestedOn: string | null;
  readonly note: string | null;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  readonly payment: { readonly type: string } | null;
  readonly payments: readonly { readonly number: string }[];
  readonly shipTo: Address | null;
  readonly billTo: Address | null;
  readonly lines: readonly (Line & { readonly shipping: { readonly shippingMethod: string | null; readonly requestedOn: string | null; readonly shipTo: Address | null } | null; readonly note: string | null })[];
}

export interface QuoteToSend extends Priced {
  readonly storeNumber: string;
  readonly createdAt: string;
  readonly reason: string | null;
  readonly agreementId: string | null;
  readonly promotionCodes: readonly string[];
  readonly lines: readonly (Line & { readonly targetPrice: Amount | null })[];
}

/** Whose it is, and what we know of that without asking. */
export interface SentOf {
  readonly accountId: string;
  readonly ownerId: string;
  readonly expiresAt?: Date | null;
}

export type Message = Readonly<Record<string, unknown>>;

/** An order as it is handed over: all that was agreed, so that whoever has it needs nothing else of us. [EXT-14] */
export function orderMessage({ accountId, ownerId }: SentOf, order: OrderToSend): Message {
  const { payment, payments } = order;
  return {
    order: order.id,
    version: order.version,
    number: order.storeNumber,
    customer: accountId,
    buyer: ownerId,
    placedAt: order.placedAt,
    status: order.status,
    purchaseOrderNumber: order.purchaseOrderNumber,
    requestedOn: order.requestedOn,
    note: order.note,
    shipping: { method: order.shippingMethod, instructions: order.shippingInstructions, shipTo: order.shipTo },
    billTo: order.billTo,
    payment: payment && { type: payment.type, term: order.paymentTerm, number: payments[0]?.number ?? null },
    attributes: Object.fromEntries(order.fields.map(({ name, value }) => [name, value])),
    ...pricesOf(order),
    lines: order.lines.map((line) => ({ ...lineOf(line), note: line.note, shipping: line.shipping })),
  };
}

/** A quote as it is asked for: what the buyer wants, what that costs today, and until when an answer is of use. [EXT-19] */
export function quoteMessage({ accountId, ownerId, expiresAt }: SentOf, quote: QuoteToSend): Message {
  return {
    quote: quote.id,
    version: quote.version,
    number: quote.storeNumber,
    customer: accountId,
    buyer: ownerId,
    createdAt: quote.createdAt,
    expiresAt: expiresAt?.toISOString() ?? null,
    reason: quote.reason,
    agreement: quote.agreementId,
    promotionCodes: quote.promotionCodes,
    shipping: { method: quote.shippingMethod },
    ...pricesOf(quote),
    lines: quote.lines.map((line) => ({ ...lineOf(line), targetPrice: line.targetPrice?.amount ?? null })),
  };
}

const pricesOf = ({ total, subtotal, discountTotal, shippingTotal, taxTotal, pricesIncludeTax }: Priced): Message => ({
  currency: total.currency,
  pricesIncludeTax,
  subtotal: subtotal.amount,
  discountTotal: discountTotal.amount,
  shippingTotal: shippingTotal.amount,
  taxTotal: taxTotal.amount,
  total: total.amount,
});

const lineOf = ({ id, product, description, quantity, uom, configuration, unitPrice, total, discount, taxes }: Line): Message => ({
  item: id,
  sku: product?.sku ?? null,
  description,
  quantity,
  uom,
  configuration,
  unitPrice: unitPrice?.amount ?? null,
  total: total?.amount ?? null,
  discount: discount.amount,
  taxes: taxes.map(({ code, rate, base, amount }) => ({ code, rate, base: base.amount, amount: amount.amount })),
});
