import { refuse } from '#kernel/errors.ts';
import { isTimeZone } from '#kernel/time-zone.ts';
import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { AccountsContext } from '../context.ts';
import type { Account } from '../entities/account.ts';
import { writeAccount } from './write-account.ts';

/** An administrator says by whose clocks the days of an account end; null goes back to those of the deployment. */
export async function setTimeZone(context: AccountsContext, accountId: string, timeZone: string | null): Promise<Account> {
  const { id: actorId } = requireAdministrator(context);
  if (timeZone !== null && !isTimeZone(timeZone)) throw refuse('BAD_USER_INPUT', 'This is no IANA time zone, such as Europe/London.', { timeZone });
  return context.db.transact(async (tx) => {
    const account = await tx.sql.selectFrom('Account').selectAll().where('id', '=', accountId).executeTakeFirst();
    if (!account) throw refuse('NOT_FOUND', 'There is no such account.', { accountId });
    return writeAccount(tx, account, { timeZone }, { type: 'TIME_ZONE_CHANGED', actorId });
  });
}
