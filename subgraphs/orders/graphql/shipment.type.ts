import { Field, ID, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '#kernel/scalars.ts';
import type { OrderAddress } from '../domain/order-addresses.ts';
import type { ShipmentStatus } from '../domain/shipment-lifecycle.ts';
import type { Shipment } from '../entities/shipment.ts';
import { ShipmentStatusEnum } from './fulfilment-enums.ts';
import { OrderAddressType } from './order-address.type.ts';

@ObjectType('Shipment', { simpleResolvers: true, description: 'A parcel to one customer. Lines of several of their orders may be in it, and an order may need many.' })
export class ShipmentType implements Omit<Shipment, 'accountId' | 'trackingNumbers'> {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Field(() => String, { description: 'The number for people, such as S-2026-000123.' })
  number: string;
  @Field(() => ShipmentStatusEnum, { description: 'How far it is.' })
  status: ShipmentStatus;
  @Field(() => String, { nullable: true, description: 'Who brings it.' })
  carrier: string | null;
  @Field(() => String, { nullable: true, description: 'The journey it goes along with, as the warehouse calls it.' })
  trip: string | null;
  @Field(() => [String], { description: 'The numbers the carrier tracks it by; often one.' })
  trackingNumbers: readonly string[];
  @Field(() => OrderAddressType, { nullable: true, description: 'Where it goes.' })
  shipTo: OrderAddress | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it left; null before.' })
  shippedAt: Date | null;
  @Field(() => DateTimeScalar, { description: 'When it was begun.' })
  createdAt: Date;
}
