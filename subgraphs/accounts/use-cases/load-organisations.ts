import { refuse } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { judgeRows, refuseBadLoadSize, reportOn, rowsToWrite, type LoadPolicy, type LoadReport } from '#kernel/load-rows.ts';
import type { AccountsContext } from '../context.ts';
import { ACTIVE_AT_ONCE, asOwnParty } from '../domain/account-lifecycle.ts';
import { saveParties } from './save-parties.ts';

export interface OrganisationRecord {
  readonly externalId: string;
  readonly name: string;
  readonly country?: string | null;
}

/** Loads organisations from elsewhere, as the policy says; found again by their external id. [EXT-01] */
export function loadOrganisations({ db, clock }: AccountsContext, records: readonly OrganisationRecord[], policy: LoadPolicy): Promise<LoadReport> {
  refuseBadLoadSize(records);
  const createdAt = clock.now();
  return db.transact(async ({ sql }) => {
    const known = await sql.selectFrom('Account').select(['externalId', 'kind']).where('externalId', 'in', records.map(({ externalId }) => externalId)).execute();
    const kindOf = new Map(known.map(({ externalId, kind }) => [externalId, kind]));
    const judged = judgeRows(records, ({ externalId }) => externalId, ({ externalId, name, country }) => {
      if (externalId.trim() === '' || name.trim() === '') throw refuse('BAD_USER_INPUT', 'An organisation has a number and a name.');
      if ((kindOf.get(externalId) ?? 'ORGANISATION') !== 'ORGANISATION') throw refuse('BAD_USER_INPUT', `${externalId} is the number of a private customer.`);
      return { ...asOwnParty(newId()), ...ACTIVE_AT_ONCE, kind: 'ORGANISATION' as const, externalId, name, country: country ?? null, createdAt };
    });
    const rows = [...new Map(rowsToWrite(judged, policy).map((row) => [row.externalId, row])).values()]; // named twice, the last counts
    if (rows.length > 0) {
      const saved = await sql
        .insertInto('Account')
        .values(rows)
        .onConflict((oc) => oc.column('externalId').doUpdateSet((eb) => ({ name: eb.ref('excluded.name'), country: eb.ref('excluded.country') })))
        .returningAll()
        .execute();
      await saveParties({ sql }, saved);
    }
    return reportOn(judged, policy, ({ externalId }) => externalId);
  });
}
