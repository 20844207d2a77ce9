import { isRefusal } from '#kernel/errors.ts';
import type { QuotesContext } from '../context.ts';
import { QUOTE_LIFECYCLE, QUOTE_STATUSES } from '../domain/quote-lifecycle.ts';
import { JOB } from '../domain/quote-roles.ts';
import { move } from './move-quote.ts';
import { offerTime } from './read-offer-time.ts';

const AT_ONCE = 500;

/** Offers past their end are offers no more. Each in its own transaction, judged again there: two of these jobs do no harm. @returns how many [QUOTE-33, QUOTE-35] */
export async function expireQuotes(context: Pick<QuotesContext, 'db' | 'clock' | 'config'>): Promise<number> {
  const due = await quotesDue(context);
  let expired = 0;
  for (const quoteId of due) if (await expire(context, quoteId)) expired++;
  return expired;
}

async function quotesDue(context: Pick<QuotesContext, 'db' | 'clock' | 'config'>): Promise<string[]> {
  const { db, config } = context;
  const statuses = QUOTE_STATUSES.filter((status) => QUOTE_LIFECYCLE[status].expire !== undefined && !config.expiryExclusions.includes(status));
  if (statuses.length === 0) return [];
  const rows = await db.sql
    .selectFrom('Quote')
    .select('id')
    .where('expiresAt', '<=', await offerTime(context))
    .where('status', 'in', statuses)
    .where('checkoutId', 'is', null)
    .orderBy('expiresAt')
    .limit(AT_ONCE)
    .execute();
  return rows.map((row) => row.id);
}

async function expire(context: Pick<QuotesContext, 'db' | 'clock' | 'config'>, quoteId: string): Promise<boolean> {
  try {
    await context.db.transact(async (tx) => {
      const quote = await tx.sql.selectFrom('Quote').selectAll().where('id', '=', quoteId).executeTakeFirstOrThrow();
      await move(tx, quote, 'expire', { actor: JOB, rules: context.config, at: await offerTime(context, tx.sql) });
    });
    return true;
  } catch (error) {
    if (isRefusal(error)) return false; // somebody moved it, or a checkout took hold of it, in the meantime
    throw error;
  }
}
