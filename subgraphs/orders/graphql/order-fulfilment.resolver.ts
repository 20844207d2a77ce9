import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { OrdersContext } from '../context.ts';
import { SHIPPING_STATUSES } from '../domain/order-lifecycle.ts';
import type { Invoice } from '../entities/invoice.ts';
import type { Order } from '../entities/order.ts';
import type { OrderHold } from '../entities/order-hold.ts';
import type { Shipment } from '../entities/shipment.ts';
import { shipmentsOf } from '../use-cases/read-shipment.ts';
import { OrderHoldType } from './order-hold.type.ts';
import { InvoiceType } from './invoice.type.ts';
import { OrderType } from './order.type.ts';
import { ShipmentType } from './shipment.type.ts';

/** What becomes of an order after it is placed. */
@Resolver(() => OrderType)
export class OrderFulfilmentResolver {
  @FieldResolver(() => Boolean, { description: 'Whether it is held as a whole: it is neither booked nor fulfilled meanwhile.' })
  onHold(@Root() { openHolds }: Order): boolean {
    return openHolds > 0;
  }

  @FieldResolver(() => [OrderHoldType], { description: 'What holds it or a line of it, or did, the first one first.' })
  holds(@Root() { id }: Order, @Ctx() { loaders }: OrdersContext): Promise<OrderHold[]> {
    return loaders.holdsOfOrder.load(id);
  }

  @FieldResolver(() => [ShipmentType], { description: 'The parcels that anything of it is in; none while it is ENTERED, nor once it is CANCELED.' })
  shipments(@Root() { id, status }: Order, @Ctx() context: OrdersContext): Promise<Shipment[]> | Shipment[] {
    return SHIPPING_STATUSES.has(status) ? shipmentsOf(context, id) : [];
  }

  @FieldResolver(() => [InvoiceType], { description: 'What has been billed of it, the first one first.' })
  invoices(@Root() { id }: Order, @Ctx() { loaders }: OrdersContext): Promise<Invoice[]> {
    return loaders.invoicesOfOrder.load(id);
  }
}
