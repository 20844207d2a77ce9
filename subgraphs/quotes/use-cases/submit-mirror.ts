import { newId } from '#kernel/ids.ts';
import { microFrom, minorFrom, type Money } from '#kernel/money.ts';
import { toMicro } from '#kernel/quantity.ts';
import type { QuotesContext } from '../context.ts';
import { taxOf } from '../domain/cpq-order.ts';
import { pricedColumns, type PricedLine, type PricedQuote } from '../domain/price-quote.ts';
import type { CartMirror } from '../entities/cart-mirror.ts';
import { askOrder, type OrderedLine, type OrderOfMirror } from '../peers/orders.ts';
import { move } from './move-quote.ts';
import { offerTime } from './read-offer-time.ts';
import { replaceLines } from './quote-lines.ts';
import { reviseQuote } from './revise-quote.ts';
import { tellOrderToCpq } from './tell-order-to-cpq.ts';

/**
 * The cart that a quote mirrored was ordered as it was, without a rep: the quote takes over what was ordered, with its tax,
 * freight and discounts, and is ordered too. From then on it stands. An outside CPQ is told then, until it has heard. [CPQ-07]
 */
export async function submitMirror(context: QuotesContext, { cartId, accountId, orderId, orderedById, ownerId }: CartMirror & { readonly orderId: string }): Promise<void> {
  const viewer = { id: orderedById ?? ownerId, kind: 'BUYER', accountId, permissions: ['VIEW_NET_PRICE', 'VIEW_ORDER'] } as const;
  const order = await askOrder(context.askAs({ viewer, requestId: 'cart-mirror' }), orderId);
  const priced = pricedAs(order);
  await context.db.transact(async (tx) => {
    const at = await offerTime(context, tx.sql);
    const quote = await tx.sql.selectFrom('Quote').selectAll().where('cartId', '=', cartId).where('status', '=', 'CART_IN_PROGRESS').executeTakeFirst();
    if (quote) {
      await replaceLines(tx, quote, priced.lines);
      const set = { ...pricedColumns(priced, null), currency: priced.currency, terms: { ...quote.terms, shippingMethod: order.shippingMethod }, deletedAt: null };
      const actor = { id: viewer.id, roles: ['owner'] } as const;
      const submitted = await move(tx, quote, 'submit', { actor, rules: context.config, at, set });
      await reviseQuote(tx, submitted, { action: 'SUBMIT_QUOTE', actorId: actor.id, at });
    }
  });
  const submitted = await context.db.sql.selectFrom('Quote').select(['id', 'accountId']).where('cartId', '=', cartId).where('status', '=', 'SUBMITTED').executeTakeFirst();
  if (submitted && !(await tellOrderToCpq(context, submitted, order))) return;
  await context.db.sql.updateTable('CartMirror').set({ orderId: null }).where('cartId', '=', cartId).execute();
}

function pricedAs(order: OrderOfMirror): PricedQuote {
  const { currency } = order.total;
  const minor = ({ amount }: Pick<Money, 'amount'>): bigint => minorFrom(amount, currency);
  const { pricesIncludeTax, paymentTerm, adjustments } = order;
  return {
    currency,
    lines: order.lines.map((line, i) => pricedLine(line, i + 1, minor)),
    totals: {
      subtotalMinor: minor(order.subtotal),
      discountTotalMinor: minor(order.discountTotal),
      shippingTotalMinor: minor(order.shippingTotal),
      taxTotalMinor: minor(order.taxTotal),
      totalMinor: minor(order.total),
      unpricedLines: 0,
    },
    pricing: {
      pricesIncludeTax,
      paymentTerm,
      taxRelief: '0',
      taxes: order.taxes.map(taxOf),
      adjustments: adjustments.map(({ amount, ...adjustment }) => ({ ...adjustment, amount: amount.amount })),
      promotionIds: adjustments.map(({ promotionId }) => promotionId),
      freeGoods: [], // lines like any other by now
    },
  };
}

function pricedLine(line: OrderedLine, position: number, minor: (money: { amount: string }) => bigint): PricedLine {
  const unitMicro = microFrom(line.unitPrice.amount);
  const list = line.priceExplanation.find(({ kind }) => kind === 'LIST');
  return {
    id: newId(),
    position,
    sku: line.product.sku,
    description: line.description,
    quantityMicro: toMicro(line.quantity),
    uom: line.uom,
    agreementId: null,
    configuration: line.configuration,
    overrideUnitMicro: null,
    targetUnitMicro: null,
    listUnitMicro: list ? microFrom(list.unitPriceAfter.amount) : unitMicro,
    unitMicro,
    totalMinor: minor(line.total),
    discountMinor: minor(line.discount),
    taxes: line.taxes.map(taxOf),
    explanation: [...line.priceExplanation],
  };
}
