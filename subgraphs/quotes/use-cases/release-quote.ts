import { judge } from '#kernel/lifecycle.ts';
import type { QuotesContext } from '../context.ts';
import { QUOTE_LIFECYCLE } from '../domain/quote-lifecycle.ts';
import { factsOf } from '../domain/quote-roles.ts';
import { offerTime } from './read-offer-time.ts';
import { writeQuote } from './write-quote.ts';

/**
 * A checkout that came to nothing lets go of what it could have submitted. Knowing the checkout's id is the right to do
 * so; for any other, and once the order stands, nothing happens.
 */
export async function releaseQuote(context: QuotesContext, quoteId: string, checkoutId: string): Promise<void> {
  const { db, config, viewer } = context;
  await db.transact(async (tx) => {
    const at = await offerTime(context, tx.sql);
    const quote = await tx.sql.selectFrom('Quote').selectAll().where('id', '=', quoteId).where('checkoutId', '=', checkoutId).executeTakeFirst();
    if (!quote) return;
    const facts = factsOf(quote, ['owner'], config, at, checkoutId);
    if (!judge(QUOTE_LIFECYCLE, { status: quote.status, command: 'submit', roles: ['owner'], facts }).allowed) return;
    await writeQuote(tx, quote, { checkoutId: null }, { type: 'CHECKOUT_RELEASED', actorId: viewer?.id ?? null, at });
  });
}
