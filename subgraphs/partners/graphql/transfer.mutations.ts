import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { PartnersContext } from '../context.ts';
import type { Transfer } from '../entities/transfer.ts';
import { abandonTransfer } from '../use-cases/abandon-transfer.ts';
import { cancelTransfer } from '../use-cases/cancel-transfer.ts';
import { confirmTransfer } from '../use-cases/confirm-transfer.ts';
import { requestTransfer } from '../use-cases/request-transfer.ts';
import { TransferType } from './transfer.type.ts';

const ID_OF = { description: "The transfer's id." } as const;

@Resolver()
export class TransferMutations {
  @Mutation(() => TransferType, { description: "Asks a partner for his exact price of a cart, line by line, which he stands by for a while. Nothing is ordered by it. Errors: OPERATION_DISABLED, UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, PARTNER_UNAVAILABLE (details.reason and skus), CART_EMPTY, INVALID_STATE while the cart is held." })
  requestTransfer(@Arg('cartId', () => ID, { description: "The cart's id." }) cartId: string, @Arg('partnerId', () => ID, { description: "The partner's id." }) partnerId: string, @Ctx() context: PartnersContext): Promise<Transfer> {
    return requestTransfer(context, cartId, partnerId);
  }

  @Mutation(() => TransferType, { description: 'Agrees to that price and hands the cart over. Answers as far as it got: ACKNOWLEDGED, FAILED, or SENT while the partner has not said; then follow transferChanged. The same idempotencyKey again is answered with the same transfer. Errors: PRICE_CHANGED, OFFER_EXPIRED, PARTNER_UNAVAILABLE (details.reason SWITCHED_OFF), INVALID_STATE, NOT_FOUND, FORBIDDEN, BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED, OPERATION_DISABLED.' })
  confirmTransfer(
    @Arg('transferId', () => ID, ID_OF) transferId: string,
    @Arg('priceHash', () => String, { description: "The offer's priceHash, as the buyer saw it." }) priceHash: string,
    @Arg('idempotencyKey', () => String, { description: 'Chosen by the client, 1 to 200 characters.' }) idempotencyKey: string,
    @Ctx() context: PartnersContext,
  ): Promise<Transfer> {
    return confirmTransfer(context, { transferId, priceHash, idempotencyKey });
  }

  @Mutation(() => TransferType, { description: 'Takes a transfer back. Once it has been sent the partner decides whether that comes too late: it is `recalled` until he has said, then CANCELED or ACKNOWLEDGED. Errors: INVALID_STATE when it is over, NOT_FOUND.' })
  cancelTransfer(@Arg('transferId', () => ID, ID_OF) transferId: string, @Ctx() context: PartnersContext): Promise<Transfer> {
    return cancelTransfer(context, transferId);
  }

  @Mutation(() => TransferType, { description: 'Gives a cart back to its buyer whose partner is gone for good: only when it is certain, from the partner himself, that he has no order of it. Administrators only. Errors: INVALID_STATE unless it was sent, NOT_FOUND, BAD_USER_INPUT, FORBIDDEN.' })
  abandonTransfer(@Arg('transferId', () => ID, ID_OF) transferId: string, @Arg('reason', () => String, { description: 'How that is known, in 1 to 300 characters.' }) reason: string, @Ctx() context: PartnersContext): Promise<Transfer> {
    return abandonTransfer(context, transferId, reason);
  }
}
