import type { QuotesContext } from '../context.ts';
import { writeQuote } from './write-quote.ts';

/** A checkout that came to nothing lets go. Knowing its id is the right to do so; for any other nothing happens. */
export async function releaseQuote({ db, clock, viewer }: QuotesContext, quoteId: string, checkoutId: string): Promise<void> {
  await db.transact(async (tx) => {
    const quote = await tx.sql.selectFrom('Quote').selectAll().where('id', '=', quoteId).where('checkoutId', '=', checkoutId).where('status', '<>', 'SUBMITTED').executeTakeFirst();
    if (quote) await writeQuote(tx, quote, { checkoutId: null }, { type: 'CHECKOUT_RELEASED', actorId: viewer?.id ?? null, at: clock.now() });
  });
}
