import type { CatalogContext } from '../context.ts';
import { completeExemption, type ExemptionRecord } from '../domain/complete-rates.ts';
import { refuseBadLoadSize } from '#kernel/load-rows.ts';
import type { ExpectedVersion } from '../domain/refuse-stale.ts';
import { announceRules, refuseStaleRules } from './announce-rules.ts';

/** Loads who pays no tax where, each found again by account, country and code. @returns the version of the tax table */
export function upsertTaxExemptions({ db, viewer }: CatalogContext, records: readonly ExemptionRecord[], expectedVersion?: ExpectedVersion): Promise<number> {
  refuseBadLoadSize(records);
  const rows = records.map(completeExemption);
  return db.transact(async (tx) => {
    await refuseStaleRules(tx, 'taxTable', expectedVersion);
    await tx.sql
      .insertInto('TaxExemption')
      .values(rows)
      .onConflict((oc) =>
        oc.columns(['accountId', 'country', 'code']).doUpdateSet((eb) => ({
          validFrom: eb.ref('excluded.validFrom'),
          validUntil: eb.ref('excluded.validUntil'),
          certificate: eb.ref('excluded.certificate'),
        })),
      )
      .execute();
    const accountIds = [...new Set(rows.map(({ accountId }) => accountId))].sort();
    return announceRules(tx, { set: 'taxTable', type: 'TAX_EXEMPTIONS_CHANGED', payload: { accountIds }, actorId: viewer?.id });
  });
}
