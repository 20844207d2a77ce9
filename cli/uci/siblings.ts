import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from '../exit.ts';

/** The file of the data set that belongs to the same years and stands beside this one. */
export function siblingOf(file: string, stem: string): string {
  const years = /_(\d{4}_\d{4})\.csv/.exec(file)?.[1];
  const sibling = [`${stem}_${years}.csv.gz`, `${stem}_${years}.csv`].map((name) => join(dirname(file), name)).find((path) => existsSync(path));
  if (!sibling) throw new UsageError(`There is no ${stem} beside ${file}; name it.`);
  return sibling;
}
