import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import type { ReturnsContext } from '../context.ts';
import type { Return } from '../entities/return.ts';
import { addReturnLines } from '../use-cases/add-return-lines.ts';
import { cancelReturn } from '../use-cases/cancel-return.ts';
import { approveReturn, rejectReturn, tellReturnLocation } from '../use-cases/decide-return.ts';
import { setReturnParties } from '../use-cases/set-return-parties.ts';
import { submitReturn } from '../use-cases/submit-return.ts';
import { recalculateReturn, updateReturnLines } from '../use-cases/update-return-lines.ts';
import { ReturnLineInput, ReturnLineUpdateInput, ReturnPartiesInput } from './return.inputs.ts';
import { ReturnType } from './return.type.ts';

const EXPECTED = { nullable: true, description: 'Refuses with STALE_VERSION, which names the current version and who made it, when the return is at another. Without it the change goes on top of whatever is there.' } as const;
const ID_OF = { description: "The return's id." } as const;

@Resolver()
export class ReturnMutations {
  @Mutation(() => ReturnType, {
    description:
      "Adds order lines to the viewer's pending return in their currency, made when there is none. Business buyers need CREATE_RETURN. Where the seller must agree to returns, what cannot come back is refused here, all of it at once; elsewhere when it is submitted. Errors: NOT_RETURNABLE, RETURN_QUANTITY_EXCEEDED (details name every line and what may still come back), RETURN_BILL_TO_INVALID, QUANTITY_INVALID, QUANTITY_INDIVISIBLE, BAD_USER_INPUT, AMOUNT_CURRENCY_MISMATCH, RETURN_SETUP_MISSING, OPERATION_DISABLED, STALE_VERSION, NOT_FOUND, FORBIDDEN.",
  })
  addReturnLines(
    @Arg('lines', () => [ReturnLineInput], { description: 'What comes back.' }) lines: ReturnLineInput[],
    @Arg('expectedVersion', () => Int, EXPECTED) expectedVersion: number | null,
    @Ctx() context: ReturnsContext,
  ): Promise<Return> {
    return addReturnLines(context, { lines, expectedVersion });
  }

  @Mutation(() => ReturnType, { nullable: true, description: 'Changes lines of a pending return; a quantity of 0 takes a line out, and the last one the return with it: then the answer is null. Errors: as for adding, NOT_FOUND for whoever did not begin it, STALE_VERSION also when it was submitted meanwhile.' })
  updateReturnLines(
    @Arg('returnId', () => ID, ID_OF) returnId: string,
    @Arg('lines', () => [ReturnLineUpdateInput], { description: 'What becomes of them.' }) lines: ReturnLineUpdateInput[],
    @Arg('expectedVersion', () => Int, EXPECTED) expectedVersion: number | null,
    @Ctx() context: ReturnsContext,
  ): Promise<Return | null> {
    return updateReturnLines(context, { returnId, lines, expectedVersion });
  }

  @Mutation(() => ReturnType, { nullable: true, description: 'Says where a pending return comes from and is credited. Errors: RETURN_SHIP_TO_INVALID, RETURN_BILL_TO_INVALID, FORBIDDEN for contacts of private people, STALE_VERSION, NOT_FOUND.' })
  setReturnParties(@Arg('input', () => ReturnPartiesInput, { description: 'Whom and where.' }) input: ReturnPartiesInput, @Ctx() context: ReturnsContext): Promise<Return | null> {
    return setReturnParties(context, input);
  }

  @Mutation(() => ReturnType, { nullable: true, description: 'Reckons anew what a pending return brings, as its orders are now. Errors: STALE_VERSION, NOT_FOUND.' })
  recalculateReturn(
    @Arg('returnId', () => ID, ID_OF) returnId: string,
    @Arg('expectedVersion', () => Int, EXPECTED) expectedVersion: number | null,
    @Ctx() context: ReturnsContext,
  ): Promise<Return | null> {
    return recalculateReturn(context, returnId, expectedVersion ?? null);
  }

  @Mutation(() => ReturnType, { nullable: true, description: 'Gives a return up: a pending one is deleted, and the answer is null; one that waits for the seller is withdrawn and may come back another time. Errors: INVALID_STATE once the seller agreed, STALE_VERSION, NOT_FOUND.' })
  cancelReturn(
    @Arg('returnId', () => ID, ID_OF) returnId: string,
    @Arg('expectedVersion', () => Int, EXPECTED) expectedVersion: number | null,
    @Ctx() context: ReturnsContext,
  ): Promise<Return | null> {
    return cancelReturn(context, returnId, expectedVersion ?? null);
  }

  @Mutation(() => ReturnType, { description: 'Hands a return in and gives it its number; all that is wrong with it is refused at once, `details.problems` lists it. Errors: NOT_RETURNABLE, RETURN_QUANTITY_EXCEEDED also when others returned the same meanwhile, RETURN_BILL_TO_INVALID, RETURN_SHIP_TO_INVALID, RETURN_SETUP_MISSING, STALE_VERSION also when it was submitted already, INVALID_STATE, IDEMPOTENCY_KEY_REUSED, NOT_FOUND.' })
  submitReturn(
    @Arg('returnId', () => ID, ID_OF) returnId: string,
    @Arg('idempotencyKey', () => String, { description: 'Made by the client: a repeat with the same key gets the same answer.' }) idempotencyKey: string,
    @Arg('expectedVersion', () => Int, EXPECTED) expectedVersion: number | null,
    @Ctx() context: ReturnsContext,
  ): Promise<Return> {
    return submitReturn(context, { returnId, idempotencyKey, expectedVersion });
  }

  @Mutation(() => ReturnType, { description: 'Agrees to a submitted return: whoever holds the role that is asked now (`waitsFor`). After the last role it is APPROVED. Errors: FORBIDDEN with the required role, INVALID_STATE, STALE_VERSION, NOT_FOUND.' })
  approveReturn(
    @Arg('returnId', () => ID, ID_OF) returnId: string,
    @Arg('returnLocation', () => String, { nullable: true, description: 'Where the buyer is to send the goods.' }) returnLocation: string | null,
    @Arg('expectedVersion', () => Int, EXPECTED) expectedVersion: number | null,
    @Ctx() context: ReturnsContext,
  ): Promise<Return> {
    return approveReturn(context, { returnId, returnLocation: returnLocation ?? null, expectedVersion });
  }

  @Mutation(() => ReturnType, { description: 'Turns a submitted return down; its quantities may come back another time. Whoever holds the role that is asked now. Errors: FORBIDDEN with the required role, INVALID_STATE, STALE_VERSION, NOT_FOUND, BAD_USER_INPUT.' })
  rejectReturn(
    @Arg('returnId', () => ID, ID_OF) returnId: string,
    @Arg('reason', () => String, { description: 'Why, in words for the buyer.' }) reason: string,
    @Arg('expectedVersion', () => Int, EXPECTED) expectedVersion: number | null,
    @Ctx() context: ReturnsContext,
  ): Promise<Return> {
    return rejectReturn(context, { returnId, reason, expectedVersion });
  }

  @Mutation(() => ReturnType, { description: 'Says where the goods of an approved or booked return are to be sent, and tells the buyer by e-mail. Sales reps and administrators of the seller. Errors: INVALID_STATE, FORBIDDEN, STALE_VERSION, NOT_FOUND, BAD_USER_INPUT.' })
  tellReturnLocation(
    @Arg('returnId', () => ID, ID_OF) returnId: string,
    @Arg('returnLocation', () => String, { description: 'Where.' }) returnLocation: string,
    @Arg('expectedVersion', () => Int, EXPECTED) expectedVersion: number | null,
    @Ctx() context: ReturnsContext,
  ): Promise<Return> {
    return tellReturnLocation(context, { returnId, returnLocation, expectedVersion });
  }
}
