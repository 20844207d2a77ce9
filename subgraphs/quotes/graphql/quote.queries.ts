import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { connectionType } from '#kernel/connection-type.ts';
import type { Connection } from '#kernel/paging.ts';
import type { QuotesContext } from '../context.ts';
import type { DeskSort } from '../domain/quote-desk.ts';
import type { QuoteStatus } from '../domain/quote-lifecycle.ts';
import type { QuoteDiff } from '../domain/diff-quotes.ts';
import type { Quote } from '../entities/quote.ts';
import { compareRevisions } from '../use-cases/compare-revisions.ts';
import { listQuotes } from '../use-cases/list-quotes.ts';
import { openQuote } from '../use-cases/open-quote.ts';
import { QuoteDiffType } from './quote-diff.type.ts';
import { QuoteFilterInput, QuoteSortEnum } from './quote-filter.inputs.ts';
import { QuoteSettingsType } from './quote-settings.type.ts';
import { QuoteStatusEnum } from './quote-status.enum.ts';
import { QuoteType } from './quote.type.ts';

const QuoteConnectionType = connectionType('Quote', QuoteType);

@Resolver(() => QuoteType)
export class QuoteQueries {
  @Query(() => QuoteType, { nullable: true, description: 'A quote the viewer may see in its present status; a draft of his own at the prices of today. Errors: NOT_FOUND.' })
  quote(@Arg('id', () => ID, { description: 'The quote.' }) id: string, @Ctx() context: QuotesContext): Promise<Quote> {
    return openQuote(context, id);
  }

  @Query(() => QuoteDiffType, { description: 'What is different between two revisions of a quote, or between one and the quote as it stands. Errors: NOT_FOUND.' })
  quoteDiff(
    @Arg('quoteId', () => ID, { description: 'The quote.' }) quoteId: string,
    @Arg('from', () => Int, { description: 'The number of the revision to begin with.' }) from: number,
    @Arg('to', () => Int, { nullable: true, description: 'The number of the revision to end with; the quote as it stands when absent.' }) to: number | undefined,
    @Ctx() context: QuotesContext,
  ): Promise<QuoteDiff> {
    return compareRevisions(context, quoteId, from, to);
  }

  @Query(() => QuoteSettingsType, { description: 'How quotes work in this deployment, for whoever asks.' })
  quoteSettings(@Ctx() { config }: QuotesContext): QuoteSettingsType {
    return config;
  }

  @Query(() => QuoteConnectionType, { description: "A buyer's own quotes and those shared with him, or all that a sales rep may see; newest first when no other order is asked for. Errors: BAD_CURSOR, BAD_USER_INPUT, FORBIDDEN." })
  quotes(
    @Arg('status', () => [QuoteStatusEnum], { nullable: true, description: 'Only quotes in one of these statuses.' }) status: QuoteStatus[] | undefined,
    @Arg('filter', () => QuoteFilterInput, { nullable: true, description: 'Only quotes of which all that is said here holds.' }) filter: QuoteFilterInput | undefined,
    @Arg('sort', () => QuoteSortEnum, { nullable: true, defaultValue: 'NEWEST', description: 'The order.' }) sort: DeskSort,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'At most this many, up to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The cursor to go on from.' }) after: string | undefined,
    @Ctx() context: QuotesContext,
  ): Promise<Connection<Quote>> {
    return listQuotes(context, { ...filter, status, sort }, { first, after });
  }
}
