import type { CatalogContext } from '../context.ts';
import { completeExchangeRate, type ExchangeRateRecord } from '../domain/complete-rates.ts';
import { refuseBadLoadSize } from '#kernel/load-rows.ts';
import type { ExpectedVersion } from '../domain/refuse-stale.ts';
import { announceRules, refuseStaleRules, versionOfRules } from './announce-rules.ts';

/** Loads exchange rates, each found again by its currencies and start; all of them or none. @returns the version of the rates */
export function upsertExchangeRates({ db, viewer }: CatalogContext, records: readonly ExchangeRateRecord[], expectedVersion?: ExpectedVersion): Promise<number> {
  refuseBadLoadSize(records);
  const rows = records.map(completeExchangeRate);
  return db.transact(async (tx) => {
    await refuseStaleRules(tx, 'exchangeRates', expectedVersion);
    const changed = await tx.sql
      .insertInto('ExchangeRate')
      .values(rows)
      .onConflict((oc) =>
        oc
          .columns(['base', 'quote', 'validFrom'])
          .doUpdateSet((eb) => ({ rate: eb.ref('excluded.rate'), decimals: eb.ref('excluded.decimals') }))
          .where((eb) => eb.or([eb('ExchangeRate.rate', '<>', eb.ref('excluded.rate')), eb('ExchangeRate.decimals', 'is distinct from', eb.ref('excluded.decimals'))])),
      )
      .returning(['base', 'quote'])
      .execute();
    if (changed.length === 0) return versionOfRules(tx, 'exchangeRates');
    const pairs = [...new Set(changed.map(({ base, quote }) => `${base}/${quote}`))].sort();
    return announceRules(tx, { set: 'exchangeRates', type: 'EXCHANGE_RATES_CHANGED', payload: { pairs }, actorId: viewer?.id });
  });
}
