import type { TimelineContext } from '../context.ts';

const BATCH = 100;

/** Deals of which nothing was heard for so many days are forgotten, with all that was recorded of them. */
export async function forgetOldDeals({ db, clock, config }: Pick<TimelineContext, 'db' | 'clock' | 'config'>): Promise<void> {
  const before = new Date(clock.now().getTime() - config.keepDays * 86_400_000);
  for (;;) {
    // Found in the transaction that takes them away: what somebody did to one meanwhile would go with it.
    const forgotten = await db.transact(async ({ sql }) => {
      const old = await sql.selectFrom('Deal').select('id').where('movedAt', '<', before).limit(BATCH).execute();
      const ids = old.map(({ id }) => id);
      if (ids.length === 0) return 0;
      await sql.deleteFrom('TimelineEntry').where('dealId', 'in', ids).execute();
      await sql.deleteFrom('DealMember').where('dealId', 'in', ids).execute();
      await sql.deleteFrom('Deal').where('id', 'in', ids).execute();
      return ids.length;
    });
    if (forgotten < BATCH) return;
  }
}
