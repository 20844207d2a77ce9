import { Field, ObjectType } from 'type-graphql';
import { DateTimeScalar, DecimalScalar } from '#kernel/scalars.ts';
import type { Availability } from '../domain/availability.ts';

@ObjectType('Availability', { simpleResolvers: true, description: 'Whether a quantity of a product can be had. Quantities are in the unit that was asked for.' })
export class AvailabilityType implements Availability {
  @Field(() => DecimalScalar, { nullable: true, description: 'How much can be promised for the day: what is free now and what comes in by then; null when stock of the product is not tracked, so it is always available.' })
  available: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: "How much lies there; null when not tracked, and for everybody but the seller's people." })
  onHand: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: "How much of it checkouts hold; null when not tracked, and for everybody but the seller's people." })
  reserved: string | null;
  @Field(() => Boolean, { description: 'Whether the quantity asked for can be had.' })
  inStock: boolean;
  @Field(() => DecimalScalar, { description: 'The quantity asked for.' })
  quantity: string;
  @Field(() => DateTimeScalar, { description: 'The day asked for.' })
  on: Date;
  @Field(() => DecimalScalar, { nullable: true, description: 'How much comes in by that day; null when not tracked.' })
  incoming: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'The first day the quantity can be had, now when it can be had now; null when no such day is known.' })
  availableOn: Date | null;
  @Field(() => String, { description: 'The same as a sentence for people.' })
  message: string;
}
