import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { DateTimeScalar, DecimalScalar } from '#kernel/scalars.ts';
import type { LineAvailability, NeededLine } from '../use-cases/check-availability.ts';

@InputType('NeededLineInput', { description: 'A line of a cart, and the day it is needed.' })
export class NeededLineInput implements NeededLine {
  @Field(() => ID, { description: 'The line.' })
  lineId: string;
  @Field(() => String, { nullable: true, description: 'The day, such as "2026-05-03", or a moment with its offset; today when left out.' })
  on?: string | null;
}

@ObjectType('LineAvailability', { simpleResolvers: true, description: 'Whether the quantity of a line can be had on a day. Quantities are in the unit of the line.' })
export class LineAvailabilityType implements LineAvailability {
  @Field(() => ID, { description: 'The line.' })
  lineId: string;
  @Field(() => DateTimeScalar, { description: 'The day that was asked for.' })
  on: Date;
  @Field(() => DecimalScalar, { description: 'The quantity of the line.' })
  quantity: string;
  @Field(() => String, { description: 'The unit of the line.' })
  uom: string;
  @Field(() => Boolean, { nullable: true, description: 'Whether so much can be had by then; null when nobody can say.' })
  inStock: boolean | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'How much can be had by then; null when stock of the product is not tracked, or nobody can say.' })
  available: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'How much of it still has to come in; null when not known.' })
  incoming: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'The first day so much can be had; null when no such day is known.' })
  availableOn: Date | null;
  @Field(() => String, { description: 'The same as a sentence for people.' })
  message: string;
  @Field(() => String, { nullable: true, description: 'AVAILABILITY_UNKNOWN, UNKNOWN_SKU or UNKNOWN_UOM; null with an answer.' })
  problem: string | null;
}
