import type { AskPeer } from '#kernel/peers.ts';
import type { ViewerKind } from '#kernel/viewer.ts';

export interface Person {
  readonly id: string;
  readonly accountId: string;
  readonly kind: ViewerKind;
  readonly email: string | null;
  readonly seesNetPrices: boolean;
}

const PEOPLE = /* GraphQL */ `
  query PeopleToTell($ids: [ID!]!) {
    peopleById(ids: $ids) { id accountId kind email seesNetPrices }
  }
`;

/** Who people are, to tell them something; who is no more is left out. */
export async function askPeople(ask: AskPeer, ids: readonly string[]): Promise<Person[]> {
  if (ids.length === 0) return [];
  const { peopleById } = await ask<{ peopleById: Person[] }>({ subgraph: 'accounts', query: PEOPLE, variables: { ids } });
  return peopleById;
}
