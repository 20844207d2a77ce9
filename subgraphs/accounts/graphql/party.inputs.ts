import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import type { PrimaryUsage } from '../domain/primary-usage.ts';
import type { ContactWish, CustomerWish } from '../domain/read-party.ts';
import type { CustomerSearch } from '../use-cases/find-customers.ts';

export const PrimaryUsageEnum: { readonly [U in PrimaryUsage]: U } = { SHIP_TO: 'SHIP_TO', BILL_TO: 'BILL_TO' };
registerEnumType(PrimaryUsageEnum, { name: 'PrimaryUsage', description: 'For what an address is offered first.' });

@InputType('NewCustomerInput', { description: 'A customer to make.' })
export class NewCustomerInput implements CustomerWish {
  @Field(() => String, { description: 'The name for people, at most 100 characters.' })
  name: string;
  @Field(() => String, { nullable: true, description: "What the viewer's organisation calls it by in its own books." })
  number?: string | null;
}

@InputType('NewContactInput', { description: 'A contact to make.' })
export class NewContactInput implements ContactWish {
  @Field(() => String, { description: 'The name for people, at most 100 characters.' })
  name: string;
  @Field(() => String, { nullable: true, description: 'The e-mail address.' })
  email?: string | null;
  @Field(() => String, { nullable: true, description: 'The telephone number.' })
  phone?: string | null;
}

@InputType('CustomerSearch', { description: 'Parts of what is looked for. Case does not matter; all that are given must be there.' })
export class CustomerSearchInput implements CustomerSearch {
  @Field(() => String, { nullable: true, description: 'Of the name.' })
  name?: string | null;
  @Field(() => String, { nullable: true, description: 'Of the number.' })
  number?: string | null;
  @Field(() => String, { nullable: true, description: 'Of the town of an address.' })
  city?: string | null;
  @Field(() => String, { nullable: true, description: 'Of the postal code of the same address.' })
  postalCode?: string | null;
  @Field(() => String, { nullable: true, description: 'The ISO 3166-1 alpha-2 country code of the same address.' })
  country?: string | null;
  @Field(() => String, { nullable: true, description: 'Of the name, e-mail address or telephone number of a contact.' })
  contact?: string | null;
}

@InputType('AddressHolderInput', { description: 'Whose addresses are meant; the account itself where neither is named.' })
export class AddressHolderInput {
  @Field(() => ID, { nullable: true, description: 'A customer of the account.' })
  customerId?: string | null;
  @Field(() => ID, { nullable: true, description: 'A contact of the account or of a customer of it.' })
  contactId?: string | null;
}
