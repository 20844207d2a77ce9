import { permissionToChange, type PartyUsage } from '#kernel/party-usage.ts';
import { readPage, type Connection, type PageRequest } from '#kernel/paging.ts';
import { requirePermission, requireViewer } from '#kernel/viewer-guard.ts';
import type { AccountsContext } from '../context.ts';
import { requireBusiness } from '../domain/party-rights.ts';
import type { KnownCustomer } from '../domain/party.ts';

/** Parts of what is looked for; case does not matter, and all that are given must be there. */
export interface CustomerSearch {
  readonly name?: string | null;
  readonly number?: string | null;
  readonly city?: string | null;
  readonly postalCode?: string | null;
  readonly country?: string | null;
  readonly contact?: string | null;
}

/** The customers that the viewer's organisation is related to, by name; for who may name another one. [CHK-23, CHK-28, CHK-42] */
export async function findCustomers(context: AccountsContext, usage: PartyUsage, search: CustomerSearch, page: PageRequest): Promise<Connection<KnownCustomer>> {
  const viewer = requireViewer(context);
  requireBusiness(viewer);
  requirePermission(viewer, permissionToChange(usage, 'CUSTOMER'));
  return readPage(page, ({ name, id }: KnownCustomer) => [name, id], 2, async (limit, after) => {
    let query = context.db.sql
      .selectFrom('CustomerRelation')
      .innerJoin('Customer', 'Customer.id', 'CustomerRelation.customerId')
      .select(['Customer.id', 'Customer.name', 'CustomerRelation.number'])
      .where('CustomerRelation.accountId', '=', viewer.accountId);
    for (const [column, part] of parts({ 'Customer.name': search.name, 'CustomerRelation.number': search.number })) {
      query = query.where((eb) => {
        const text = eb.fn<string>('lower', [column]);
        return eb(eb.fn('replace', [text, eb.val(part), eb.val('')]), '<>', text); // not LIKE: what people type is no pattern
      });
    }
    const places = parts({ 'Address.city': search.city, 'Address.postalCode': search.postalCode, 'Address.country': search.country });
    if (places.length > 0) {
      query = query.where((eb) => {
        let at = eb.selectFrom('Address').select('Address.id').where('Address.accountId', '=', viewer.accountId).whereRef('Address.customerId', '=', 'CustomerRelation.customerId').where('Address.deletedAt', 'is', null);
        for (const [column, part] of places) {
          at = at.where((inner) => {
            const text = inner.fn<string>('lower', [column]);
            return inner(inner.fn('replace', [text, inner.val(part), inner.val('')]), '<>', text);
          });
        }
        return eb.exists(at);
      });
    }
    const [person] = parts({ contact: search.contact });
    if (person) {
      query = query.where((eb) =>
        eb.exists(
          eb
            .selectFrom('Contact')
            .select('Contact.id')
            .where('Contact.accountId', '=', viewer.accountId)
            .whereRef('Contact.customerId', '=', 'CustomerRelation.customerId')
            .where((inner) =>
              inner.or((['Contact.name', 'Contact.email', 'Contact.phone'] as const).map((column) => {
                const text = inner.fn<string>('lower', [column]);
                return inner(inner.fn('replace', [text, inner.val(person[1]), inner.val('')]), '<>', text);
              })),
            ),
        ),
      );
    }
    const [name, id] = after ?? [];
    if (name !== undefined && id !== undefined) query = query.where((eb) => eb.or([eb('Customer.name', '>', name), eb.and([eb('Customer.name', '=', name), eb('Customer.id', '>', id)])]));
    return (await query.orderBy('Customer.name').orderBy('Customer.id').limit(limit).execute()) as KnownCustomer[];
  });
}

/** What was given, ready to compare. */
function parts<Column extends string>(wanted: { readonly [C in Column]: string | null | undefined }): [Column, string][] {
  return (Object.entries(wanted) as [Column, string | null | undefined][]).flatMap(([column, text]) => {
    const part = text?.trim().toLowerCase() ?? '';
    return part === '' ? [] : [[column, part] as [Column, string]];
  });
}
