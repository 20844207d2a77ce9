import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { OrdersContext } from '../context.ts';
import type { Invoice } from '../entities/invoice.ts';
import type { Order } from '../entities/order.ts';
import { recordReceipt } from '../use-cases/apply-payment.ts';
import { bookOrder } from '../use-cases/book-order.ts';
import { holdOrder, releaseHold } from '../use-cases/hold-order.ts';
import { invoiceOrder } from '../use-cases/invoice-order.ts';
import { ReceiptInput } from './fulfilment.inputs.ts';
import { InvoiceType } from './invoice.type.ts';
import { OrderType } from './order.type.ts';

/** The back office: what the accounts department of the seller tells. */
@Resolver()
export class FulfilmentMutations {
  @Mutation(() => OrderType, { description: 'Accepts an order that was only taken down. Administrators only. Errors: FORBIDDEN, NOT_FOUND, INVALID_STATE, ORDER_ON_HOLD.' })
  bookOrder(@Arg('orderId', () => ID, { description: 'The order.' }) orderId: string, @Ctx() context: OrdersContext): Promise<Order> {
    return bookOrder(context, orderId);
  }

  @Mutation(() => OrderType, { description: 'Holds an order, or a line of it: it is neither booked nor picked, shipped or billed meanwhile. Administrators only. Errors: FORBIDDEN, NOT_FOUND, INVALID_STATE, BAD_USER_INPUT.' })
  holdOrder(
    @Arg('orderId', () => ID, { description: 'The order.' }) orderId: string,
    @Arg('orderLineId', () => ID, { nullable: true, description: 'The line to hold; all of the order when left out.' }) orderLineId: string | null,
    @Arg('reason', () => String, { description: 'Why, in words.' }) reason: string,
    @Ctx() context: OrdersContext,
  ): Promise<Order> {
    return holdOrder(context, { orderId, orderLineId, reason });
  }

  @Mutation(() => OrderType, { description: 'Releases a hold; one that was released before stays so. Administrators only. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT.' })
  releaseHold(
    @Arg('holdId', () => ID, { description: 'The hold.' }) holdId: string,
    @Arg('reason', () => String, { description: 'Why, in words.' }) reason: string,
    @Ctx() context: OrdersContext,
  ): Promise<Order> {
    return releaseHold(context, holdId, reason);
  }

  @Mutation(() => InvoiceType, { description: 'Bills what has been shipped, and what is not sent at all, since the last invoice: for orders of services nothing else does. Administrators only. Errors: FORBIDDEN, NOT_FOUND, INVALID_STATE, ORDER_ON_HOLD.' })
  invoiceOrder(@Arg('orderId', () => ID, { description: 'The order.' }) orderId: string, @Ctx() context: OrdersContext): Promise<Invoice> {
    return invoiceOrder(context, orderId);
  }

  @Mutation(() => [InvoiceType], { description: 'Money came in otherwise than by card: it is applied to invoices, all or none. Administrators only. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT (more than is due), IDEMPOTENCY_KEY_REUSED.' })
  recordReceipt(@Arg('input', () => ReceiptInput, { description: 'What came in.' }) input: ReceiptInput, @Ctx() context: OrdersContext): Promise<Invoice[]> {
    return recordReceipt(context, input);
  }
}
