import { countHoldings, rehearseTakeover, type Takeover, type Holding, type Tally } from '#kernel/takeover.ts';
import { newId } from '#kernel/ids.ts';
import { SYSTEM } from '#kernel/subgraph.ts';
import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { AccountsContext } from '../context.ts';
import { judgeMerge, type MergeReason } from '../domain/judge-merge.ts';
import { PARTICIPANTS } from '../domain/merge-steps.ts';
import { askHoldings, askRehearsal } from '../peers/participants.ts';
import { findMergeSides, type WantedMerge } from './find-merge-sides.ts';
import { mergeAccountsOf } from './merge-accounts.ts';

/** How much of one kind would move and be given up, and what either side has. */
export interface PreviewedPart extends Tally, Omit<Holding, 'part'> {
  readonly subgraph: string;
}

export interface MergePreview extends WantedMerge {
  readonly reasons: readonly MergeReason[];
  readonly parts: readonly PreviewedPart[];
  readonly people: Takeover['people'];
}

/** What a merge would do, found out by doing it in transactions that are not kept; and all that stands in the way, together. [MERGE-11, MERGE-14] */
export async function describeMerge(context: AccountsContext, wanted: WantedMerge): Promise<MergePreview> {
  const { id: actorId } = requireAdministrator(context);
  const { facts, takeover: planned } = await findMergeSides(context.db, wanted);
  if (wanted.fromId === wanted.toId) return { ...wanted, reasons: [], parts: [], people: [] };
  const takeover: Takeover = { ...planned, id: newId(), actorId };
  const reasons = judgeMerge(facts);
  const own = await rehearseHere(context, wanted, takeover);
  const ask = context.askAs(SYSTEM);
  const others = await Promise.all(
    PARTICIPANTS.map(async (subgraph) => {
      const [rehearsal, holdings] = [await askRehearsal(ask, subgraph, takeover), await askHoldings(ask, subgraph, takeover)];
      return { obstacles: rehearsal.obstacles, parts: partsOf(subgraph, rehearsal.tallies, holdings) };
    }),
  );
  return { ...wanted, reasons: [...reasons, ...others.flatMap(({ obstacles }) => obstacles)], parts: [...own, ...others.flatMap(({ parts }) => parts)], people: takeover.people };
}

async function rehearseHere({ db, clock }: AccountsContext, wanted: WantedMerge, takeover: Takeover): Promise<PreviewedPart[]> {
  const definition = mergeAccountsOf({ ...wanted, id: takeover.id });
  const { tallies } = await rehearseTakeover(db, definition, takeover, clock.now());
  return partsOf('accounts', tallies, await countHoldings(db, definition, takeover));
}

function partsOf(subgraph: string, tallies: readonly Tally[], holdings: readonly Holding[]): PreviewedPart[] {
  const names = [...new Set([...tallies, ...holdings].map(({ part }) => part))];
  return names.map((part) => {
    const { moved, dropped } = tallies.find((each) => each.part === part) ?? { moved: 0, dropped: 0 };
    const { giving, receiving } = holdings.find((each) => each.part === part) ?? { giving: 0, receiving: 0 };
    return { subgraph, part, moved, dropped, giving, receiving };
  });
}
