import { newId } from '#kernel/ids.ts';
import { toMicro } from '#kernel/quantity.ts';
import type { OrdersTx } from '../context.ts';
import { goingAlong } from '../domain/component-quantities.ts';
import { piecesFor } from '../domain/installed-base.ts';
import { within } from '../domain/line-tree.ts';
import type { InstalledItem } from '../entities/installed-item.ts';
import { takeNumber } from './take-number.ts';

export interface ReturnedPieces {
  readonly orderLineId: string;
  readonly quantity: string;
  readonly serialNumbers: readonly string[];
}

/**
 * What came back is no longer the customer's: pieces by their serial numbers, else so much of the line; what is in it goes along.
 * Nobody tells the serial numbers of parts: so many whole pieces of them go as were in what came back. [ORD-38]
 */
export async function markReturned(tx: OrdersTx, { orderLineId, quantity, serialNumbers }: ReturnedPieces, now: Date): Promise<void> {
  const whole = await tx.sql.selectFrom('OrderLine').selectAll().where('id', '=', orderLineId).executeTakeFirstOrThrow();
  const micro = toMicro(quantity);
  const installed = await installedOf(tx, orderLineId);
  if (installed.length > 0) return takeFromLine(tx, installed, micro, serialNumbers, now);
  // What is not sent itself, such as a model of services, left in its parts.
  const lines = await tx.sql.selectFrom('OrderLine').selectAll().where('orderId', '=', whole.orderId).orderBy('position').execute();
  for (const part of within(lines, orderLineId)) {
    for (const piece of piecesFor(await installedOf(tx, part.id), goingAlong(part, whole, micro))) await take(tx, piece.row, piece.micro, null, now);
  }
}

/** What of a line the customer has that is in nothing else. */
function installedOf({ sql }: OrdersTx, orderLineId: string): Promise<InstalledItem[]> {
  return sql.selectFrom('InstalledItem').selectAll().where('orderLineId', '=', orderLineId).where('status', '=', 'INSTALLED').where('parentId', 'is', null).orderBy('id').execute();
}

async function takeFromLine(tx: OrdersTx, installed: readonly InstalledItem[], micro: bigint, serialNumbers: readonly string[], now: Date): Promise<void> {
  const named = installed.filter(({ serialNumber }) => serialNumber != null && serialNumbers.includes(serialNumber));
  for (const item of named) await take(tx, item, item.quantityMicro, null, now);
  const left = micro - named.reduce((all, { quantityMicro }) => all + quantityMicro, 0n);
  const unnamed = installed.filter(({ serialNumber }) => serialNumber == null);
  for (const piece of piecesFor(unnamed, left)) await take(tx, piece.row, piece.micro, null, now);
}

/** All of a row came back, or what did gets a row of its own; so does its share of what is in it. */
async function take(tx: OrdersTx, item: InstalledItem, micro: bigint, parentId: string | null, now: Date): Promise<void> {
  const parts = await tx.sql.selectFrom('InstalledItem').selectAll().where('parentId', '=', item.id).where('status', '=', 'INSTALLED').orderBy('id').execute();
  if (micro >= item.quantityMicro) {
    await tx.sql.updateTable('InstalledItem').set({ status: 'RETURNED', parentId: parentId ?? item.parentId }).where('id', '=', item.id).execute();
    for (const part of parts) await take(tx, part, part.quantityMicro, null, now);
    return;
  }
  const id = newId();
  await tx.sql.updateTable('InstalledItem').set({ quantityMicro: item.quantityMicro - micro }).where('id', '=', item.id).execute();
  await tx.sql.insertInto('InstalledItem').values({ ...item, id, parentId: parentId ?? item.parentId, number: await takeNumber(tx, `N-${now.getUTCFullYear()}`), quantityMicro: micro, status: 'RETURNED' }).execute();
  for (const pieces of Map.groupBy(parts, ({ orderLineId }) => orderLineId).values()) {
    const share = (pieces.reduce((all, { quantityMicro }) => all + quantityMicro, 0n) * micro) / item.quantityMicro;
    for (const piece of piecesFor(pieces, share)) await take(tx, piece.row, piece.micro, id, now);
  }
}
