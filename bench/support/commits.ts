import type { Product } from './product.ts';
import { monotonicMs } from './monotonic.ts';

/** The moment of the last commit of a subgraph's use case, as the database driver returned from it. */
export function watchCommits({ embedded }: Product, name: string): () => number {
  let last = NaN;
  embedded.subgraphs.get(name)?.db.orm.em.getEventManager().registerSubscriber({
    async afterTransactionCommit() {
      last = monotonicMs();
    },
  });
  return () => last;
}
