import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { AccountsContext } from '../context.ts';
import type { Account } from '../entities/account.ts';
import type { Party } from '../entities/party.ts';
import { findParty, findPartyOf } from '../use-cases/find-party.ts';
import { accountsOfParty } from '../use-cases/find-merge-sides.ts';
import { AccountType } from './account.type.ts';
import { RegistryPartyType } from './registry-party.type.ts';

@Resolver(() => RegistryPartyType)
export class RegistryPartyResolver {
  @Query(() => RegistryPartyType, { description: 'One party. Administrators only. Errors: FORBIDDEN, NOT_FOUND.' })
  party(@Arg('id', () => ID, { description: "The party's id." }) id: string, @Ctx() context: AccountsContext): Promise<Party> {
    return findParty(context, id);
  }

  @FieldResolver(() => [AccountType], { description: 'The accounts it buys under, the one created first first: that one its people sign in to [MERGE-09].' })
  accounts(@Root() { id }: Party, @Ctx() { db }: AccountsContext): Promise<Account[]> {
    return accountsOfParty(db, id);
  }

  @FieldResolver(() => RegistryPartyType, { nullable: true, description: 'The party it was merged into.' })
  async mergedInto(@Root() { mergedIntoId }: Party, @Ctx() context: AccountsContext): Promise<Party | null> {
    return mergedIntoId == null ? null : findParty(context, mergedIntoId);
  }
}

@Resolver(() => AccountType)
export class AccountPartyResolver {
  @FieldResolver(() => RegistryPartyType, { nullable: true, description: 'Who buys under it; only administrators of the seller see it.' })
  party(@Root() account: Account, @Ctx() context: AccountsContext): Promise<Party | null> {
    return findPartyOf(context, account);
  }

  @FieldResolver(() => AccountType, { nullable: true, description: 'The account it became; null for one that is still itself [MERGE-10].' })
  async mergedInto(@Root() { mergedIntoId }: Account, @Ctx() { loaders }: AccountsContext): Promise<Account | null> {
    return mergedIntoId == null ? null : ((await loaders.accountById.load(mergedIntoId)) ?? null);
  }
}
