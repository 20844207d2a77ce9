import { refuse } from '#kernel/errors.ts';
import { looksLikeId } from '#kernel/ids.ts';
import { judgeOrRefuse } from '#kernel/lifecycle.ts';
import { fromMicro } from '#kernel/quantity.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { OrdersContext, OrdersTx } from '../context.ts';
import { EDIT_LIFECYCLE } from '../domain/edit-lifecycle.ts';
import { editLines, editTotals, type EditedLine } from '../domain/edit-order.ts';
import { awaitingMicro, statusOnItsWay } from '../domain/fulfilment-steps.ts';
import { goesWith, isComponent } from '../domain/line-tree.ts';
import type { Order } from '../entities/order.ts';
import type { OrderEdit } from '../entities/order-edit.ts';
import type { OrderLine } from '../entities/order-line.ts';
import { changeOrder } from './change-order.ts';
import { billOrder } from './invoice-order.ts';
import { moveAlong } from './move-lines.ts';
import { readOrder } from './read-order.ts';
import { readBilled, refuseEdit } from './stage-order-edit.ts';

/** Makes a staged edit, once, of the very order it was staged on: what is taken off goes back to the stock by event. */
export async function applyOrderEdit(context: OrdersContext, editId: string): Promise<Order> {
  const viewer = requireViewer(context);
  const { orderId } = await readEdit(context, editId);
  forget(context, orderId);
  const now = context.clock.now();
  return context.db.transact(async (tx) => {
    const edit = await tx.sql.selectFrom('OrderEdit').selectAll().where('id', '=', editId).executeTakeFirstOrThrow();
    const order = await tx.sql.selectFrom('Order').selectAll().where('id', '=', orderId).executeTakeFirstOrThrow();
    const lines = await tx.sql.selectFrom('OrderLine').selectAll().where('orderId', '=', orderId).orderBy('position').execute();
    const { to } = judgeOrRefuse(EDIT_LIFECYCLE, { status: edit.status, command: 'apply', roles: ['editor'], facts: null }, { editId });
    if (order.version !== edit.orderVersion) throw refuse('STALE_VERSION', 'The order has changed since. Look at it and stage the edit anew.', { orderId, currentVersion: order.version });
    const billed = await readBilled(tx, orderId);
    await refuseEdit(context, order, lines, edit, billed);

    const edited = editLines(lines, edit.lines, order, billed).filter((after) => lines.some((line) => line.id === after.id && line.quantityMicro !== after.quantityMicro));
    for (const line of edited) await writeLine(tx, order, lines, line);
    await settleCarried(tx, orderId, edited);
    await tx.sql.updateTable('OrderEdit').set({ status: to, settledAt: now }).where('id', '=', editId).execute();
    const totals = editTotals(order, lines, edited);
    const moved = { ...(edit.shipTo && { shipTo: edit.shipTo, shipToAddressId: edit.shipTo.id }), ...(edit.requestedOn != null && { requestedOn: edit.requestedOn }) };
    const payload = { checkoutId: order.checkoutId, editId, lines: takenOff(lines, edited), totalMinor: Number(totals.totalMinor), takenOffMinor: Number(order.totalMinor - totals.totalMinor) };
    const changed = await changeOrder(tx, order, { ...totals, ...moved }, { type: 'ORDER_EDITED', actorId: viewer.id, now, payload });
    return (await isAllShipped(tx, orderId)) ? (await billOrder(tx, changed, { actorId: viewer.id, now, shipmentId: null })).order : changed;
  });
}

/** An edit that is not wanted after all. */
export async function discardOrderEdit(context: OrdersContext, editId: string): Promise<OrderEdit> {
  const edit = await readEdit(context, editId);
  const { to } = judgeOrRefuse(EDIT_LIFECYCLE, { status: edit.status, command: 'discard', roles: ['editor'], facts: null }, { editId });
  const settledAt = context.clock.now();
  await context.db.transact((tx) => tx.sql.updateTable('OrderEdit').set({ status: to, settledAt }).where('id', '=', editId).where('status', '=', edit.status).execute());
  return { ...edit, status: to, settledAt };
}

/** An edit, for who may see its order. */
export async function readEdit(context: OrdersContext, editId: string): Promise<OrderEdit> {
  requireViewer(context);
  const edit = looksLikeId(editId) ? await context.db.sql.selectFrom('OrderEdit').selectAll().where('id', '=', editId).executeTakeFirst() : undefined;
  if (!edit) throw refuse('NOT_FOUND', 'There is no such edit.', { editId });
  await readOrder(context, edit.orderId);
  return edit;
}

async function writeLine({ sql }: OrdersTx, order: Order, lines: readonly OrderLine[], { id, ...changes }: EditedLine): Promise<void> {
  const before = lines.find((line) => line.id === id);
  if (!before) return;
  const parts = await sql.selectFrom('FulfilmentPart').selectAll().where('orderLineId', '=', id).execute();
  const awaited = awaitingMicro({ quantityMicro: before.quantityMicro, parts });
  const fromBackorder = before.quantityMicro - changes.quantityMicro - awaited;
  if (fromBackorder > 0n) {
    const left = (parts.find((part) => part.step === 'BACKORDERED')?.quantityMicro ?? 0n) - fromBackorder;
    if (left > 0n) await sql.updateTable('FulfilmentPart').set({ quantityMicro: left }).where('orderLineId', '=', id).where('step', '=', 'BACKORDERED').execute();
    else await sql.deleteFrom('FulfilmentPart').where('orderLineId', '=', id).where('step', '=', 'BACKORDERED').execute();
  }
  const partsLeft = await sql.selectFrom('FulfilmentPart').selectAll().where('orderLineId', '=', id).execute();
  const isOnItsWay = before.shippable && before.status !== 'ENTERED';
  const status = changes.quantityMicro === 0n ? 'CANCELED' : isOnItsWay ? statusOnItsWay({ quantityMicro: changes.quantityMicro, parts: partsLeft }) : before.status;
  await sql.updateTable('OrderLine').set({ ...changes, status }).where('id', '=', id).where('orderId', '=', order.id).execute();
}

/** What goes with something else is as far as that. */
async function settleCarried(tx: OrdersTx, orderId: string, edited: readonly EditedLine[]): Promise<void> {
  const lines = await tx.sql.selectFrom('OrderLine').selectAll().where('orderId', '=', orderId).orderBy('position').execute();
  if (!lines.some(isComponent)) return;
  const carriers = lines.filter((line) => line.shippable && line.status !== 'ENTERED' && !goesWith(lines, line) && edited.some(({ id }) => id === line.id));
  for (const carrier of carriers) await moveAlong(tx, lines, carrier);
}

/** What goes back to the stock, as the catalog counts it. */
function takenOff(lines: readonly OrderLine[], edited: readonly EditedLine[]): object[] {
  return edited.flatMap(({ id, quantityMicro }) => {
    const line = lines.find((each) => each.id === id);
    return line && !isComponent(line) ? { sku: line.sku, uom: line.uom, quantity: fromMicro(line.quantityMicro - quantityMicro), ...(line.configuration && { configuration: line.configuration }) } : [];
  });
}

/** Whether nothing is left to wait for: what the freight still owes is billed then, and the order closes. */
async function isAllShipped({ sql }: OrdersTx, orderId: string): Promise<boolean> {
  const lines = await sql.selectFrom('OrderLine').selectAll().where('orderId', '=', orderId).where('shippable', '=', true).execute();
  return lines.some((line) => line.shippedMicro > 0n) && lines.every((line) => line.shippedMicro === line.quantityMicro);
}

function forget({ loaders }: OrdersContext, orderId: string): void {
  loaders.orderById.clear(orderId);
  loaders.linesOfOrder.clear(orderId);
}
