import { Account, AccountSchema } from './account.ts';
import { Address, AddressSchema } from './address.ts';
import { User, UserSchema } from './user.ts';

export interface AccountsTables {
  Account: Account;
  User: User;
  Address: Address;
}

export const accountsEntities = [AccountSchema, UserSchema, AddressSchema];
