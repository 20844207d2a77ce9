import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { ReturnsContext } from '../context.ts';
import type { Return } from '../entities/return.ts';
import { addReturnLines } from '../use-cases/add-return-lines.ts';
import { approveReturn, rejectReturn } from '../use-cases/decide-return.ts';
import { submitReturn } from '../use-cases/submit-return.ts';
import { ReturnLineInput } from './return.inputs.ts';
import { ReturnType } from './return.type.ts';

@Resolver()
export class ReturnMutations {
  @Mutation(() => ReturnType, {
    description: "Adds order lines to the viewer's pending return, made when there is none. Business buyers need CREATE_RETURN. Errors: NOT_RETURNABLE, RETURN_QUANTITY_EXCEEDED (details name every line and what may still come back), QUANTITY_INVALID, NOT_FOUND, FORBIDDEN.",
  })
  addReturnLines(@Arg('lines', () => [ReturnLineInput], { description: 'What comes back.' }) lines: ReturnLineInput[], @Ctx() context: ReturnsContext): Promise<Return> {
    return addReturnLines(context, lines);
  }

  @Mutation(() => ReturnType, { description: 'Hands a return in and gives it its number. Errors: RETURN_QUANTITY_EXCEEDED when others returned the same meanwhile, INVALID_STATE, IDEMPOTENCY_KEY_REUSED, NOT_FOUND.' })
  submitReturn(
    @Arg('returnId', () => ID, { description: "The return's id." }) returnId: string,
    @Arg('idempotencyKey', () => String, { description: 'Made by the client: a repeat with the same key gets the same answer.' }) idempotencyKey: string,
    @Ctx() context: ReturnsContext,
  ): Promise<Return> {
    return submitReturn(context, returnId, idempotencyKey);
  }

  @Mutation(() => ReturnType, { description: 'Agrees to a submitted return. Sales reps and administrators of the seller. Errors: INVALID_STATE, FORBIDDEN, NOT_FOUND.' })
  approveReturn(
    @Arg('returnId', () => ID, { description: "The return's id." }) returnId: string,
    @Arg('returnLocation', () => String, { nullable: true, description: 'Where the buyer is to send the goods.' }) returnLocation: string | null,
    @Ctx() context: ReturnsContext,
  ): Promise<Return> {
    return approveReturn(context, returnId, returnLocation ?? null);
  }

  @Mutation(() => ReturnType, { description: 'Turns a submitted return down; its quantities may come back another time. Sales reps and administrators of the seller. Errors: INVALID_STATE, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT.' })
  rejectReturn(
    @Arg('returnId', () => ID, { description: "The return's id." }) returnId: string,
    @Arg('reason', () => String, { description: 'Why, in words for the buyer.' }) reason: string,
    @Ctx() context: ReturnsContext,
  ): Promise<Return> {
    return rejectReturn(context, returnId, reason);
  }
}
