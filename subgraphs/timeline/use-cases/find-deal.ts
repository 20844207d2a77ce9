import { find } from '#kernel/statement.ts';
import type { TimelineContext } from '../context.ts';
import type { Member } from '../domain/deal-links.ts';
import type { Deal } from '../entities/deal.ts';

type Sql = TimelineContext['db']['sql'];

/** The deal that something belongs to now, if anything was heard of it. */
export async function findDeal({ db }: Pick<TimelineContext, 'db'>, { aggregateId }: Member): Promise<Deal | undefined> {
  return (await find(db.sql, selectDealOf, { aggregateId }))[0];
}

const selectDealOf = (sql: Sql, { aggregateId }: Pick<Member, 'aggregateId'>) =>
  sql.selectFrom('Deal').innerJoin('DealMember', 'DealMember.dealId', 'Deal.id').selectAll('Deal').where('DealMember.aggregateId', '=', aggregateId);

/** Everything a deal is made of. */
export const findMembers = ({ db }: Pick<TimelineContext, 'db'>, dealId: string): Promise<Member[]> => find(db.sql, selectMembersOf, { dealId });

const selectMembersOf = (sql: Sql, { dealId }: { dealId: string }) => sql.selectFrom('DealMember').select(['aggregateType', 'aggregateId']).where('dealId', '=', dealId);
