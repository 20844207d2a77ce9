import { Field, Int, ObjectType } from 'type-graphql';
import { DecimalScalar } from '#kernel/scalars.ts';
import { OrderLineType } from './order-line.type.ts';
import { OrderType } from './order.type.ts';

@ObjectType('ShipmentLink', { simpleResolvers: true, description: 'What the seller shows beside a line of a parcel.' })
export class ShipmentLinkType {
  @Field(() => String, { description: 'What it says.' })
  label: string;
  @Field(() => String, { description: 'Where it leads.' })
  url: string;
}

@ObjectType('ShipmentLine', { simpleResolvers: true, description: 'How much of an order line is in a parcel.' })
export class ShipmentLineType {
  @Field(() => OrderLineType, { description: 'The order line.' })
  orderLine: OrderLineType;
  @Field(() => OrderType, { description: 'Its order.' })
  order: object;
  @Field(() => DecimalScalar, { description: 'How much of it is in there, in the unit of the line.' })
  quantity: string;
  @Field(() => Int, { description: 'How far it is indented: how many things around it are in the parcel as well.' })
  depth: number;
  @Field(() => [String], { description: 'The serial numbers of the pieces in there; none for products without.' })
  serialNumbers: string[];
  @Field(() => ShipmentLinkType, { nullable: true, description: 'The extra column of the deployment, such as a link to the carrier; null where there is none.' })
  additional: ShipmentLinkType | null;
}
