import { PARTY_PERMISSIONS } from '#kernel/party-usage.ts';

/** What a business buyer may be granted; the seed's IBE_ prefix is left away. [cross-cutting S] */
export const BUYER_PERMISSIONS = [
  'VIEW_NET_PRICE',
  'USE_PRICING_AGREEMENT',
  'USE_ATTACHMENT',
  'ASK_SALES_ASSISTANCE',
  'CHECKOUT',
  'CREATE_ORDER',
  'VIEW_ORDER',
  'VIEW_BILL_TO_ORDER',
  'CANCEL_ORDER',
  'CANCEL_ORGANIZATION_ORDER',
  'CREATE_RETURN',
  'VIEW_RETURN_ORDER',
  'USE_PAYMENT_BOOK',
  ...PARTY_PERMISSIONS,
] as const;

/** Approves orders of the organisation and manages its users. */
export const APPROVER_PERMISSIONS = [...BUYER_PERMISSIONS, 'APPROVE_ORDER', 'MANAGE_ACCOUNT'] as const;

/** A sales rep who may assign, change, publish, reject, recall and cancel quotes. */
export const PUBLISHING_REP_PERMISSIONS = ['PUBLISH_QUOTE'] as const;
