import { createHash } from 'node:crypto';
import type { Tx } from '#kernel/database.ts';
import { refuse } from '#kernel/errors.ts';
import type { Viewer } from '#kernel/viewer.ts';

export interface KeyedCommand {
  readonly operation: string;
  readonly key: string | null | undefined;
  /** Everything the client asked for; another body under the same key is refused. */
  readonly body: unknown;
}

/**
 * Runs a command once per (account, operation, key). The note is in the transaction of the effect, so a command either
 * happened and is remembered, or did not happen. Without a key it just runs.
 * @param work answers with the id of what it changed or made
 */
export async function once(tx: Pick<Tx<object>, 'kernel'>, viewer: Viewer, command: KeyedCommand, work: () => Promise<string>): Promise<string> {
  if (command.key == null) return work();
  const known = await answerTo(tx, viewer, command);
  if (known !== undefined) return known;
  const answer = await work();
  await tx.kernel
    .insertInto('IdempotencyKey')
    .values({
      accountId: viewer.accountId,
      operation: command.operation,
      key: command.key,
      fingerprint: fingerprint(viewer, command.body),
      answer,
      createdAt: new Date(),
    })
    .execute();
  return answer;
}

/** The answer given before under this key, if any. */
export async function answerTo(db: Pick<Tx<object>, 'kernel'>, viewer: Viewer, command: KeyedCommand): Promise<string | undefined> {
  if (command.key == null) return undefined;
  const row = await db.kernel
    .selectFrom('IdempotencyKey')
    .select(['fingerprint', 'answer'])
    .where('accountId', '=', viewer.accountId)
    .where('operation', '=', command.operation)
    .where('key', '=', command.key)
    .executeTakeFirst();
  if (row && row.fingerprint !== fingerprint(viewer, command.body)) {
    throw refuse('IDEMPOTENCY_KEY_REUSED', 'This idempotency key came before with another body.', { key: command.key });
  }
  return row?.answer;
}

/** What a command asked for, in a few bytes; the viewer is part of it. */
export const fingerprint = (viewer: Viewer, body: unknown): string =>
  createHash('sha256').update(`${viewer.id}\n${canonical(body)}`).digest('base64url');

/** JSON with sorted keys: the order in which a client wrote its fields is no difference. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner === 'bigint') return String(inner);
    if (inner === null || typeof inner !== 'object' || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
