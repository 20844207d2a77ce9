import type { Tx } from '#kernel/database.ts';
import { isRefusal } from '#kernel/errors.ts';
import type { AskedLine } from '../domain/held-lines.ts';
import type { CatalogTables } from '../entities/tables.ts';
import { putBack } from './restock-canceled-order.ts';
import { takeFromShelf } from './take-from-shelf.ts';

/** What customers sent back, and the seller put back on the shelf, is there again: kits and models in parts. */
export async function restockReturnedGoods(tx: Tx<CatalogTables>, orderId: string, lines: readonly AskedLine[]): Promise<void> {
  for (const line of lines) {
    for (const part of await partsOf(tx, line)) await putBack(tx, part, orderId);
  }
}

/** What is no longer sold that way cannot be counted by itself: somebody counts the shelf. */
async function partsOf(tx: Tx<CatalogTables>, line: AskedLine): ReturnType<typeof takeFromShelf> {
  try {
    return await takeFromShelf(tx.sql, [line]);
  } catch (error) {
    if (isRefusal(error)) return [];
    throw error;
  }
}
