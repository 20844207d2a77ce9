import Database from 'better-sqlite3';
import { join } from 'node:path';
import { newId } from '#kernel/ids.ts';
import { cartsMigrations } from '../../subgraphs/carts/migrations/index.ts';
import { catalogMigrations } from '../../subgraphs/catalog/migrations/index.ts';
import { ordersMigrations } from '../../subgraphs/orders/migrations/index.ts';

type Row = Record<string, unknown>;

/** What the saga of one order writes, under the bare driver, in files of its own: the same rows in the same transactions, durable, one after the other. */
export interface RawOrders extends Disposable {
  place(): void;
}

/** As many as the relay takes at once. */
const RELAY_BATCH = 500;
const EVENTS_OF_AN_ORDER = 4;

function open(folder: string, name: string, migrations: readonly { readonly sqlite: readonly string[] }[]): Database.Database {
  const db = new Database(join(folder, `raw-${name}.sqlite`));
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON']) db.pragma(pragma);
  for (const { sqlite } of migrations) for (const statement of sqlite) db.exec(statement);
  return db;
}

/** Rows that the product wrote for an order of its own are the pattern of ours. */
function patternsOf(folder: string, name: string, tables: readonly string[]): Map<string, Row> {
  using db = Object.assign(new Database(join(folder, `${name}.sqlite`), { readonly: true }), { [Symbol.dispose]() { db.close(); } });
  return new Map(tables.map((table) => {
    const row = db.prepare<[], Row>(`select * from ${table} order by rowid desc limit 1`).get();
    if (!row) throw new Error(`There is no row in ${name}.${table}.`);
    return [table, row];
  }));
}

function inserterOf(db: Database.Database, table: string, pattern: Row | undefined): (changes: Row) => void {
  const columns = Object.keys(pattern ?? {});
  const statement = db.prepare(`insert into ${table} (${columns.join(', ')}) values (${columns.map((column) => `@${column}`).join(', ')})`);
  return (changes) => void statement.run({ ...pattern, ...changes });
}

export function openRawOrders(folder: string): RawOrders {
  const [orders, carts, catalog] = [open(folder, 'orders', ordersMigrations), open(folder, 'carts', cartsMigrations), open(folder, 'catalog', catalogMigrations)];
  const ofOrders = patternsOf(folder, 'orders', ['checkout', 'payment', 'payment_operation', 'sales_order', 'order_line', 'outbox_message', 'inbox_message']);
  const ofCarts = patternsOf(folder, 'carts', ['cart', 'outbox_message']);
  const ofCatalog = patternsOf(folder, 'catalog', ['stock_reservation', 'stock']);
  const into = (db: Database.Database, patterns: Map<string, Row>, table: string) => inserterOf(db, table, patterns.get(table));

  const insertCheckout = into(orders, ofOrders, 'checkout');
  const insertPayment = into(orders, ofOrders, 'payment');
  const insertOperation = into(orders, ofOrders, 'payment_operation');
  const insertOrder = into(orders, ofOrders, 'sales_order');
  const insertLine = into(orders, ofOrders, 'order_line');
  const tell = into(orders, ofOrders, 'outbox_message');
  const insertCart = into(carts, ofCarts, 'cart');
  const tellOfCart = into(carts, ofCarts, 'outbox_message');
  const insertReservation = into(catalog, ofCatalog, 'stock_reservation');
  const heard = [carts, catalog].map((db) => inserterOf(db, 'inbox_message', ofOrders.get('inbox_message')));
  const confirmation = ofOrders.get('checkout')?.confirmation;
  const sku = String(ofCatalog.get('stock')?.sku);
  inserterOf(catalog, 'stock', ofCatalog.get('stock'))({ on_hand_micro: Number.MAX_SAFE_INTEGER, reserved_micro: 0 });
  const readCheckout = orders.prepare('select * from checkout where id = ?');
  const move = orders.prepare('update checkout set step = ?, version = version + 1, confirmation = ? where id = ? and version = ?');
  const settle = orders.prepare("update payment set status = 'AUTHORISED' where id = ?");
  const settled = orders.prepare("update payment_operation set status = 'DONE' where id = ?");
  const number = orders.prepare("insert into number_series (series, last) values ('O', 1) on conflict do update set last = last + 1 returning last");
  const freeze = carts.prepare('update cart set version = version + 1 where id = ?');
  const hold = catalog.prepare('update stock set reserved_micro = reserved_micro + 1000000, version = version + 1 where sku = ? and on_hand_micro - reserved_micro >= 1000000');
  const take = catalog.prepare('update stock set reserved_micro = reserved_micro - 1000000, on_hand_micro = on_hand_micro - 1000000, version = version + 1 where sku = ?');
  const commit = catalog.prepare("update stock_reservation set state = 'COMMITTED' where id = ?");
  const relays = [orders, carts].map((db) => ({
    waiting: db.prepare<[], { id: string }>(`select * from outbox_message where published_at is null and parked_at is null order by id limit ${RELAY_BATCH}`),
    mark: db.prepare('update outbox_message set published_at = ? where id in (select value from json_each(?))'),
  }));
  let untold = 0;

  const inOne = (db: Database.Database, work: () => void): void => db.transaction(work)();
  const event = (id: string, version = 1): Row => ({ id: newId(), aggregate_id: id, aggregate_version: version, published_at: null });

  return {
    place() {
      const [checkoutId, cartId, orderId, paymentId, operationId] = [newId(), newId(), newId(), newId(), newId()];
      let version = 1;
      const step = (to: string): void => void move.run(to, confirmation, checkoutId, version++);
      insertCart({ id: cartId }); // what is measured at the product has its cart before
      inOne(orders, () => insertCheckout({ id: checkoutId, idempotency_key: checkoutId, cart_id: cartId, order_id: null, version: 1, step: 'started' }));
      inOne(carts, () => (freeze.run(cartId), tellOfCart(event(cartId))));
      for (const to of ['confirmed', 'approved', 'promotionsRedeemed']) inOne(orders, () => (readCheckout.get(checkoutId), step(to)));
      inOne(catalog, () => (hold.run(sku), insertReservation({ id: checkoutId, state: 'HELD' })));
      inOne(orders, () => step('stockReserved'));
      inOne(orders, () => (insertPayment({ id: paymentId, checkout_id: checkoutId, number: paymentId, order_id: null }), insertOperation({ id: operationId, payment_id: paymentId, key: operationId })));
      inOne(orders, () => (settle.run(paymentId), settled.run(operationId), step('paymentAuthorised')));
      inOne(orders, () => {
        number.get();
        insertOrder({ id: orderId, number: orderId, checkout_id: checkoutId, cart_id: cartId });
        insertLine({ id: newId(), order_id: orderId });
        tell(event(orderId));
        tell(event(newId())); // the e-mail
        step('placed');
      });
      inOne(catalog, () => (take.run(sku), commit.run(checkoutId), heard[1]?.({ event_id: newId() })));
      inOne(carts, () => (freeze.run(cartId), tellOfCart(event(cartId, 2)), heard[0]?.({ event_id: newId() })));
      untold += EVENTS_OF_AN_ORDER;
      if (untold < RELAY_BATCH) return;
      untold = 0;
      for (const { waiting, mark } of relays) mark.run(Date.now(), JSON.stringify(waiting.all().map(({ id }) => id)));
    },
    [Symbol.dispose]() {
      for (const db of [orders, carts, catalog]) db.close();
    },
  };
}
