import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { OrdersContext } from '../context.ts';
import type { Approval } from '../entities/approval.ts';
import { approveOrder, rejectOrder } from '../use-cases/decide-approval.ts';
import { withdrawApproval } from '../use-cases/withdraw-approval.ts';
import { DecideApprovalInput } from './approval.inputs.ts';
import { ApprovalType } from './approval.type.ts';

@Resolver()
export class ApprovalMutations {
  @Mutation(() => ApprovalType, { description: 'Says yes to an order that somebody else asked for. With the last yes that is needed the order is placed on behalf of who asked, as it was read or not at all. Errors: FORBIDDEN (not asked, asked for by the viewer, or for them), INVALID_STATE (answered, withdrawn or expired), APPROVAL_STALE (the content has changed), CONFLICT, NOT_FOUND.' })
  approveOrder(@Arg('input', () => DecideApprovalInput, { description: 'What is agreed to.' }) input: DecideApprovalInput, @Ctx() context: OrdersContext): Promise<Approval> {
    return approveOrder(context, input);
  }

  @Mutation(() => ApprovalType, { description: 'Says no to an order that somebody else asked for, and why; nothing is ordered. Errors as of approveOrder, and BAD_USER_INPUT without a comment.' })
  rejectOrder(@Arg('input', () => DecideApprovalInput, { description: 'What is turned down, and why.' }) input: DecideApprovalInput, @Ctx() context: OrdersContext): Promise<Approval> {
    return rejectOrder(context, input);
  }

  @Mutation(() => ApprovalType, { description: 'Takes back the request for an order that has not been placed yet; only who asked may. Errors: FORBIDDEN, INVALID_STATE, CONFLICT, NOT_FOUND.' })
  withdrawApproval(@Arg('approvalId', () => ID, { description: "The approval's id." }) approvalId: string, @Ctx() context: OrdersContext): Promise<Approval> {
    return withdrawApproval(context, approvalId);
  }
}
