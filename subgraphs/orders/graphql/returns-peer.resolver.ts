import { Arg, Ctx, Directive, ID, Mutation, Query, Resolver } from 'type-graphql';
import { moneyOf, unitMoneyOf } from '#kernel/money.ts';
import { fromMicro } from '#kernel/quantity.ts';
import type { OrdersContext } from '../context.ts';
import { returnableMicro } from '../domain/returnable-quantity.ts';
import { claimReturn } from '../use-cases/claim-return.ts';
import { readOrderLines, type LineOfOrder } from '../use-cases/read-order-lines.ts';
import { ReturnableLineType, ReturnClaimInput, ReturnClaimType } from './returnable-line.type.ts';

/** What the returns subgraph asks. */
@Resolver()
export class ReturnsPeerResolver {
  @Directive('@inaccessible')
  @Query(() => [ReturnableLineType], { description: 'For peers: order lines by id, in the order asked, authorised like orders. Errors: NOT_FOUND.' })
  async returnableLines(
    @Arg('orderLineIds', () => [ID], { description: 'The order lines.' }) orderLineIds: string[],
    @Ctx() context: OrdersContext,
  ): Promise<ReturnableLineType[]> {
    return (await readOrderLines(context, orderLineIds)).map(shown);
  }

  @Directive('@inaccessible')
  @Mutation(() => [ReturnClaimType], {
    description: 'For peers: takes quantities from order lines for a return, all or none. The same again changes nothing, another claim of the same return replaces it. Errors: RETURN_QUANTITY_EXCEEDED, NOT_FOUND, INVALID_STATE.',
  })
  claimReturn(
    @Arg('returnId', () => ID, { description: 'The return.' }) returnId: string,
    @Arg('lines', () => [ReturnClaimInput], { description: 'Each order line once.' }) lines: ReturnClaimInput[],
    @Ctx() context: OrdersContext,
  ): Promise<ReturnClaimType[]> {
    return claimReturn(context, returnId, lines);
  }
}

function shown({ line, order }: LineOfOrder): ReturnableLineType {
  const { id: orderId, number: orderNumber, accountId, currency, status } = order;
  const { id, sku, returnable } = line;
  return {
    id,
    orderId,
    orderNumber,
    sku,
    accountId,
    currency,
    quantity: fromMicro(line.quantityMicro),
    returnableQuantity: fromMicro(returnableMicro(status, line)),
    returnedQuantity: fromMicro(line.returnedMicro),
    unitPrice: unitMoneyOf(line.unitMicro, currency),
    listPrice: line.explanation.find((step) => step.kind === 'LIST')?.unitPriceAfter ?? null,
    total: moneyOf(line.totalMinor, currency),
    refunded: moneyOf(line.refundedMinor, currency),
    returnable,
  };
}
