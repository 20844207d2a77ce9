import { Arg, Ctx, Directive, Field, ID, InputType, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { requireSystem, requireViewer } from '#kernel/viewer-guard.ts';
import type { AccountsContext } from '../context.ts';
import { receiveParties, type ReceivedAddress, type ReceivedContact, type ReceivedParties } from '../use-cases/receive-parties.ts';

@Directive('@inaccessible')
@ObjectType('CustomerToTransfer', { simpleResolvers: true, description: 'For peers: who buys, as a partner is told.' })
class CustomerToTransferType {
  @Field(() => ID) accountId: string;
  @Field(() => String) accountKind: string;
  @Field(() => String) accountName: string;
  @Field(() => String, { nullable: true }) country: string | null | undefined;
  @Field(() => ID) contactId: string;
  @Field(() => String, { nullable: true }) contactName: string | null | undefined;
  @Field(() => String, { nullable: true }) contactEmail: string | null | undefined;
}

@Directive('@inaccessible')
@InputType('ReceivedContactInput', { description: 'For peers: who buys for a customer that another shop sent.' })
class ReceivedContactInput implements ReceivedContact {
  @Field(() => ID, { description: 'The id they get as somebody who owns quotes and orders.' })
  userId: string;
  @Field(() => ID, { description: 'The id they get as a contact.' })
  contactId: string;
  @Field(() => String, { description: 'Their name.' })
  name: string;
  @Field(() => String, { nullable: true, description: 'Their e-mail address.' })
  email?: string | null;
  @Field(() => String, { nullable: true, description: 'Their telephone number.' })
  phone?: string | null;
}

@Directive('@inaccessible')
@InputType('ReceivedAddressInput', { description: 'For peers: an address of such a customer.' })
class ReceivedAddressInput implements ReceivedAddress {
  @Field(() => ID, { description: 'The id it gets.' })
  id: string;
  @Field(() => String, { description: 'Who takes the goods in.' })
  recipient: string;
  @Field(() => String, { description: 'Street and number.' })
  line1: string;
  @Field(() => String, { nullable: true, description: 'What else the street needs.' })
  line2?: string | null;
  @Field(() => String, { description: 'The postal code.' })
  postalCode: string;
  @Field(() => String, { description: 'The town.' })
  city: string;
  @Field(() => String, { description: 'The country, ISO 3166-1 alpha-2.' })
  country: string;
}

@Directive('@inaccessible')
@InputType('ReceivedPartiesInput', { description: 'For peers: a customer that another shop sent, with their contact and addresses.' })
class ReceivedPartiesInput implements ReceivedParties {
  @Field(() => ID, { description: 'The id the account gets.' })
  accountId: string;
  @Field(() => Boolean, { description: 'Whether it is an organisation, and not a private person.' })
  organisation: boolean;
  @Field(() => String, { description: 'Its name.' })
  name: string;
  @Field(() => String, { description: 'Its number at the shop that sent it, with the code of that shop in front.' })
  number: string;
  @Field(() => String, { nullable: true, description: 'Its country.' })
  country?: string | null;
  @Field(() => ReceivedContactInput, { description: 'Who buys.' })
  contact: ReceivedContactInput;
  @Field(() => [ReceivedAddressInput], { description: 'Where goods and bills go.' })
  addresses: ReceivedAddressInput[];
}

/** What only the way of carts between shops asks; no client can reach it. */
@Resolver()
export class TransferPeerResolver {
  @Directive('@inaccessible')
  @Query(() => CustomerToTransferType, { description: 'For peers: who owns a cart, and their account; of the account of the viewer. Errors: UNAUTHENTICATED. Null names nobody the viewer may know.', nullable: true })
  async customerToTransfer(@Arg('userId', () => ID) userId: string, @Ctx() context: AccountsContext): Promise<CustomerToTransferType | null> {
    const viewer = requireViewer(context);
    const user = await context.loaders.userById.load(userId);
    const account = user && (await context.loaders.accountById.load(user.accountId));
    if (!account || (user.accountId !== viewer.accountId && viewer.kind !== 'INDIVIDUAL')) return null; // private people share with whom they like, and hand over what is shared
    return { accountId: account.id, accountKind: account.kind, accountName: account.name, country: account.country, contactId: user.id, contactName: user.name, contactEmail: user.email };
  }

  @Directive('@inaccessible')
  @Mutation(() => Boolean, { description: 'For peers: makes, or brings up to date, a customer that another shop sent. Again with the same ids: the same people. Errors: BAD_USER_INPUT, FORBIDDEN for any person.' })
  async receiveParties(@Arg('input', () => ReceivedPartiesInput) input: ReceivedPartiesInput, @Ctx() context: AccountsContext): Promise<boolean> {
    requireSystem(context);
    await receiveParties(context, input);
    return true;
  }
}
