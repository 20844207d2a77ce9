import { Field, Int, ObjectType } from 'type-graphql';
import type { Money } from '#kernel/money.ts';
import { DateTimeScalar, DecimalScalar } from '#kernel/scalars.ts';
import { MoneyType } from '#kernel/shared-types.ts';
import type { OutsideProblem, OutsideState } from '../domain/outside-document.ts';
import { OutsideProblemEnum } from './channel-enums.ts';

@ObjectType('OutsideState', { simpleResolvers: true, description: 'How far what is shown of other channels can be relied on.' })
export class OutsideStateType implements OutsideState {
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was told; null when nothing ever was.' })
  asOf: Date | null;
  @Field(() => Boolean, { description: 'Whether it is older than it should be, for want of an answer.' })
  isStale: boolean;
  @Field(() => OutsideProblemEnum, { nullable: true, description: 'Why it may not be all; null when it is.' })
  problem: OutsideProblem | null;
  @Field(() => Int, { description: 'How many were told that cannot be so, and are left out.' })
  leftOut: number;
}

@ObjectType('OutsideLine', { simpleResolvers: true, description: 'A line of an order or a quote, as the system outside tells of it.' })
export class OutsideLineType {
  @Field(() => String, { description: 'The product, in that system\'s words.' })
  sku: string;
  @Field(() => String, { description: 'What it is.' })
  description: string;
  @Field(() => DecimalScalar, { description: 'How much of it.' })
  quantity: string;
  @Field(() => String, { description: 'The unit of measure.' })
  uom: string;
  @Field(() => MoneyType, { nullable: true, description: 'The price of one unit; null for who may not see net prices.' })
  unitPrice: Money | null;
  @Field(() => MoneyType, { nullable: true, description: 'What the line comes to; null for who may not see net prices.' })
  total: Money | null;
  @Field(() => String, { nullable: true, description: 'How far it is, in that system\'s words.' })
  status: string | null;
}

@ObjectType('OutsideDocument', { simpleResolvers: true, description: 'An order or a quote as the system outside tells of it.' })
export class OutsideDocumentType {
  @Field(() => String, { description: 'Its number there.' })
  number: string;
  @Field(() => String, { nullable: true, description: 'Where it came from, in that system\'s words, such as PHONE.' })
  channel: string | null;
  @Field(() => String, { description: 'How far it is, in that system\'s words.' })
  status: string;
  @Field(() => DateTimeScalar, { description: 'When it was placed, or asked for.' })
  placedAt: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the offer ends; null without an end.' })
  expiresAt: Date | null;
  @Field(() => MoneyType, { nullable: true, description: 'What it comes to there; null for who may not see net prices.' })
  total: Money | null;
  @Field(() => [OutsideLineType], { nullable: true, description: 'What is in it; null in lists, where it is not asked for.' })
  lines: OutsideLineType[] | null;
}

@ObjectType('OutsideDetails', { simpleResolvers: true, description: 'One order or quote of the system outside, with how far that can be relied on.' })
export class OutsideDetailsType {
  @Field(() => OutsideDocumentType, { nullable: true, description: 'The order or quote; null when nothing was told that can be shown: `state` says why.' })
  document: OutsideDocumentType | null;
  @Field(() => OutsideStateType, { description: 'When it was told, and what is wrong with it.' })
  state: OutsideStateType;
}
