import { Account, AccountSchema } from './account.ts';
import { AccountSiteUse, AccountSiteUseSchema } from './account-site-use.ts';
import { Address, AddressSchema } from './address.ts';
import { CheckoutPreferences, CheckoutPreferencesSchema } from './checkout-preferences.ts';
import { Contact, ContactSchema } from './contact.ts';
import { Customer, CustomerSchema } from './customer.ts';
import { CustomerRelation, CustomerRelationSchema } from './customer-relation.ts';
import { Invitation, InvitationSchema } from './invitation.ts';
import { Merge, MergeSchema } from './merge.ts';
import { Party, PartySchema } from './party.ts';
import { PaymentMethod, PaymentMethodSchema } from './payment-method.ts';
import { PrimaryAddress, PrimaryAddressSchema } from './primary-address.ts';
import { SiteAccess, SiteAccessEntry, SiteAccessEntrySchema, SiteAccessSchema } from './site-access.ts';
import { User, UserSchema } from './user.ts';

export interface AccountsTables {
  Account: Account;
  User: User;
  Address: Address;
  AccountSiteUse: AccountSiteUse;
  Customer: Customer;
  CustomerRelation: CustomerRelation;
  Contact: Contact;
  PrimaryAddress: PrimaryAddress;
  Invitation: Invitation;
  PaymentMethod: PaymentMethod;
  CheckoutPreferences: CheckoutPreferences;
  Party: Party;
  Merge: Merge;
  SiteAccess: SiteAccess;
  SiteAccessEntry: SiteAccessEntry;
}

export const accountsEntities = [AccountSchema, UserSchema, AddressSchema, AccountSiteUseSchema, CustomerSchema, CustomerRelationSchema, ContactSchema, PrimaryAddressSchema, InvitationSchema, PaymentMethodSchema, CheckoutPreferencesSchema, PartySchema, MergeSchema, SiteAccessSchema, SiteAccessEntrySchema];
