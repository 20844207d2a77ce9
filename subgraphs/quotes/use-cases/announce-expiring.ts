import type { QuotesContext } from '../context.ts';
import type { Quote } from '../entities/quote.ts';
import { announceNotices } from './announce-notices.ts';
import { offerTime } from './read-offer-time.ts';
import { writeQuote, type QuotesTx } from './write-quote.ts';

const AT_ONCE = 500;
const DAY_MS = 86_400_000;

type Services = Pick<QuotesContext, 'db' | 'clock' | 'config'>;

/** Warns of published offers that end soon, once for each end. An offer that a checkout holds, or that does not expire, needs no warning. @returns how many */
export async function announceExpiring(context: Services): Promise<number> {
  const { db, config } = context;
  if (config.expiryWarningDays === 0 || config.expiryExclusions.includes('PUBLISHED')) return 0;
  const soon = config.expiryWarningDays * DAY_MS;
  const due = await endingSoon(db.sql, await offerTime(context), soon).select('id').orderBy('expiresAt').limit(AT_ONCE).execute();
  let warned = 0;
  for (const { id } of due) {
    await db.transact(async (tx) => {
      const at = await offerTime(context, tx.sql);
      const quote = (await endingSoon(tx.sql, at, soon).selectAll().where('id', '=', id).executeTakeFirst()) as Quote | undefined;
      if (!quote) return; // it moved in the meantime, or another job was faster
      await writeQuote(tx, quote, { warnedOf: quote.expiresAt }, { type: 'QUOTE_EXPIRING', actorId: null, at, destination: config.destinations.quoteExpiring });
      await announceNotices(tx, quote, null, [{ type: 'QUOTE_EXPIRING', quoteId: id, to: { userId: quote.ownerId } }]);
      warned++;
    });
  }
  return warned;
}

const endingSoon = (sql: QuotesTx['sql'], now: Date, soonMs: number) =>
  sql
    .selectFrom('Quote')
    .where('status', '=', 'PUBLISHED')
    .where('expiresAt', '>', now)
    .where('expiresAt', '<=', new Date(now.getTime() + soonMs))
    .where('checkoutId', 'is', null)
    .where((eb) => eb.or([eb('warnedOf', 'is', null), eb('warnedOf', '<>', eb.ref('expiresAt'))]));
