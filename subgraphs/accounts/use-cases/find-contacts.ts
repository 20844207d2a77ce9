import { permissionToChange, type PartyUsage } from '#kernel/party-usage.ts';
import { readPage, type Connection, type PageRequest } from '#kernel/paging.ts';
import { requirePermission, requireViewer } from '#kernel/viewer-guard.ts';
import type { AccountsContext } from '../context.ts';
import { requireBusiness } from '../domain/party-rights.ts';
import type { KnownContact } from '../domain/party.ts';
import { asContact, holderOf } from './load-parties.ts';

/** The contacts of a customer, or of the organisation itself, its own people among them, by name; for who may name another one. [CHK-24, CHK-28] */
export async function findContacts(context: AccountsContext, usage: PartyUsage, customerId: string | null, search: string | null | undefined, page: PageRequest): Promise<Connection<KnownContact>> {
  const viewer = requireViewer(context);
  requireBusiness(viewer);
  requirePermission(viewer, permissionToChange(usage, 'CONTACT'));
  const { sql } = context.db;
  await holderOf(sql, viewer.accountId, { customerId });
  const part = search?.trim().toLowerCase() ?? '';
  return readPage(page, ({ name, id }: KnownContact) => [name, id], 2, async (limit, after) => {
    const [name, id] = after ?? ['', ''];
    const contacts = await sql
      .selectFrom('Contact')
      .select(['id', 'accountId', 'customerId', 'name', 'email', 'phone'])
      .where('accountId', '=', viewer.accountId)
      .where((eb) => (customerId === null ? eb('customerId', 'is', null) : eb('customerId', '=', customerId)))
      .where((eb) => eb.or([eb('name', '>', name ?? ''), eb.and([eb('name', '=', name ?? ''), eb('id', '>', id ?? '')])]))
      .where((eb) => eb.or([eb(eb.val(part), '=', ''), ...(['name', 'email', 'phone'] as const).map((column) => {
        const text = eb.fn<string>('lower', [column]);
        return eb(eb.fn('replace', [text, eb.val(part), eb.val('')]), '<>', text); // not LIKE: what people type is no pattern
      })]))
      .orderBy('name')
      .orderBy('id')
      .limit(limit)
      .execute();
    if (customerId !== null) return contacts as KnownContact[];
    // The people of one organisation are few; they are named in two tables, so both are put in order here.
    const people = (await sql.selectFrom('User').selectAll().where('accountId', '=', viewer.accountId).where('kind', 'in', ['BUYER', 'PARTNER']).execute()).map(asContact);
    const found = people.filter((each) => isAfter(each, [name ?? '', id ?? '']) && (part === '' || [each.name, each.email].some((text) => text?.toLowerCase().includes(part))));
    return [...(contacts as KnownContact[]), ...found].sort((a, b) => (isAfter(a, [b.name, b.id]) ? 1 : -1)).slice(0, limit);
  });
}

const isAfter = (contact: KnownContact, [name, id]: readonly [string, string]): boolean => contact.name > name || (contact.name === name && contact.id > id);
