import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { QuotesContext } from '../context.ts';
import type { FrozenAttachment, FrozenQuote } from '../domain/freeze-quote.ts';
import { seesAttachment, usesQuoteAttachments } from '../domain/quote-attachments.ts';
import type { Quote } from '../entities/quote.ts';
import { applyQuoteAttachments } from '../use-cases/apply-quote-attachments.ts';
import { QuoteAttachmentInput, QuoteAttachmentType } from './quote-attachment.type.ts';
import { QuoteRevisionType } from './quote-history.type.ts';
import { QuoteLineType, type ShownLine } from './quote-line.type.ts';
import { QuoteType } from './quote.type.ts';

type Attached = Omit<FrozenAttachment, 'description' | 'lineId'> & { readonly description?: string | null; readonly lineId?: string | null };

/** What the viewer may see of it, with where it is read. */
const shown = ({ config, viewer }: QuotesContext, attached: readonly Attached[]): QuoteAttachmentType[] =>
  usesQuoteAttachments(config, viewer) ? attached.filter((each) => seesAttachment(each, viewer)).map(({ description = null, lineId = null, ...each }) => ({ ...each, description, lineId, url: `/quote-attachments/${each.id}` })) : [];

@Resolver(() => QuoteType)
export class QuoteAttachmentResolver {
  @FieldResolver(() => [QuoteAttachmentType], { description: "Files that go along with it or with its lines, in the order they came; the seller's internal ones for the seller only, and none for who may not use attachments." })
  async attachments(@Root() { id }: Quote, @Ctx() context: QuotesContext): Promise<QuoteAttachmentType[]> {
    return shown(context, await context.loaders.attachmentsOfQuote.load(id));
  }

  @Mutation(() => QuoteType, {
    description: "Makes uploads attachments of a quote or of its lines, and takes others of one's own side away, in one version; by whom and when lines may be changed. Named again, an attachment is described anew. Errors: ATTACHMENTS_DISABLED, FORBIDDEN (without USE_ATTACHMENT, an internal one from a buyer, or one of the other side), NOT_FOUND, QUOTE_STATUS_INVALID, OPERATION_DISABLED, STALE_VERSION, BAD_USER_INPUT.",
  })
  applyQuoteAttachments(
    @Arg('quoteId', () => ID, { description: 'The quote.' }) quoteId: string,
    @Arg('add', () => [QuoteAttachmentInput], { nullable: true, description: 'Your uploads for this quote.' }) add: QuoteAttachmentInput[] | undefined,
    @Arg('remove', () => [ID], { nullable: true, description: 'Attachments that shall go.' }) remove: string[] | undefined,
    @Arg('expectedVersion', () => Int, { nullable: true, description: 'The version you have seen; a newer one refuses.' }) expectedVersion: number | undefined,
    @Ctx() context: QuotesContext,
  ): Promise<Quote> {
    return applyQuoteAttachments(context, { quoteId, add: add ?? [], remove: remove ?? [], expectedVersion });
  }
}

@Resolver(() => QuoteLineType)
export class QuoteLineAttachmentResolver {
  @FieldResolver(() => [QuoteAttachmentType], { description: 'Files that go along with it, in the order they came.' })
  async attachments(@Root() { id, quoteId }: ShownLine, @Ctx() context: QuotesContext): Promise<QuoteAttachmentType[]> {
    return shown(context, await context.loaders.attachmentsOfQuote.load(quoteId)).filter(({ lineId }) => lineId === id);
  }
}

@Resolver(() => QuoteRevisionType)
export class QuoteRevisionAttachmentResolver {
  @FieldResolver(() => [QuoteAttachmentType], { description: 'The files that went along with it then; they can still be read.' })
  attachments(@Root() { attachments = [] }: FrozenQuote, @Ctx() context: QuotesContext): QuoteAttachmentType[] {
    return shown(context, attachments);
  }
}
