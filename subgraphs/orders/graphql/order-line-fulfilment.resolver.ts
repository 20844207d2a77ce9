import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { fromMicro } from '#kernel/quantity.ts';
import { DecimalScalar } from '#kernel/scalars.ts';
import type { OrdersContext } from '../context.ts';
import { awaitingMicro, type LineStep } from '../domain/fulfilment-steps.ts';
import { SHIPPING_STATUSES } from '../domain/order-lifecycle.ts';
import type { InstalledItem } from '../entities/installed-item.ts';
import type { OrderLine } from '../entities/order-line.ts';
import type { Shipment } from '../entities/shipment.ts';
import { InstalledItemType } from './installed-base.type.ts';
import { LineStepEnum } from './fulfilment-enums.ts';
import { OrderLineType } from './order-line.type.ts';
import { ShipmentType } from './shipment.type.ts';

@ObjectType('FulfilmentPart', { simpleResolvers: true, description: 'How much of an order line is at a step of its way.' })
class FulfilmentPartType {
  @Field(() => LineStepEnum, { description: 'The step.' })
  step: LineStep;
  @Field(() => DecimalScalar, { description: 'How much, in the unit of the line.' })
  quantity: string;
  @Field(() => ShipmentType, { nullable: true, description: 'The parcel it is in; null while it is in none.' })
  shipment: Shipment | null | undefined;
}

/** How far a line is. [ORD-28, ORD-31] */
@Resolver(() => OrderLineType)
export class OrderLineFulfilmentResolver {
  @FieldResolver(() => [FulfilmentPartType], { description: 'Its parts on their way, what is still awaited first; none for what is not sent, nor while the order is ENTERED or once it is CANCELED.' })
  async fulfilment(@Root() line: OrderLine, @Ctx() { loaders }: OrdersContext): Promise<FulfilmentPartType[]> {
    const order = await loaders.orderById.load(line.orderId);
    if (!line.shippable || !order || !SHIPPING_STATUSES.has(order.status)) return [];
    const parts = (await loaders.partsOfOrder.load(line.orderId)).filter(({ orderLineId }) => orderLineId === line.id);
    const awaited = awaitingMicro({ quantityMicro: line.quantityMicro, parts });
    const shown = await Promise.all(parts.map(async ({ step, quantityMicro, shipmentId }) => ({ step, quantity: fromMicro(quantityMicro), shipment: shipmentId === '' ? null : await loaders.shipmentById.load(shipmentId) })));
    return awaited > 0n ? [{ step: 'AWAITING_SHIPPING', quantity: fromMicro(awaited), shipment: null }, ...shown] : shown;
  }

  @FieldResolver(() => [String], { description: 'The serial numbers of what was shipped of it; none for products without.' })
  async serialNumbers(@Root() line: OrderLine, @Ctx() { loaders }: OrdersContext): Promise<string[]> {
    return (await loaders.installedOfLine.load(line.id)).flatMap(({ serialNumber }) => serialNumber ?? []);
  }

  @FieldResolver(() => [InstalledItemType], { description: 'What the customer has of it, since it was shipped.' })
  installed(@Root() line: OrderLine, @Ctx() { loaders }: OrdersContext): Promise<InstalledItem[]> {
    return loaders.installedOfLine.load(line.id);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the line is held by itself: nothing of it is picked or shipped meanwhile.' })
  onHold(@Root() { openHolds }: OrderLine): boolean {
    return openHolds > 0;
  }

  @FieldResolver(() => DecimalScalar, { description: 'How much of it was called off after the order was placed; quantity is what is left.' })
  canceledQuantity(@Root() { canceledMicro }: OrderLine): string {
    return fromMicro(canceledMicro);
  }
}
