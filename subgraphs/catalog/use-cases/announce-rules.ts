import type { Tx } from '#kernel/database.ts';
import type { EventPayload } from '#kernel/events.ts';
import { refuseStale, type ExpectedVersion } from '../domain/refuse-stale.ts';
import { SELLER_ACCOUNT } from '../domain/seller.ts';
import type { CatalogTables } from '../entities/tables.ts';
import { touchRuleSet, type RuleSet } from './touch-rules.ts';

export interface RulesChanged {
  readonly set: Extract<RuleSet, 'taxTable' | 'exchangeRates' | 'shipping'>;
  readonly type: string;
  readonly payload: EventPayload;
  readonly actorId: string | undefined;
}

/** One set of rules moved on. @returns its new version */
export async function announceRules(tx: Tx<CatalogTables>, { set, type, payload, actorId }: RulesChanged): Promise<number> {
  const version = await touchRuleSet(tx, set);
  await tx.announce({ accountId: SELLER_ACCOUNT, aggregateType: set, aggregateId: set, aggregateVersion: version, type, payload, actorId: actorId ?? null });
  return version;
}

export async function versionOfRules({ sql }: Tx<CatalogTables>, set: RuleSet): Promise<number> {
  const row = await sql.selectFrom('RuleVersion').select('version').where('name', '=', set).executeTakeFirst();
  return row?.version ?? 0;
}

/** For an administrator who says which version of the set the change is meant for. */
export async function refuseStaleRules(tx: Tx<CatalogTables>, set: RuleSet, expectedVersion: ExpectedVersion): Promise<void> {
  if (expectedVersion != null) refuseStale(`The set ${set}`, expectedVersion, await versionOfRules(tx, set));
}
