import type { AccountsContext } from '../context.ts';
import type { User } from '../entities/user.ts';

/** Who somebody is since they were merged with another, and that one perhaps with a third. */
export async function findAsWhom({ db }: AccountsContext, user: User): Promise<User> {
  let person = user;
  while (person.mergedIntoId != null) person = await db.sql.selectFrom('User').selectAll().where('id', '=', person.mergedIntoId).executeTakeFirstOrThrow();
  return person;
}
