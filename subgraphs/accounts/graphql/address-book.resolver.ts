import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { PartyUsageEnum } from '#kernel/party-usage-enum.ts';
import type { PartyUsage } from '#kernel/party-usage.ts';
import type { AccountsContext } from '../context.ts';
import type { PrimaryUsage } from '../domain/primary-usage.ts';
import type { Address } from '../entities/address.ts';
import { addAddress, deleteAddress, updateAddress } from '../use-cases/change-address-book.ts';
import { setPrimaryAddress } from '../use-cases/set-primary-address.ts';
import { AddressType } from './account.type.ts';
import { AddressInput } from './address-book.inputs.ts';
import { AddressHolderInput, PrimaryUsageEnum } from './party.inputs.ts';

const ADDRESS = { description: 'What it shall say.' };

/** The address book of the viewer's account. */
@Resolver()
export class AddressBookResolver {
  @Mutation(() => AddressType, { description: "Adds an address to the book of the viewer's account, of a customer of it, or of one contact. Business buyers need CREATE_SHIPTO_CUSTOMER_ADDRESS, CREATE_BILLTO_CUSTOMER_ADDRESS or CREATE_ENDCUSTOMER_CUSTOMER_ADDRESS, for a contact's CREATE_…_CONTACT_ADDRESS: that of the usage, or any when none is said. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED." })
  addAddress(
    @Arg('address', () => AddressInput, ADDRESS) address: AddressInput,
    @Arg('idempotencyKey', () => String, { nullable: true, description: 'A repeat with the same key adds nothing.' }) key: string | null,
    @Arg('usage', () => PartyUsageEnum, { nullable: true, description: 'For what it is made; it serves for all.' }) usage: PartyUsage | null,
    @Arg('of', () => AddressHolderInput, { nullable: true, description: 'Whose; the account itself when absent.' }) of: AddressHolderInput | null,
    @Ctx() context: AccountsContext,
  ): Promise<Address> {
    return addAddress(context, { ...of, address, usage }, key);
  }

  @Mutation(() => AddressType, { description: 'Corrects an address of the book; it stays in its country. Orders placed before keep what it said. Rights as for addAddress. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT.' })
  updateAddress(
    @Arg('addressId', () => ID, { description: "The address's id." }) addressId: string,
    @Arg('address', () => AddressInput, ADDRESS) address: AddressInput,
    @Ctx() context: AccountsContext,
  ): Promise<Address> {
    return updateAddress(context, addressId, address);
  }

  @Mutation(() => ID, { description: 'Takes an address out of the book. Carts that have it keep it, and can be ordered with it. Rights as for addAddress. Errors: FORBIDDEN, NOT_FOUND.' })
  deleteAddress(@Arg('addressId', () => ID, { description: "The address's id." }) addressId: string, @Ctx() context: AccountsContext): Promise<string> {
    return deleteAddress(context, addressId);
  }

  @Mutation(() => AddressType, { nullable: true, description: "Says which address is offered first, or none any more. Of themselves everybody may say it; of others who may make such addresses. Errors: FORBIDDEN, NOT_FOUND when the address is not theirs." })
  setPrimaryAddress(
    @Arg('usage', () => PrimaryUsageEnum, { description: 'For what.' }) usage: PrimaryUsage,
    @Arg('addressId', () => ID, { nullable: true, description: 'The address; null for none.' }) addressId: string | null,
    @Arg('of', () => AddressHolderInput, { nullable: true, description: 'Whose; the account itself when absent.' }) of: AddressHolderInput | null,
    @Ctx() context: AccountsContext,
  ): Promise<Address | null> {
    return setPrimaryAddress(context, { ...of, usage, addressId: addressId ?? null });
  }
}
