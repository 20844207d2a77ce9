import { Field, ID, ObjectType } from 'type-graphql';
import type { OrderAddress } from '../domain/order-addresses.ts';
import type { OrderContact, OrderCustomer, OrderEndCustomer, OrderParties, OrderParty } from '../domain/order-parties.ts';
import { OrderAddressType } from './order-address.type.ts';

@ObjectType('OrderCustomer', { simpleResolvers: true, description: 'A customer as it was when the order was placed.' })
class OrderCustomerType implements OrderCustomer {
  @Field(() => ID, { description: 'The customer it was taken from.' })
  id: string;
  @Field(() => String, { description: 'The name for people.' })
  name: string;
  @Field(() => String, { nullable: true, description: 'What the buying organisation calls it by in its own books.' })
  number: string | null;
}

@ObjectType('OrderContact', { simpleResolvers: true, description: 'A contact as it was when the order was placed.' })
class OrderContactType implements OrderContact {
  @Field(() => ID, { description: 'The contact it was taken from.' })
  id: string;
  @Field(() => String, { description: 'The name for people.' })
  name: string;
  @Field(() => String, { nullable: true, description: 'The e-mail address.' })
  email: string | null;
  @Field(() => String, { nullable: true, description: 'The telephone number.' })
  phone: string | null;
}

@ObjectType('OrderParty', { simpleResolvers: true, description: 'A company, a person of it, and a place.' })
class OrderPartyType implements OrderParty {
  @Field(() => OrderCustomerType, { nullable: true, description: 'The customer; null for the organisation that bought.' })
  customer: OrderCustomer | null;
  @Field(() => OrderContactType, { nullable: true, description: 'The contact; null when nobody is named.' })
  contact: OrderContact | null;
  @Field(() => OrderAddressType, { nullable: true, description: 'The address, where it is not told beside: of whom a line is billed to, and of the end customer.' })
  address?: OrderAddress | null;
}

@ObjectType('OrderEndCustomer', { simpleResolvers: true, description: 'For whom goods are in the end.' })
class OrderEndCustomerType extends OrderPartyType implements OrderEndCustomer {
  declare address: OrderAddress | null;
  @Field(() => Boolean, { description: 'Whether the goods go to them.' })
  isSameAsShipTo: boolean;
  @Field(() => Boolean, { description: 'Whether the goods are installed at this address.' })
  isInstallLocation: boolean;
}

@ObjectType('OrderParties', { simpleResolvers: true, description: 'Whom an order or a line names.' })
export class OrderPartiesType implements OrderParties {
  @Field(() => OrderPartyType, { nullable: true, description: 'To whom it goes.' })
  shipTo?: OrderParty;
  @Field(() => OrderPartyType, { nullable: true, description: 'Who is billed.' })
  billTo?: OrderParty & { readonly address?: OrderAddress | null };
  @Field(() => OrderEndCustomerType, { nullable: true, description: 'For whom it is in the end.' })
  endCustomer?: OrderEndCustomer;
}
