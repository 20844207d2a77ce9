import type { ChannelsContext } from '../context.ts';

/** What was told so long ago is no longer shown in place of an answer. */
export async function forgetOldAnswers({ db, clock, config }: ChannelsContext): Promise<void> {
  const before = new Date(clock.now().getTime() - config.keepDays * 86_400_000);
  await db.transact(async ({ sql }) => void (await sql.deleteFrom('OutsideAnswer').where('fetchedAt', '<', before).execute()));
}
