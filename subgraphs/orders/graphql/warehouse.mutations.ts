import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { OrdersContext } from '../context.ts';
import type { Order } from '../entities/order.ts';
import type { Shipment } from '../entities/shipment.ts';
import { cancelShipment } from '../use-cases/cancel-shipment.ts';
import { confirmShipment } from '../use-cases/confirm-shipment.ts';
import { packLines } from '../use-cases/pack-lines.ts';
import { pickLines } from '../use-cases/pick-lines.ts';
import { shipLines } from '../use-cases/ship-lines.ts';
import { trackShipment } from '../use-cases/track-shipment.ts';
import { ConfirmShipmentInput, LineQuantityInput, PackLinesInput, ShipLinesInput } from './fulfilment.inputs.ts';
import { OrderType } from './order.type.ts';
import { ShipmentType } from './shipment.type.ts';

/** The back office: what the warehouse of the seller tells. [ORD-31] */
@Resolver()
export class WarehouseMutations {
  @Mutation(() => [OrderType], { description: 'Quantities of booked lines were taken off the shelf. Administrators only. Errors: FORBIDDEN, NOT_FOUND, INVALID_STATE (details hold how much may be moved), ORDER_ON_HOLD, QUANTITY_INVALID, BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED.' })
  pickLines(
    @Arg('lines', () => [LineQuantityInput], { description: 'Each order line once.' }) lines: LineQuantityInput[],
    @Arg('idempotencyKey', () => String, { nullable: true, description: 'Made by the client: a repeat with the same key does nothing more.' }) idempotencyKey: string | null,
    @Ctx() context: OrdersContext,
  ): Promise<Order[]> {
    return pickLines(context, { move: 'pick', lines, idempotencyKey });
  }

  @Mutation(() => [OrderType], { description: 'What was picked, and is in no parcel, was put back. Administrators only. Errors: FORBIDDEN, NOT_FOUND, INVALID_STATE (details hold how much may be moved), ORDER_ON_HOLD, QUANTITY_INVALID, BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED.' })
  unpickLines(
    @Arg('lines', () => [LineQuantityInput], { description: 'Each order line once.' }) lines: LineQuantityInput[],
    @Arg('idempotencyKey', () => String, { nullable: true, description: 'Made by the client: a repeat with the same key does nothing more.' }) idempotencyKey: string | null,
    @Ctx() context: OrdersContext,
  ): Promise<Order[]> {
    return pickLines(context, { move: 'unpick', lines, idempotencyKey });
  }

  @Mutation(() => [OrderType], { description: 'There is too little of something: so much of a line waits for more. Administrators only. Errors: FORBIDDEN, NOT_FOUND, INVALID_STATE (details hold how much may be moved), ORDER_ON_HOLD, QUANTITY_INVALID, BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED.' })
  backorderLines(
    @Arg('lines', () => [LineQuantityInput], { description: 'Each order line once.' }) lines: LineQuantityInput[],
    @Arg('idempotencyKey', () => String, { nullable: true, description: 'Made by the client: a repeat with the same key does nothing more.' }) idempotencyKey: string | null,
    @Ctx() context: OrdersContext,
  ): Promise<Order[]> {
    return pickLines(context, { move: 'backorder', lines, idempotencyKey });
  }

  @Mutation(() => ShipmentType, { description: 'What was picked goes into a parcel. Administrators only. Errors: FORBIDDEN, NOT_FOUND, INVALID_STATE (details hold how much may be moved), ORDER_ON_HOLD, QUANTITY_INVALID, BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED.' })
  packLines(@Arg('input', () => PackLinesInput, { description: 'What goes where.' }) input: PackLinesInput, @Ctx() context: OrdersContext): Promise<Shipment> {
    return packLines(context, input);
  }

  @Mutation(() => ShipmentType, { description: 'A parcel is put on a trip, or gets tracking numbers; those also after it left. Administrators only. Errors: FORBIDDEN, NOT_FOUND, INVALID_STATE.' })
  trackShipment(
    @Arg('shipmentId', () => ID, { description: 'The parcel.' }) shipmentId: string,
    @Arg('carrier', () => String, { nullable: true, description: 'Who brings it; left out: as it was.' }) carrier: string | null,
    @Arg('trip', () => String, { nullable: true, description: 'The journey it goes along with, before it left; left out: as it was.' }) trip: string | null,
    @Arg('trackingNumbers', () => [String], { nullable: true, description: 'The numbers the carrier tracks it by; left out: as they were.' }) trackingNumbers: string[] | null,
    @Ctx() context: OrdersContext,
  ): Promise<Shipment> {
    return trackShipment(context, { shipmentId, carrier, trip, trackingNumbers });
  }

  @Mutation(() => ShipmentType, { description: 'A packed parcel left: its lines are shipped and billed. Administrators only. Errors: FORBIDDEN, NOT_FOUND, INVALID_STATE (details hold how much may be moved), ORDER_ON_HOLD, QUANTITY_INVALID, BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED.' })
  confirmShipment(@Arg('input', () => ConfirmShipmentInput, { description: 'The parcel.' }) input: ConfirmShipmentInput, @Ctx() context: OrdersContext): Promise<Shipment> {
    return confirmShipment(context, input);
  }

  @Mutation(() => ShipmentType, { description: 'A parcel that has not left is unpacked: what was in it lies picked again. Administrators only. Errors: FORBIDDEN, NOT_FOUND, INVALID_STATE, ORDER_ON_HOLD.' })
  cancelShipment(@Arg('shipmentId', () => ID, { description: 'The parcel.' }) shipmentId: string, @Ctx() context: OrdersContext): Promise<Shipment> {
    return cancelShipment(context, shipmentId);
  }

  @Mutation(() => ShipmentType, { description: 'A parcel left: its lines are picked, packed and shipped in one go, and billed. Administrators only. Errors: FORBIDDEN, NOT_FOUND, INVALID_STATE (details hold how much may be moved), ORDER_ON_HOLD, QUANTITY_INVALID, BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED.' })
  shipLines(@Arg('input', () => ShipLinesInput, { description: 'The parcel.' }) input: ShipLinesInput, @Ctx() context: OrdersContext): Promise<Shipment> {
    return shipLines(context, input);
  }
}
