import { closing } from '#kernel/closing.ts';
import type { Frame } from '#kernel/feed.ts';
import { createMailbox, type Mailbox } from '#kernel/mailbox.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { OrdersContext } from '../context.ts';
import type { Checkout } from '../entities/checkout.ts';

const TOPIC = 'checkout';

/** What is told about an attempt: that it moved, and whose it is. Kept nowhere: whoever wants to know more reads the row. */
interface Told extends Pick<Checkout, 'id' | 'accountId' | 'ownerId' | 'version' | 'step'> {
  readonly idempotencyKey: string | null | undefined;
}

export function tellCheckout({ bus }: OrdersContext, { id, accountId, ownerId, version, step, idempotencyKey }: Checkout): void {
  bus.tell(TOPIC, { id, accountId, ownerId, version, step, idempotencyKey } satisfies Told);
}

interface Seen {
  readonly afterVersion?: number | null;
  /** The attempt that version is one of. */
  readonly afterAttempt?: string | null;
}

export interface Following extends Seen {
  readonly idempotencyKey: string;
}

/**
 * Follows the attempts under one key of the viewer's own, from before the first: where the present one stands, if there is
 * one, then each step of it. One that failed has given its key back; what follows under it is another. Who says which version
 * of which attempt they have seen hears of what they missed in one frame, a failure too.
 */
export function followCheckout(context: OrdersContext, { idempotencyKey, ...seen }: Following): AsyncIterableIterator<Frame> {
  const { id: ownerId, accountId } = requireViewer(context);
  const mailbox = createMailbox();
  const ids = new Set<string>();
  const stop = context.bus.hear(TOPIC, (message) => {
    const told = message as Told;
    const isOurs = told.ownerId === ownerId && told.accountId === accountId && (told.idempotencyKey === idempotencyKey || ids.has(told.id));
    if (!isOurs) return;
    ids.add(told.id);
    mailbox.put({ aggregateId: told.id, cause: told.step, fromVersion: told.version - 1, version: told.version, at: context.clock.now() });
  });
  return closing(framesOf(context, mailbox, ids, () => firstOf(context, idempotencyKey, seen)), () => {
    stop();
    mailbox.close();
  });
}

interface First {
  readonly attempt: Checkout;
  /** Nothing when they have seen it as it is. */
  readonly frame?: Pick<Frame, 'kind' | 'cause' | 'fromVersion'>;
}

/** Where whoever begins to follow is taken up. The versions of another attempt than they saw say nothing of what they missed. */
async function firstOf(context: OrdersContext, idempotencyKey: string, { afterVersion = null, afterAttempt = null }: Seen): Promise<First | undefined> {
  const [latest, earlier] = afterVersion === null ? [] : await findLastAttempts(context, idempotencyKey);
  const attempt = afterVersion === null ? await findAttempt(context, idempotencyKey) : latest;
  if (!attempt) return undefined;
  if (afterVersion === null) return { attempt, frame: { kind: 'SNAPSHOT', cause: 'SNAPSHOT', fromVersion: 0 } };
  const isAnother = afterAttempt === null ? earlier !== undefined || attempt.version < afterVersion : attempt.id !== afterAttempt;
  if (isAnother) return { attempt, frame: { kind: 'RESET', cause: 'RESET', fromVersion: 0 } };
  return attempt.version > afterVersion ? { attempt, frame: { kind: 'CHANGE', cause: attempt.step, fromVersion: afterVersion } } : { attempt };
}

async function* framesOf({ clock }: OrdersContext, mailbox: Mailbox, ids: Set<string>, find: () => Promise<First | undefined>): AsyncGenerator<Frame> {
  const seen = new Map<string, number>();
  const first = await find();
  if (first) {
    const { attempt: { id: aggregateId, version }, frame } = first;
    ids.add(aggregateId);
    seen.set(aggregateId, version);
    if (frame) yield { ...frame, aggregateId, version, at: clock.now() };
  }
  for (let change = await mailbox.take(); change; change = await mailbox.take()) {
    const last = seen.get(change.aggregateId) ?? 0;
    if (change.version <= last) continue;
    seen.set(change.aggregateId, change.version);
    yield { kind: 'CHANGE', ...change, fromVersion: last };
  }
}

/** The latest of the viewer's own under a key and the one before, whatever came of them. */
async function findLastAttempts(context: OrdersContext, key: string): Promise<Checkout[]> {
  const { id, accountId } = requireViewer(context);
  return context.db.sql.selectFrom('Checkout').selectAll().where('accountId', '=', accountId).where('attemptKey', '=', key).where('ownerId', '=', id).orderBy('id', 'desc').limit(2).execute();
}

/** The viewer's own attempt under a key; undefined when there is none, or it failed and gave its key back. */
export async function findAttempt(context: OrdersContext, idempotencyKey: string): Promise<Checkout | undefined> {
  const { id, accountId } = requireViewer(context);
  return context.db.sql.selectFrom('Checkout').selectAll().where('accountId', '=', accountId).where('idempotencyKey', '=', idempotencyKey).where('ownerId', '=', id).executeTakeFirst();
}
