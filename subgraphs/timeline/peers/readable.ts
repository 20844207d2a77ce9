import type { AskPeer } from '#kernel/peers.ts';
import type { Member } from '../domain/deal-links.ts';
import type { TimelineAggregate } from '../domain/timeline-kinds.ts';

const CARTS = /* GraphQL */ `
  query ReadableCarts($named: [_Any!]!) {
    _entities(representations: $named) { ... on Cart { id } }
  }
`;
const QUOTES = /* GraphQL */ `
  query ReadableQuotes($named: [_Any!]!) {
    _entities(representations: $named) { ... on Quote { id } }
  }
`;
const ORDERS = /* GraphQL */ `
  query ReadableOrders($named: [_Any!]!) {
    _entities(representations: $named) { ... on Order { id } ... on Approval { id } }
  }
`;
const RETURNS = /* GraphQL */ `
  query ReadableReturns($named: [_Any!]!) {
    _entities(representations: $named) { ... on Return { id } }
  }
`;

interface Owner {
  readonly subgraph: string;
  readonly query: string;
  readonly types: { readonly [aggregate in TimelineAggregate]?: string };
}

const OWNERS: readonly Owner[] = [
  { subgraph: 'carts', query: CARTS, types: { cart: 'Cart' } },
  { subgraph: 'quotes', query: QUOTES, types: { quote: 'Quote' } },
  { subgraph: 'orders', query: ORDERS, types: { order: 'Order', approval: 'Approval' } },
  { subgraph: 'returns', query: RETURNS, types: { return: 'Return' } },
];

/** Which of these the viewer may read now, by their ids: one question to each subgraph that owns some. */
export async function askReadable(ask: AskPeer, members: readonly Member[]): Promise<ReadonlySet<string>> {
  const answers = await Promise.all(
    OWNERS.map(async ({ subgraph, query, types }) => {
      const named = members.flatMap(({ aggregateType, aggregateId: id }) => (types[aggregateType] ? [{ __typename: types[aggregateType], id }] : []));
      if (named.length === 0) return [];
      const { _entities } = await ask<{ _entities: ({ id: string } | null)[] }>({ subgraph, query, variables: { named } });
      return _entities.flatMap((entity) => entity?.id ?? []);
    }),
  );
  return new Set(answers.flat());
}
