import Database from 'better-sqlite3';
import { join } from 'node:path';
import { newId } from '#kernel/ids.ts';
import type { Viewer } from '#kernel/viewer.ts';
import { NO_PRICING } from '../../subgraphs/carts/domain/price-cart.ts';
import { cartsMigrations } from '../../subgraphs/carts/migrations/index.ts';

/** The carts' own tables and indexes under the bare driver: what the file and the disk allow, without a product. */
export interface RawCarts extends Disposable {
  /** Prices from the catalog, then one durable transaction: read, write line, root and event, read back. */
  addLine(viewer: Viewer): void;
  /** The same of many lines at once, without prices: line rows, root and event, durable. */
  addLines(viewer: Viewer, count: number): void;
  readCart(viewer: Viewer): number;
}

interface CartRow {
  readonly id: string;
  readonly version: number;
  readonly total_minor: number;
}

/** As many as the relay takes at once. */
const RELAY_BATCH = 500;
const EXPLANATION = JSON.stringify([{ kind: 'LIST', source: 'default', delta: { amount: '6.95', currency: 'GBP' }, unitPriceAfter: { amount: '6.95', currency: 'GBP' }, note: null }]);
const HASH = 'x'.repeat(43);
const PRICING = JSON.stringify(NO_PRICING);

/** What each add asks the catalog: the product with its stock, and its prices with their list. */
function openCatalog(folder: string): Disposable & { price(sku: string): bigint } {
  const db = new Database(join(folder, 'catalog.sqlite'), { readonly: true });
  const product = db.prepare(`select p.sku, p.name, p.primary_uom, p.uoms, p.indivisible, p.returnable, s.on_hand_micro, s.reserved_micro from product p left join stock s on s.sku = p.sku where p.sku in (?)`);
  const prices = db.prepare<[string, string], { unit_price_micro: number }>(
    `select p.sku, p.uom, p.min_quantity_micro, p.unit_price_micro, p.valid_from, p.valid_until, l.code, l.currency, l.version from price p join price_list l on l.code = p.price_list where p.price_list = ? and p.sku in (?)`,
  );
  return {
    price(sku) {
      if (product.all(sku).length !== 1) throw new Error(`There is no ${sku}.`);
      return BigInt(prices.all('default', sku)[0]?.unit_price_micro ?? NaN);
    },
    [Symbol.dispose]: () => void db.close(),
  };
}

export function openRawCarts(folder: string): RawCarts {
  const catalog = openCatalog(folder);
  const db = new Database(join(folder, 'raw.sqlite'));
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'busy_timeout = 5000', 'foreign_keys = ON']) db.pragma(pragma);
  for (const { sqlite } of cartsMigrations) for (const statement of sqlite) db.exec(statement);
  const pointer = db.prepare<[string, string], { cart_id: string }>('select cart_id from active_cart where account_id = ? and user_id = ?');
  const cartById = db.prepare<[string], CartRow>('select * from cart where id = ?');
  const linesOf = db.prepare<[string], { position: number }>('select * from cart_line where cart_id = ? order by position');
  const insertCart = db.prepare(
    `insert into cart (id, account_id, owner_id, status, name_key, source, ever_shared, line_count, time_zone, currency, version, subtotal_minor, discount_total_minor, tax_total_minor, shipping_total_minor, total_minor,
      price_hash, problems, guest, business, promotion_codes, pricing, stale, updated_by_id, expires_at, created_at, updated_at)
     values (?, ?, ?, 'ACTIVE', 'DEFAULT', 'GUEST', 0, 1, 'UTC', 'GBP', 0, 0, 0, 0, 0, 0, '', '[]', 1, 0, '[]', ?, 0, ?, ?, ?, ?)`,
  );
  const insertPointer = db.prepare('insert into active_cart values (?, ?, ?)');
  const insertLine = db.prepare(
    `insert into cart_line (id, cart_id, account_id, position, sku, quantity_micro, uom, list_unit_micro, unit_micro, total_minor, discount_minor, taxes, explanation, added_by_id)
     values (?, ?, ?, ?, 'MUG-RED', 1000000, 'EA', 6950000, 6950000, 695, 0, '[]', ?, ?)`,
  );
  const updateCart = db.prepare('update cart set version = ?, subtotal_minor = ?, total_minor = ?, price_hash = ?, pricing = ?, updated_by_id = ?, updated_at = ?, expires_at = ? where id = ? and version = ?');
  const insertEvent = db.prepare(`insert into outbox_message values (?, ?, 'cart', ?, ?, 'LINES_ADDED', 1, '{"lines":1}', ?, null, ?, null, null, 0)`);
  const waiting = db.prepare<[number], { id: string }>('select * from outbox_message where published_at is null and parked_at is null order by id limit ?');
  const markPublished = db.prepare('update outbox_message set published_at = ? where id in (select value from json_each(?))');
  let unpublished = 0;

  function makeCart({ id, accountId }: Viewer): string {
    const cartId = newId();
    const now = Date.now();
    insertCart.run(cartId, accountId, id, PRICING, id, now, now, now);
    insertPointer.run(accountId, id, cartId);
    return cartId;
  }

  const add = db.transaction((viewer: Viewer, lines: number): void => {
    const cartId = pointer.get(viewer.accountId, viewer.id)?.cart_id ?? makeCart(viewer);
    const cart = cartById.get(cartId);
    const last = linesOf.all(cartId).at(-1);
    if (!cart) throw new Error('The cart went away.');
    const version = cart.version + 1;
    const total = cart.total_minor + lines * 695;
    const now = Date.now();
    for (let n = 1; n <= lines; n++) insertLine.run(newId(), cartId, viewer.accountId, (last?.position ?? 0) + n, EXPLANATION, viewer.id);
    const { changes } = updateCart.run(version, total, total, HASH, PRICING, viewer.id, now, now, cartId, cart.version);
    if (changes !== 1) throw new Error('Overtaken.');
    insertEvent.run(newId(), viewer.accountId, cartId, version, viewer.id, now);
  });

  function readCart(viewer: Viewer): number {
    const cartId = pointer.get(viewer.accountId, viewer.id)?.cart_id ?? '';
    cartById.get(cartId);
    return linesOf.all(cartId).length;
  }

  function relay(): void {
    const ids = waiting.all(RELAY_BATCH).map((row) => row.id);
    markPublished.run(Date.now(), JSON.stringify(ids));
    unpublished = 0;
  }

  return {
    addLine(viewer) {
      catalog.price('MUG-RED');
      add(viewer, 1);
      readCart(viewer);
      if (++unpublished === RELAY_BATCH) relay();
    },
    addLines: add,
    readCart,
    [Symbol.dispose]() {
      catalog[Symbol.dispose]();
      db.close();
    },
  };
}
