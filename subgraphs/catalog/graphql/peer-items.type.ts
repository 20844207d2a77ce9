import { Directive, Field, InputType, Int, ObjectType } from 'type-graphql';
import type { ErrorCode } from '#kernel/errors.ts';
import { DateTimeScalar, DecimalScalar } from '#kernel/scalars.ts';
import type { Availability } from '../domain/availability.ts';
import type { ItemType, ModelKind } from '../domain/item-types.ts';
import type { ComponentOfLine, Composition } from '../use-cases/read-compositions.ts';
import type { AvailabilityAnswer, AvailabilityRequest } from '../use-cases/answer-availabilities.ts';
import type { EntryItem, EntryRow } from '../use-cases/resolve-entry.ts';
import { ItemTypeEnum, ModelKindEnum } from './product-enums.ts';
import { AvailabilityType } from './stock.type.ts';

@Directive('@inaccessible')
@InputType('EntryRowInput', { description: 'For peers: an item as a buyer wrote it down.' })
export class EntryRowInput implements EntryRow {
  @Field(() => String, { nullable: true, description: "What the viewer's account calls it." })
  partNumber?: string | null;
  @Field(() => String, { nullable: true, description: 'The SKU, which wins where both are given.' })
  sku?: string | null;
  @Field(() => DecimalScalar, { description: 'The quantity, in the unit.' })
  quantity: string;
  @Field(() => String, { nullable: true, description: "The unit of measure; the product's primary one when left out." })
  uom?: string | null;
}

@Directive('@inaccessible')
@ObjectType('EntryItem', { simpleResolvers: true, description: 'For peers: what a row of a direct entry stands for.' })
export class EntryItemType implements EntryItem {
  @Field(() => String, { nullable: true, description: 'The SKU; null when there is no such item.' })
  sku: string | null;
  @Field(() => String, { nullable: true, description: 'Its name.' })
  name: string | null;
  @Field(() => String, { nullable: true, description: 'Its primary unit.' })
  primaryUom: string | null;
  @Field(() => [String], { description: 'The units to choose from.' })
  uoms: string[];
  @Field(() => String, { nullable: true, description: 'Why it cannot be ordered like this; null when it can.' })
  problem: ErrorCode | null;
  @Field(() => String, { nullable: true, description: 'The problem as a sentence.' })
  message: string | null;
}

@Directive('@inaccessible')
@InputType('AvailabilityRequest', { description: 'For peers: so much of a product on a day.' })
export class AvailabilityRequestInput implements AvailabilityRequest {
  @Field(() => String, { description: 'The SKU.' })
  sku: string;
  @Field(() => DecimalScalar, { description: 'The quantity, in the unit.' })
  quantity: string;
  @Field(() => String, { nullable: true, description: "The unit of measure; the product's primary one when left out." })
  uom?: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'The day; today when left out.' })
  on?: Date | null;
}

@Directive('@inaccessible')
@ObjectType('AvailabilityAnswer', { simpleResolvers: true, description: 'For peers: whether so much can be had, or why nobody can say.' })
export class AvailabilityAnswerType implements AvailabilityAnswer {
  @Field(() => AvailabilityType, { nullable: true, description: 'The answer; null with a problem.' })
  availability: Availability | null;
  @Field(() => String, { nullable: true, description: 'UNKNOWN_SKU, UNKNOWN_UOM, BAD_USER_INPUT for a day that is over, or AVAILABILITY_UNKNOWN; null with an answer.' })
  problem: ErrorCode | null;
  @Field(() => String, { nullable: true, description: 'The problem as a sentence.' })
  message: string | null;
}

@Directive('@inaccessible')
@ObjectType('ComponentOfLine', { simpleResolvers: true, description: 'For peers: something that a line is put together of.' })
class ComponentOfLineType implements ComponentOfLine {
  @Field(() => String, { description: 'The SKU.' })
  sku: string;
  @Field(() => String, { description: 'Its name.' })
  name: string;
  @Field(() => ItemTypeEnum, { description: 'What sort of thing it is.' })
  itemType: ItemType;
  @Field(() => String, { description: 'The unit of the ratio and the quantity.' })
  uom: string;
  @Field(() => DecimalScalar, { description: 'How much one of what it is in takes.' })
  ratio: string;
  @Field(() => DecimalScalar, { description: 'How much all of the line takes.' })
  quantity: string;
  @Field(() => Int, { description: 'How many wholes it is within, from 1.' })
  depth: number;
  @Field(() => Boolean, { description: 'Whether it is sent.' })
  shippable: boolean;
  @Field(() => Boolean, { description: 'Whether each piece has a serial number.' })
  serialControlled: boolean;
}

@Directive('@inaccessible')
@ObjectType('Composition', { simpleResolvers: true, description: 'For peers: what a line is put together of.' })
export class CompositionType implements Composition {
  @Field(() => ItemTypeEnum, { nullable: true, description: 'What sort of thing the product is; null when there is no such product.' })
  itemType: ItemType | null;
  @Field(() => ModelKindEnum, { nullable: true, description: 'How a model comes about, where that is said.' })
  modelKind: ModelKind | null;
  @Field(() => [ComponentOfLineType], { description: 'Each before what is in it; none for a thing of its own.' })
  components: readonly ComponentOfLine[];
}

@Directive('@inaccessible')
@ObjectType('SubstitutesOfProduct', { simpleResolvers: true, description: 'For peers: what can be had instead of a product.' })
export class SubstitutesType {
  @Field(() => String)
  sku: string;
  @Field(() => [String])
  substitutes: string[];
}
