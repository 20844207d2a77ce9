import type { CatalogContext } from '../context.ts';
import { completeTaxRate, type TaxRateRecord } from '../domain/complete-rates.ts';
import { refuseBadLoadSize } from '#kernel/load-rows.ts';
import type { ExpectedVersion } from '../domain/refuse-stale.ts';
import { announceRules, refuseStaleRules, versionOfRules } from './announce-rules.ts';

/** Loads tax rates, each found again by code, territory, class and start; all of them or none. @returns the version of the tax table */
export function upsertTaxRates({ db, viewer }: CatalogContext, records: readonly TaxRateRecord[], expectedVersion?: ExpectedVersion): Promise<number> {
  refuseBadLoadSize(records);
  const rows = records.map(completeTaxRate);
  return db.transact(async (tx) => {
    await refuseStaleRules(tx, 'taxTable', expectedVersion);
    const changed = await tx.sql
      .insertInto('TaxRate')
      .values(rows)
      .onConflict((oc) =>
        oc
          .columns(['code', 'country', 'region', 'taxClass', 'validFrom'])
          .doUpdateSet((eb) => ({ rate: eb.ref('excluded.rate'), validUntil: eb.ref('excluded.validUntil') }))
          .where((eb) => eb.or([eb('TaxRate.rate', '<>', eb.ref('excluded.rate')), eb('TaxRate.validUntil', 'is distinct from', eb.ref('excluded.validUntil'))])),
      )
      .returning('country')
      .execute();
    if (changed.length === 0) return versionOfRules(tx, 'taxTable');
    const countries = [...new Set(changed.map(({ country }) => country))].sort();
    return announceRules(tx, { set: 'taxTable', type: 'TAX_RATES_CHANGED', payload: { countries }, actorId: viewer?.id });
  });
}
