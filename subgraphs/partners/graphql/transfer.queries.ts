import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { PartnersContext } from '../context.ts';
import type { Transfer } from '../entities/transfer.ts';
import { findCandidates, type Candidate } from '../use-cases/find-candidates.ts';
import { readTransfer } from '../use-cases/read-transfer.ts';
import { TransferCandidateType, TransferType } from './transfer.type.ts';

@Resolver()
export class TransferQueries {
  @Query(() => [TransferCandidateType], { description: 'The partners of this shop for a cart: those who can fulfil it now first, then those who cannot or did not answer, with the reason. Each is asked at this moment. Errors: OPERATION_DISABLED, UNAUTHENTICATED, FORBIDDEN (guests, and who may not order), NOT_FOUND, CART_EMPTY, INVALID_STATE while the cart is held.' })
  transferCandidates(@Arg('cartId', () => ID, { description: "The cart's id." }) cartId: string, @Ctx() context: PartnersContext): Promise<Candidate[]> {
    return findCandidates(context, cartId);
  }

  @Query(() => TransferType, { nullable: true, description: 'One transfer: for whoever asked for it, the owner of the cart, and the seller. Errors: NOT_FOUND.' })
  transfer(@Arg('id', () => ID, { description: "The transfer's id." }) id: string, @Ctx() context: PartnersContext): Promise<Transfer> {
    return readTransfer(context, id);
  }
}
