import { Ctx, Field, FieldResolver, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { CartsContext } from '../context.ts';
import { endCustomerOf } from '../domain/parties.ts';
import type { Cart } from '../entities/cart.ts';
import { asParty, CartEndCustomerType, flagsOf } from './cart-party.type.ts';
import { CartType } from './cart.type.ts';
import { ForeignContact, ForeignCustomer, refTo } from './foreign-types.ts';

@ObjectType('PartySettings', { simpleResolvers: true, description: 'Whom orders of businesses must name in this deployment.' })
class PartySettingsType {
  @Field(() => Boolean, { description: 'Whether a contact to ship to and one to bill are needed.' })
  mandateContacts: boolean;
  @Field(() => Boolean, { description: 'Whether it is asked for whom goods are in the end.' })
  endCustomer: boolean;
  @Field(() => Boolean, { description: 'Whether an order needs that.' })
  mandateEndCustomer: boolean;
  @Field(() => Boolean, { description: 'Whether it needs a contact of theirs.' })
  mandateEndCustomerContact: boolean;
}

/** Whom a cart of a business names. */
@Resolver(() => CartType)
export class CartPartyResolver {
  @Query(() => PartySettingsType, { description: 'Whom orders of businesses must name in this deployment; private people name nobody.' })
  partySettings(@Ctx() { config }: CartsContext): PartySettingsType {
    const { mandateContacts, endCustomer } = config;
    const mandateEndCustomer = endCustomer && config.mandateEndCustomer;
    return { mandateContacts, endCustomer, mandateEndCustomer, mandateEndCustomerContact: mandateEndCustomer && config.mandateEndCustomerContact };
  }

  @FieldResolver(() => Boolean, { description: 'Whether a business buys: it may name customers and contacts.' })
  isBusiness(@Root() { business }: Cart): boolean {
    return business;
  }

  @FieldResolver(() => ForeignCustomer, { nullable: true, description: 'The customer it goes to; null for the organisation itself.' })
  shipToCustomer(@Root() { shipToCustomerId }: Cart): ForeignCustomer | null {
    return refTo(shipToCustomerId);
  }

  @FieldResolver(() => ForeignContact, { nullable: true, description: 'To whom there; null while nobody is named.' })
  shipToContact(@Root() { shipToContactId }: Cart): ForeignContact | null {
    return refTo(shipToContactId);
  }

  @FieldResolver(() => ForeignCustomer, { nullable: true, description: 'The customer who is billed; null for the organisation itself.' })
  billToCustomer(@Root() { billToCustomerId }: Cart): ForeignCustomer | null {
    return refTo(billToCustomerId);
  }

  @FieldResolver(() => ForeignContact, { nullable: true, description: 'To whom the invoice goes there; null while nobody is named.' })
  billToContact(@Root() { billToContactId }: Cart): ForeignContact | null {
    return refTo(billToContactId);
  }

  @FieldResolver(() => CartEndCustomerType, { nullable: true, description: 'For whom it is in the end: as somebody said, else whom it goes to. Null where that is not asked.' })
  endCustomer(@Root() cart: Cart, @Ctx() { config }: CartsContext): CartEndCustomerType | null {
    if (!cart.business || !config.endCustomer) return null;
    const endCustomer = endCustomerOf(cart);
    return { ...asParty(endCustomer), ...flagsOf(endCustomer), isSaid: cart.endCustomer != null };
  }
}
