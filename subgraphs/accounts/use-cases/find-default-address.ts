import type { Kysely } from '@mikro-orm/sqlite';
import { isOf, type AddressHolder } from '../domain/party.ts';
import type { PrimaryUsage } from '../domain/primary-usage.ts';
import type { Address } from '../entities/address.ts';
import type { AccountsTables } from '../entities/tables.ts';

/** The primary address of the contact, else that of their customer or of the account itself; undefined where neither has one. [CHK-10] */
export async function findDefaultAddress(sql: Kysely<AccountsTables>, accountId: string, usage: PrimaryUsage, holder: AddressHolder): Promise<Address | undefined> {
  const order = [...(holder.contactId === null ? [] : [holder.contactId]), holder.customerId ?? accountId];
  const primaries = await sql
    .selectFrom('PrimaryAddress')
    .innerJoin('Address', 'Address.id', 'PrimaryAddress.addressId')
    .selectAll('Address')
    .select('PrimaryAddress.holderId')
    .where('PrimaryAddress.accountId', '=', accountId)
    .where('PrimaryAddress.holderId', 'in', order)
    .where('PrimaryAddress.usage', '=', usage)
    .where('Address.deletedAt', 'is', null)
    .execute();
  return order.flatMap((holderId) => primaries.filter((each) => each.holderId === holderId && isOf(each, holder)))[0];
}
