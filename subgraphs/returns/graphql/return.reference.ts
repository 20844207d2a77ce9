import type { References } from '#kernel/build-subgraph.ts';
import { isRefusal } from '#kernel/errors.ts';
import type { ReturnsContext } from '../context.ts';
import type { Return } from '../entities/return.ts';
import { readReturn } from '../use-cases/read-return.ts';

/** What other subgraphs name by id; a return is null where the query would refuse it. */
export const returnsReferences: References<ReturnsContext> = {
  Return: ({ id }: { id: string }, context: ReturnsContext): Promise<Return | null> => readReturn(context, id).catch(nullIfUnknown),
  Order: ({ id }: { id: string }): { id: string } => ({ id }),
};

function nullIfUnknown(error: unknown): null {
  if (isRefusal(error, 'NOT_FOUND')) return null;
  throw error;
}
