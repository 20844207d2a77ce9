import type { SqliteConnection } from '@mikro-orm/sqlite';
import { monotonicMs } from './monotonic.ts';
import type { Product } from './product.ts';

/** The moment of the last commit of a subgraph, as the database driver returned from it. */
export async function watchCommits({ embedded }: Product, name: string): Promise<() => number> {
  let last = NaN;
  const connection = embedded.subgraphs.get(name)?.db.orm.em.getConnection() as SqliteConnection | undefined;
  const commit = (await connection?.getNativeClient())?.prepare('commit'); // the same one each time: the kernel keeps its statements
  const run = commit?.run.bind(commit);
  if (!commit || !run) throw new Error(`There is no subgraph ${name}.`);
  commit.run = () => {
    const done = run();
    last = monotonicMs();
    return done;
  };
  return () => last;
}
