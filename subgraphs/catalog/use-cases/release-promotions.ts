import type { Tx } from '#kernel/database.ts';
import { judgeOrRefuse } from '#kernel/lifecycle.ts';
import type { CatalogContext } from '../context.ts';
import { REDEMPTION_LIFECYCLE } from '../domain/redemption-lifecycle.ts';
import type { CatalogTables } from '../entities/tables.ts';
import { EVERYBODY } from './read-account-terms.ts';

/** A checkout failed: what it used may be used again. Asked again, or before anything was used, it is true. */
export function releasePromotions({ db }: Pick<CatalogContext, 'db'>, checkoutId: string): Promise<boolean> {
  return db.transact(async (tx) => {
    await giveUsesBack(tx, checkoutId);
    return true;
  });
}

/** Also for an order that was called off as a whole: its uses are there for others. */
export async function giveUsesBack({ sql }: Tx<CatalogTables>, checkoutId: string): Promise<void> {
  const known = await sql.selectFrom('PromotionRedemption').selectAll().where('id', '=', checkoutId).executeTakeFirst();
  if (!known) return;
  const { to } = judgeOrRefuse(REDEMPTION_LIFECYCLE, { status: known.state, command: 'release', roles: ['checkout'], facts: null }, { checkoutId });
  const moved = await sql.updateTable('PromotionRedemption').set({ state: to }).where('id', '=', checkoutId).where('state', '<>', to).returning('id').executeTakeFirst();
  if (!moved || known.promotionIds.length === 0) return;
  await sql
    .updateTable('PromotionUse')
    .set((eb) => ({ uses: eb('uses', '-', 1) }))
    .where('promotionId', 'in', known.promotionIds)
    .where('accountId', 'in', [EVERYBODY, known.accountId])
    .execute();
}
