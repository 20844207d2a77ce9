import type { AskPeer } from '#kernel/peers.ts';

const ACTORS = /* GraphQL */ `
  query ActorsById($ids: [ID!]!) {
    actorsById(ids: $ids) { id name seller }
  }
`;

export interface KnownActor {
  readonly id: string;
  readonly name: string | null;
  /** Whether they are of the seller. */
  readonly seller: boolean;
}

/** Who did something, for people to read. */
export async function askActors(ask: AskPeer, ids: readonly string[]): Promise<KnownActor[]> {
  const { actorsById } = await ask<{ actorsById: KnownActor[] }>({ subgraph: 'accounts', query: ACTORS, variables: { ids } });
  return actorsById;
}
