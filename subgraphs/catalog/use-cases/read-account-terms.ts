import type { Kysely } from '@mikro-orm/sqlite';
import type { AgreementFacts, ExemptionFacts, PromotionUses } from '../domain/engine/pricing-facts.ts';
import type { CatalogTables } from '../entities/tables.ts';
import { explicit } from './read-rule-book.ts';

type Sql = Kysely<CatalogTables>;

/** The row that counts everybody's uses of a promotion. */
export const EVERYBODY = '';

/** The agreements an account may use at all, by id. */
export async function readAgreements(sql: Sql, accountId: string, ids: readonly string[]): Promise<Map<string, AgreementFacts>> {
  const rows = await sql
    .selectFrom('Agreement')
    .innerJoin('AgreementAccount', 'AgreementAccount.agreementId', 'Agreement.id')
    .selectAll('Agreement')
    .where('AgreementAccount.accountId', '=', accountId)
    .where('Agreement.id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, explicit(row)]));
}

/** The lists opened to the account by itself, by its groups, or by the site. */
export async function readOpenLists(sql: Sql, accountId: string, site: string): Promise<string[]> {
  const rows = await sql
    .selectFrom('PriceListAssignment')
    .select('priceList')
    .distinct()
    .where((eb) =>
      eb.or([
        eb.and([eb('audienceKind', '=', 'SITE'), eb('audience', '=', site)]),
        eb.and([eb('audienceKind', '=', 'ACCOUNT'), eb('audience', '=', accountId)]),
        eb.and([
          eb('audienceKind', '=', 'GROUP'),
          eb('audience', 'in', (sub) => sub.selectFrom('AccountGroupMember').select('accountGroup').where('accountId', '=', accountId)),
        ]),
      ]),
    )
    .execute();
  return rows.map(({ priceList }) => priceList);
}

export async function readUses(sql: Sql, accountId: string, promotionIds: readonly string[]): Promise<Map<string, PromotionUses>> {
  const rows = await sql.selectFrom('PromotionUse').selectAll().where('promotionId', 'in', promotionIds).where('accountId', 'in', [EVERYBODY, accountId]).execute();
  const uses = new Map<string, { byAll: number; byAccount: number }>();
  for (const { promotionId, accountId: by, uses: count } of rows) {
    const known = uses.get(promotionId) ?? { byAll: 0, byAccount: 0 };
    uses.set(promotionId, by === EVERYBODY ? { ...known, byAll: count } : { ...known, byAccount: count });
  }
  return uses;
}

export const readExemptions = (sql: Sql, accountId: string): Promise<ExemptionFacts[]> => sql.selectFrom('TaxExemption').selectAll().where('accountId', '=', accountId).execute();
