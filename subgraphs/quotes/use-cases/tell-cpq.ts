import type { QuotesContext } from '../context.ts';
import { CPQ_STEPS, cpqTransaction, movedThere, type FilledIn } from '../domain/cpq-transaction.ts';
import { freeze } from '../domain/freeze-quote.ts';
import { QUOTE_STATUSES } from '../domain/quote-lifecycle.ts';
import type { CartMirror } from '../entities/cart-mirror.ts';
import { tellPricesMoved } from '../peers/catalog.ts';
import type { MirroredCart } from '../peers/mirrored-cart.ts';
import { SHOP } from './ask-as-shop.ts';
import { linesOf } from './quote-lines.ts';
import { takeCpqPrices } from './take-cpq-prices.ts';

/**
 * The seller's own CPQ hears where a mirrored cart, or the quote it became, has come to, and says what it costs there. Not heard,
 * it stays behind and is told by the next run: always how things stand, never what was, and always as the one transaction it is.
 * Of a cart the catalog hears which prices moved, for it asks that system itself; a quote takes them over. [CPQ-03, CPQ-05]
 */
export async function tellCpq(context: QuotesContext, mirror: CartMirror, cart: MirroredCart | undefined): Promise<void> {
  const { cpq, config, db } = context;
  if (!cpq) return;
  const { cartId, cartVersion: toldVersion, accountId } = mirror;
  const quote = await db.sql.selectFrom('Quote').selectAll().where('cartId', '=', cartId).executeTakeFirst();
  const step = quote && CPQ_STEPS[quote.status];
  if (!quote || step == null || step === 'ORDERED') { // an order is handed over as one
    await db.sql.updateTable('CartMirror').set({ toldVersion }).where('cartId', '=', cartId).execute();
    return;
  }
  const lines = quote.deletedAt == null ? await linesOf(db.sql, quote.id) : [];
  const frozen = freeze(quote, lines);
  const { cpqId = null } = mirror;
  const answer = await cpq.tell(cpqTransaction({ ...quote, cpqId }, step, frozen, filledIn(cart, mirror), { attributes: config.cpqAttributes, shippingMethods: config.cpqShippingMethods }));
  if (answer === 'UNHEARD') return;
  const isCart = step === 'CART_IN_PROGRESS';
  const moved = isCart ? movedThere(frozen, answer.lines) : [];
  if (moved.length > 0) await tellPricesMoved(context.askAs(SHOP), moved.map((item) => ({ ...item, accountId })));
  const toldQuoteVersion = isCart ? quote.version : await takeCpqPrices(context, quote, answer);
  await db.sql.updateTable('CartMirror').set({ toldVersion, toldQuoteVersion, cpqId: answer.cpqId ?? cpqId }).where('cartId', '=', cartId).execute();
}

const filledIn = (cart: MirroredCart | undefined, { fields }: CartMirror): FilledIn => ({ fields: cart?.fields ?? fields, fieldsOfLine: new Map((cart?.lines ?? []).map((line) => [line.id, line.fields])) });

const TOLD = QUOTE_STATUSES.filter((status) => !['CART_IN_PROGRESS', 'ORDERED', null].includes(CPQ_STEPS[status]));

/** Quotes that were mirrored carts and have moved since the CPQ heard of them: a rep changed them, or they went on. Which ones is read off the versions, so none is forgotten however we stop. [CPQ-05] */
export async function tellMovedQuotes(context: QuotesContext): Promise<void> {
  if (!context.cpq) return;
  const behind = await context.db.sql
    .selectFrom('CartMirror')
    .innerJoin('Quote', 'Quote.cartId', 'CartMirror.cartId')
    .selectAll('CartMirror')
    .where('Quote.status', 'in', TOLD)
    .where((eb) => eb('Quote.version', '>', eb.ref('CartMirror.toldQuoteVersion')))
    .execute();
  for (const mirror of behind) await tellCpq(context, mirror, undefined).catch((error: unknown) => context.log('a quote could not be told to the CPQ system', { cartId: mirror.cartId, error: String(error) }));
}
