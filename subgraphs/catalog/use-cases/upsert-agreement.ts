import type { Tx } from '#kernel/database.ts';
import { refuse } from '#kernel/errors.ts';
import type { CatalogContext } from '../context.ts';
import { completeAgreement, type AgreementRecord } from '../domain/complete-agreement.ts';
import { refuseStale, type ExpectedVersion } from '../domain/refuse-stale.ts';
import { sameRow } from '../domain/same-row.ts';
import { SELLER_ACCOUNT } from '../domain/seller.ts';
import type { Agreement } from '../entities/agreement.ts';
import type { CatalogTables } from '../entities/tables.ts';

const MOST_ACCOUNTS = 1_000;

/** An agreement is made or changed, with the accounts that may use it. The same again changes nothing and tells nobody. */
export function upsertAgreement({ db, viewer }: CatalogContext, record: AgreementRecord, expectedVersion?: ExpectedVersion): Promise<Agreement> {
  const wanted = completeAgreement(record);
  const accountIds = [...new Set(record.accountIds)].sort();
  if (accountIds.length > MOST_ACCOUNTS) throw refuse('BAD_USER_INPUT', `An agreement has at most ${MOST_ACCOUNTS} accounts.`, {});
  return db.transact(async (tx) => {
    if (wanted.priceList !== null) await requirePriceList(tx, wanted.priceList);
    const there = await tx.sql.selectFrom('Agreement').selectAll().where('id', '=', wanted.id).executeTakeFirst();
    refuseStale(`The agreement ${wanted.id}`, expectedVersion, there?.version);
    const members = accountIds.map((accountId) => ({ accountId, agreementId: wanted.id, isDefault: record.defaultOf?.includes(accountId) ?? false }));
    const known = await tx.sql.selectFrom('AgreementAccount').selectAll().where('agreementId', '=', wanted.id).orderBy('accountId').execute();
    if (there && sameRow(there, wanted) && sameRow(known, members) && known.length === members.length) return there;

    const row = { ...wanted, version: (there?.version ?? 0) + 1 };
    await tx.sql.insertInto('Agreement').values(row).onConflict((oc) => oc.column('id').doUpdateSet(row)).execute();
    await tx.sql.deleteFrom('AgreementAccount').where('agreementId', '=', wanted.id).execute();
    if (members.length > 0) await tx.sql.insertInto('AgreementAccount').values(members).execute();
    await tx.announce({
      accountId: SELLER_ACCOUNT,
      aggregateType: 'agreement',
      aggregateId: row.id,
      aggregateVersion: row.version,
      type: 'AGREEMENT_CHANGED',
      payload: { agreementId: row.id, accountIds: [...new Set([...accountIds, ...known.map(({ accountId }) => accountId)])] },
      actorId: viewer?.id ?? null,
    });
    return row;
  });
}

export async function requirePriceList({ sql }: Tx<CatalogTables>, code: string): Promise<void> {
  const list = await sql.selectFrom('PriceList').select('code').where('code', '=', code).executeTakeFirst();
  if (!list) throw refuse('BAD_USER_INPUT', `There is no price list ${code}.`, { priceList: code });
}
