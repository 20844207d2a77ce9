import { defineEntity, p } from '@mikro-orm/core';
import type { EditedQuantity } from '../domain/edit-order.ts';
import type { OrderAddress } from '../domain/order-addresses.ts';
import { EDIT_STATUSES, type EditStatus } from '../domain/edit-lifecycle.ts';

/** A change of an order that somebody has looked at before it is made: bound to the version it was staged on. */
export const OrderEditSchema = defineEntity({
  name: 'OrderEdit',
  tableName: 'order_edit',
  properties: {
    id: p.string().primary(),
    accountId: p.string(),
    orderId: p.string(),
    orderVersion: p.integer(),
    status: p.string().$type<EditStatus>(),
    lines: p.json<readonly EditedQuantity[]>(),
    /** Where it shall go instead; null: as before. */
    shipTo: p.json<OrderAddress>().nullable(),
    requestedOn: p.string().nullable(),
    stagedById: p.string(),
    stagedAt: p.datetime(),
    settledAt: p.datetime().nullable(),
  },
  indexes: [{ properties: ['orderId', 'id'] }, { properties: ['accountId', 'orderId'] }],
  checks: [{ name: 'order_edit_status', expression: `status in ('${EDIT_STATUSES.join("', '")}')` }],
});
export class OrderEdit extends OrderEditSchema.class {}
OrderEditSchema.setClass(OrderEdit);
