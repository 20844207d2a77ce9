import { ActiveCart, ActiveCartSchema } from './active-cart.ts';
import { Cart, CartSchema } from './cart.ts';
import { CartLine, CartLineSchema } from './cart-line.ts';

export interface CartsTables {
  Cart: Cart;
  CartLine: CartLine;
  ActiveCart: ActiveCart;
}

export const cartsEntities = [CartSchema, CartLineSchema, ActiveCartSchema];
