import { refuse } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { OrdersContext, OrdersTx } from '../context.ts';
import { editLines, type EditedQuantity } from '../domain/edit-order.ts';
import type { InvoiceLine } from '../entities/invoice.ts';
import type { Order } from '../entities/order.ts';
import type { OrderEdit } from '../entities/order-edit.ts';
import type { OrderLine } from '../entities/order-line.ts';
import { findParties } from '../peers/accounts.ts';
import { judgeOrder } from './judge-order.ts';
import { readOrder } from './read-order.ts';

export interface StageOrderEdit {
  readonly orderId: string;
  readonly lines?: readonly EditedQuantity[] | null;
  readonly shipToAddressId?: string | null;
  readonly requestedOn?: string | null;
}

/** Writes down what shall change of an order, to be looked at before it is applied. Nothing changes yet. */
export async function stageOrderEdit(context: OrdersContext, { orderId, lines, shipToAddressId, requestedOn }: StageOrderEdit): Promise<OrderEdit> {
  const viewer = requireViewer(context);
  const order = await readOrder(context, orderId);
  const edit = { lines: lines ?? [], requestedOn: requestedOn ?? null, shipTo: shipToAddressId == null ? null : await findShipTo(context, order, shipToAddressId) };
  if (edit.lines.length === 0 && edit.shipTo === null && edit.requestedOn === null) throw refuse('BAD_USER_INPUT', 'Say what shall change.', { orderId });
  if (edit.requestedOn !== null && !/^\d{4}-\d{2}-\d{2}$/.test(edit.requestedOn)) throw refuse('BAD_USER_INPUT', 'A day is written like 2030-05-03.', { requestedOn });
  await refuseEdit(context, order, await context.loaders.linesOfOrder.load(order.id), edit, await readBilled(context.db, order.id));
  const staged: OrderEdit = { ...edit, id: newId(), accountId: order.accountId, orderId: order.id, orderVersion: order.version, status: 'STAGED', stagedById: viewer.id, stagedAt: context.clock.now(), settledAt: null };
  return context.db.transact(async (tx) => {
    await tx.sql.insertInto('OrderEdit').values(staged).execute();
    return staged;
  });
}

async function findShipTo({ ask }: OrdersContext, { accountId, shipTo }: Order, addressId: string): Promise<OrderEdit['shipTo']> {
  const { addresses } = await findParties(ask, accountId, { kept: [], named: [addressId], customers: [], contacts: [] });
  const found = addresses.get(addressId) ?? null;
  if (shipTo && found?.country !== shipTo.country) throw refuse('BAD_USER_INPUT', 'This was priced for another country.', { country: found?.country, pricedFor: shipTo.country });
  return found;
}

/** May this be done to the order now? Buyers where that is switched on; what has been picked or billed stays as it is. */
export async function refuseEdit(context: OrdersContext, order: Order, lines: readonly OrderLine[], edit: Pick<OrderEdit, 'lines' | 'shipTo' | 'requestedOn'>, billed: readonly InvoiceLine[]): Promise<void> {
  judgeOrder(context, order, lines, 'edit');
  if (!context.config.orderEdits && context.viewer?.kind !== 'ADMINISTRATOR') throw refuse('OPERATION_DISABLED', 'Orders are not edited here. Contact your sales representative.', { orderId: order.id });
  const movesParcels = edit.shipTo != null || edit.requestedOn != null;
  if (movesParcels && lines.some((line) => line.pickedMicro > 0n)) throw refuse('INVALID_STATE', 'Some of it has been picked: where and when it goes stays as it is.', { orderId: order.id });
  editLines(lines, edit.lines, order, billed);
}

export const readBilled = ({ sql }: Pick<OrdersTx, 'sql'>, orderId: string): Promise<InvoiceLine[]> => sql.selectFrom('InvoiceLine').selectAll().where('orderId', '=', orderId).execute();
