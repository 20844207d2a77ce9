import { Arg, Ctx, Directive, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import type { AccountsContext } from '../context.ts';
import { guestOfToken } from '../use-cases/guest-of-token.ts';

@Directive('@inaccessible')
@ObjectType('GuestOfToken', { simpleResolvers: true, description: 'For peers: a guest and the account that is theirs alone.' })
class GuestOfTokenType {
  @Field(() => ID) id: string;
  @Field(() => ID) accountId: string;
}

/** What only other subgraphs may ask; no client can reach it. */
@Resolver()
export class AccountsPeerResolver {
  @Directive('@inaccessible')
  @Query(() => GuestOfTokenType, { nullable: true, description: 'For peers: whom a guest token belongs to; null when it is no valid token of a guest.' })
  async guestOfToken(@Arg('token', () => String) token: string, @Ctx() context: AccountsContext): Promise<GuestOfTokenType | null> {
    return (await guestOfToken(context, token)) ?? null;
  }
}
