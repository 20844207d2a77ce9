import type { ChannelsContext } from '../context.ts';
import type { Told } from '../domain/outside-document.ts';

export interface Question<Content> {
  /** What is asked, and of whom: the same question has the same key. */
  readonly key: string;
  readonly accountId: string;
  /** @returns nothing when there was no answer */
  ask(): Promise<Content | undefined>;
}

export interface Kept<Content> {
  /** Nothing when nothing was ever told. */
  readonly told: Told<Content> | undefined;
  /** Whether it should have been asked for again, and did not answer. */
  readonly isStale: boolean;
}

/** What the system outside tells now; or what it told last, while that is young enough or nothing better is to be had. [EXT-15] */
export async function keepAnswer<Content>(context: ChannelsContext, { key, accountId, ask }: Question<Content>): Promise<Kept<Content>> {
  const { db, clock, config } = context;
  const row = await db.sql.selectFrom('OutsideAnswer').selectAll().where('id', '=', key).executeTakeFirst();
  const known = row && { content: (row.content as { value: Content }).value, at: row.fetchedAt };
  if (known && clock.now().getTime() - known.at.getTime() < config.cacheSeconds * 1_000) return { told: known, isStale: false };
  const content = await shareQuestion(context.underWay, key, ask);
  if (content === undefined) return { told: known, isStale: true };
  const fetchedAt = clock.now();
  await db.transact(async ({ sql }) => {
    await sql.deleteFrom('OutsideAnswer').where('id', '=', key).execute();
    await sql.insertInto('OutsideAnswer').values({ id: key, accountId, content: { value: content }, fetchedAt }).execute();
  });
  return { told: { content, at: fetchedAt }, isStale: false };
}

/** Whoever asks the same while it is being asked waits for the one answer. */
function shareQuestion<Content>(underWay: Map<string, Promise<unknown>>, key: string, ask: () => Promise<Content | undefined>): Promise<Content | undefined> {
  const present = underWay.get(key) as Promise<Content | undefined> | undefined;
  if (present) return present;
  const asked = ask().finally(() => underWay.delete(key));
  underWay.set(key, asked);
  return asked;
}
