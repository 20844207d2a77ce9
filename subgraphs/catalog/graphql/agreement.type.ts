import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionType } from '#kernel/connection-type.ts';
import { DateTimeScalar, DecimalScalar } from '#kernel/scalars.ts';
import type { Agreement } from '../entities/agreement.ts';

@ObjectType('Agreement', { simpleResolvers: true, description: 'Prices and terms agreed with accounts; used on a whole cart or on single lines.' })
export class AgreementType implements Omit<Agreement, 'amountOffMicro' | 'currency' | 'validFrom'> {
  @Field(() => ID, { description: 'The id it is named by.' })
  id: string;
  @Field(() => String, { description: 'The name for people.' })
  name: string;
  @Field(() => String, { nullable: true, description: 'The price list it puts in the place of the usual one; null: the usual one holds.' })
  priceList: string | null | undefined;
  @Field(() => String, { nullable: true, description: 'The payment term of a cart under it; null: the usual one holds.' })
  paymentTerm: string | null | undefined;
  @Field(() => DecimalScalar, { nullable: true, description: 'Percent off each unit price, such as "5".' })
  percentOff: string | null | undefined;
  @Field(() => DateTimeScalar, { nullable: true, description: 'The first moment it no longer holds; null when it has no end.' })
  validUntil: Date | null | undefined;
  @Field(() => Int, { description: 'Rises by one with each change.' })
  version: number;
}

export const AgreementConnectionType = connectionType('Agreement', AgreementType);
