import { Arg, Ctx, FieldResolver, ID, Int, Resolver, Root, Subscription } from 'type-graphql';
import type { Frame } from '#kernel/feed.ts';
import type { QuotesContext } from '../context.ts';
import type { QuoteStatus } from '../domain/quote-lifecycle.ts';
import type { Quote } from '../entities/quote.ts';
import { checkAccess } from '../use-cases/check-access.ts';
import { noSuchQuote } from '../use-cases/find-quote.ts';
import { followQuote } from '../use-cases/follow-quote.ts';
import { followQuotes } from '../use-cases/follow-quotes.ts';
import { readableQuote } from '../use-cases/read-quote.ts';
import { QuoteChangeType } from './quote-change.type.ts';
import { QuoteStatusEnum } from './quote-status.enum.ts';
import { QuoteType } from './quote.type.ts';

interface FollowArgs {
  quoteId: string;
  afterVersion?: number | null;
}

@Resolver(() => QuoteChangeType)
export class QuoteSubscriptions {
  @Subscription(() => QuoteChangeType, {
    subscribe: ({ args, context }) => followQuote(context as QuotesContext, args as FollowArgs),
    description:
      'A quote as it changes. The first frame is a SNAPSHOT or, with afterVersion, every change since in order (RESET when they are no longer kept); then one frame a version, none skipped and none twice, unless the reader is slow: then frames coalesce and fromVersion..version says over how many. When the quote goes out of the viewer\'s sight one frame says so with `quote` null; the next comes when it is back. With whom it is no longer shared gets a last frame: the error NOT_FOUND, with what ended it as `details.cause`; nothing follows. Errors: NOT_FOUND.',
  })
  async quoteChanged(
    @Arg('quoteId', () => ID, { description: 'The quote.' }) _quoteId: string,
    @Arg('afterVersion', () => Int, { nullable: true, description: 'The last version you have seen.' }) _afterVersion: number | undefined,
    @Root() frame: Frame,
    @Ctx() context: QuotesContext,
  ): Promise<Frame> {
    await checkAccess(context, frame);
    return frame;
  }

  @Subscription(() => QuoteChangeType, {
    subscribe: ({ context }) => followQuotes(context as QuotesContext),
    description: "Every change, from now on, of every quote the viewer may see: a buyer's own and those shared with him, a sales rep's desk. A quote that goes out of sight gives one frame with `quote` null.",
  })
  quotesChanged(@Root() frame: Frame): Frame {
    return frame;
  }

  @FieldResolver(() => ID, { description: 'Which quote changed.' })
  quoteId(@Root() frame: Frame): string {
    return frame.aggregateId;
  }

  @FieldResolver(() => QuoteStatusEnum, { description: 'Its status; all that is told of a quote the viewer can no longer see.' })
  async status(@Root() frame: Frame, @Ctx() { loaders }: QuotesContext): Promise<QuoteStatus> {
    const quote = await loaders.quoteById.load(frame.aggregateId);
    if (!quote) throw noSuchQuote(frame.aggregateId);
    return quote.status;
  }

  @FieldResolver(() => QuoteType, { nullable: true, description: 'The quote, read with the rights the viewer has at this moment; null when it is no longer readable.' })
  quote(@Root() frame: Frame, @Ctx() context: QuotesContext): Promise<Quote | null> {
    return readableQuote(context, frame.aggregateId);
  }
}
