import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { ReturnsContext } from '../context.ts';
import type { Return } from '../entities/return.ts';
import { disposeReturn } from '../use-cases/dispose-return.ts';
import { endReceiving } from '../use-cases/end-receiving.ts';
import { inspectReturn } from '../use-cases/inspect-return.ts';
import { receiveReturn } from '../use-cases/receive-return.ts';
import { DisposeReturnInput, HandleReturnInput, InspectReturnInput, ReceiveReturnInput } from './receiving.inputs.ts';
import { ReturnType } from './return.type.ts';

/** The back office: what becomes of goods that come back. */
@Resolver()
export class ReceivingMutations {
  @Mutation(() => ReturnType, { description: 'Goods of a booked return arrived; several receipts may bring them bit by bit. Administrators only. Errors: FORBIDDEN, NOT_FOUND, INVALID_STATE, STALE_VERSION, RETURN_QUANTITY_EXCEEDED when more arrived than may come back (details name every line), QUANTITY_INVALID, BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED, CONFLICT.' })
  receiveReturn(@Arg('input', () => ReceiveReturnInput, { description: 'What arrived.' }) input: ReceiveReturnInput, @Ctx() context: ReturnsContext): Promise<Return> {
    return receiveReturn(context, input);
  }

  @Mutation(() => ReturnType, { description: 'Less arrived than was announced, and no more is awaited: what is missing may come back with another return. Administrators only. Errors: FORBIDDEN, NOT_FOUND, INVALID_STATE, STALE_VERSION, IDEMPOTENCY_KEY_REUSED, CONFLICT.' })
  endReceiving(@Arg('input', () => HandleReturnInput, { description: 'The return.' }) input: HandleReturnInput, @Ctx() context: ReturnsContext): Promise<Return> {
    return endReceiving(context, input);
  }

  @Mutation(() => ReturnType, { description: 'Somebody looked at what arrived. Administrators only. Errors: FORBIDDEN, NOT_FOUND, INVALID_STATE (details hold how much waits to be looked at), STALE_VERSION, QUANTITY_INVALID, BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED, CONFLICT.' })
  inspectReturn(@Arg('input', () => InspectReturnInput, { description: 'What was found.' }) input: InspectReturnInput, @Ctx() context: ReturnsContext): Promise<Return> {
    return inspectReturn(context, input);
  }

  @Mutation(() => ReturnType, { description: 'Says what becomes of goods that were looked at: stock, credit memo and refund follow. Administrators only. Errors: FORBIDDEN, NOT_FOUND, INVALID_STATE (details hold how much waits for it, or what their condition allows), STALE_VERSION, QUANTITY_INVALID, BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED, CONFLICT.' })
  disposeReturn(@Arg('input', () => DisposeReturnInput, { description: 'What becomes of what.' }) input: DisposeReturnInput, @Ctx() context: ReturnsContext): Promise<Return> {
    return disposeReturn(context, input);
  }
}
