import { defineEntity, p } from '@mikro-orm/core';
import { ATTACHMENT_STATUSES, type AttachmentStatus } from '#kernel/attachments.ts';

/** A file that goes along with a cart. What it holds is kept beside the database, under `fileId`; copies of a cart share it. */
export const CartAttachmentSchema = defineEntity({
  name: 'CartAttachment',
  tableName: 'cart_attachment',
  properties: {
    id: p.string().primary(),
    accountId: p.string(),
    cartId: p.string(),
    /** PENDING until the cart is changed to have it. */
    status: p.string().$type<AttachmentStatus>(),
    fileId: p.string(),
    name: p.string(),
    description: p.string().nullable(),
    contentType: p.string(),
    bytes: p.integer(),
    sha256: p.string(),
    uploadedById: p.string(),
    createdAt: p.datetime(),
  },
  indexes: [{ properties: ['cartId', 'accountId', 'id'] }, { properties: ['fileId'] }, { properties: ['status', 'createdAt'] }],
  checks: [{ name: 'cart_attachment_status', expression: `status in ('${ATTACHMENT_STATUSES.join("', '")}')` }],
});
export class CartAttachment extends CartAttachmentSchema.class {}
CartAttachmentSchema.setClass(CartAttachment);
