import { defineEntity, p } from '@mikro-orm/core';
import { INSTALLED_STATUSES, type InstalledStatus } from '../domain/installed-base.ts';
import type { OrderAddress } from '../domain/order-addresses.ts';

/** Something a customer has because it was shipped to them: a piece with its serial number, or so much of a line. [ORD-38] */
export const InstalledItemSchema = defineEntity({
  name: 'InstalledItem',
  tableName: 'installed_item',
  properties: {
    id: p.string().primary(),
    number: p.string(),
    accountId: p.string(),
    ownerId: p.string(),
    orderId: p.string(),
    orderNumber: p.string(),
    orderLineId: p.string(),
    shipmentId: p.string(),
    sku: p.string(),
    description: p.string(),
    /** The description in lower case: a search that folds case alike on every database. */
    searchName: p.string(),
    serialNumber: p.string().nullable(),
    quantityMicro: p.bigint('bigint'),
    uom: p.string(),
    status: p.string().$type<InstalledStatus>(),
    /** The configured thing it is a part of. */
    parentId: p.string().nullable(),
    /** How deep it stands in what was configured; 0 for what was ordered. */
    depth: p.integer(),
    location: p.json<OrderAddress>().nullable(),
    installedAt: p.datetime(),
  },
  uniques: [{ properties: ['number'] }, { properties: ['orderLineId', 'sku', 'serialNumber'] }],
  indexes: [
    { properties: ['accountId', 'serialNumber'] },
    { properties: ['accountId', 'sku'] },
    { properties: ['accountId', 'searchName'] },
    { properties: ['accountId', 'orderNumber'] },
    { properties: ['orderLineId'] },
    { properties: ['parentId'] },
  ],
  checks: [{ name: 'installed_item_status', expression: `status in ('${INSTALLED_STATUSES.join("', '")}')` }],
});
export class InstalledItem extends InstalledItemSchema.class {}
InstalledItemSchema.setClass(InstalledItem);
