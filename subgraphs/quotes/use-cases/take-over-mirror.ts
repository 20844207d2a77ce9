import type { Viewer } from '#kernel/viewer.ts';
import type { QuotesContext } from '../context.ts';
import type { Field } from '../domain/cpq-transaction.ts';
import { pricedColumns } from '../domain/price-quote.ts';
import type { QuoteTerms } from '../domain/quote-terms.ts';
import type { Quote } from '../entities/quote.ts';
import type { Draft } from './draft-quote.ts';
import type { Onlooker } from '../peers/carts.ts';
import { keepOnlookers } from './keep-onlookers.ts';
import { move } from './move-quote.ts';
import { offerTime } from './read-offer-time.ts';
import { replaceLines } from './quote-lines.ts';
import type { QuotesTx } from './write-quote.ts';

interface CartAtThisMoment extends Pick<Draft, 'cart' | 'priced' | 'origin'> {
  readonly viewer: Viewer;
  readonly onlookers: readonly Onlooker[];
  /** What its buyer filled in beside the lines, which an outside CPQ goes on being told. */
  readonly fields: readonly Field[];
  readonly terms: QuoteTerms;
  /** Read before the prices were: what moves in between is not lost. */
  readonly staleMark: number;
}

/** What followed a cart goes its own way from here, as the cart is at this moment. [CPQ-05] */
export async function takeOverMirror(tx: QuotesTx, context: QuotesContext, quote: Quote, { viewer, onlookers, fields, cart, terms, priced, origin, staleMark }: CartAtThisMoment): Promise<Quote> {
  await replaceLines(tx, quote, priced.lines);
  const set = { ...pricedColumns(priced, null), currency: priced.currency, terms, origin: origin === 'ASSISTANCE' ? 'CART' : origin, pricedMark: staleMark, everShared: onlookers.length > 0, deletedAt: null } as const;
  const actor = { id: viewer.id, roles: ['owner'] } as const; // the cart has said that they may
  const at = await offerTime(context, tx.sql);
  await tx.sql.updateTable('CartMirror').set({ fields: [...fields] }).where('cartId', '=', cart?.id ?? '').execute();
  await keepOnlookers(tx, quote, onlookers, at);
  return move(tx, quote, 'draft', { actor, rules: context.config, at, set, more: { cartVersion: cart?.version ?? null } });
}
