import type { Kysely } from '@mikro-orm/sqlite';
import { refuse } from '#kernel/errors.ts';
import type { AddressHolder, KnownContact, KnownCustomer } from '../domain/party.ts';
import type { AccountsTables } from '../entities/tables.ts';
import type { User } from '../entities/user.ts';

type Sql = Kysely<AccountsTables>;

/** Those of the customers that the account is related to; of others nothing is known. [CHK-28] */
export function loadCustomers(sql: Sql, accountId: string, ids: readonly string[]): Promise<KnownCustomer[]> {
  return sql
    .selectFrom('CustomerRelation')
    .innerJoin('Customer', 'Customer.id', 'CustomerRelation.customerId')
    .select(['Customer.id', 'Customer.name', 'CustomerRelation.number'])
    .where('CustomerRelation.accountId', '=', accountId)
    .where('CustomerRelation.customerId', 'in', ids)
    .execute() as Promise<KnownCustomer[]>;
}

/** As the seller sees them: by whatever number each organisation calls them. */
export async function loadCustomersOfAll(sql: Sql, ids: readonly string[]): Promise<KnownCustomer[]> {
  return (await sql.selectFrom('Customer').select(['id', 'name']).where('id', 'in', ids).execute()).map((each) => ({ ...each, number: null }));
}

/** Contacts by id, whoever's they are: people who can sign in are contacts of their account. */
export async function loadContacts(sql: Sql, ids: readonly string[]): Promise<KnownContact[]> {
  const contacts = await sql.selectFrom('Contact').select(['id', 'accountId', 'customerId', 'name', 'email', 'phone']).where('id', 'in', ids).execute();
  const users = contacts.length === ids.length ? [] : await sql.selectFrom('User').selectAll().where('id', 'in', ids).where('kind', 'in', ['BUYER', 'PARTNER']).execute();
  return [...(contacts as KnownContact[]), ...users.map(asContact)];
}

export const asContact = ({ id, accountId, name, email }: User): KnownContact => ({ id, accountId, customerId: null, name: name ?? email ?? '', email: email ?? null, phone: null });

/** The holder, if the account knows whom it names: a contact is of the account itself or of one of its customers. */
export async function holderOf(sql: Sql, accountId: string, wanted: { readonly customerId?: string | null; readonly contactId?: string | null }): Promise<AddressHolder & { readonly name: string | null }> {
  const { customerId = null, contactId = null } = wanted;
  if (contactId !== null) {
    const contact = (await loadContacts(sql, [contactId])).find((each) => each.accountId === accountId);
    if (!contact || (customerId !== null && contact.customerId !== customerId)) throw refuse('NOT_FOUND', 'There is no such contact.', { contactId });
    return { contactId, customerId: contact.customerId, name: contact.name };
  }
  if (customerId === null) return { customerId, contactId, name: null };
  const [customer] = await loadCustomers(sql, accountId, [customerId]);
  if (!customer) throw refuse('NOT_FOUND', 'There is no such customer.', { customerId });
  return { customerId, contactId, name: customer.name };
}
