import Database from 'better-sqlite3';
import { join } from 'node:path';
import { loadSwapProducts, swapPrices, skuOf, type PriceImport } from '../tests/support/price-import.ts';
import { sessionWith } from '../tests/support/session.ts';
import type { Arm, Claim } from './support/claim.ts';
import { newGuest, startProduct } from './support/product.ts';
import { alternate, median } from './support/rounds.ts';

const IMPORT: PriceImport = { products: 5_000, tiers: 20 };
const ROWS = IMPORT.products * IMPORT.tiers;
const QUIET_MS = 2_000;
const ADD = 'mutation ($sku: String!) { addCartLines(lines: [{ sku: $sku, quantity: 2 }]) { id lines { id } } }';
const EDIT = 'mutation ($cartId: ID!, $lineId: ID!, $quantity: Decimal!) { updateCartLines(cartId: $cartId, lines: [{ lineId: $lineId, quantity: $quantity }]) { version } }';

export const priceImport: Claim = {
  name: 'price-import',
  about: '100,000 prices replace a list while a cart is edited: rows a second beside bare inserts, and what an edit takes beside a quiet time',
  async run() {
    await using product = await startProduct();
    const seller = sessionWith(product.url, await product.tokenOf({ id: 'bench', kind: 'ADMINISTRATOR', accountId: 'seller', permissions: [] }));
    const buyer = sessionWith(product.url, await product.tokenOf(newGuest()));
    await loadSwapProducts(seller, IMPORT);
    await swapPrices(seller, IMPORT, '10');
    const { addCartLines: cart } = await buyer.ask(ADD, { sku: skuOf(7) });

    let edits = 0;
    /** Edits one after the other until the work is done. */
    async function editDuring(work: Promise<number>): Promise<{ rate: number; 'median edit': number }> {
      let done = false;
      const rate = work.finally(() => (done = true));
      const tookMs: number[] = [];
      while (!done) {
        const began = performance.now();
        await buyer.ask(EDIT, { cartId: cart.id, lineId: cart.lines[0].id, quantity: String(1 + (++edits % 15)) });
        tookMs.push(performance.now() - began);
      }
      return { rate: await rate, 'median edit': median(tookMs) };
    }

    const importing: Arm = { name: 'import, cart edited', measure: () => editDuring(swapPrices(seller, IMPORT, String(11 + (edits % 80)))) };
    const quiet: Arm = { name: 'no import', measure: () => editDuring(new Promise((resolve) => setTimeout(resolve, QUIET_MS, 0))) };
    const bare: Arm = { name: 'raw driver', measure: async () => ({ rate: insertBare(join(product.folder, 'bare.sqlite')) }) };
    const measured = await alternate([importing, quiet, bare], 3);
    return [
      measured.compare('import, cart edited', 'raw driver', 'rate', '/s'),
      measured.compare('import, cart edited', 'no import', 'median edit', 'ms', { ratioAtMost: 4 }),
    ];
  },
};

/** The same rows into a table alike, in the same chunks, one durable transaction each. */
function insertBare(file: string): number {
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('drop table if exists price; create table price (id text primary key, list text, generation integer, sku text, uom text, quantity integer, price integer, since integer, until integer, unique (list, generation, sku, uom, quantity, since))');
  const insert = database.prepare('insert into price values (?, ?, 1, ?, ?, ?, ?, 0, null)');
  const began = performance.now();
  for (let from = 0; from < ROWS; from += 1_000) {
    database.transaction(() => {
      for (let row = from; row < from + 1_000; row++) insert.run(`id-${row}`, 'default', skuOf(Math.floor(row / IMPORT.tiers)), 'EA', row % IMPORT.tiers, 1_000_000);
    })();
  }
  const rate = ROWS / ((performance.now() - began) / 1_000);
  database.close();
  return rate;
}
