import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { moneyOf, sum, type Money } from '#kernel/money.ts';
import { MoneyType } from '#kernel/shared-types.ts';
import type { OrdersContext } from '../context.ts';
import { shownPrices } from '../domain/shown-prices.ts';
import type { Order } from '../entities/order.ts';
import { InvoiceType, PaymentType, ShipmentType } from './documents.type.ts';
import { OrderType } from './order.type.ts';

@Resolver(() => OrderType)
export class OrderTotalsResolver {
  @FieldResolver(() => MoneyType, { description: 'The sum of the lines; at list price for who may not see net prices.' })
  async subtotal(@Root() order: Order, @Ctx() context: OrdersContext): Promise<Money> {
    return moneyOf(await shownSubtotal(order, context), order.currency);
  }

  @FieldResolver(() => MoneyType, { description: 'The tax.' })
  taxTotal(@Root() { taxTotalMinor, currency }: Order): Money {
    return moneyOf(taxTotalMinor, currency);
  }

  @FieldResolver(() => MoneyType, { description: 'The charge for shipping.' })
  shippingTotal(@Root() { shippingTotalMinor, currency }: Order): Money {
    return moneyOf(shippingTotalMinor, currency);
  }

  @FieldResolver(() => MoneyType, { description: 'What the buyer pays: subtotal, tax and shipping.' })
  async total(@Root() order: Order, @Ctx() context: OrdersContext): Promise<Money> {
    return moneyOf(order.totalMinor - order.subtotalMinor + (await shownSubtotal(order, context)), order.currency);
  }

  @FieldResolver(() => [ShipmentType], { description: 'What has been shipped; empty until fulfilment is part of the graph.' })
  shipments(): ShipmentType[] {
    return [];
  }

  @FieldResolver(() => [InvoiceType], { description: 'What has been billed; empty until billing is part of the graph.' })
  invoices(): InvoiceType[] {
    return [];
  }

  @FieldResolver(() => [PaymentType], { description: 'What has been paid; empty until payment is part of the graph.' })
  payments(): PaymentType[] {
    return [];
  }
}

async function shownSubtotal({ id, currency }: Order, { viewer, loaders }: OrdersContext): Promise<bigint> {
  const lines = await loaders.linesOfOrder.load(id);
  return sum(lines.map((line) => shownPrices(viewer, line, currency).totalMinor));
}
