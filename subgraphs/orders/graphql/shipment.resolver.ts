import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { fromMicro } from '#kernel/quantity.ts';
import type { OrdersContext } from '../context.ts';
import type { Invoice } from '../entities/invoice.ts';
import type { Order } from '../entities/order.ts';
import type { Shipment } from '../entities/shipment.ts';
import { shipmentLink } from '../domain/shipment-link.ts';
import { linesOfShipment, readShipment, type LineOfShipment } from '../use-cases/read-shipment.ts';
import { InvoiceType } from './invoice.type.ts';
import { OrderType } from './order.type.ts';
import { ShipmentLineType } from './shipment-line.type.ts';
import { ShipmentType } from './shipment.type.ts';

@Resolver(() => ShipmentType)
export class ShipmentResolver {
  @Query(() => ShipmentType, { nullable: true, description: 'One parcel by its number, with what is in it of all orders the viewer may see. Errors: NOT_FOUND, also for parcels of others.' })
  shipment(@Arg('number', () => String, { description: 'Such as S-2026-000123.' }) number: string, @Ctx() context: OrdersContext): Promise<Shipment> {
    return readShipment(context, number);
  }

  @FieldResolver(() => [ShipmentLineType], { description: 'What is in it, of the orders the viewer may see, order by order; behind each thing what is in it, indented by its depth.' })
  async lines(@Root() shipment: Shipment, @Ctx() context: OrdersContext): Promise<ShipmentLineType[]> {
    return Promise.all((await linesOfShipment(context, shipment)).map((each) => shown(each, context)));
  }

  @FieldResolver(() => [OrderType], { description: 'The orders that anything in it is of, as far as the viewer may see them.' })
  async orders(@Root() shipment: Shipment, @Ctx() context: OrdersContext): Promise<Order[]> {
    return [...new Map((await linesOfShipment(context, shipment)).map(({ order }) => [order.id, order])).values()];
  }

  @FieldResolver(() => [InvoiceType], { description: 'What was billed with it, of the orders the viewer may see.' })
  async invoices(@Root() shipment: Shipment, @Ctx() context: OrdersContext): Promise<Invoice[]> {
    const orders = await this.orders(shipment, context);
    const invoices = await Promise.all(orders.map(({ id }) => context.loaders.invoicesOfOrder.load(id)));
    return invoices.flat().filter(({ shipmentId }) => shipmentId === shipment.id);
  }
}

async function shown({ line, order, quantityMicro, depth, shipment }: LineOfShipment, { loaders, config }: OrdersContext): Promise<ShipmentLineType> {
  const pieces = (await loaders.installedOfLine.load(line.id)).filter(({ shipmentId }) => shipmentId === shipment.id);
  return { orderLine: line, order, quantity: fromMicro(quantityMicro), depth, serialNumbers: pieces.flatMap(({ serialNumber }) => serialNumber ?? []), additional: shipmentLink(config, shipment) };
}
