import type { AccountsContext } from '../context.ts';
import type { User } from '../entities/user.ts';

export interface WantedMembers {
  readonly ids: readonly string[];
  readonly permissions: readonly string[];
}

/** The buyers of an account who are named, or who have any of the permissions now. */
export async function findMembers({ db }: AccountsContext, accountId: string, { ids, permissions }: WantedMembers): Promise<User[]> {
  if (ids.length === 0 && permissions.length === 0) return [];
  let query = db.sql.selectFrom('User').selectAll().where('accountId', '=', accountId).where('kind', '=', 'BUYER').orderBy('id');
  if (permissions.length === 0) query = query.where('id', 'in', ids);
  return (await query.execute()).filter((user) => ids.includes(user.id) || permissions.some((permission) => user.permissions.includes(permission)));
}
