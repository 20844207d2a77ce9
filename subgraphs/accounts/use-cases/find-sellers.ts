import { holdsRole } from '#kernel/viewer.ts';
import type { AccountsContext } from '../context.ts';
import type { User } from '../entities/user.ts';

/** The people of the seller who hold a role. There are few of them. */
export async function findSellers({ db }: AccountsContext, role: string): Promise<User[]> {
  const sellers = await db.sql.selectFrom('User').selectAll().where('kind', 'in', ['SALES_REP', 'ADMINISTRATOR']).orderBy('id').execute();
  return sellers.filter((user) => holdsRole(user, role));
}
