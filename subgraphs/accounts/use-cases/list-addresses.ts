import { readPage, type Connection, type PageRequest } from '#kernel/paging.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { AccountsContext } from '../context.ts';
import { requireBusiness } from '../domain/party-rights.ts';
import type { Address } from '../entities/address.ts';
import { holderOf } from './load-parties.ts';

/** The addresses to choose from for a customer, or for the account itself: those of all, and those of the contact named. Open to all. [CHK-24, CHK-28] */
export async function listAddresses(context: AccountsContext, wanted: { readonly customerId?: string | null; readonly contactId?: string | null }, page: PageRequest): Promise<Connection<Address>> {
  const viewer = requireViewer(context);
  const { sql } = context.db;
  if (wanted.customerId != null || wanted.contactId != null) requireBusiness(viewer);
  const { customerId, contactId } = await holderOf(sql, viewer.accountId, wanted);
  return readPage(page, ({ id }: Address) => [id], 1, (limit, after) =>
    sql
      .selectFrom('Address')
      .selectAll()
      .where('accountId', '=', viewer.accountId)
      .where('deletedAt', 'is', null)
      .where((eb) => (customerId === null ? eb('customerId', 'is', null) : eb('customerId', '=', customerId)))
      .where((eb) => eb.or([eb('contactId', 'is', null), ...(contactId === null ? [] : [eb('contactId', '=', contactId)])]))
      .where('id', '>', after?.[0] ?? '')
      .orderBy('id')
      .limit(limit)
      .execute(),
  );
}
