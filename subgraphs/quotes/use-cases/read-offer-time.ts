import { databaseNow } from '#kernel/database-clock.ts';
import type { QuotesContext } from '../context.ts';
import type { QuotesTx } from './write-quote.ts';

/** The one clock that offers end by, for whoever judges a quote: the job, a checkout, a page. It is the database's. [QUOTE-29, QUOTE-33] */
export const offerTime = ({ clock, db }: Pick<QuotesContext, 'clock' | 'db'>, sql: QuotesTx['sql'] = db.sql): Promise<Date> => databaseNow(sql, clock);
