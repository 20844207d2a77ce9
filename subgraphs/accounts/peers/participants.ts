import type { Takeover, Holding, Obstacle, Tally } from '#kernel/takeover.ts';
import type { AskPeer } from '#kernel/peers.ts';
import type { Participant } from '../domain/merge-steps.ts';

/* The subgraphs that hold data of accounts are asked all the same: `orders`, `quotes`, `partners`, `carts`, `returns`, `catalog`, `timeline`, `notifications`, `channels` and `punchout`. */

const SUSPEND = /* GraphQL */ `
  mutation SuspendForTakeover($takeover: TakeoverInput!) {
    suspendForTakeover(takeover: $takeover) { code message }
  }
`;
const LIFT = /* GraphQL */ `
  mutation LiftTakeover($id: ID!) {
    liftTakeover(id: $id)
  }
`;
const SLICE = /* GraphQL */ `
  mutation TakeoverSlice($takeover: TakeoverInput!) {
    takeoverSlice(takeover: $takeover)
  }
`;
const REHEARSE = /* GraphQL */ `
  query RehearseTakeover($takeover: TakeoverInput!) {
    rehearseTakeover(takeover: $takeover) { obstacles { code message } tallies { part moved dropped } }
  }
`;
const HOLDINGS = /* GraphQL */ `
  query TakeoverHoldings($takeover: TakeoverInput!) {
    takeoverHoldings(takeover: $takeover) { part giving receiving }
  }
`;
const TALLIES = /* GraphQL */ `
  query TakeoverTallies($id: ID!) {
    takeoverTallies(id: $id) { part moved dropped }
  }
`;

/** From now on nothing is written there for the giving side. @returns what stands in the way; then nothing has changed */
export async function askSuspension(ask: AskPeer, subgraph: Participant, takeover: Takeover): Promise<Obstacle[]> {
  return (await ask<{ suspendForTakeover: Obstacle[] }>({ subgraph, query: SUSPEND, variables: { takeover } })).suspendForTakeover;
}

export async function askLift(ask: AskPeer, subgraph: Participant, id: string): Promise<void> {
  await ask({ subgraph, query: LIFT, variables: { id } });
}

/** Until nothing is left there. Slices are short, so that other writes have their turn between. */
export async function askTakeover(ask: AskPeer, subgraph: Participant, takeover: Takeover): Promise<void> {
  let done = false;
  while (!done) done = (await ask<{ takeoverSlice: boolean }>({ subgraph, query: SLICE, variables: { takeover } })).takeoverSlice;
}

export async function askRehearsal(ask: AskPeer, subgraph: Participant, takeover: Takeover): Promise<{ obstacles: Obstacle[]; tallies: Tally[] }> {
  return (await ask<{ rehearseTakeover: { obstacles: Obstacle[]; tallies: Tally[] } }>({ subgraph, query: REHEARSE, variables: { takeover } })).rehearseTakeover;
}

export async function askHoldings(ask: AskPeer, subgraph: Participant, takeover: Takeover): Promise<Holding[]> {
  return (await ask<{ takeoverHoldings: Holding[] }>({ subgraph, query: HOLDINGS, variables: { takeover } })).takeoverHoldings;
}

export async function askTallies(ask: AskPeer, subgraph: Participant, id: string): Promise<Tally[]> {
  return (await ask<{ takeoverTallies: Tally[] }>({ subgraph, query: TALLIES, variables: { id } })).takeoverTallies;
}
