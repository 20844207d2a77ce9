import type { References } from '#kernel/build-subgraph.ts';
import { isSeller } from '#kernel/viewer.ts';
import type { AccountsContext } from '../context.ts';

/** What other subgraphs name by id. */
export const accountsReferences: References<AccountsContext> = {
  User: (reference: { id: string }, { loaders }: AccountsContext) => loaders.userById.load(reference.id),
  /** Of the viewer's own address book; the seller sees them all, to others an address does not exist. */
  Address: async (reference: { id: string }, { loaders, viewer }: AccountsContext) => {
    const address = await loaders.addressById.load(reference.id);
    return address && viewer && (address.accountId === viewer.accountId || isSeller(viewer)) ? address : null;
  },
  /** As the viewer's organisation knows it; the seller sees them all. */
  Customer: (reference: { id: string }, { loaders }: AccountsContext) => loaders.customerById.load(reference.id),
  Contact: async (reference: { id: string }, { loaders, viewer }: AccountsContext) => {
    const contact = await loaders.contactById.load(reference.id);
    return contact && viewer && (contact.accountId === viewer.accountId || isSeller(viewer)) ? contact : null;
  },
  Account: (reference: { id: string }, { loaders }: AccountsContext) => loaders.accountById.load(reference.id),
};
