import { refuse } from '#kernel/errors.ts';
import { judgeOrRefuse } from '#kernel/lifecycle.ts';
import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { AccountsContext } from '../context.ts';
import { ACCOUNT_LIFECYCLE, type AccountCommand } from '../domain/account-lifecycle.ts';
import type { Account } from '../entities/account.ts';
import { writeAccount } from './write-account.ts';

const EVENTS = { approve: 'ACCOUNT_APPROVED', reject: 'ACCOUNT_REJECTED' } as const satisfies Partial<Record<AccountCommand, string>>;
const MOST = 100;

/** The seller's administrator lets an organisation that registered itself buy, or does not. [EXT-02] */
export async function judgeAccount(context: AccountsContext, accountId: string, command: keyof typeof EVENTS): Promise<Account> {
  const { id: actorId } = requireAdministrator(context);
  context.loaders.accountById.clear(accountId);
  return context.db.transact(async (tx) => {
    const account = await tx.sql.selectFrom('Account').selectAll().where('id', '=', accountId).executeTakeFirst();
    if (!account) throw refuse('NOT_FOUND', 'There is no such account.', { accountId });
    const { to } = judgeOrRefuse(ACCOUNT_LIFECYCLE, { status: account.status, command, roles: ['administrator'], facts: null }, { accountId });
    return writeAccount(tx, account, { status: to }, { type: EVENTS[command], actorId });
  });
}

/** Who waits for that, the first first. */
export async function accountsAwaitingApproval(context: AccountsContext): Promise<Account[]> {
  requireAdministrator(context);
  return context.db.sql.selectFrom('Account').selectAll().where('status', '=', 'PENDING').orderBy('id').limit(MOST).execute();
}

/** Whether an account may order and ask for quotes. One we do not know is its issuer's, who let it in. */
export async function accountMayBuy({ loaders }: AccountsContext, accountId: string): Promise<boolean> {
  const account = await loaders.accountById.load(accountId);
  return account === undefined || account.status === 'ACTIVE';
}
