import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { connectionType } from '#kernel/connection-type.ts';
import type { Connection } from '#kernel/paging.ts';
import type { QuotesContext } from '../context.ts';
import type { QuoteStatus } from '../domain/quote-lifecycle.ts';
import type { Quote } from '../entities/quote.ts';
import { listQuotes } from '../use-cases/list-quotes.ts';
import { openQuote } from '../use-cases/open-quote.ts';
import { QuoteStatusEnum } from './quote-status.enum.ts';
import { QuoteType } from './quote.type.ts';

const QuoteConnectionType = connectionType('Quote', QuoteType);

@Resolver(() => QuoteType)
export class QuoteQueries {
  @Query(() => QuoteType, { nullable: true, description: 'A quote the viewer may see in its present status; a draft of his own at the prices of today. Errors: NOT_FOUND.' })
  quote(@Arg('id', () => ID, { description: 'The quote.' }) id: string, @Ctx() context: QuotesContext): Promise<Quote> {
    return openQuote(context, id);
  }

  @Query(() => QuoteConnectionType, { description: "A buyer's own quotes, or all that a sales rep may see; newest first." })
  quotes(
    @Arg('status', () => [QuoteStatusEnum], { nullable: true, description: 'Only quotes in one of these statuses.' }) status: QuoteStatus[] | undefined,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'At most this many, up to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The cursor to go on from.' }) after: string | undefined,
    @Ctx() context: QuotesContext,
  ): Promise<Connection<Quote>> {
    return listQuotes(context, status, { first, after });
  }
}
