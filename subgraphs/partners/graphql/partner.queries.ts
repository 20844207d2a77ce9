import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { connectionType } from '#kernel/connection-type.ts';
import type { Connection } from '#kernel/paging.ts';
import type { PartnersContext } from '../context.ts';
import type { Partner } from '../entities/partner.ts';
import type { ReceivedTransfer } from '../entities/received-transfer.ts';
import type { TrustedSender } from '../entities/trusted-sender.ts';
import { listPartners, listSenders } from '../use-cases/list-partners.ts';
import { listReceivedTransfers } from '../use-cases/list-received-transfers.ts';
import { ForeignAccount, ForeignOrder, ForeignQuote } from './foreign-types.ts';
import { PartnerType, ReceivedTransferType, TrustedSenderType } from './partner.type.ts';

const ReceivedTransferConnectionType = connectionType('ReceivedTransfer', ReceivedTransferType);

@Resolver()
export class PartnerQueries {
  @Query(() => [PartnerType], { description: 'All partners, by name. Administrators only. Errors: FORBIDDEN.' })
  partners(@Ctx() context: PartnersContext): Promise<Partner[]> {
    return listPartners(context);
  }

  @Query(() => [TrustedSenderType], { description: 'All shops that may hand carts over, or once might. Administrators only. Errors: FORBIDDEN.' })
  trustedSenders(@Ctx() context: PartnersContext): Promise<TrustedSender[]> {
    return listSenders(context);
  }

  @Query(() => ReceivedTransferConnectionType, { description: 'What other shops have handed over, the newest first. Administrators only. Errors: FORBIDDEN, BAD_CURSOR, BAD_USER_INPUT.' })
  receivedTransfers(
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'How many, at most 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The endCursor of the page before.' }) after: string | null,
    @Ctx() context: PartnersContext,
  ): Promise<Connection<ReceivedTransfer>> {
    return listReceivedTransfers(context, { first, after });
  }
}

@Resolver(() => ReceivedTransferType)
export class ReceivedTransferResolver {
  @FieldResolver(() => TrustedSenderType, { nullable: true, description: 'Who handed it over.' })
  async sender(@Root() { senderId }: ReceivedTransfer, @Ctx() { loaders }: PartnersContext): Promise<TrustedSender | null> {
    return (await loaders.senderById.load(senderId)) ?? null;
  }

  @FieldResolver(() => ForeignAccount, { nullable: true, description: 'The customer it is for.' })
  account(@Root() { accountId }: ReceivedTransfer): ForeignAccount {
    return { id: accountId };
  }

  @FieldResolver(() => String, { nullable: true, description: 'What the buyer said to it; null when nothing.' })
  note(@Root() { terms }: ReceivedTransfer): string | null {
    return terms?.note ?? null;
  }

  @FieldResolver(() => ForeignQuote, { nullable: true, description: 'The quote it became; null for who may not see quotes.' })
  quote(@Root() { quoteId }: ReceivedTransfer): ForeignQuote {
    return { id: quoteId };
  }

  @FieldResolver(() => ForeignOrder, { nullable: true, description: 'The order that was made of it, if one was.' })
  order(@Root() { orderId }: ReceivedTransfer): ForeignOrder | null {
    return orderId == null ? null : { id: orderId };
  }
}
