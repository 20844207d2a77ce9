import { judge } from '#kernel/lifecycle.ts';
import type { QuotesContext } from '../context.ts';
import { comesTo, withCpqPrices, type CpqFault } from '../domain/cpq-prices.ts';
import { saysPrices, type CpqAnswer } from '../domain/cpq-transaction.ts';
import { pricedColumns } from '../domain/price-quote.ts';
import { QUOTE_UPDATES } from '../domain/quote-rights.ts';
import { factsOf, JOB } from '../domain/quote-roles.ts';
import type { Quote } from '../entities/quote.ts';
import { SHOP } from './ask-as-shop.ts';
import { offerTime } from './read-offer-time.ts';
import { priceWantedLines } from './price-wanted-lines.ts';
import { draftOf, linesOf, replaceLines } from './quote-lines.ts';
import { writeQuote } from './write-quote.ts';

/**
 * What the seller's CPQ says of a quote it was told: its prices of the lines, its discount and its freight, taken in one version or
 * not at all, and only while the seller works on the quote. Taxes are reckoned here. A quote that moved meanwhile is told again.
 * @returns the version that the CPQ knows now [CPQ-03]
 */
export async function takeCpqPrices(context: QuotesContext, seen: Quote, answer: CpqAnswer): Promise<number> {
  const { db, config, log, askAs } = context;
  const facts = factsOf(seen, JOB.roles, config, await offerTime(context));
  const judgement = judge(QUOTE_UPDATES, { status: seen.status, command: 'TAKE_CPQ_PRICES', roles: JOB.roles, facts });
  if (!judgement.allowed || !saysPrices(answer)) return seen.version;
  const wanted = withCpqPrices({ currency: seen.currency, terms: seen.terms, lines: (await linesOf(db.sql, seen.id)).map(draftOf) }, answer);
  if (wanted === undefined) return seen.version;
  if (typeof wanted === 'string') return refused(wanted);
  const priced = await priceWantedLines({ ask: askAs(SHOP) }, { ...seen, terms: wanted.terms }, wanted.lines);
  if (!comesTo(priced.totals, answer, seen.currency)) return refused('OTHER_SUM');
  return db.transact(async (tx) => {
    const quote = await tx.sql.selectFrom('Quote').selectAll().where('id', '=', seen.id).executeTakeFirstOrThrow();
    if (quote.version !== seen.version) return seen.version;
    await replaceLines(tx, quote, priced.lines);
    const changes = { ...pricedColumns(priced, quote.expiresAt ?? null), terms: wanted.terms, pricedMark: seen.staleMark };
    return (await writeQuote(tx, quote, changes, { type: judgement.move.audit, actorId: null, at: await offerTime(context, tx.sql) })).version;
  });

  function refused(fault: CpqFault): number {
    log('the prices of the CPQ system do not fit the quote, and none was taken', { quoteId: seen.id, number: seen.number, fault });
    return seen.version;
  }
}
