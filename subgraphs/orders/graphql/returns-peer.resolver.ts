import { Arg, Ctx, Directive, ID, Int, Mutation, Resolver } from 'type-graphql';
import type { OrdersContext } from '../context.ts';
import { claimReturn } from '../use-cases/claim-return.ts';
import { ReturnClaimInput, ReturnClaimType } from './return-claim.type.ts';

/** What the returns subgraph has orders do. */
@Resolver()
export class ReturnsPeerResolver {
  @Directive('@inaccessible')
  @Mutation(() => [ReturnClaimType], {
    description: 'For peers: takes quantities from order lines for a return, all or none. Refusals name every line that falls short. The same again changes nothing, the claim of a later version of the same return replaces it. Errors: RETURN_QUANTITY_EXCEEDED, STALE_VERSION, NOT_FOUND, INVALID_STATE.',
  })
  claimReturn(
    @Arg('returnId', () => ID, { description: 'The return.' }) returnId: string,
    @Arg('version', () => Int, { description: 'The version of the return that wants this.' }) version: number,
    @Arg('lines', () => [ReturnClaimInput], { description: 'Each order line once.' }) lines: ReturnClaimInput[],
    @Arg('shippedOnly', () => Boolean, { nullable: true, defaultValue: false, description: 'Whether only what was shipped may come back.' }) shippedOnly: boolean,
    @Ctx() context: OrdersContext,
  ): Promise<ReturnClaimType[]> {
    return claimReturn(context, { returnId, version, lines, shippedOnly });
  }
}
