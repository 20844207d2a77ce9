import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '#kernel/scalars.ts';
import type { QuoteContract } from '../domain/quote-contract.ts';
import type { QuoteStatus, QuoteHandOver } from '../domain/quote-lifecycle.ts';
import type { Quote } from '../entities/quote.ts';
import { QuoteContractType } from './quote-contract.type.ts';
import { QuoteStatusEnum, QuoteHandOverEnum } from './quote-status.enum.ts';

@Directive('@key(fields: "id")')
@ObjectType('Quote', { simpleResolvers: true, description: 'A negotiated offer: requested by a buyer, priced by a sales rep, ordered by the buyer.' })
export class QuoteType implements Pick<Quote, 'id' | 'number' | 'storeNumber' | 'handOver' | 'version' | 'status' | 'priceHash' | 'expiresAt' | 'extensionWanted' | 'reason' | 'contract' | 'createdAt' | 'updatedAt'> {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Field(() => String, { description: 'The number for people, such as Q-2026-000123; that of the quote system, once that has taken it over.' })
  number: string;
  @Field(() => String, { description: 'The number it was given here, whatever becomes of it.' })
  storeNumber: string;
  @Field(() => QuoteHandOverEnum, { nullable: true, description: 'Where it is on its way to the quote system of the seller; null where quotes stay here.' })
  handOver: QuoteHandOver | null | undefined;
  @Field(() => Int, { description: 'One more with every change of the quote or of anything in it.' })
  version: number;
  @Field(() => QuoteStatusEnum, { description: 'Where the negotiation stands.' })
  status: QuoteStatus;
  @Field(() => String, { description: 'The fingerprint of the offer; placeOrder must be given it back.' })
  priceHash: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the offer ends; null until it is first published.' })
  expiresAt: Date | null | undefined;
  @Field(() => DateTimeScalar, { nullable: true, description: 'The later end its buyer has asked for; null when he has not, or was answered.' })
  extensionWanted: Date | null | undefined;
  @Field(() => String, { nullable: true, description: 'Why assistance was asked for, or why it was rejected or canceled.' })
  reason: string | null | undefined;
  @Field(() => QuoteContractType, { nullable: true, description: 'The terms and conditions it was given when assistance made it of a cart; null when it has none of its own.' })
  contract: QuoteContract | null | undefined;
  @Field(() => DateTimeScalar, { description: 'When it was begun.' })
  createdAt: Date;
  @Field(() => DateTimeScalar, { description: 'When it last changed.' })
  updatedAt: Date;
}
