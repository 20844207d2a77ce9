import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { ExtraFieldType, type ExtraField } from '#kernel/extra-field-type.ts';
import type { OptionChoice } from '#kernel/option-choice.ts';
import { OptionChoiceType } from '#kernel/option-choice-types.ts';
import type { LineStatus } from '../domain/fulfilment-steps.ts';
import type { OrderParties } from '../domain/order-parties.ts';
import type { LineShipping, OrderLine } from '../entities/order-line.ts';
import { LineStatusEnum } from './fulfilment-enums.ts';
import { OrderLineShippingType } from './order-address.type.ts';
import { OrderPartiesType } from './order-parties.type.ts';

@Directive('@key(fields: "id")')
@ObjectType('OrderLine', { simpleResolvers: true, description: 'One product of an order, at the price that was confirmed.' })
export class OrderLineType implements Pick<OrderLine, 'id' | 'description' | 'itemType' | 'modelKind' | 'shippable' | 'uom' | 'configuration' | 'fields' | 'shipping' | 'parties' | 'note' | 'status'> {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Field(() => String, { description: 'What the product was called when it was ordered, or what a custom item of a quote is, in words.' })
  description: string;
  @Field(() => String, { description: 'The unit the quantity counts.' })
  uom: string;
  @Field(() => String, { nullable: true, description: 'What sort of thing the product was when it was ordered, such as KIT, MODEL or OPTION_CLASS; null for custom items.' })
  itemType: string | null | undefined;
  @Field(() => String, { nullable: true, description: 'How a model comes about, such as TELECOM_SERVICE, where the catalog said so when it was ordered.' })
  modelKind: string | null | undefined;
  @Field(() => Boolean, { description: 'Whether it is sent; a service is not, nor is a class of options. Only then there is a shipped quantity to show.' })
  shippable: boolean;
  @Field(() => LineStatusEnum, { description: 'How far it is: as far as the part of it that is furthest behind.' })
  status: LineStatus;
  @Field(() => [OptionChoiceType], { nullable: true, description: 'What was chosen of a configured model; null for its defaults, and for everything else.' })
  configuration: OptionChoice[] | null | undefined;
  @Field(() => [ExtraFieldType], { description: 'Additional information of the line, as it was when it was ordered.' })
  fields: readonly ExtraField[];
  @Field(() => OrderLineShippingType, { nullable: true, description: 'How it is shipped, where that differs from the order; null when it does not.' })
  shipping: LineShipping | null | undefined;
  @Field(() => OrderPartiesType, { nullable: true, description: 'Whom it names otherwise than the order, as they were then; null when nobody.' })
  parties: OrderParties | null | undefined;
  @Field(() => String, { nullable: true, description: 'The note on the line, as it was when it was ordered.' })
  note: string | null | undefined;
}
