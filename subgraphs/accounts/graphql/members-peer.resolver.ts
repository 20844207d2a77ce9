import { Arg, Ctx, Directive, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import type { AccountsContext } from '../context.ts';
import { findMembers } from '../use-cases/find-members.ts';
import { findSellers } from '../use-cases/find-sellers.ts';

@Directive('@inaccessible')
@ObjectType('AccountMember', { simpleResolvers: true, description: 'For peers: someone of an organisation, with what they may do now.' })
class AccountMemberType {
  @Field(() => ID) id: string;
  @Field(() => String, { nullable: true }) name: string | null | undefined;
  @Field(() => String, { nullable: true }) email: string | null | undefined;
  @Field(() => [String]) permissions: string[];
}

/** What only other subgraphs may ask about the people of an organisation. */
@Resolver()
export class MembersPeerResolver {
  @Directive('@inaccessible')
  @Query(() => [AccountMemberType], { description: 'For peers: the buyers of an account who are named, or who have any of the permissions; others are left out.' })
  membersOf(
    @Arg('accountId', () => ID) accountId: string,
    @Arg('ids', () => [ID]) ids: string[],
    @Arg('permissions', () => [String]) permissions: string[],
    @Ctx() context: AccountsContext,
  ): Promise<AccountMemberType[]> {
    return findMembers(context, accountId, { ids, permissions });
  }

  @Directive('@inaccessible')
  @Query(() => [AccountMemberType], { description: 'For peers: the people of the seller who hold a role: SELLER for all, SALES_REP or ADMINISTRATOR, or a permission.' })
  sellersInRole(@Arg('role', () => String) role: string, @Ctx() context: AccountsContext): Promise<AccountMemberType[]> {
    return findSellers(context, role);
  }
}
