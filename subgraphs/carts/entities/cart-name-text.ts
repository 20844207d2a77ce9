import { defineEntity, p } from '@mikro-orm/core';
import { CART_NAME_KEYS, type CartNameKey } from '../domain/cart-names.ts';

/** What carts without a name of their owner's are called, by site and language; empty means all. */
export const CartNameTextSchema = defineEntity({
  name: 'CartNameText',
  tableName: 'cart_name_text',
  properties: { nameKey: p.string().$type<CartNameKey>().primary(), site: p.string().primary(), language: p.string().primary(), text: p.string() },
  checks: [{ name: 'cart_name_key', expression: `name_key in ('${CART_NAME_KEYS.join("', '")}')` }],
});
export class CartNameText extends CartNameTextSchema.class {}
CartNameTextSchema.setClass(CartNameText);
