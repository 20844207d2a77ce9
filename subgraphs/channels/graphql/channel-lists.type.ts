import { Field, ObjectType, type ClassType } from 'type-graphql';
import { connectionType } from '#kernel/connection-type.ts';
import type { Money } from '#kernel/money.ts';
import type { Connection } from '#kernel/paging.ts';
import { DateTimeScalar } from '#kernel/scalars.ts';
import { MoneyType } from '#kernel/shared-types.ts';
import { ForeignOrder, ForeignQuote } from './foreign-types.ts';
import { OutsideDocumentType } from './outside-document.type.ts';

const WORDS = {
  number: 'The number people know it by: that of the system outside, once that has it.',
  status: 'How far it is, in the words of whoever has it: the status there once the system outside tells of it, else that of the store.',
  total: 'What it comes to where it is now; for who may not see net prices null there, and at list price in the store.',
} as const;

@ObjectType('ChannelOrder', { simpleResolvers: true, description: 'An order of any channel: placed in the store, or elsewhere and told of by the order system.' })
export class ChannelOrderType {
  @Field(() => String, { description: WORDS.number })
  number: string;
  @Field(() => DateTimeScalar, { description: 'When it was placed.' })
  placedAt: Date;
  @Field(() => String, { description: WORDS.status })
  status: string;
  @Field(() => MoneyType, { nullable: true, description: WORDS.total })
  total: Money | null;
  @Field(() => ForeignOrder, { nullable: true, description: 'The order, if it was placed in the store.' })
  order: ForeignOrder | null;
  @Field(() => OutsideDocumentType, { nullable: true, description: 'As the order system tells of it; null while that does not.' })
  outside: OutsideDocumentType | null;
}

@ObjectType('ChannelQuote', { simpleResolvers: true, description: 'A quote of any channel: asked for in the store, or elsewhere and told of by the quote system.' })
export class ChannelQuoteType {
  @Field(() => String, { description: WORDS.number })
  number: string;
  @Field(() => DateTimeScalar, { description: 'When it was begun.' })
  placedAt: Date;
  @Field(() => String, { description: WORDS.status })
  status: string;
  @Field(() => MoneyType, { nullable: true, description: WORDS.total })
  total: Money | null;
  @Field(() => ForeignQuote, { nullable: true, description: 'The quote, if it was asked for in the store.' })
  quote: ForeignQuote | null;
  @Field(() => OutsideDocumentType, { nullable: true, description: 'As the quote system tells of it; null while that does not.' })
  outside: OutsideDocumentType | null;
}

export const ChannelOrderConnectionType: ClassType<Connection<ChannelOrderType>> = connectionType('ChannelOrder', ChannelOrderType);
export const ChannelQuoteConnectionType: ClassType<Connection<ChannelQuoteType>> = connectionType('ChannelQuote', ChannelQuoteType);
