import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { OrderLine } from '../entities/order-line.ts';

@Directive('@key(fields: "id")')
@ObjectType('OrderLine', { simpleResolvers: true, description: 'One product of an order, at the price that was confirmed.' })
export class OrderLineType implements Pick<OrderLine, 'id' | 'description' | 'uom'> {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Field(() => String, { description: 'What the product was called when it was ordered.' })
  description: string;
  @Field(() => String, { description: 'The unit the quantity counts.' })
  uom: string;
}
