import { Field, ID, InputType } from 'type-graphql';
import type { About } from '../domain/about.ts';

@InputType('TimelineAboutInput', { description: 'Something whose deal is asked about: exactly one of these. All that belongs to the deal is told, whichever part of it is named.' })
export class TimelineAboutInput implements About {
  @Field(() => ID, { nullable: true, description: 'A cart.' })
  cartId?: string | null;
  @Field(() => ID, { nullable: true, description: 'A quote.' })
  quoteId?: string | null;
  @Field(() => ID, { nullable: true, description: 'A request for approval.' })
  approvalId?: string | null;
  @Field(() => ID, { nullable: true, description: 'An order.' })
  orderId?: string | null;
  @Field(() => ID, { nullable: true, description: 'A return.' })
  returnId?: string | null;
}
