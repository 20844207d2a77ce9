import { judge } from '#kernel/lifecycle.ts';
import type { QuotesContext } from '../context.ts';
import { QUOTE_LIFECYCLE } from '../domain/quote-lifecycle.ts';
import { factsOf, JOB } from '../domain/quote-roles.ts';
import { move } from './move-quote.ts';
import { offerTime } from './read-offer-time.ts';

/** What became of it: nobody can order it any more, a checkout holds it, or there is an order of it. */
export type Withdrawn = 'WITHDRAWN' | 'HELD' | 'ORDERED';

/** The other shop takes back what it handed over: the quote decides, in one transaction, whether an order was faster. */
export function withdrawReceivedQuote(context: QuotesContext, quoteId: string): Promise<Withdrawn> {
  const { db, config } = context;
  return db.transact(async (tx) => {
    const at = await offerTime(context, tx.sql);
    const quote = await tx.sql.selectFrom('Quote').selectAll().where('id', '=', quoteId).executeTakeFirst();
    if (!quote) return 'WITHDRAWN';
    if (quote.status === 'SUBMITTED') return 'ORDERED';
    if (quote.checkoutId != null) return 'HELD';
    if (judge(QUOTE_LIFECYCLE, { status: quote.status, command: 'cancel', roles: JOB.roles, facts: factsOf(quote, JOB.roles, config, at) }).allowed) await move(tx, quote, 'cancel', { actor: JOB, rules: config, at });
    return 'WITHDRAWN';
  });
}
