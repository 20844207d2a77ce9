import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { ChannelsContext } from '../context.ts';
import { readDocument, readHandedOver } from '../use-cases/read-document.ts';
import { ForeignOrder, ForeignQuote } from './foreign-types.ts';
import { OutsideDetailsType } from './outside-document.type.ts';
import { detailsShown } from './show-outside.ts';

const NUMBER = { description: 'Its number in the system outside.' } as const;
const ACCOUNT = { nullable: true, description: 'Of which customer, for the seller; buyers have their own.' } as const;
const ERRORS = 'Without an answer `document` is what was told last, or null, and `state` says so. Errors: NOT_FOUND, also for those of others, OPERATION_DISABLED where no such system is set up, UNAUTHENTICATED, FORBIDDEN, BAD_USER_INPUT (the seller names a customer).';

@Resolver(() => ForeignOrder)
export class OutsideOrderResolver {
  @Query(() => OutsideDetailsType, { description: `An order of any channel by its number in the order system. ${ERRORS}` })
  async outsideOrder(@Arg('number', () => String, NUMBER) number: string, @Arg('accountId', () => ID, ACCOUNT) accountId: string | null, @Ctx() context: ChannelsContext): Promise<OutsideDetailsType> {
    return detailsShown(await readDocument(context, 'ORDER', number, accountId ?? null), context.viewer);
  }

  @FieldResolver(() => OutsideDetailsType, { nullable: true, description: 'What has become of it in the order system: the status, lines and amounts of there, where they are made now. Each is asked for by itself: for a list, `allOrders` asks once. Null until that has taken it over, and for who may only look at the order (it is for its buyer, with VIEW_ORDER their organisation, and the seller).' })
  async outsideDetails(@Root() { id }: ForeignOrder, @Ctx() context: ChannelsContext): Promise<OutsideDetailsType | null> {
    const found = await readHandedOver(context, 'ORDER', id);
    return found && detailsShown(found, context.viewer);
  }
}

@Resolver(() => ForeignQuote)
export class OutsideQuoteResolver {
  @Query(() => OutsideDetailsType, { description: `A quote of any channel by its number in the quote system. ${ERRORS}` })
  async outsideQuote(@Arg('number', () => String, NUMBER) number: string, @Arg('accountId', () => ID, ACCOUNT) accountId: string | null, @Ctx() context: ChannelsContext): Promise<OutsideDetailsType> {
    return detailsShown(await readDocument(context, 'QUOTE', number, accountId ?? null), context.viewer);
  }

  @FieldResolver(() => OutsideDetailsType, { nullable: true, description: 'What has become of it in the quote system. Null until that has taken it over, and for others than its buyer and sales reps.' })
  async outsideDetails(@Root() { id }: ForeignQuote, @Ctx() context: ChannelsContext): Promise<OutsideDetailsType | null> {
    const found = await readHandedOver(context, 'QUOTE', id);
    return found && detailsShown(found, context.viewer);
  }
}
