import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { isSeller, type Viewer } from '#kernel/viewer.ts';
import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { AccountsContext } from '../context.ts';
import type { AccountStatus } from '../domain/account-lifecycle.ts';
import type { Account } from '../entities/account.ts';
import type { Address } from '../entities/address.ts';
import type { User } from '../entities/user.ts';
import type { Connection } from '#kernel/paging.ts';
import type { OpenedSession } from '../use-cases/open-session.ts';
import { setTimeZone } from '../use-cases/set-time-zone.ts';
import { signIn } from '../use-cases/sign-in.ts';
import { startGuestSession } from '../use-cases/start-guest-session.ts';
import { upsertCustomers } from '../use-cases/upsert-customers.ts';
import { AccountStatusEnum, AccountType, AddressType } from './account.type.ts';
import { findColleagues } from '../use-cases/find-colleagues.ts';
import { CustomerInput } from './accounts.inputs.ts';
import { UserConnectionType, UserType } from './user.type.ts';
import { SessionType, ViewerType } from './viewer.type.ts';

@Resolver(() => ViewerType)
export class ViewerResolver {
  @Query(() => ViewerType, { nullable: true, description: 'Who is asking; null without a token.' })
  viewer(@Ctx() { viewer }: AccountsContext): Viewer | null {
    return viewer;
  }

  @FieldResolver(() => AccountType, { nullable: true, description: "The viewer's account." })
  async account(@Root() viewer: Viewer, @Ctx() { loaders }: AccountsContext): Promise<Account | null> {
    return (await loaders.accountById.load(viewer.accountId)) ?? null;
  }

  @Query(() => UserConnectionType, { description: "The other buyers of the viewer's organisation, to share a cart with, by e-mail address. Errors: FORBIDDEN for who is no business buyer, BAD_CURSOR." })
  colleagues(
    @Arg('search', () => String, { nullable: true, description: 'Part of a name or of an e-mail address; case does not matter.' }) search: string | undefined,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'How many, at most 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The cursor to go on from.' }) after: string | undefined,
    @Ctx() context: AccountsContext,
  ): Promise<Connection<User>> {
    return findColleagues(context, search, { first, after });
  }

  @Mutation(() => SessionType, { description: 'Starts a session without a name, so that a cart can be kept. Each guest is separate from all others.' })
  startGuestSession(@Ctx() context: AccountsContext): Promise<OpenedSession> {
    return startGuestSession(context);
  }

  @Mutation(() => SessionType, { description: 'Signs in with the built-in issuer (any OIDC issuer can replace it). Who was merged with another signs in as that one; of several accounts the one created first is signed in to. Errors: SIGN_IN_FAILED, FORBIDDEN when the organisation may not use the site, ACCOUNT_SUSPENDED during a merge.' })
  signIn(
    @Arg('email', () => String, { description: 'The e-mail address.' }) email: string,
    @Arg('password', () => String, { description: 'The password.' }) password: string,
    @Arg('site', () => String, { nullable: true, description: 'The site that is signed in to; that of the deployment when left out.' }) site: string | undefined,
    @Ctx() context: AccountsContext,
  ): Promise<OpenedSession> {
    return signIn(context, { email, password, site });
  }

  @Mutation(() => [AccountType], { description: 'Loads customers from another system, found again by externalId. Administrators only. Errors: FORBIDDEN.' })
  async upsertCustomers(
    @Arg('customers', () => [CustomerInput], { description: 'At most 1,000 at once.' }) customers: CustomerInput[],
    @Ctx() context: AccountsContext,
  ): Promise<Account[]> {
    requireAdministrator(context);
    return upsertCustomers(context, customers);
  }
}

@Resolver(() => AccountType)
export class AccountResolver {
  @Mutation(() => AccountType, { description: 'Says by whose clocks the days of an account end: carts begun from now on expire by them. Administrators only. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT.' })
  setAccountTimeZone(
    @Arg('accountId', () => ID, { description: 'The account.' }) accountId: string,
    @Arg('timeZone', () => String, { nullable: true, description: 'An IANA time zone, such as Europe/London; null goes back to that of the deployment.' }) timeZone: string | undefined,
    @Ctx() context: AccountsContext,
  ): Promise<Account> {
    return setTimeZone(context, accountId, timeZone ?? null);
  }

  @FieldResolver(() => AccountStatusEnum, { nullable: true, description: 'Whether it may buy; only the account itself and the seller see it.' })
  status(@Root() account: Account, @Ctx() { viewer }: AccountsContext): AccountStatus | null {
    return sees(viewer, account.id) ? account.status : null;
  }

  @FieldResolver(() => [UserType], { description: 'The people of the account; only themselves and the seller see them.' })
  async users(@Root() account: Account, @Ctx() { loaders, viewer }: AccountsContext): Promise<User[]> {
    return sees(viewer, account.id) ? loaders.usersOfAccount.load(account.id) : [];
  }

  @FieldResolver(() => [AddressType], { description: 'The address book; only the account itself and the seller see it.' })
  async addresses(@Root() account: Account, @Ctx() { loaders, viewer }: AccountsContext): Promise<Address[]> {
    return sees(viewer, account.id) ? loaders.addressesOfAccount.load(account.id) : [];
  }
}

@Resolver(() => UserType)
export class UserResolver {
  @FieldResolver(() => String, { nullable: true, description: 'The e-mail address; null for a guest, and hidden from other accounts.' })
  email(@Root() user: User, @Ctx() { viewer }: AccountsContext): string | null {
    return sees(viewer, user.accountId) ? (user.email ?? null) : null;
  }
}

const sees = (viewer: Viewer | null, accountId: string): boolean => viewer !== null && (viewer.accountId === accountId || isSeller(viewer));
