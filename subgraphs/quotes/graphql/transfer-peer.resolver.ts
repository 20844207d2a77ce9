import { Arg, Ctx, Directive, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { OptionChoice } from '#kernel/option-choice.ts';
import { OptionChoiceInput } from '#kernel/option-choice-types.ts';
import { DateTimeScalar, DecimalScalar } from '#kernel/scalars.ts';
import { requireSystem } from '#kernel/viewer-guard.ts';
import type { QuotesContext } from '../context.ts';
import { receiveQuote, type ReceivedLine, type ReceivedQuote } from '../use-cases/receive-quote.ts';
import { withdrawReceivedQuote } from '../use-cases/withdraw-received-quote.ts';

@Directive('@inaccessible')
@InputType('ReceivedQuoteLineInput', { description: 'For peers: a line of a cart that another shop hands over.' })
class ReceivedQuoteLineInput implements ReceivedLine {
  @Field(() => ID, { description: 'The id it was priced under.' })
  id: string;
  @Field(() => String, { description: 'The SKU.' })
  sku: string;
  @Field(() => DecimalScalar, { description: 'How much of it.' })
  quantity: string;
  @Field(() => String, { description: 'In which unit.' })
  uom: string;
  @Field(() => [OptionChoiceInput], { nullable: true, description: 'What was chosen of a model.' })
  configuration?: OptionChoice[] | null;
}

@Directive('@inaccessible')
@InputType('ReceivedQuoteInput', { description: 'For peers: a cart that another shop hands over.' })
class ReceivedQuoteInput implements ReceivedQuote {
  @Field(() => ID, { description: 'The id the quote gets, or has.' })
  id: string;
  @Field(() => ID, { description: 'The account it is for.' })
  accountId: string;
  @Field(() => ID, { description: 'Whose it is.' })
  ownerId: string;
  @Field(() => DateTimeScalar, { description: 'Until when the price was promised.' })
  expiresAt: Date;
  @Field(() => [ReceivedQuoteLineInput], { description: 'What is in it.' })
  lines: ReceivedQuoteLineInput[];
  @Field(() => String, { description: "The catalog's answer to priceDocument when the price was promised, as JSON." })
  priced: string;
}

@Directive('@inaccessible')
@ObjectType('ReceivedQuoteOffer', { simpleResolvers: true, description: 'For peers: what a received quote is ordered by.' })
class ReceivedQuoteOfferType {
  @Field(() => ID) id: string;
  @Field(() => String) number: string;
  @Field(() => String) priceHash: string;
}

/** What only the way of carts between shops asks; no client can reach it. */
@Resolver()
export class TransferPeerResolver {
  @Directive('@inaccessible')
  @Mutation(() => ReceivedQuoteOfferType, { description: 'For peers: makes an offer of a cart that another shop hands over, or takes its new content on. Errors: OPERATION_DISABLED, INVALID_STATE when it was ordered or is being, FORBIDDEN for any person.' })
  receiveQuote(@Arg('input', () => ReceivedQuoteInput) input: ReceivedQuoteInput, @Ctx() context: QuotesContext): Promise<ReceivedQuoteOfferType> {
    requireSystem(context);
    return receiveQuote(context, input);
  }

  @Directive('@inaccessible')
  @Mutation(() => String, { description: 'For peers: takes back what another shop handed over: WITHDRAWN, HELD by a checkout under way, or ORDERED already. Errors: FORBIDDEN for any person.' })
  withdrawReceivedQuote(@Arg('quoteId', () => ID) quoteId: string, @Ctx() context: QuotesContext): Promise<string> {
    requireSystem(context);
    return withdrawReceivedQuote(context, quoteId);
  }
}
