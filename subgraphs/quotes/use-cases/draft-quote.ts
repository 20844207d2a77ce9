import { factChange } from '#kernel/fact-changes.ts';
import { newId } from '#kernel/ids.ts';
import { moneyOf } from '#kernel/money.ts';
import type { Viewer } from '#kernel/viewer.ts';
import { pricedColumns, type PricedQuote } from '../domain/price-quote.ts';
import { NO_TERMS, type QuoteTerms } from '../domain/quote-terms.ts';
import type { QuoteStatus } from '../domain/quote-lifecycle.ts';
import type { QuoteOrigin } from '../domain/quote-roles.ts';
import type { Quote } from '../entities/quote.ts';
import type { Onlooker } from '../peers/carts.ts';
import { keepOnlookers } from './keep-onlookers.ts';
import { insertLines } from './quote-lines.ts';
import { takeNumber } from './take-number.ts';
import { announce, type QuotesTx } from './write-quote.ts';

export interface Draft {
  readonly action: 'CREATE_QUOTE' | 'CLONE_QUOTE' | 'MIRROR_CART';
  readonly from: QuoteStatus | null;
  readonly origin: QuoteOrigin;
  readonly cart: { readonly id: string; readonly version: number } | null;
  readonly clonedFromId: string | null;
  readonly terms?: QuoteTerms;
  readonly priced: PricedQuote;
  /** Who did it, where that is not the owner; null: nobody in person. */
  readonly actorId?: string | null;
  /** The id it gets, where somebody else has chosen it. */
  readonly id?: string;
  /** Whom its cart was shared with. */
  readonly onlookers?: readonly Onlooker[];
}

/** Writes a new quote, in DRAFTING or following a cart: number, lines, audit, event. [QUOTE-11] */
export async function draftQuote(tx: QuotesTx, owner: Pick<Viewer, 'id' | 'accountId'>, at: Date, draft: Draft): Promise<Quote> {
  const { currency, lines } = draft.priced;
  const { actorId = owner.id, onlookers = [] } = draft;
  const status = draft.action === 'MIRROR_CART' ? 'CART_IN_PROGRESS' : 'DRAFTING';
  const number = await takeNumber(tx, at);
  const quote: Quote = {
    id: draft.id ?? newId(),
    accountId: owner.accountId,
    ownerId: owner.id,
    number,
    storeNumber: number,
    handOver: null,
    status,
    version: 1,
    origin: draft.origin,
    cartId: draft.cart?.id ?? null,
    clonedFromId: draft.clonedFromId,
    salesRepId: null,
    currency,
    ...pricedColumns(draft.priced, null),
    terms: draft.terms ?? NO_TERMS,
    staleMark: 0,
    pricedMark: 0,
    expiresAt: null,
    warnedOf: null,
    extensionWanted: null,
    contract: null,
    reason: null,
    termsDisputed: false,
    everShared: onlookers.length > 0,
    checkoutId: null,
    updatedById: actorId,
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
  };
  await tx.sql.insertInto('Quote').values(quote).execute();
  await insertLines(tx, quote, lines);
  await keepOnlookers(tx, quote, onlookers, at);
  await tx.sql
    .insertInto('QuoteAudit')
    .values({ id: newId(), quoteId: quote.id, accountId: quote.accountId, action: draft.action, from: draft.from, to: status, actorId, at })
    .execute();
  await announce(tx, quote, draft.from, { type: draft.action, actorId, at, more: { cartVersion: draft.cart?.version ?? null, clonedFromId: draft.clonedFromId }, changes: factChange('total', null, moneyOf(quote.totalMinor, currency)) });
  return quote;
}
