import type { AskPeer } from '#kernel/peers.ts';

export interface Person {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
}

const PEOPLE = /* GraphQL */ `
  query PeopleToWriteTo($ids: [ID!]!) {
    peopleById(ids: $ids) { id name email }
  }
`;

/** Who people are, to write to them. */
export async function askPeople(ask: AskPeer, ids: readonly string[]): Promise<Person[]> {
  const { peopleById } = await ask<{ peopleById: Person[] }>({ subgraph: 'accounts', query: PEOPLE, variables: { ids } });
  return peopleById;
}
