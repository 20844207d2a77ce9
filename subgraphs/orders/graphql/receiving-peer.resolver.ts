import { Arg, Ctx, Directive, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { moneyOf, type Money } from '#kernel/money.ts';
import { fromMicro } from '#kernel/quantity.ts';
import { DecimalScalar, MoneyType } from '#kernel/shared-types.ts';
import type { OrdersContext } from '../context.ts';
import { extendReturnClaim } from '../use-cases/extend-return-claim.ts';
import { readOrderLines } from '../use-cases/read-order-lines.ts';
import { ReturnClaimInput } from './return-claim.type.ts';

@Directive('@inaccessible')
@ObjectType('ShippedPieces', { simpleResolvers: true, description: 'For peers: what left with an order line and has not come back.' })
class ShippedPiecesType {
  @Field(() => ID, { description: 'The order line.' })
  orderLineId: string;
  @Field(() => Boolean, { description: 'Whether each piece has a serial number.' })
  serialControlled: boolean;
  @Field(() => [String], { description: 'Of what the customer still has; none where nobody told of parcels.' })
  serialNumbers: string[];
}

@Directive('@inaccessible')
@ObjectType('ExtendedClaim', { simpleResolvers: true, description: 'For peers: all that a return now takes of an order line.' })
class ExtendedClaimType {
  @Field(() => ID, { description: 'The order line.' })
  orderLineId: string;
  @Field(() => DecimalScalar, { description: 'How much.' })
  quantity: string;
  @Field(() => MoneyType, { description: 'What that brings back.' })
  refund: Money;
}

/** What the returns subgraph asks when goods arrive. */
@Resolver()
export class ReceivingPeerResolver {
  @Directive('@inaccessible')
  @Query(() => [ShippedPiecesType], { description: 'For peers: what left with order lines, in the order asked, authorised like orders. Errors: NOT_FOUND.' })
  async shippedPieces(@Arg('orderLineIds', () => [ID], { description: 'The order lines.' }) orderLineIds: string[], @Ctx() context: OrdersContext): Promise<ShippedPiecesType[]> {
    const lines = await readOrderLines(context, orderLineIds);
    return Promise.all(
      lines.map(async ({ line: { id: orderLineId, serialControlled } }) => {
        const installed = await context.loaders.installedOfLine.load(orderLineId);
        return { orderLineId, serialControlled, serialNumbers: installed.filter(({ status }) => status === 'INSTALLED').flatMap(({ serialNumber }) => serialNumber ?? []) };
      }),
    );
  }

  @Directive('@inaccessible')
  @Mutation(() => [ExtendedClaimType], { description: 'For peers: a return takes so much in all of each order line. Administrators only. The same again changes nothing; a later version takes exactly so much. Errors: RETURN_QUANTITY_EXCEEDED, STALE_VERSION, NOT_FOUND, INVALID_STATE, FORBIDDEN.' })
  async extendReturnClaim(
    @Arg('returnId', () => ID, { description: 'The return.' }) returnId: string,
    @Arg('version', () => Int, { description: 'The version of the return that wants this.' }) version: number,
    @Arg('lines', () => [ReturnClaimInput], { description: 'How much in all, of each order line once.' }) lines: ReturnClaimInput[],
    @Arg('shippedOnly', () => Boolean, { description: 'Whether only what was shipped may come back.' }) shippedOnly: boolean,
    @Ctx() context: OrdersContext,
  ): Promise<ExtendedClaimType[]> {
    const extended = await extendReturnClaim(context, { returnId, version, lines, shippedOnly });
    return Promise.all(
      extended.map(async ({ orderLineId, orderId, quantityMicro, refundMinor }) => {
        const order = await context.loaders.orderById.load(orderId);
        return { orderLineId, quantity: fromMicro(quantityMicro), refund: moneyOf(refundMinor, order?.currency ?? '') };
      }),
    );
  }
}
