import { isSeller, seesNetPrices } from '#kernel/viewer.ts';
import { Arg, Ctx, Directive, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import type { AccountsContext } from '../context.ts';
import { colleaguesByEmail } from '../use-cases/find-colleagues.ts';
import type { PaymentMethod } from '../entities/payment-method.ts';
import { findAddresses } from '../use-cases/find-addresses.ts';
import { paymentMethodToUse } from '../use-cases/read-payment-book.ts';
import { PaymentMethodType } from './payment-book.type.ts';
import { guestOfToken } from '../use-cases/guest-of-token.ts';
import { checkPublishingColleague } from '../use-cases/check-publishing-colleague.ts';
import { accountMayBuy } from '../use-cases/judge-account.ts';

@Directive('@inaccessible')
@ObjectType('GuestOfToken', { simpleResolvers: true, description: 'For peers: a guest and the account that is theirs alone.' })
class GuestOfTokenType {
  @Field(() => ID) id: string;
  @Field(() => ID) accountId: string;
}

@Directive('@inaccessible')
@ObjectType('KnownPerson', { simpleResolvers: true, description: 'For peers: someone with an e-mail address.' })
class KnownPersonType {
  @Field(() => ID) id: string;
  @Field(() => String, { nullable: true }) name: string | null | undefined;
  @Field(() => String, { nullable: true }) email: string | null | undefined;
}

@Directive('@inaccessible')
@ObjectType('AddressOfAccount', { simpleResolvers: true, description: 'For peers: where an address is.' })
export class AddressOfAccountType {
  @Field(() => ID) id: string;
  @Field(() => ID, { nullable: true }) customerId: string | null | undefined;
  @Field(() => ID, { nullable: true }) contactId: string | null | undefined;
  @Field(() => String) recipient: string;
  @Field(() => String) line1: string;
  @Field(() => String, { nullable: true }) line2: string | null | undefined;
  @Field(() => String) postalCode: string;
  @Field(() => String) city: string;
  @Field(() => String) country: string;
}

@Directive('@inaccessible')
@ObjectType('PersonToWriteTo', { simpleResolvers: true, description: 'For peers: someone to write to.' })
class PersonToWriteToType extends KnownPersonType {
  @Field(() => ID, { description: 'The account they belong to.' }) accountId: string;
  @Field(() => String, { description: 'What kind of user they are.' }) kind: string;
  @Field(() => Boolean, { description: 'Whether what is written may hold net prices.' }) seesNetPrices: boolean;
}

@Directive('@inaccessible')
@ObjectType('KnownActor', { simpleResolvers: true, description: 'For peers: someone who did something.' })
class KnownActorType {
  @Field(() => ID) id: string;
  @Field(() => String, { nullable: true }) name: string | null | undefined;
  @Field(() => Boolean, { description: 'Whether they are of the seller.' }) seller: boolean;
}

/** What only other subgraphs may ask; no client can reach it. */
@Resolver()
export class AccountsPeerResolver {
  @Directive('@inaccessible')
  @Query(() => GuestOfTokenType, { nullable: true, description: 'For peers: whom a guest token belongs to; null when it is no valid token of a guest.' })
  async guestOfToken(@Arg('token', () => String) token: string, @Ctx() context: AccountsContext): Promise<GuestOfTokenType | null> {
    return (await guestOfToken(context, token)) ?? null;
  }

  @Directive('@inaccessible')
  @Query(() => String, { nullable: true, description: "For peers: what kind of user someone of the viewer's account is; null for others." })
  async userKind(@Arg('userId', () => ID) userId: string, @Ctx() { viewer, loaders }: AccountsContext): Promise<string | null> {
    const user = await loaders.userById.load(userId);
    return user && user.accountId === viewer?.accountId ? user.kind : null;
  }

  @Directive('@inaccessible')
  @Query(() => Boolean, { description: 'For peers: whether an account may order and ask for quotes.' })
  accountMayBuy(@Arg('accountId', () => ID) accountId: string, @Ctx() context: AccountsContext): Promise<boolean> {
    return accountMayBuy(context, accountId);
  }

  @Directive('@inaccessible')
  @Query(() => [KnownPersonType], { description: "For peers: the people of the viewer's own organisation with these e-mail addresses; others are left out. Errors: FORBIDDEN for who is no business buyer." })
  colleaguesByEmail(@Arg('emails', () => [String]) emails: string[], @Ctx() context: AccountsContext): Promise<KnownPersonType[]> {
    return colleaguesByEmail(context, emails);
  }

  @Directive('@inaccessible')
  @Query(() => [PersonToWriteToType], { description: 'For peers: who these people are, to write to them.' })
  async peopleById(@Arg('ids', () => [ID]) ids: string[], @Ctx() { loaders }: AccountsContext): Promise<PersonToWriteToType[]> {
    const users = (await Promise.all(ids.map((id) => loaders.userById.load(id)))).filter((user) => user !== undefined);
    return users.map(({ id, name, email, kind, accountId, permissions }) => ({ id, name, email, accountId, kind, seesNetPrices: seesNetPrices({ id, kind, accountId, permissions }) }));
  }

  @Directive('@inaccessible')
  @Query(() => [KnownActorType], { description: 'For peers: who these people are, to name them; those nobody knows are left out.' })
  async actorsById(@Arg('ids', () => [ID]) ids: string[], @Ctx() { loaders }: AccountsContext): Promise<KnownActorType[]> {
    const users = (await Promise.all(ids.map((id) => loaders.userById.load(id)))).filter((user) => user !== undefined);
    return users.map(({ id, name, kind }) => ({ id, name, seller: isSeller({ kind }) }));
  }

  @Directive('@inaccessible')
  @Query(() => [AddressOfAccountType], { description: 'For peers: those of the addresses that are in the address book of the account; on wish also those that were deleted from it.' })
  addressesOf(
    @Arg('accountId', () => ID) accountId: string,
    @Arg('ids', () => [ID]) ids: string[],
    @Arg('deletedToo', () => Boolean, { nullable: true, defaultValue: false }) deletedToo: boolean,
    @Ctx() context: AccountsContext,
  ): Promise<AddressOfAccountType[]> {
    return findAddresses(context, { accountId, ids, deletedToo });
  }

  @Directive('@inaccessible')
  @Query(() => PaymentMethodType, { description: "For peers: a method of the viewer's own payment book, to pay with now. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT when the card has expired." })
  paymentMethodToUse(@Arg('id', () => ID) id: string, @Ctx() context: AccountsContext): Promise<PaymentMethod> {
    return paymentMethodToUse(context, id);
  }

  @Directive('@inaccessible')
  @Query(() => Boolean, { description: "For peers: whether someone is a sales rep of the viewer's own seller who may publish quotes." })
  isPublishingColleague(@Arg('userId', () => ID) userId: string, @Ctx() context: AccountsContext): Promise<boolean> {
    return checkPublishingColleague(context, userId);
  }

  @Directive('@inaccessible')
  @Query(() => String, { nullable: true, description: 'For peers: the time zone of an account; null when it has none of its own.' })
  async timeZoneOfAccount(@Arg('accountId', () => ID) accountId: string, @Ctx() { loaders }: AccountsContext): Promise<string | null> {
    return (await loaders.accountById.load(accountId))?.timeZone ?? null;
  }
}
