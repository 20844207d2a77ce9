import { rowsPart, type Row } from '#kernel/takeover-rows.ts';
import { mapped, type TakeoverPart } from '#kernel/takeover.ts';
import type { Tx } from '#kernel/database.ts';
import type { AccountsTables } from '../entities/tables.ts';

type Part = TakeoverPart<AccountsTables>;

/** An address both have is the receiving account's: the other stays for what has it, and is offered no more. [MERGE-13] */
const addressesPart: Part = rowsPart({
  name: 'addresses',
  table: 'Address',
  account: 'accountId',
  users: ['contactId'],
  key: ['id'],
  async after(tx, rows, takeover, { now }) {
    for (const row of rows) if (await isDouble(tx, row, mapped(takeover, String(row.accountId)))) await tx.sql.updateTable('Address').set({ deletedAt: now }).where('id', '=', String(row.id)).execute();
  },
});

async function isDouble({ sql }: Tx<AccountsTables>, { id, recipient, line1, postalCode, city, country, customerId, contactId, deletedAt }: Row, accountId: string): Promise<boolean> {
  if (deletedAt != null || customerId != null || contactId != null) return false;
  const same = { accountId, recipient, line1, postalCode, city, country } as Record<string, string>;
  const found = await sql.selectFrom('Address').select('id').where((eb) => eb.and(same)).where('id', '<>', String(id)).where('customerId', 'is', null).where('contactId', 'is', null).where('deletedAt', 'is', null).executeTakeFirst();
  return found !== undefined;
}

/** Sites are numbered within their account: those that arrive are numbered on. */
const siteUsesPart: Part = {
  name: 'siteUses',
  table: 'AccountSiteUse',
  account: 'accountId',
  async slice({ sql }, { accounts }, { limit }) {
    let moved = 0;
    for (const { from, to } of accounts) {
      const rows = await sql.selectFrom('AccountSiteUse').selectAll().where('accountId', '=', from).orderBy('number').limit(limit).execute();
      const known = await sql.selectFrom('AccountSiteUse').select('number').where('accountId', '=', to).execute();
      let number = Math.max(0, ...known.map((each) => each.number));
      for (const { addressId, usage } of rows) await sql.updateTable('AccountSiteUse').set({ accountId: to, number: ++number }).where('accountId', '=', from).where('addressId', '=', addressId).where('usage', '=', usage).execute();
      moved += rows.length;
    }
    return { moved, dropped: 0, done: moved < limit };
  },
};

/** Address book, customers and contacts, invitations, ways to pay and what checkouts begin with. What the receiving side says itself stays. */
export const bookParts: readonly Part[] = [
  addressesPart,
  siteUsesPart,
  rowsPart({ name: 'customers', table: 'Customer', account: 'accountId', key: ['id'] }),
  rowsPart({ name: 'customerRelations', table: 'CustomerRelation', account: 'accountId', key: ['accountId', 'customerId'] }),
  rowsPart({ name: 'contacts', table: 'Contact', account: 'accountId', key: ['id'] }),
  rowsPart({ name: 'primaryAddresses', table: 'PrimaryAddress', account: 'accountId', users: ['holderId'], key: ['accountId', 'holderId', 'usage'], change: ({ holderId }, takeover) => ({ holderId: mapped(takeover, String(holderId)) }) }),
  rowsPart({ name: 'invitations', table: 'Invitation', account: 'accountId', key: ['id'] }),
  rowsPart({ name: 'paymentMethods', table: 'PaymentMethod', account: 'accountId', users: ['userId'], key: ['id'] }),
  rowsPart({ name: 'checkoutPreferences', table: 'CheckoutPreferences', account: 'accountId', users: ['userId'], key: ['accountId', 'userId'] }),
];
