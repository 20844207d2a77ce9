import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import type { Money } from '#kernel/money.ts';
import { DateTimeScalar, DecimalScalar } from '#kernel/scalars.ts';
import { MoneyType } from '#kernel/shared-types.ts';
import { EDIT_STATUSES, type EditStatus } from '../domain/edit-lifecycle.ts';
import type { EditedQuantity } from '../domain/edit-order.ts';
import type { OrderAddress } from '../domain/order-addresses.ts';
import type { OrderEdit } from '../entities/order-edit.ts';
import type { StageOrderEdit } from '../use-cases/stage-order-edit.ts';
import { OrderAddressType } from './order-address.type.ts';

const EditStatusEnum = Object.fromEntries(EDIT_STATUSES.map((status) => [status, status])) as { [S in EditStatus]: S };
registerEnumType(EditStatusEnum, {
  name: 'OrderEditStatus',
  description: 'What became of an edit.',
  valuesConfig: { STAGED: { description: 'Nothing has changed yet.' }, APPLIED: { description: 'The order is as it says.' }, DISCARDED: { description: 'It was not wanted after all.' } },
});

@ObjectType('OrderEditPreview', { simpleResolvers: true, description: 'What an order would come to. At no other prices than before: what is left keeps its unit prices and its share of discounts; freight stays.' })
export class OrderEditPreviewType {
  @Field(() => MoneyType, { description: 'The sum of the lines.' })
  subtotal: Money;
  @Field(() => MoneyType, { description: 'What promotions take off.' })
  discountTotal: Money;
  @Field(() => MoneyType, { description: 'The tax.' })
  taxTotal: Money;
  @Field(() => MoneyType, { description: 'The charge for shipping, as before.' })
  shippingTotal: Money;
  @Field(() => MoneyType, { description: 'What the buyer would pay.' })
  total: Money;
  @Field(() => MoneyType, { description: 'How much less than now.' })
  takenOff: Money;
}

@ObjectType('OrderEdit', { simpleResolvers: true, description: 'A change of an order to be looked at before it is made.' })
export class OrderEditType implements Pick<OrderEdit, 'id' | 'status' | 'shipTo' | 'requestedOn' | 'stagedAt'> {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Field(() => EditStatusEnum, { description: 'What became of it.' })
  status: EditStatus;
  @Field(() => OrderAddressType, { nullable: true, description: 'Where it shall go instead; null: as before.' })
  shipTo: OrderAddress | null | undefined;
  @Field(() => String, { nullable: true, description: 'The day it is wished for instead; null: as before.' })
  requestedOn: string | null | undefined;
  @Field(() => DateTimeScalar, { description: 'When it was staged.' })
  stagedAt: Date;
}

@InputType('EditedLineInput', { description: 'What shall be left of an order line.' })
export class EditedLineInput implements EditedQuantity {
  @Field(() => ID, { description: 'The order line.' })
  orderLineId: string;
  @Field(() => DecimalScalar, { description: 'How much shall be left, at most what there is, at least what was picked; 0 cancels the line.' })
  quantity: string;
}

@InputType('StageOrderEditInput', { description: 'What shall change of an order.' })
export class StageOrderEditInput implements StageOrderEdit {
  @Field(() => ID, { description: 'The order.' })
  orderId: string;
  @Field(() => [EditedLineInput], { nullable: true, description: 'Lines to take off from, each once.' })
  lines?: EditedLineInput[] | null;
  @Field(() => ID, { nullable: true, description: 'Another address of the account that bought, in the same country.' })
  shipToAddressId?: string | null;
  @Field(() => String, { nullable: true, description: 'Another day it is wished for, such as 2030-05-03.' })
  requestedOn?: string | null;
}
