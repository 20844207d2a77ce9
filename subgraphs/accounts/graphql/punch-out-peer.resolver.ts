import { Arg, Ctx, Directive, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { DateTimeScalar } from '#kernel/scalars.ts';
import type { Viewer, ViewerKind } from '#kernel/viewer.ts';
import type { AccountsContext } from '../context.ts';
import { findBuyer, issueLimitedToken } from '../use-cases/issue-limited-token.ts';

@Directive('@inaccessible')
@ObjectType('BuyerOnBehalf', { simpleResolvers: true, description: 'For peers: on whose behalf something is done.' })
class BuyerOnBehalfType implements Viewer {
  @Field(() => ID) id: string;
  @Field(() => String) kind: ViewerKind;
  @Field(() => ID) accountId: string;
  @Field(() => [String]) permissions: string[];
  @Field(() => String, { nullable: true }) name?: string;
  @Field(() => String, { nullable: true }) email?: string;
}

@Directive('@inaccessible')
@ObjectType('LimitedToken', { simpleResolvers: true, description: 'For peers: a token, and when it ends.' })
class LimitedTokenType {
  @Field(() => String) token: string;
  @Field(() => DateTimeScalar) expiresAt: Date;
}

/** What only the subgraph of procurement systems may ask; no client can reach it. */
@Resolver()
export class PunchOutPeerResolver {
  @Directive('@inaccessible')
  @Query(() => BuyerOnBehalfType, { nullable: true, description: 'For peers: a business buyer as they are now; null for everybody else.' })
  buyerById(@Arg('id', () => ID) id: string, @Ctx() context: AccountsContext): Promise<Viewer | null> {
    return findBuyer(context, id);
  }

  @Directive('@inaccessible')
  @Mutation(() => LimitedTokenType, { description: 'For peers: a token of a business buyer with no more than these of their permissions. Errors: NOT_FOUND.' })
  issueLimitedToken(
    @Arg('userId', () => ID) userId: string,
    @Arg('permissions', () => [String]) permissions: string[],
    @Arg('seconds', () => Int) seconds: number,
    @Ctx() context: AccountsContext,
  ): Promise<LimitedTokenType> {
    return issueLimitedToken(context, { userId, permissions, seconds });
  }
}
