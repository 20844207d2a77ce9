import { Field, ID, InputType, Int } from 'type-graphql';
import { DecimalScalar } from '#kernel/scalars.ts';
import type { WantedReturn } from '../domain/return-draft.ts';
import type { ChosenParties } from '../use-cases/set-return-parties.ts';
import type { LineUpdate } from '../use-cases/update-return-lines.ts';

@InputType('ReturnLineInput', { description: 'How much of an order line is to come back, and why.' })
export class ReturnLineInput implements WantedReturn {
  @Field(() => ID, { description: 'The order line.' })
  orderLineId: string;
  @Field(() => DecimalScalar, { description: 'How much comes back; added to what the pending return already has of the line.' })
  quantity: string;
  @Field(() => String, { description: 'Why: one of returnSettings.reasons, or other words where those will do. The first reason of a line is kept.' })
  reason: string;
  @Field(() => [String], { nullable: true, description: 'The serial numbers of what comes back, of pieces that were shipped with this order line. Only for products that have them.' })
  serialNumbers?: string[] | null;
}

@InputType('ReturnLineUpdate', { description: 'What becomes of a line of a pending return; what is left out stays.' })
export class ReturnLineUpdateInput implements LineUpdate {
  @Field(() => ID, { description: 'The line of the return.' })
  lineId: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'How much comes back; 0 takes the line out. What is within it follows.' })
  quantity?: string | null;
  @Field(() => String, { nullable: true, description: 'Why.' })
  reason?: string | null;
  @Field(() => [String], { nullable: true, description: 'The serial numbers of what comes back, in place of those there are.' })
  serialNumbers?: string[] | null;
  @Field(() => ID, { nullable: true, description: 'An address of the account in place of where the order line went.' })
  shipToAddressId?: string | null;
  @Field(() => ID, { nullable: true, description: 'An address of the account in place of where it was billed; businesses only, others have that of the return.' })
  billToAddressId?: string | null;
}

@InputType('ReturnPartiesInput', { description: 'Where a return comes from and is credited; what is left out stays. The customer who is credited cannot be chosen.' })
export class ReturnPartiesInput implements ChosenParties {
  @Field(() => ID, { description: 'The return.' })
  returnId: string;
  @Field(() => ID, { nullable: true, description: 'An address of the account.' })
  shipToAddressId?: string | null;
  @Field(() => ID, { nullable: true, description: 'An address of the account itself.' })
  billToAddressId?: string | null;
  @Field(() => ID, { nullable: true, description: 'A contact of the account or of a customer of it. Businesses only.' })
  shipToContactId?: string | null;
  @Field(() => ID, { nullable: true, description: 'A contact of the account itself. Businesses only.' })
  billToContactId?: string | null;
  @Field(() => Int, { nullable: true, description: 'Refuses with STALE_VERSION when the return is at another version.' })
  expectedVersion?: number | null;
}
