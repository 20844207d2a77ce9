import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { OrdersContext } from '../context.ts';
import type { CreditMemo } from '../entities/credit-memo.ts';
import { recordRefund, retryRefund } from '../use-cases/settle-credit-memo.ts';
import { CreditMemoType } from './credit-memo.type.ts';

@Resolver()
export class CreditMemoMutations {
  @Mutation(() => CreditMemoType, { description: 'The seller gave the money of a credit memo back by hand. Administrators only. Errors: FORBIDDEN, NOT_FOUND, INVALID_STATE unless it is BY_HAND, WAITING or FAILED, BAD_USER_INPUT.' })
  recordRefund(
    @Arg('creditMemoId', () => ID, { description: "The credit memo's id." }) creditMemoId: string,
    @Arg('reference', () => String, { description: 'How, such as the number of a transfer.' }) reference: string,
    @Ctx() context: OrdersContext,
  ): Promise<CreditMemo> {
    return recordRefund(context, creditMemoId, reference);
  }

  @Mutation(() => CreditMemoType, { description: 'Asks the payment service once more for a refund that it refused. Administrators only. Errors: FORBIDDEN, NOT_FOUND, INVALID_STATE unless it is FAILED and as much was captured.' })
  retryRefund(@Arg('creditMemoId', () => ID, { description: "The credit memo's id." }) creditMemoId: string, @Ctx() context: OrdersContext): Promise<CreditMemo> {
    return retryRefund(context, creditMemoId);
  }
}
