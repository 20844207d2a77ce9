import { toMicro } from '#kernel/quantity.ts';
import { workInSlices } from '#kernel/work-in-slices.ts';
import type { QuotesContext } from '../context.ts';
import { pricedColumns, type DraftLine, type PricedQuote } from '../domain/price-quote.ts';
import type { QuoteTerms } from '../domain/quote-terms.ts';
import type { CartMirror } from '../entities/cart-mirror.ts';
import type { Quote } from '../entities/quote.ts';
import { askUserKind } from '../peers/accounts.ts';
import { askMirroredCart, type MirroredCart } from '../peers/mirrored-cart.ts';
import { draftQuote } from './draft-quote.ts';
import { offerTime } from './read-offer-time.ts';
import { priceWantedLines } from './price-wanted-lines.ts';
import { replaceLines } from './quote-lines.ts';
import { submitMirror } from './submit-mirror.ts';
import { tellCpq, tellMovedQuotes } from './tell-cpq.ts';
import { writeQuote, type QuotesTx } from './write-quote.ts';

const OWNERS: readonly (string | null)[] = ['BUYER', 'INDIVIDUAL'];

/** Brings every quote that mirrors a cart to where its cart is; what cannot be read or priced just now is tried again later. [CPQ-01, CPQ-03] */
export async function mirrorCarts(context: QuotesContext): Promise<void> {
  const behind = context.cpq ? (['mirroredVersion', 'toldVersion'] as const) : (['mirroredVersion'] as const);
  const due = await context.db.sql
    .selectFrom('CartMirror')
    .selectAll()
    .where((eb) => eb.or([...behind.map((column) => eb(column, '<', eb.ref('cartVersion'))), eb('orderId', 'is not', null)]))
    .orderBy('cartId')
    .execute();
  await workInSlices(due, (mirror) => mirrorCart(context, mirror).catch((error: unknown) => context.log('a cart could not be mirrored', { cartId: mirror.cartId, error: String(error) })));
  await tellMovedQuotes(context);
}

async function mirrorCart(context: QuotesContext, mirror: CartMirror): Promise<void> {
  const { cartId, accountId, ownerId, orderId } = mirror;
  if (orderId != null) await submitMirror(context, { ...mirror, orderId });
  const viewer = { id: ownerId, kind: 'BUYER', accountId, permissions: ['VIEW_NET_PRICE', 'USE_PRICING_AGREEMENT'] } as const;
  const as = { ...context, ask: context.askAs({ viewer, requestId: 'cart-mirror' }) };
  const seen = await context.db.sql.selectFrom('Quote').select('staleMark').where('cartId', '=', cartId).executeTakeFirst();
  const cart = await askMirroredCart(as.ask, cartId);
  const filled = typeof cart === 'object' && cart.lines.length > 0 && OWNERS.includes(await askUserKind(as.ask, cart.owner.id)) ? cart : undefined;
  const followed = filled && { cart: filled, accountId, staleMark: seen?.staleMark ?? 0, terms: termsOf(filled), priced: await priceWantedLines(as, { accountId, terms: termsOf(filled) }, draftsOf(filled)) };
  await context.db.transact(async (tx) => {
    const quote = await tx.sql.selectFrom('Quote').selectAll().where('cartId', '=', cartId).executeTakeFirst();
    if (followed) await follow(context, tx, quote, followed);
    else if (quote && isFollowing(quote) && cart !== 'closed') await leave(context, tx, quote);
    await tx.sql.updateTable('CartMirror').set({ mirroredVersion: Math.max(mirror.cartVersion, filled?.version ?? 0), ...(filled && { fields: [...filled.fields] }) }).where('cartId', '=', cartId).execute();
  });
  await tellCpq(context, mirror, filled);
}

interface Followed {
  readonly cart: MirroredCart;
  readonly accountId: string;
  /** Read before the prices were: what moves in between is not lost. */
  readonly staleMark: number;
  readonly terms: QuoteTerms;
  readonly priced: PricedQuote;
}

async function follow(context: QuotesContext, tx: QuotesTx, quote: Quote | undefined, { cart, accountId, staleMark, terms, priced }: Followed): Promise<void> {
  const at = await offerTime(context, tx.sql);
  if (!quote) {
    await draftQuote(tx, { id: cart.owner.id, accountId }, at, { action: 'MIRROR_CART', from: null, origin: 'CART', cart, clonedFromId: null, terms, priced });
    return;
  }
  if (quote.status !== 'CART_IN_PROGRESS') return; // it went its own way
  const columns = pricedColumns(priced, null);
  if (isFollowing(quote) && columns.priceHash === quote.priceHash && JSON.stringify(terms) === JSON.stringify(quote.terms)) return;
  await replaceLines(tx, quote, priced.lines);
  await writeQuote(tx, quote, { ...columns, currency: priced.currency, terms, deletedAt: null, pricedMark: staleMark }, { type: 'CART_CHANGED', actorId: cart.owner.id, at });
}

const isFollowing = (quote: Quote): boolean => quote.status === 'CART_IN_PROGRESS' && quote.deletedAt == null;

/** Its cart is empty or gone: there is nothing to see until it has a line again. */
async function leave(context: QuotesContext, tx: QuotesTx, quote: Quote): Promise<void> {
  const at = await offerTime(context, tx.sql);
  await writeQuote(tx, quote, { deletedAt: at }, { type: 'CART_CHANGED', actorId: quote.ownerId, at });
}

const termsOf = (cart: MirroredCart): QuoteTerms => ({ agreementId: cart.pricingAgreementId, promotionCodes: cart.promotionCodes.map(({ code }) => code), shippingMethod: cart.shippingMethod });

/** A line of the mirror is known by the id its original has. */
const draftsOf = ({ lines }: MirroredCart): DraftLine[] =>
  lines.map(({ id, product, quantity, uom, pricingAgreementId, configuration }, i) => ({
    id,
    position: i + 1,
    sku: product.sku,
    description: null,
    quantityMicro: toMicro(quantity),
    uom,
    agreementId: pricingAgreementId,
    configuration,
    overrideUnitMicro: null,
    targetUnitMicro: null,
  }));
