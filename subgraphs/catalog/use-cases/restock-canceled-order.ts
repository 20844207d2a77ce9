import type { Tx } from '#kernel/database.ts';
import { judge } from '#kernel/lifecycle.ts';
import { fromMicro, isZero, toMicro } from '#kernel/quantity.ts';
import { takeBack, type AskedLine, type HeldLine } from '../domain/held-lines.ts';
import { RESERVATION_LIFECYCLE } from '../domain/reservation-lifecycle.ts';
import { SELLER_ACCOUNT } from '../domain/seller.ts';
import type { CatalogTables } from '../entities/tables.ts';
import { findReservation, moveReservation } from './move-reservation.ts';
import { takeFromShelf } from './take-from-shelf.ts';

export interface Canceled {
  readonly orderId: string;
  readonly checkoutId: string;
  /** Absent: the whole order. */
  readonly lines?: readonly AskedLine[];
}

/** An order, or some of its lines, was canceled: what had left the stock for it is there again. Once, and never more than had left. */
export async function restockCanceledOrder(tx: Tx<CatalogTables>, { orderId, checkoutId, lines }: Canceled): Promise<void> {
  const reservation = await findReservation(tx, checkoutId);
  if (!reservation) return;
  const judgement = judge(RESERVATION_LIFECYCLE, { status: reservation.state, command: 'restock', roles: ['checkout'], facts: null });
  if (!judgement.allowed) return; // nothing had left
  if (!lines) {
    for (const line of await moveReservation(tx, reservation, 'restock')) await putBack(tx, line, orderId);
    return;
  }
  const counted = lines.filter(({ sku }) => reservation.asked.some((asked) => asked.sku === sku)); // custom items are not
  const back = new Map((await takeFromShelf(tx.sql, counted)).map(({ sku, quantity }) => [sku, quantity]));
  const left: HeldLine[] = [];
  for (const line of reservation.lines) {
    const { quantity, left: rest } = takeBack(line, back.get(line.sku) ?? '0');
    left.push(rest);
    if (line.tracked) await putBack(tx, { ...line, quantity }, orderId);
  }
  await tx.sql.updateTable('StockReservation').set({ lines: left }).where('id', '=', checkoutId).execute();
}

/** So much of a product lies there again, and that is told; one that nobody counts stays so. */
export async function putBack(tx: Tx<CatalogTables>, { sku, quantity }: Pick<HeldLine, 'sku' | 'quantity'>, orderId: string): Promise<void> {
  if (isZero(quantity)) return;
  const stock = await tx.sql
    .updateTable('Stock')
    .set((eb) => ({ onHandMicro: eb('onHandMicro', '+', toMicro(quantity)), version: eb('version', '+', 1) }))
    .where('sku', '=', sku)
    .returningAll()
    .executeTakeFirst();
  if (!stock) return; // no longer tracked
  const { onHandMicro, reservedMicro, version } = stock;
  await tx.announce({
    accountId: SELLER_ACCOUNT,
    aggregateType: 'stock',
    aggregateId: sku,
    aggregateVersion: version,
    type: 'STOCK_RESTOCKED',
    payload: { sku, orderId, quantity, onHand: fromMicro(onHandMicro), available: fromMicro(onHandMicro - reservedMicro) },
    actorId: null,
  });
}
