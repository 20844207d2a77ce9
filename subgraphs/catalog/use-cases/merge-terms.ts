import type { Tx } from '#kernel/database.ts';
import { rowsPart } from '#kernel/takeover-rows.ts';
import { mappedWithin, type TakeoverDefinition, type TakeoverPart } from '#kernel/takeover.ts';
import { SELLER_ACCOUNT } from '../domain/seller.ts';
import type { CatalogTables } from '../entities/tables.ts';
import { announceRules } from './announce-rules.ts';
import { touchRules, touchRuleSet } from './touch-rules.ts';

type Part = TakeoverPart<CatalogTables>;
interface Change {
  readonly aggregateType: string;
  readonly aggregateId: string;
  readonly aggregateVersion: number;
  readonly type: string;
  readonly payload: Record<string, unknown>;
}

/** What was agreed with an account that becomes another holds for that one. Where both have the like, that of the receiving one stays. [MERGE-14] */
export const mergeTerms = (): TakeoverDefinition<CatalogTables> => ({
  parts: [agreementsPart, groupsPart, priceListsPart, promotionsPart, promotionUsesPart, redemptionsPart, reservationsPart, partNumbersPart, exemptionsPart],
});

const say = (tx: Tx<CatalogTables>, actorId: string, change: Change): Promise<void> => tx.announce({ accountId: SELLER_ACCOUNT, actorId, ...change });

/** The receiving account keeps its own default agreement. */
const agreementsPart: Part = rowsPart({
  name: 'agreements',
  table: 'AgreementAccount',
  account: 'accountId',
  key: ['accountId', 'agreementId'],
  async after(tx, rows, { accounts, actorId }) {
    const accountIds = accounts.flatMap(({ from, to }) => [from, to]);
    for (const to of accounts.map((each) => each.to)) await keepOneDefault(tx, to, rows.map(({ agreementId }) => String(agreementId)));
    for (const agreementId of new Set(rows.map((row) => String(row.agreementId)))) {
      const { version } = await tx.sql.updateTable('Agreement').set((eb) => ({ version: eb('version', '+', 1) })).where('id', '=', agreementId).returning('version').executeTakeFirstOrThrow();
      await say(tx, actorId, { aggregateType: 'agreement', aggregateId: agreementId, aggregateVersion: version, type: 'AGREEMENT_CHANGED', payload: { agreementId, accountIds } });
    }
  },
});

async function keepOneDefault({ sql }: Tx<CatalogTables>, accountId: string, arrived: readonly string[]): Promise<void> {
  const defaults = await sql.selectFrom('AgreementAccount').select('agreementId').where('accountId', '=', accountId).where('isDefault', '=', true).orderBy('agreementId').execute();
  const kept = defaults.find(({ agreementId }) => !arrived.includes(agreementId)) ?? defaults[0];
  if (defaults.length < 2 || !kept) return;
  await sql.updateTable('AgreementAccount').set({ isDefault: false }).where('accountId', '=', accountId).where('agreementId', '<>', kept.agreementId).execute();
}

const groupsPart: Part = rowsPart({
  name: 'accountGroups',
  table: 'AccountGroupMember',
  account: 'accountId',
  key: ['accountId', 'accountGroup'],
  async after(tx, rows, { accounts, actorId }) {
    const accountIds = accounts.flatMap(({ from, to }) => [from, to]);
    for (const accountGroup of new Set(rows.map((row) => String(row.accountGroup)))) {
      const aggregateVersion = await touchRuleSet(tx, `group ${accountGroup}`);
      await say(tx, actorId, { aggregateType: 'accountGroup', aggregateId: accountGroup, aggregateVersion, type: 'ACCOUNT_GROUP_CHANGED', payload: { accountGroup, accountIds } });
    }
  },
});

/** Audiences are named by id whatever they are: no site or group has the id of an account. */
const priceListsPart: Part = rowsPart({
  name: 'priceLists',
  table: 'PriceListAssignment',
  account: 'audience',
  key: ['audienceKind', 'audience', 'priceList'],
  async after(tx, rows, { accounts: [account], actorId }) {
    for (const priceList of new Set(rows.map((row) => String(row.priceList)))) {
      const { version } = await tx.sql.updateTable('PriceList').set((eb) => ({ version: eb('version', '+', 1) })).where('code', '=', priceList).returning('version').executeTakeFirstOrThrow();
      await say(tx, actorId, { aggregateType: 'priceList', aggregateId: priceList, aggregateVersion: version, type: 'PRICE_LIST_ASSIGNED', payload: { priceList, audienceKind: 'ACCOUNT', audience: account?.to, open: true } });
    }
  },
});

/** Promotions that are for some accounts only. */
const promotionsPart: Part = {
  name: 'promotions',
  table: 'Promotion',
  async slice(tx, takeover) {
    const froms = new Set(takeover.accounts.map(({ from }) => from));
    const promotions = froms.size === 0 ? [] : (await tx.sql.selectFrom('Promotion').selectAll().where('accountIds', 'is not', null).execute()).filter(({ accountIds }) => accountIds?.some((id) => froms.has(id)));
    for (const { id, code = null, skus = null, accountIds: before, version } of promotions) {
      const accountIds = [...new Set(mappedWithin(takeover, before ?? []))];
      await tx.sql.updateTable('Promotion').set({ accountIds, version: version + 1 }).where('id', '=', id).execute();
      await say(tx, takeover.actorId, { aggregateType: 'promotion', aggregateId: id, aggregateVersion: version + 1, type: 'PROMOTION_CHANGED', payload: { promotionId: id, code, skus, accountIds } });
    }
    if (promotions.length > 0) await touchRules(tx);
    return { moved: promotions.length, dropped: 0, done: true };
  },
};

/** What both used counts for the one that is left. */
const promotionUsesPart: Part = rowsPart({
  name: 'promotionUses',
  table: 'PromotionUse',
  account: 'accountId',
  key: ['promotionId', 'accountId'],
  join: (theirs, dropped) => ({ uses: Number(theirs.uses) + Number(dropped.uses) }),
});

const redemptionsPart: Part = rowsPart({ name: 'promotionRedemptions', table: 'PromotionRedemption', account: 'accountId', key: ['id'] });
const reservationsPart: Part = rowsPart({ name: 'stockReservations', table: 'StockReservation', account: 'accountId', key: ['id'] });
const partNumbersPart: Part = rowsPart({ name: 'partNumbers', table: 'CustomerPartNumber', account: 'accountId', key: ['accountId', 'partNumber', 'sku'] });

const exemptionsPart: Part = rowsPart({
  name: 'taxExemptions',
  table: 'TaxExemption',
  account: 'accountId',
  key: ['accountId', 'country', 'code'],
  async after(tx, _rows, { accounts, actorId }) {
    await announceRules(tx, { set: 'taxTable', type: 'TAX_EXEMPTIONS_CHANGED', payload: { accountIds: accounts.flatMap(({ from, to }) => [from, to]) }, actorId });
  },
});
