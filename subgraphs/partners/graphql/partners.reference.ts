import type { References } from '#kernel/build-subgraph.ts';
import type { PartnersContext } from '../context.ts';

/** What other subgraphs name by id. */
export const partnersReferences: References<PartnersContext> = {
  Cart: ({ id }: { id: string }): { id: string } => ({ id }),
};
