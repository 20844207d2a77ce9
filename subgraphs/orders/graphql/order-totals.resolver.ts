import { FieldResolver, Resolver, Root } from 'type-graphql';
import { moneyOf, type Money } from '#kernel/money.ts';
import { MoneyType } from '#kernel/shared-types.ts';
import type { Order } from '../entities/order.ts';
import { InvoiceType, PaymentType, ShipmentType } from './documents.type.ts';
import { OrderType } from './order.type.ts';

@Resolver(() => OrderType)
export class OrderTotalsResolver {
  @FieldResolver(() => MoneyType, { description: 'The sum of the lines.' })
  subtotal(@Root() { subtotalMinor, currency }: Order): Money {
    return moneyOf(subtotalMinor, currency);
  }

  @FieldResolver(() => MoneyType, { description: 'The tax.' })
  taxTotal(@Root() { taxTotalMinor, currency }: Order): Money {
    return moneyOf(taxTotalMinor, currency);
  }

  @FieldResolver(() => MoneyType, { description: 'The charge for shipping.' })
  shippingTotal(@Root() { shippingTotalMinor, currency }: Order): Money {
    return moneyOf(shippingTotalMinor, currency);
  }

  @FieldResolver(() => MoneyType, { description: 'What the buyer pays.' })
  total(@Root() { totalMinor, currency }: Order): Money {
    return moneyOf(totalMinor, currency);
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
