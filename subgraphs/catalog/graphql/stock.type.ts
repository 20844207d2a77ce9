import { Field, ObjectType } from 'type-graphql';
import { DecimalScalar } from '#kernel/scalars.ts';
import type { Availability } from '../domain/availability.ts';

@ObjectType('Availability', { simpleResolvers: true, description: 'Whether a quantity of a product can be had. Quantities are in the primary unit of measure.' })
export class AvailabilityType implements Availability {
  @Field(() => DecimalScalar, { nullable: true, description: 'How much is free to order; null when stock of the product is not tracked, so it is always available.' })
  available: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: "How much lies there; null when not tracked, and for everybody but the seller's people." })
  onHand: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: "How much of it checkouts hold; null when not tracked, and for everybody but the seller's people." })
  reserved: string | null;
  @Field(() => Boolean, { description: 'Whether the quantity asked for can be had.' })
  inStock: boolean;
  @Field(() => DecimalScalar, { description: 'The quantity asked for.' })
  quantity: string;
}
