import { Arg, Ctx, Directive, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import type { OrdersContext } from '../context.ts';
import type { ContractTerms } from '../domain/contract-terms.ts';
import { readTerms } from '../use-cases/read-terms.ts';

@Directive('@inaccessible')
@ObjectType('ContractForQuote', { simpleResolvers: true, description: 'For peers: the terms of a cart, as a quote takes them over.' })
class ContractForQuoteType implements ContractTerms {
  @Field(() => String) template: string;
  @Field(() => Int) templateVersion: number;
  @Field(() => String) text: string;
  @Field(() => String) hash: string;
}

/** What the quotes subgraph asks. */
@Resolver()
export class QuotesPeerResolver {
  @Directive('@inaccessible')
  @Query(() => ContractForQuoteType, { nullable: true, description: 'For peers: the terms that a cart would be ordered under now; null where orders are made without. Errors: NOT_FOUND, CART_IS_QUOTE.' })
  contractForQuote(@Arg('cartId', () => ID, { description: 'A cart of the viewer.' }) cartId: string, @Ctx() context: OrdersContext): Promise<ContractTerms | null> {
    return readTerms(context, cartId);
  }
}
