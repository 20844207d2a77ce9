import type { OrdersContext } from '../context.ts';
import { periodOf } from '../domain/spending-period.ts';
import type { Budget } from '../entities/cost-centre.ts';
import { askTimeZone } from '../peers/accounts.ts';
import { usedOf } from './judge-spending.ts';

/** What has been charged to a budget in the present period, by the clocks of its account. */
export async function readBudgetUse({ db, ask, clock, config }: OrdersContext, { id, accountId, period }: Budget): Promise<bigint> {
  const timeZone = (await askTimeZone(ask, accountId)) ?? config.timeZone;
  return usedOf(db, id, periodOf(period, clock.now(), timeZone).firstDay);
}
