import type { ReturnsContext } from '../context.ts';
import { changeReturn, Overtaken } from './change-return.ts';

/** Longer than any submission takes, with all its repeats. */
const LAPSE_MS = 3_600_000;
const BATCH = 100;

/**
 * A submission that died between the claim and its end, and whose owner never came back, keeps nobody else from returning the
 * same: orders lets go of what was claimed. The version goes up first, so that whoever still submits the old one claims anew. [RET-25]
 */
export async function releaseLapsedClaims({ db, clock }: ReturnsContext): Promise<void> {
  const now = clock.now();
  const lapsed = await db.sql.selectFrom('Return').selectAll().where('claimAskedAt', '<=', new Date(now.getTime() - LAPSE_MS)).where('status', '=', 'PENDING').limit(BATCH).execute();
  for (const root of lapsed) {
    await db.transact((tx) => changeReturn(tx, root, { claimAskedAt: null }, { type: 'RETURN_CLAIM_LAPSED', actorId: null, now })).catch((error: unknown) => {
      if (!(error instanceof Overtaken)) throw error; // somebody is at it again
    });
  }
}
