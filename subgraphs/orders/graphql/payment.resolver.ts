import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { moneyOf, type Money } from '#kernel/money.ts';
import { MoneyType } from '#kernel/shared-types.ts';
import { seesNetPrices } from '#kernel/viewer.ts';
import type { OrdersContext } from '../context.ts';
import type { Order } from '../entities/order.ts';
import type { Payment } from '../entities/payment.ts';
import { readPayment } from '../use-cases/read-payment.ts';
import { OrderType } from './order.type.ts';
import { PaymentOperationType, PaymentType } from './payment.type.ts';

@Resolver(() => PaymentType)
export class PaymentResolver {
  @Query(() => PaymentType, { nullable: true, description: 'One payment by its number, for whoever may see its order. Errors: NOT_FOUND.' })
  payment(@Arg('number', () => String, { description: 'The number for people, such as P-2026-000123.' }) number: string, @Ctx() context: OrdersContext): Promise<Payment> {
    return readPayment(context, number);
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'What is authorised: the total of the order as it was placed, less what was taken off it since.' })
  authorised(@Root() { authorisedMinor, currency }: Payment, @Ctx() context: OrdersContext): Money | null {
    return shown(authorisedMinor, currency, context);
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'What has been taken so far.' })
  amount(@Root() { capturedMinor, currency }: Payment, @Ctx() context: OrdersContext): Money | null {
    return shown(capturedMinor, currency, context);
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'What of it has been given back.' })
  refunded(@Root() { refundedMinor, currency }: Payment, @Ctx() context: OrdersContext): Money | null {
    return shown(refundedMinor, currency, context);
  }

  @FieldResolver(() => [PaymentOperationType], { description: 'Everything asked of the payment service for it, the oldest first.' })
  async operations(@Root() { id, currency }: Payment, @Ctx() context: OrdersContext): Promise<PaymentOperationType[]> {
    const operations = await context.loaders.operationsOfPayment.load(id);
    return operations.map((operation) => ({ ...operation, amount: shown(operation.amountMinor ?? null, currency, context) }));
  }

  @FieldResolver(() => OrderType, { description: 'The order it pays for.' })
  async order(@Root() { orderId }: Payment, @Ctx() { loaders }: OrdersContext): Promise<Order | undefined> {
    return loaders.orderById.load(orderId ?? '');
  }
}

@Resolver(() => OrderType)
export class OrderPaymentsResolver {
  @FieldResolver(() => [PaymentType], { description: 'Its payment by card; none for orders that are paid otherwise.' })
  payments(@Root() { id }: Order, @Ctx() { loaders }: OrdersContext): Promise<Payment[]> {
    return loaders.paymentsOfOrder.load(id);
  }
}

const shown = (minor: bigint | null, currency: string, { viewer }: OrdersContext): Money | null => (minor !== null && seesNetPrices(viewer) ? moneyOf(minor, currency) : null);
