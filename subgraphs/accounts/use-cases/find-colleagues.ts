import { refuse } from '#kernel/errors.ts';
import { readPage, type Connection, type PageRequest } from '#kernel/paging.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { AccountsContext } from '../context.ts';
import type { User } from '../entities/user.ts';

/** The other people of the viewer's organisation, by part of a name or e-mail address, in the order of their addresses. [SHARE-03] */
export async function findColleagues(context: AccountsContext, search: string | null | undefined, page: PageRequest): Promise<Connection<User>> {
  const viewer = requireBusinessBuyer(context);
  return readPage(page, (user: User) => [user.email ?? ''], 1, async (limit, after) => {
    let query = context.db.sql.selectFrom('User').selectAll().where('accountId', '=', viewer.accountId).where('kind', '=', 'BUYER').where('id', '<>', viewer.id).where('email', 'is not', null);
    const part = search?.trim().toLowerCase();
    if (part) {
      query = query.where((eb) => eb.or((['email', 'name'] as const).map((column) => {
        const text = eb.fn<string>('lower', [column]);
        return eb(eb.fn('replace', [text, eb.val(part), eb.val('')]), '<>', text); // not LIKE: what people type is no pattern
      })));
    }
    if (after) query = query.where('email', '>', after[0] ?? '');
    return query.orderBy('email').limit(limit).execute();
  });
}

/** Those of the viewer's organisation who have these addresses. */
export async function colleaguesByEmail(context: AccountsContext, emails: readonly string[]): Promise<User[]> {
  const viewer = requireBusinessBuyer(context);
  if (emails.length === 0) return [];
  return context.db.sql.selectFrom('User').selectAll().where('accountId', '=', viewer.accountId).where('kind', '=', 'BUYER').where('email', 'in', emails).execute();
}

function requireBusinessBuyer(context: AccountsContext): Viewer {
  const viewer = requireViewer(context);
  if (viewer.kind !== 'BUYER') throw refuse('FORBIDDEN', 'Only business buyers have colleagues here.');
  return viewer;
}
