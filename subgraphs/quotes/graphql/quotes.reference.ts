import type { References } from '#kernel/build-subgraph.ts';
import type { QuotesContext } from '../context.ts';
import { readableQuote } from '../use-cases/read-quote.ts';

/** Other subgraphs name quotes; who may not read one gets null. */
export const quotesReferences: References<QuotesContext> = {
  Quote: (reference: { id: string }, context: QuotesContext) => readableQuote(context, reference.id),
};
