import type { CatalogContext } from '../context.ts';
import { completeShippingMethod, type ShippingMethodRecord } from '../domain/complete-shipping.ts';
import { refuseBadLoadSize } from '#kernel/load-rows.ts';
import { sameRow } from '../domain/same-row.ts';
import type { ShippingMethod } from '../entities/shipping-method.ts';
import type { ExpectedVersion } from '../domain/refuse-stale.ts';
import { announceRules, refuseStaleRules } from './announce-rules.ts';

/** Loads ways to ship, each found again by its code; all of them or none. */
export function upsertShippingMethods({ db, viewer }: CatalogContext, records: readonly ShippingMethodRecord[], expectedVersion?: ExpectedVersion): Promise<ShippingMethod[]> {
  refuseBadLoadSize(records);
  const rows = records.map(completeShippingMethod);
  const codes = rows.map(({ code }) => code);
  return db.transact(async (tx) => {
    await refuseStaleRules(tx, 'shipping', expectedVersion);
    const read = (): Promise<ShippingMethod[]> => tx.sql.selectFrom('ShippingMethod').selectAll().where('code', 'in', codes).orderBy('code').execute();
    const there = new Map((await read()).map((row) => [row.code, row]));
    const changed = rows.filter((row) => !sameRow(there.get(row.code), row));
    if (changed.length === 0) return read();
    for (const row of changed) await tx.sql.insertInto('ShippingMethod').values(row).onConflict((oc) => oc.column('code').doUpdateSet(row)).execute();
    await announceRules(tx, { set: 'shipping', type: 'SHIPPING_METHODS_CHANGED', payload: { methods: changed.map(({ code }) => code) }, actorId: viewer?.id });
    return read();
  });
}
