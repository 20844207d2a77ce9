import type { References } from '#kernel/build-subgraph.ts';
import type { AccountsContext } from '../context.ts';

/** What other subgraphs name by id. */
export const accountsReferences: References<AccountsContext> = {
  User: (reference: { id: string }, { loaders }: AccountsContext) => loaders.userById.load(reference.id),
  Account: (reference: { id: string }, { loaders }: AccountsContext) => loaders.accountById.load(reference.id),
};
