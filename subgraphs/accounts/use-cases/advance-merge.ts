import { isRefusal } from '#kernel/errors.ts';
import { countHoldings, takeoverSlice, liftTakeover, readTallies, type Holding } from '#kernel/takeover.ts';
import { SYSTEM } from '#kernel/subgraph.ts';
import type { AccountsContext } from '../context.ts';
import { MAX_MERGE_ATTEMPTS, mayBeRefused, PARTICIPANTS, stageAt, waitBeforeMerging, type MergeWork } from '../domain/merge-steps.ts';
import type { AuditedPart, Merge, MergedPart } from '../entities/merge.ts';
import { askTakeover, askHoldings, askLift, askSuspension, askTallies } from '../peers/participants.ts';
import { mergeAccountsOf } from './merge-accounts.ts';
import { advanceRow, leaseMerge, mergeLeaseUntil, readMergeRow } from './write-merge.ts';

type Next = 'go on' | 'wait';

/** Drives a merge until it has ended, or has to wait for a subgraph. Only the holder of the lease goes on. */
export async function advanceMerge(context: AccountsContext, mergeId: string, { isMine }: { readonly isMine: boolean }): Promise<void> {
  if (!isMine && !(await leaseMerge(context, mergeId))) return;
  const asShop = { ...context, ...SYSTEM, ask: context.askAs(SYSTEM) };
  let next: Next = 'go on';
  while (next === 'go on') {
    const merge = await readMergeRow(context, mergeId);
    if (merge.status !== 'OPEN') return;
    next = await tryStep(asShop, merge);
  }
}

async function tryStep(context: AccountsContext, merge: Merge): Promise<Next> {
  const stage = stageAt(merge.step);
  if (!stage) return 'wait';
  try {
    if (merge.obstacles) return await undo(context, merge);
    const learned = await work(context, merge, stage);
    if (learned.obstacles) return await note(context, merge, learned, 'MERGE_OBSTRUCTED');
    await context.failpoint(`${stage.to}:unsaved`, merge);
    const ended = stage.to === 'MERGED';
    const done = await note(context, merge, { ...learned, step: stage.to, attempts: 0, trouble: null, ...(ended && { status: 'MERGED', finishedAt: context.clock.now() }) }, ended ? 'MERGE_FINISHED' : 'MERGE_ADVANCED');
    await context.failpoint(stage.to, merge);
    return done;
  } catch (error) {
    return waitOrGiveUp(context, merge, error);
  }
}

/** Each may be repeated: subgraphs know a takeover by the merge's id. */
async function work(context: AccountsContext, merge: Merge, stage: MergeWork): Promise<Partial<Merge>> {
  const { ask, db, clock, config } = context;
  const { takeover, audit } = merge;
  if (stage.does === 'suspend') {
    const obstacles = await askSuspension(ask, stage.subgraph, takeover);
    return obstacles.length > 0 ? { obstacles } : {};
  }
  if (stage.does === 'agree') return config.mergeAudit ? { audit: await auditBefore(context, merge) } : {};
  if (stage.does === 'move') {
    await askTakeover(ask, stage.subgraph, takeover);
    return {};
  }
  if (stage.does === 'sweep') for (const subgraph of PARTICIPANTS) await askTakeover(ask, subgraph, takeover);
  const definition = mergeAccountsOf(merge);
  let done = false;
  while (!done) done = await takeoverSlice(db, definition, takeover, clock.now());
  return stage.does === 'moveAccounts' ? {} : { parts: await tallies(context, takeover.id), ...(audit && { audit: await auditAfter(context, merge, audit) }) };
}

/** Everything goes on as if nothing had been, the last to stop first. */
async function undo(context: AccountsContext, merge: Merge): Promise<Next> {
  for (const subgraph of PARTICIPANTS.toReversed()) await askLift(context.ask, subgraph, merge.takeover.id);
  await context.failpoint('REFUSED:unsaved', merge);
  await liftTakeover(context.db, merge.takeover.id);
  return note(context, merge, { status: 'REFUSED', step: 'REFUSED', finishedAt: context.clock.now() }, 'MERGE_REFUSED');
}

async function waitOrGiveUp(context: AccountsContext, merge: Merge, error: unknown): Promise<Next> {
  const attempts = merge.attempts + 1;
  const trouble = String(error);
  const now = context.clock.now();
  context.log('a merge does not go on', { subgraph: 'accounts', mergeId: merge.id, step: merge.step, attempts, error: trouble });
  if (mayBeRefused(merge.step) && !merge.obstacles && (attempts >= MAX_MERGE_ATTEMPTS || isRefusal(error, 'NOT_FOUND'))) {
    return note(context, merge, { obstacles: [{ code: 'SUBGRAPH_UNAVAILABLE', message: 'A part of the shop did not answer; nothing was merged. Try again.' }], attempts: 0, trouble }, 'MERGE_OBSTRUCTED');
  }
  await context.db.sql.updateTable('Merge').set({ attempts, trouble, nextAt: new Date(now.getTime() + waitBeforeMerging(attempts)) }).where('id', '=', merge.id).where('version', '=', merge.version).execute();
  return 'wait';
}

/** Another driver may have been faster: then it is looked at anew. */
async function note({ db, clock }: AccountsContext, merge: Merge, changes: Partial<Merge>, type: string): Promise<Next> {
  await db.transact((tx) => advanceRow(tx, merge, { ...changes, nextAt: mergeLeaseUntil(clock.now()) }, type));
  return 'go on';
}

async function tallies({ ask, db }: AccountsContext, id: string): Promise<MergedPart[]> {
  const all = await Promise.all(PARTICIPANTS.map(async (subgraph) => (await askTallies(ask, subgraph, id)).map((tally) => ({ subgraph, ...tally }))));
  return [...(await readTallies(db, id)).map((tally) => ({ subgraph: 'accounts', ...tally })), ...all.flat()];
}

async function holdings(context: AccountsContext, merge: Merge): Promise<(Holding & { readonly subgraph: string })[]> {
  const all = await Promise.all(PARTICIPANTS.map(async (subgraph) => (await askHoldings(context.ask, subgraph, merge.takeover)).map((holding) => ({ subgraph, ...holding }))));
  return [...(await countHoldings(context.db, mergeAccountsOf(merge), merge.takeover)).map((holding) => ({ subgraph: 'accounts', ...holding })), ...all.flat()];
}

const auditBefore = async (context: AccountsContext, merge: Merge): Promise<AuditedPart[]> =>
  (await holdings(context, merge)).map(({ subgraph, part, giving, receiving }) => ({ subgraph, part, givingBefore: giving, receivingBefore: receiving, givingAfter: 0, receivingAfter: 0 }));

/** What came in since is in no part of before; what is left of a part may be nothing. */
async function auditAfter(context: AccountsContext, merge: Merge, before: readonly AuditedPart[]): Promise<AuditedPart[]> {
  const after = await holdings(context, merge);
  return before.map((audited) => {
    const now = after.find(({ subgraph, part }) => subgraph === audited.subgraph && part === audited.part);
    return { ...audited, givingAfter: now?.giving ?? 0, receivingAfter: now?.receiving ?? 0 };
  });
}
