import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { Money } from '#kernel/money.ts';
import { CurrencyCodeScalar } from '#kernel/scalars.ts';
import { MoneyType } from '#kernel/shared-types.ts';
import type { FrozenLine } from '../domain/freeze-quote.ts';
import type { Confirmation } from '../use-cases/confirm-quote.ts';
import { QuoteRevisionLineType } from './quote-history.type.ts';

@Directive('@inaccessible')
@ObjectType('QuoteConfirmation', { simpleResolvers: true, description: 'For peers: an offer held still by a checkout, as its buyer confirmed it.' })
export class QuoteConfirmationType implements Omit<Confirmation, 'priceHash' | 'expiresAt'> {
  @Field(() => ID) quoteId: string;
  @Field(() => ID) ownerId: string;
  @Field(() => ID) accountId: string;
  @Field(() => CurrencyCodeScalar) currency: string;
  @Field(() => MoneyType) subtotal: Money;
  @Field(() => MoneyType) taxTotal: Money;
  @Field(() => MoneyType) total: Money;
  @Field(() => [QuoteRevisionLineType]) lines: FrozenLine[];
}
