import type { Tx } from '#kernel/database.ts';
import { refuse } from '#kernel/errors.ts';
import { judgeOrRefuse } from '#kernel/lifecycle.ts';
import type { CatalogContext } from '../context.ts';
import { REDEMPTION_LIFECYCLE } from '../domain/redemption-lifecycle.ts';
import type { CatalogTables } from '../entities/tables.ts';
import { EVERYBODY } from './read-account-terms.ts';

export interface Redeem {
  readonly checkoutId: string;
  readonly accountId: string;
  readonly promotionIds: readonly string[];
}

/** A checkout uses all its promotions or none; the same again is true again. The last use of a code goes to one of many who ask at once. */
export function redeemPromotions({ db }: Pick<CatalogContext, 'db'>, { checkoutId, accountId, promotionIds }: Redeem): Promise<boolean> {
  const wanted = [...new Set(promotionIds)].sort(); // everybody counts in the same order, so that nobody waits in a circle
  return db.transact(async (tx) => {
    const isNew = await tx.sql
      .insertInto('PromotionRedemption')
      .values({ id: checkoutId, accountId, state: 'REDEEMED', promotionIds: wanted })
      .onConflict((oc) => oc.column('id').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!isNew) return standBy(tx, checkoutId, wanted);
    for (const promotionId of wanted) await use(tx, promotionId, accountId);
    return true;
  });
}

async function use(tx: Tx<CatalogTables>, promotionId: string, accountId: string): Promise<void> {
  const promotion = await tx.sql.selectFrom('Promotion').select(['code', 'useLimit', 'useLimitPerCustomer']).where('id', '=', promotionId).executeTakeFirst();
  if (!promotion) throw refuse('NOT_FOUND', 'There is no such promotion.', { promotionId });
  const counted = (await countUse(tx, promotionId, EVERYBODY, promotion.useLimit)) && (await countUse(tx, promotionId, accountId, promotion.useLimitPerCustomer));
  if (!counted) throw refuse('PROMOTION_USED_UP', 'This promotion was used as often as it may be.', { promotionId, code: promotion.code });
}

/** One statement, conditional on the count of that moment: two checkouts cannot both take the last use. */
async function countUse({ sql }: Tx<CatalogTables>, promotionId: string, accountId: string, limit: number | null | undefined): Promise<boolean> {
  const counted = await sql
    .insertInto('PromotionUse')
    .values({ promotionId, accountId, uses: 1 })
    .onConflict((oc) => {
      const counted = oc.columns(['promotionId', 'accountId']).doUpdateSet((eb) => ({ uses: eb('PromotionUse.uses', '+', 1) }));
      return limit == null ? counted : counted.where('PromotionUse.uses', '<', limit);
    })
    .returning('uses')
    .executeTakeFirst();
  return counted !== undefined;
}

/** The caller did not hear the first answer, or goes on after a crash. */
async function standBy({ sql }: Tx<CatalogTables>, checkoutId: string, wanted: readonly string[]): Promise<boolean> {
  const known = await sql.selectFrom('PromotionRedemption').selectAll().where('id', '=', checkoutId).executeTakeFirstOrThrow();
  if (JSON.stringify(known.promotionIds) !== JSON.stringify(wanted)) throw refuse('IDEMPOTENCY_KEY_REUSED', 'This checkout used other promotions.', { checkoutId });
  judgeOrRefuse(REDEMPTION_LIFECYCLE, { status: known.state, command: 'redeem', roles: ['checkout'], facts: null }, { checkoutId });
  return true;
}
