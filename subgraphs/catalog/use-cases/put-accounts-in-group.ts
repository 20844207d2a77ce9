import type { CatalogContext } from '../context.ts';
import { checkNamed } from '../domain/check-terms.ts';
import { refuseBadLoadSize } from '#kernel/load-rows.ts';
import type { ExpectedVersion } from '../domain/refuse-stale.ts';
import { SELLER_ACCOUNT } from '../domain/seller.ts';
import { refuseStaleRules } from './announce-rules.ts';
import { touchRuleSet } from './touch-rules.ts';

/** Accounts enter a group that price lists are opened to, or leave it. @returns how many did; who is there already, or gone, is not counted */
export function putAccountsInGroup({ db, viewer }: CatalogContext, group: string, accountIds: readonly string[], member: boolean, expectedVersion?: ExpectedVersion): Promise<number> {
  refuseBadLoadSize(accountIds);
  const accountGroup = checkNamed(group, 'The group');
  return db.transact(async (tx) => {
    await refuseStaleRules(tx, `group ${accountGroup}`, expectedVersion);
    const rows = [...new Set(accountIds)].map((accountId) => ({ accountId, accountGroup }));
    const moved = member
      ? await tx.sql.insertInto('AccountGroupMember').values(rows).onConflict((oc) => oc.columns(['accountId', 'accountGroup']).doNothing()).returning('accountId').execute()
      : await tx.sql.deleteFrom('AccountGroupMember').where('accountGroup', '=', accountGroup).where('accountId', 'in', rows.map(({ accountId }) => accountId)).returning('accountId').execute();
    if (moved.length === 0) return 0;
    await tx.announce({
      accountId: SELLER_ACCOUNT,
      aggregateType: 'accountGroup',
      aggregateId: accountGroup,
      aggregateVersion: await touchRuleSet(tx, `group ${accountGroup}`),
      type: 'ACCOUNT_GROUP_CHANGED',
      payload: { accountGroup, accountIds: moved.map(({ accountId }) => accountId) },
      actorId: viewer?.id ?? null,
    });
    return moved.length;
  });
}
