import { refuse } from '#kernel/errors.ts';
import type { CatalogContext } from '../context.ts';
import { completePromotion, type PromotionRecord } from '../domain/complete-promotion.ts';
import { refuseStale, type ExpectedVersion } from '../domain/refuse-stale.ts';
import { sameRow } from '../domain/same-row.ts';
import { SELLER_ACCOUNT } from '../domain/seller.ts';
import type { Promotion } from '../entities/promotion.ts';
import { touchRules } from './touch-rules.ts';

/** A promotion is made or changed. What was redeemed stays counted; the same again changes nothing and tells nobody. */
export function upsertPromotion({ db, viewer }: CatalogContext, record: PromotionRecord, expectedVersion?: ExpectedVersion): Promise<Promotion> {
  const wanted = completePromotion(record);
  return db.transact(async (tx) => {
    const there = await tx.sql.selectFrom('Promotion').selectAll().where('id', '=', wanted.id).executeTakeFirst();
    refuseStale(`The promotion ${wanted.id}`, expectedVersion, there?.version);
    if (there && sameRow(there, wanted)) return there;
    if (wanted.code !== null) {
      const owner = await tx.sql.selectFrom('Promotion').select('id').where('code', '=', wanted.code).where('id', '<>', wanted.id).executeTakeFirst();
      if (owner) throw refuse('BAD_USER_INPUT', `The code ${wanted.code} belongs to the promotion ${owner.id}.`, { code: wanted.code, promotionId: owner.id });
    }
    const row = { ...wanted, version: (there?.version ?? 0) + 1 };
    await tx.sql.insertInto('Promotion').values(row).onConflict((oc) => oc.column('id').doUpdateSet(row)).execute();
    await touchRules(tx);
    await tx.announce({
      accountId: SELLER_ACCOUNT,
      aggregateType: 'promotion',
      aggregateId: row.id,
      aggregateVersion: row.version,
      type: 'PROMOTION_CHANGED',
      payload: { promotionId: row.id, code: row.code, skus: row.skus, accountIds: row.accountIds },
      actorId: viewer?.id ?? null,
    });
    return row;
  });
}
